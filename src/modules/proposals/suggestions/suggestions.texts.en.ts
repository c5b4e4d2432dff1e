import { longDate } from '#kit/dates.ts'
import type { Same } from '#kit/texts.ts'
import type { suggestionsTexts } from '#modules/proposals/suggestions/suggestions.texts.ts'

const people = (n: number) => (n === 1 ? '1 person' : `${n} people`)

export const suggestionsTextsEn: Same<typeof suggestionsTexts> = {
  suggest: 'Suggest a change to this part',
  title: section => `A suggested change: ${section}`,
  lead: 'Write what to change and why. The authors will answer, and you will say whether the new text meets it.',
  now: 'As it stands now',
  empty: 'This part is still empty.',
  degree: 'How much it matters to you',
  degrees: {
    wish: { label: 'a wish', option: 'A wish: it would be nice' },
    'rather-not': { label: 'rather not', option: 'I would rather not have this' },
    must: { label: 'a condition of support', option: 'A condition: I support the project if it is met' },
    'would-withdraw': { label: 'would withdraw support', option: 'Without this change I withdraw my support' },
  },
  words: 'What to change and why',
  send: 'Send the suggestion',
  said: 'Your suggestion is added. The authors have been told.',
  to: section => `to the part: ${section}`,
  ask: 'Does what stands in the project now meet your suggestion?',
  askAgain: 'This part has changed since you marked it. Does it meet your suggestion now?',
  met: { yes: 'Yes', partly: 'Partly', no: 'No' },
  metBy: {
    yes: at => `met, says whoever suggested it (${longDate(at, 'en')})`,
    partly: at => `partly met, says whoever suggested it (${longDate(at, 'en')})`,
    no: at => `not met, says whoever suggested it (${longDate(at, 'en')})`,
  },
  former: 'the text has changed since it was marked; a new mark is awaited',
  marked: 'Your mark is saved.',
  notNow: 'Changes are no longer suggested now. You may ask a question below the project.',
  agreement: {
    nobody: 'Nobody has suggested changes here.',
    counted: p => `Suggestions came from ${people(p.people)}. Wholly met: ${p.met} of ${p.suggestions}.`,
    words: { all: 'Full agreement.', most: 'Agreement for the most part.', part: 'Agreement in part.', little: 'No agreement yet.' },
    percent: n => `Agreement: ${n}%.`,
    howTitle: 'How it is counted',
    how: 'A wish and “rather not” weigh 1, a condition of support 3, and “would withdraw” 4. A suggestion that is met counts whole, one partly met counts half. Marks given to an older text do not count. A percentage is shown from 5 people.',
  },
  letter: {
    subject: p => `A new suggested change: ${p.title}`,
    first: p => `Somebody suggests a change to the part “${p.section}”. How much it matters: ${p.degree}.`,
    act: 'Read and answer',
  },
  errors: { degree: 'Choose how much it matters to you.' },
  why: {
    'sign-in': 'Sign in. An e-mail address is enough.',
    'not-suggester': 'Only whoever suggested it marks it.',
    withdrawn: 'The project is withdrawn.',
    'no-words': 'This suggestion can no longer be read.',
    'nothing-yet': 'You can mark it once the authors answer or change this part.',
    'changed-meanwhile': 'This part has just changed. Read it and mark it again.',
  },
}
