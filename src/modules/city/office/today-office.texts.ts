import { pluralPl } from '#kit/texts.ts'

const rows = (n: number) => `${n} ${pluralPl(n, 'sprawa', 'sprawy', 'spraw')}`

export const todayTexts = {
  title: 'Dziś w urzędzie',
  lead: 'Jedna lista dla całego zespołu: to, co czeka i co się spóźnia. Weź sprawę, żeby nikt nie robił jej drugi raz.',
  kinds: {
    decisions: 'Decyzje',
    requests: 'Prośby o wsparcie',
    overdue: 'Po terminie w jednostkach',
    moderation: 'Moderacja',
    meetings: 'Spotkania i protokoły',
    handovers: 'Przekazane do urzędów',
    other: 'Inne',
  },
  whose: { all: 'wszystkie', free: 'wolne', mine: 'moje' },
  sum: rows,
  filter: { kind: 'Rodzaj', everyKind: 'wszystkie rodzaje', whose: 'Czyje', show: 'Pokaż' },
  counts: 'Ile czego czeka',
  until: (day: string) => `do: ${day}`,
  late: (day: string) => `po terminie: ${day}`,
  takenBy: (p: { name: string; until: string }) => `ma to ${p.name}, do: ${p.until}`,
  mine: (until: string) => `masz to Ty, do: ${until}`,
  lateTag: 'po terminie',
  choose: (title: string) => `Zaznacz: ${title}`,
  take: 'Biorę zaznaczone',
  release: 'Oddaję zaznaczone',
  takeOne: 'Biorę',
  releaseOne: 'Oddaję',
  taken: (p: { done: number; left: number }) =>
    p.left === 0 ? `Masz teraz: ${rows(p.done)}.` : `Masz teraz: ${rows(p.done)}. Zajęte przez kogoś innego: ${p.left}.`,
  released: (n: number) => `Oddane: ${rows(n)}.`,
  nothing: 'Zaznacz co najmniej jedną sprawę.',
  none: 'Nic teraz nie czeka',
  noneHelp: 'Gdy przyjdzie zgłoszenie, ktoś coś zgłosi albo jednostka się spóźni, zobaczysz to tutaj.',
  noneHere: 'Nic takiego teraz nie czeka. Wybierz inny rodzaj.',
  together: {
    title: 'Razem, nie po jednej',
    applications: 'Decyzje o zgłoszeniach',
    moderation: 'Kolejka moderacji',
    terms: 'Kadencje ambasadorów',
    experts: 'Plan ekspertów',
  },
  advice: (unit: string) => `Jednostka się spóźnia z opinią: ${unit}`,
  question: (unit: string) => `Jednostka się spóźnia z odpowiedzią: ${unit}`,
  clash: (p: { unit: string; other: string }) => `Ta sama jednostka (${p.unit}) w tym samym czasie: ${p.other}`,
  wrong: 'Tej wartości nie rozumiemy.',
  facts: {
    'matter.taken': () => 'ktoś z urzędu wziął sprawę do załatwienia',
    'matter.released': () => 'ktoś z urzędu oddał sprawę',
  },
}
