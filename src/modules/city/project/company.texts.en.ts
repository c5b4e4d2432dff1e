import type { Same } from '#kit/texts.ts'
import type { companyTexts } from '#modules/city/project/company.texts.ts'

export const companyTextsEn: Same<typeof companyTexts> = {
  meetings: { title: 'Next meetings', all: 'All meetings' },
  talks: { title: 'Talks', lately: 'Where people talk now', all: 'All talks' },
  ambassadors: {
    title: 'Ambassadors',
    lead: 'They invite neighbours to talk and help them write. Anybody may come to them.',
    all: 'All ambassadors',
  },
}
