import { pluralPl } from '#kit/texts.ts'

export const plainLanguageTexts = {
  title: 'Czy tekst jest prosty?',
  check: 'Sprawdź język',
  tooShort: 'Napisz co najmniej dwadzieścia słów, a policzymy, jak trudno się je czyta.',
  polishOnly: 'Liczymy to dla polszczyzny.',
  levels: {
    plain: 'Prosty: zrozumie prawie każdy.',
    fair: 'Średni: większość zrozumie, ale warto skrócić zdania.',
    hard: 'Trudny: wiele osób przerwie czytanie.',
  },
  index: (p: { index: string; words: number; sentences: number }) =>
    `Indeks ${p.index}: tyle lat nauki trzeba, żeby czytać bez wysiłku. Policzono z ${p.words} ${pluralPl(p.words, 'słowa', 'słów', 'słów')} w ${p.sentences} ${pluralPl(p.sentences, 'zdaniu', 'zdaniach', 'zdaniach')}.`,
  formula: 'Wzór Walerego Pisarka (1969): ½ · √(średnia długość zdania² + odsetek słów od czterech sylab²).',
  longSentences: (max: number) => `Zdania dłuższe niż ${max} słów. Spróbuj je podzielić:`,
  longWords: 'Długie słowa. Jeśli się da, zamień je na krótsze:',
  officialese: 'Urzędowe zwroty i prostsze słowa:',
  pair: (p: { found: string; plainer: string }) => `„${p.found}” → ${p.plainer}`,
}
