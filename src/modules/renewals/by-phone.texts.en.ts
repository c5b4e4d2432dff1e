import { pluralEn, type Same } from '#kit/texts.ts'
import type { byPhoneTexts } from '#modules/renewals/by-phone.texts.ts'

export const byPhoneTextsEn: Same<typeof byPhoneTexts> = {
  title: 'Asking supporters by phone',
  lead: 'These people have no e-mail, and a project they support has changed. Call them or send a letter, and record the answer.',
  none: { title: 'Nobody waits for a call', first: 'Here comes everybody without e-mail when a project they support changes.' },
  numbers: 'Show phone numbers',
  numbersHint: 'Each such look is recorded.',
  noPhone: 'no number given',
  printList: 'Print the phone list (PDF)',
  printLetters: 'Print letters (PDF)',
  changed: what => `Changed: ${what}.`,
  keep: name => `Still supports: ${name}`,
  withdraw: name => `Withdraws support: ${name}`,
  done: 'Answer saved.',
  matter: n => `${n} ${pluralEn(n, 'person', 'people')} without e-mail ${pluralEn(n, 'waits', 'wait')} to be asked about their support`,
  silence: 'Whoever does not answer still supports.',
  list: {
    columns: { who: 'Who', phone: 'Phone', what: 'Project and what changed', keep: 'Still supports', withdraw: 'Withdraws' },
    secret: 'Personal data: for the office alone. Destroy this sheet once the answers are recorded.',
  },
  letter: {
    title: 'A project you support has changed',
    changed: 'What changed',
    was: 'Before',
    is: 'Now',
    answer: 'Answer',
    keep: 'I still support this project.',
    withdraw: 'I withdraw my support.',
    how: p => `Mark one and bring this sheet to the office${p.phone === '' ? '' : ` or call: ${p.phone}`}. If you do nothing, your support stays.`,
    signature: 'Date and signature',
  },
}
