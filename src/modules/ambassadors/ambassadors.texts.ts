import { pluralPl } from '#kit/texts.ts'

export const ambassadorsTexts = {
  title: 'Ambasadorzy Lokalnej Partycypacji',
  lead: 'Ambasador to sąsiad lub sąsiadka, z którymi porozmawiasz o okolicy: na spotkaniu, przez telefon albo przy ławce.',
  count: (n: number) => `${n} ${pluralPl(n, 'osoba', 'osoby', 'osób')}`,
  empty: 'Nie ma jeszcze ambasadorów',
  emptyHint: 'Pojawią się tu po naborze i szkoleniu. Każda osoba wybiera kawałek miasta, w którym rozmawia.',
  forms: 'Formy rozmowy',
}
