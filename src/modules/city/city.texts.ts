import { pluralPl } from '#kit/texts.ts'

export const cityTexts = {
  name: 'Wspólne Projekty',
  districts: 'Dzielnice',
  wholeCity: 'Cały Kraków',
  today: 'dziś',
  yesterday: 'wczoraj',
  counts: {
    needs: (n: number) => `${n} ${pluralPl(n, 'potrzeba', 'potrzeby', 'potrzeb')}`,
    ideas: (n: number) => `${n} ${pluralPl(n, 'pomysł', 'pomysły', 'pomysłów')}`,
    projects: (n: number) => `${n} ${pluralPl(n, 'projekt', 'projekty', 'projektów')}`,
    backings: (n: number) => `${n} ${pluralPl(n, 'osoba popiera', 'osoby popierają', 'osób popiera')}`,
    quiet: 'jeszcze cicho',
  },
  span: (p: { from: string; to: string; sameMonth: boolean; oneDay: boolean; firstDay: string }) =>
    p.oneDay ? p.to : p.sameMonth ? `${p.firstDay}–${p.to}` : `${p.from} – ${p.to}`,
  untilDay: (day: string) => `do ${day}`,
  noEdition: {
    title: 'Program dopiero się szykuje',
    lead: 'Gdy miasto ogłosi edycję, zobaczysz tu kalendarz, pieniądze i pierwsze potrzeby sąsiadów.',
  },
}
