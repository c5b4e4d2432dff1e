import type { Same } from '#kit/texts.ts'
import type { rulesPageTexts } from '#modules/programme/editions/rules-page.texts.ts'

export const rulesPageTextsEn: Same<typeof rulesPageTexts> = {
  title: 'Rules',
  lead: 'All rules of this edition in plain sentences. The resolution and the announcement of the mayor are binding.',
  pools: 'Money of the districts and the city',
  poolsCaption: 'How much there is to spend and how much one project may cost',
  place: 'Where',
  city: 'Whole city',
  amount: 'To spend',
  min: 'Lowest cost',
  max: 'Highest cost',
  legalActs: 'Legal basis',
  empty: 'The rules have not been published yet',
  emptyNext: 'Once the city publishes them, they will be here in full.',
  draw: 'Drawing lots in a tie: how to check it',
  calendar: 'Calendar to save (.ics)',
  changes: 'Changes of the rules after publication',
}
