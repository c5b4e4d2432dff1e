import type { Same } from '#kit/texts.ts'
import type { takeoverTexts } from '#modules/people/sign-in/takeover.texts.ts'

export const takeoverTextsEn: Same<typeof takeoverTexts> = {
  title: 'Take over your account',
  lead: 'Have you got a printed code from the office or an ambassador? Type it and give your e-mail.',
  printed: 'Printed code',
  printedHint: 'Twelve characters. Capitals and dashes do not matter.',
  email: 'Your e-mail',
  emailHint: 'We will send six digits to it. From then on you sign in with this address.',
  send: 'Send the code',
  codeTitle: 'The code from the letter',
  codeLead: email => `We have sent six digits to ${email}. They are valid for 15 minutes.`,
  code: 'Code from the letter',
  codeHint: 'Six digits. You can paste them.',
  enter: 'Take over the account',
  demo: code => `The demo sends no letters. Your code: ${code}`,
  done: name => `Hello, ${name}. This account is yours now.`,
  again: 'Start again',
  join: {
    title: 'You have an account. Join the two?',
    lead: name => `This e-mail has the account “${name}”. What the office wrote down for you on paper and by telephone can become part of it.`,
    rows: (record, rows) =>
      `Everything in the record “${record}” goes to the account: ${rows} ${rows === 1 ? 'entry' : 'entries'} (words, backings, places at meetings, projects).`,
    once: 'What is in both places stays once: nobody backs the same thing twice.',
    gone: record => `The record “${record}” will be gone. This cannot be undone.`,
    send: 'Join with my account',
    other: 'No, I will give another e-mail',
    done: 'Done: everything is in one account. Sign in with your e-mail.',
  },
  errors: {
    'own-code': 'This code was printed from your account for somebody else. It cannot be joined with your own.',
    required: 'Fill in this field.',
    wrong: 'Check this field.',
    email: 'This does not look like an e-mail address. Check that it has an @ and a dot.',
    'too-many': 'There were too many tries from here. Wait an hour and try again.',
    'wrong-printed-code': 'This printed code does not fit, was used already, or is older than 90 days. The office will print you a new one.',
    'wrong-code': 'This code from the letter does not fit or its time has passed. Type it again.',
  },
}
