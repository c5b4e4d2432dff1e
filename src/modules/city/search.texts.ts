import { pluralPl } from '#kit/texts.ts'

export const searchTexts = {
  title: 'Szukaj',
  lead: 'Szukamy w potrzebach, pomysłach, projektach, stronach i poprzednich edycjach. Literówki i odmiana słów nie przeszkadzają.',
  label: 'Czego szukasz?',
  hint: 'Na przykład: ławki na placu, Łąkowa, BO.D13.1/20',
  go: 'Szukaj',
  short: 'Wpisz co najmniej trzy litery.',
  found: (n: number) => `Znaleziono ${n} ${pluralPl(n, 'rzecz', 'rzeczy', 'rzeczy')}.`,
  none: (q: string) => `Nic nie pasuje do „${q}”`,
  noneHelp: 'Spróbuj jednego słowa zamiast zdania albo zobacz swoją dzielnicę.',
  all: 'Pokaż więcej',
  kinds: {
    places: 'Dzielnice',
    needs: 'Potrzeby',
    ideas: 'Pomysły',
    projects: 'Szkice i projekty',
    pages: 'Strony programu',
    archive: 'Poprzednie edycje',
  },
  archived: (p: { year: number; place: string; votes: number }) =>
    `edycja ${p.year} · ${p.place} · ${p.votes} ${pluralPl(p.votes, 'głos', 'głosy', 'głosów')}`,
  won: 'wygrał',
  addNeed: 'Powiedz, czego brakuje',
}
