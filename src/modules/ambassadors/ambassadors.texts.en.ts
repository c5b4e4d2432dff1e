import { pluralEn, type Same } from '#kit/texts.ts'
import type { ambassadorsTexts } from '#modules/ambassadors/ambassadors.texts.ts'

export const ambassadorsTextsEn: Same<typeof ambassadorsTexts> = {
  title: 'Ambassadors of Local Participation',
  lead: 'An ambassador is a neighbour to talk with about your area: at a meeting, by phone or on a bench.',
  count: n => `${n} ${pluralEn(n, 'person', 'people')}`,
  empty: 'There are no ambassadors yet',
  emptyHint: 'They will stand here after the call and the training. Each chooses a piece of the city to talk in.',
  forms: 'Forms of participation',
  map: 'On the map',
  mapLead: 'The fields with a dark outline are the drawn areas of ambassadors. They may overlap.',
  others: 'Who else talks here',
  inDistrict: district => `what the ambassador does, ${district}`,
  overlap: names => `Areas may overlap. In the same districts also work: ${names}.`,
  since: 'Works since',
  residents: 'Residents of the area',
  about: n => `about ${n.toLocaleString('en-GB')}`,
  covered: a => `${a.partly ? 'At least' : 'Up to'} ${a.percent}% of the residents of the district have an ambassador.`,
  coveredUnknown: 'It has not been counted yet how many residents these areas cover.',
  without: 'Districts without an ambassador',
}
