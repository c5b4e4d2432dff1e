import { pluralPl } from '#kit/texts.ts'

export const ambassadorsTexts = {
  title: 'Ambasadorzy Lokalnej Partycypacji',
  lead: 'Ambasador to sąsiad lub sąsiadka, z którymi porozmawiasz o okolicy: na spotkaniu, przez telefon albo przy ławce.',
  count: (n: number) => `${n} ${pluralPl(n, 'osoba', 'osoby', 'osób')}`,
  empty: 'Nie ma jeszcze ambasadorów',
  emptyHint: 'Pojawią się tu po naborze i szkoleniu. Każda osoba wybiera kawałek miasta, w którym rozmawia.',
  forms: 'Formy rozmowy',
  map: 'Na mapie',
  mapLead: 'Pola z ciemną obwódką to narysowane obszary ambasadorów. Mogą na siebie zachodzić.',
  others: 'Kto jeszcze tu rozmawia',
  inDistrict: (district: string) => `co robi ambasador, ${district}`,
  overlap: (names: string) => `Obszary mogą się nakładać. W tych samych dzielnicach działają też: ${names}.`,
  since: 'Działa od',
  residents: 'Mieszkańcy obszaru',
  about: (n: number) => `około ${n.toLocaleString('pl-PL')}`,
  covered: (a: { percent: number; partly: boolean }) => `Ambasadora ma ${a.partly ? 'co najmniej' : 'do'} ${a.percent}% mieszkańców dzielnicy.`,
  coveredUnknown: 'Nie policzono jeszcze, ilu mieszkańców obejmują te obszary.',
  without: 'Dzielnice bez ambasadora',
}
