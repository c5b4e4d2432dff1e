import type { Same } from '#kit/texts.ts'
import type { officeTexts } from '#modules/city/office.texts.ts'

export const officeTextsEn: Same<typeof officeTexts> = {
  title: 'Office',
  lead: 'All that you may run here. What waits for you is in My matters.',
  groups: { programme: 'Programme', ambassadors: 'Ambassadors', meetings: 'Meetings', people: 'People', words: 'Pages and texts', trust: 'Trust' },
  doors: {
    editions: { title: 'Editions', note: 'calendar, pools, rules, legal check, publication' },
    units: { title: 'City units', note: 'who answers questions, and within how many days' },
    territories: { title: 'Territories', note: 'districts, estates and their boundaries' },
    priceListImport: { title: 'Price list', note: 'the prices that cost estimates use, with day and source' },
    cityPlansImport: { title: 'What the city already plans', note: 'a list of works from a CSV file, district by district' },
    citySettings: { title: 'The city', note: 'name, contact, data protection officer' },
    onlineSwitches: { title: 'Online formula', note: 'turn hall meetings into remote ones in one act, and take it back for each' },
    adviceQueue: { title: 'Opinions before submission', note: "residents' questions to the units" },
    officeCalls: { title: 'Calls and applications', note: 'dates, rules, applications and decisions' },
    officeTerms: { title: 'Ambassadors: terms', note: 'authorisations, beginning and end, suspension, certificates' },
    officeAssistance: { title: 'Requests of ambassadors', note: 'a room, materials, an expert: an answer in 5 days' },
    officeResidents: { title: 'How many residents', note: "numbers by district, and from them the ambassadors' reach" },
    officeTrainings: { title: 'Training of ambassadors', note: 'dates, materials, attendance' },
    people: { title: 'People and roles', note: 'find a person, grant or end a role' },
    personNew: { title: 'A person without e-mail', note: 'enter somebody who came or called' },
    phoneList: { title: 'Phone list', note: 'whom to tell what by voice or on paper' },
    officePages: { title: 'Programme pages', note: 'writing, translations, pictures, publication' },
    officeAccessibility: { title: 'Accessibility statement', note: 'reviewed every year' },
    moderationQueue: { title: 'Moderation', note: 'reported posts, appeals, talks slowed down' },
    retention: { title: 'Retention of data', note: 'what we keep how long and when we last erased' },
    ledgerCheck: { title: 'Is the ledger whole', note: 'a check of the chain of digests' },
  },
}
