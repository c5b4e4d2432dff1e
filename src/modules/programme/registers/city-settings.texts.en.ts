import type { Same } from '#kit/texts.ts'
import type { citySettingsTexts } from '#modules/programme/registers/city-settings.texts.ts'

export const citySettingsTextsEn: Same<typeof citySettingsTexts> = {
  title: 'Name of the programme and contact',
  lead: 'This is shown in the footer of every page, in letters and in notices on personal data.',
  cityName: 'City',
  programmeName: 'Name of the programme',
  programmeHint: 'For example “Citizens’ Budget of Kraków”.',
  programmeNameEn: 'Name of the programme in English',
  office: 'Who runs the programme',
  officeHint: 'A department or team of the city hall.',
  email: 'E-mail for contact',
  phone: 'Phone',
  address: 'Address of the office',
  save: 'Save',
  saved: 'Saved.',
  savedNow: value => `Saved now: ${value || 'empty'}`,
  errors: {
    required: 'Fill in this field.',
    wrong: 'Correct this field.',
    email: 'Enter an e-mail address, for example bo@city.pl.',
    phone: 'Enter a phone number: digits, spaces and +.',
  },
  why: {
    'not-yours': 'The coordinator of the programme changes these.',
    'changed-meanwhile': 'Somebody has changed these meanwhile. What you typed is still in the form. Save again if yours is to hold.',
  },
}
