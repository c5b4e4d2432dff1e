import { pluralEn, type Same } from '#kit/texts.ts'
import type { cityTexts } from '#modules/city/city.texts.ts'

export const cityTextsEn: Same<typeof cityTexts> = {
  name: 'Wspólne Projekty',
  districts: 'Districts',
  wholeCity: 'The whole of Kraków',
  today: 'today',
  yesterday: 'yesterday',
  counts: {
    needs: n => `${n} ${pluralEn(n, 'need', 'needs')}`,
    ideas: n => `${n} ${pluralEn(n, 'idea', 'ideas')}`,
    projects: n => `${n} ${pluralEn(n, 'project', 'projects')}`,
    backings: n => `backed by ${n} ${pluralEn(n, 'person', 'people')}`,
    quiet: 'quiet so far',
  },
  span: p => (p.oneDay ? p.to : p.sameMonth ? `${p.firstDay}–${p.to}` : `${p.from} – ${p.to}`),
  untilDay: day => `until ${day}`,
  noEdition: {
    title: 'The programme is being prepared',
    lead: 'Once the city announces an edition, its calendar, its money and the first needs of neighbours will stand here.',
  },
}
