import type { Same } from '#kit/texts.ts'
import type { takeoverTexts } from '#modules/people/takeover.texts.ts'

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
  emailTaken: name =>
    `This e-mail already has the account “${name}”. We never join two accounts by ourselves. Give another e-mail, or ask the office to erase one of them.`,
  errors: {
    required: 'Fill in this field.',
    wrong: 'Check this field.',
    email: 'This does not look like an e-mail address. Check that it has an @ and a dot.',
    'too-many': 'There were too many tries from here. Wait an hour and try again.',
    'wrong-printed-code': 'This printed code does not fit, was used already, or is older than 90 days. The office will print you a new one.',
    'wrong-code': 'This code from the letter does not fit or its time has passed. Type it again.',
  },
}
