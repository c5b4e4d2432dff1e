import { pluralEn, type Same } from '#kit/texts.ts'
import type { signInTexts } from '#modules/people/sign-in/sign-in.texts.ts'

export const signInTextsEn: Same<typeof signInTexts> = {
  title: 'Sign in',
  lead: 'Give your e-mail. We will send six digits to it. There is no password.',
  parked: 'What was typed waits for an hour in this browser. Sign in, and it is back in its place.',
  email: 'E-mail',
  emailHint: 'Your account is made when you sign in for the first time.',
  send: 'Send the code',
  other: {
    title: 'Other ways',
    noEmail: 'You can take part without e-mail too: a clerk at the office or an ambassador at a meeting will enter you.',
    takeover: 'I have a printed code and want to take over my account',
    passkey: 'Sign in with a passkey',
    passkeyFailed: 'The passkey did not work. Try again or ask for a code.',
  },
  demo: { title: 'Demo: come in as one of these people', code: code => `The demo sends no letters. Your code: ${code}` },
  code: {
    title: 'The code from the letter',
    lead: email => `We have sent six digits to ${email}. They are valid for 15 minutes.`,
    label: 'Code',
    hint: 'Six digits. You can paste them.',
    enter: 'Sign in',
    again: 'No code? Look into your spam folder or ask for a new one.',
  },
  welcome: {
    title: 'How shall we sign you?',
    lead: 'This is your first visit. Choose the name under which others will see you.',
    name: 'Public name',
    nameHint: 'First name and surname, or a pen name. You can change it later.',
    next: 'Where do you live?',
    nextHint: 'An e-mail is enough for talks and ideas. An address in the city helps where residents have a say.',
    address: 'I will give an address in the city now',
    later: 'I will do it later, or not at all',
    enter: 'Open the account',
  },
  errors: {
    required: 'Fill in this field.',
    wrong: 'Check this field.',
    email: 'This does not look like an e-mail address. Check that it has an @ and a dot.',
    'too-many': 'Many codes were asked for from here within an hour. Wait a while and try again.',
    'wrong-code': 'This code does not fit or its time has passed. Type it again or ask for a new one.',
    'bad-name': 'The name needs 2 to 60 characters, at least one letter, and none of @ < > [ ].',
  },
  triesLeft: n => `${n} ${pluralEn(n, 'try', 'tries')} left.`,
  noTries: 'There are no tries left. Ask for a new code.',
  done: { in: name => `Hello, ${name}.`, out: 'You have signed out. See you.', outEverywhere: 'You have signed out on all devices.' },
  letter: {
    subject: code => `${code} is your code for Wspólne Projekty`,
    lead: 'Type this code on the sign-in page. It is valid for 15 minutes.',
    foot: 'If this was not you, do nothing: nobody gets in without the code.',
  },
}
