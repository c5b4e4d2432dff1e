import type { Facts } from '#kit/facts.ts'
import { pluralEn, type Same } from '#kit/texts.ts'
import type { discussionsTexts } from '#modules/discussions/discussions.texts.ts'

export const discussionsTextsEn: Same<typeof discussionsTexts> = {
  title: 'Talk',
  kinds: { for: 'For', against: 'Against', question: 'Question', change: 'Suggested change' },
  groups: { for: 'For', against: 'Against', question: 'Questions', change: 'Suggested changes' },
  none: { for: 'Nobody has said yet why it is worth doing.', against: 'Nobody has said yet what worries them.' },
  sum: (n: number) => `${n} ${pluralEn(n, 'comment', 'comments')}`,
  empty: 'Nobody has spoken yet.',
  emptyHint: 'Say why it is worth doing, what worries you, or what you want to ask.',
  answer: 'Answer',
  answers: 'Answers',
  answerLabel: 'Your answer',
  send: 'Add your comment',
  sendAnswer: 'Add your answer',
  kindLabel: 'What do you want to say?',
  kindHints: {
    for: 'Why it is worth doing',
    against: 'What worries you',
    question: 'What you want to know',
    change: 'What should be done differently',
  },
  textLabel: 'Your words',
  textHint: 'At most 1500 characters.',
  rulesTitle: 'Rules of the talk',
  rules: [
    'Speak about the matter, not the person. Everybody may think differently.',
    'Give a reason or an example: what you see, when and where.',
    'Do not write other people’s data: surnames, addresses, phone numbers.',
    'Ask when you do not know. Neighbours or the city will answer.',
  ].join('\n'),
  publicly: 'Everybody will see your name, your words and the time.',
  privacy: 'More about privacy',
  via: { online: '', meeting: 'from a meeting', office: 'at the office', paper: 'on paper', phone: 'by phone' },
  erased: 'The text was removed together with the account.',
  signIn: 'Sign in to speak',
  errors: {
    required: 'Fill in this field.',
    wrong: 'We do not understand this value. Choose again.',
    'kind-missing': 'Choose whether you are for, against, asking or suggesting a change.',
    'text-missing': 'Write what you want to say.',
    'text-short': 'Write at least a few words.',
    'text-long': 'Shorten the text to 1500 characters.',
  },
  why: {
    'sign-in': 'Sign in to speak. An e-mail address is enough.',
    'too-deep': 'An answer is not answered. Add a new comment.',
    elsewhere: 'This comment belongs to another talk. Reload the page.',
  },
  facts: {
    'comment.added': (p: Facts['comment.added']) =>
      p.reply
        ? 'an answer was added to the talk'
        : {
            for: 'a comment for was added',
            against: 'a comment against was added',
            question: 'a question was asked',
            change: 'a change was suggested',
          }[p.kind],
  },
}
