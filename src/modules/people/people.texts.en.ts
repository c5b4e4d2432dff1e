import type { Facts } from '#kit/facts.ts'
import type { Same } from '#kit/texts.ts'
import type { peopleTexts } from '#modules/people/people.texts.ts'

const roleNamesEn: Same<typeof peopleTexts>['roles'] = {
  resident: 'resident',
  ambassador: 'local participation ambassador',
  moderator: 'moderator',
  coordinator: 'coordinator of the programme',
  clerk: 'clerk',
  'unit-head': 'head of a unit',
  'unit-expert': 'expert of a unit',
  editor: 'editor of the pages',
  auditor: 'auditor',
}

export const peopleTextsEn: Same<typeof peopleTexts> = {
  roles: roleNamesEn,
  alarm: persons => `Data of ${persons} people viewed within an hour. Ask what for`,
  facts: {
    'person.invited': () => 'a person was invited to the programme',
    'person.joined': () => 'an account was opened',
    'person.entered': () => 'a person without e-mail was entered',
    'profile.changed': () => 'a profile was changed',
    'person.viewed': () => 'data of a person were viewed',
    'viewing.alarmed': (p: Facts['viewing.alarmed']) => `data of ${p.persons} people were viewed within an hour`,
    'person.told': () => 'news was passed on by telephone',
    'person.taken-over': () => 'an account was taken over with a printed code',
    'person.united': () => 'a record of the office was joined with an account',
    'person.erased': () => 'an account and its data were erased',
    'takeover-code.made': () => 'a takeover code was handed out',
    'address.declared': () => 'an address in the city was declared',
    'address.removed': () => 'a declared address was removed',
    'email.changed': () => 'an e-mail address was changed',
    'email.failed': () => 'a letter did not reach an e-mail address',
    'role.granted': (p: Facts['role.granted']) => `a role was given: ${roleNamesEn[p.role]}`,
    'role.ended': (p: Facts['role.ended']) => `a role was taken back: ${roleNamesEn[p.role]}`,
    'passkey.added': () => 'a passkey was added',
    'passkey.removed': () => 'a passkey was removed',
    'own-data.exported': () => 'a copy of own data was taken',
  },
}
