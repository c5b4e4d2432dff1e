import { pluralEn, type Same } from '#kit/texts.ts'
import type { ambassadorsTexts } from '#modules/ambassadors/ambassadors.texts.ts'

export const ambassadorsTextsEn: Same<typeof ambassadorsTexts> = {
  title: 'Ambassadors of Local Participation',
  lead: 'An ambassador is a neighbour to talk with about your area: at a meeting, by phone or on a bench.',
  count: n => `${n} ${pluralEn(n, 'person', 'people')}`,
  empty: 'There are no ambassadors yet',
  emptyHint: 'They will stand here after the call and the training. Each chooses a piece of the city to talk in.',
  forms: 'Forms of participation',
}
