import type { Same } from '#kit/texts.ts'
import type { unitsTexts } from '#modules/programme/registers/units.texts.ts'

export const unitsTextsEn: Same<typeof unitsTexts> = {
  title: 'City units',
  lead: 'Who in the city gives advice, what they know, and in how many days they answer.',
  add: 'Add a unit',
  empty: 'There is no unit yet',
  emptyNext: 'Add the first one, so that residents can ask for advice.',
  line: p => `${p.topics.join(', ')}${p.topics.length > 0 ? ' · ' : ''}answers in ${p.days === 1 ? '1 day' : `${p.days} days`}`,
  edit: 'Change the unit',
  code: 'Code',
  codeHint: 'Capital letters and digits, for example ZZM.',
  name: 'Full name',
  topics: 'What it knows',
  topicsHint: 'Words separated by commas, for example: greenery, parks.',
  slaDays: 'Days to answer',
  save: 'Save',
  added: p => `The unit ${p.code} was added.`,
  changed: 'Saved.',
  back: 'All units',
  savedNow: value => `Saved now: ${value}`,
  errors: {
    required: 'Fill in this field.',
    wrong: 'Correct this field.',
    code: 'The code has 2 to 12 capital letters and digits.',
    days: 'Enter a number of days from 1 to 90.',
    taken: 'Another unit already has this code.',
  },
  why: {
    'not-yours': 'The coordinator of the programme keeps the units.',
    'changed-meanwhile': 'Somebody has changed this unit meanwhile. What you typed is still in the form. Save again if yours is to hold.',
  },
}
