import { longDate, startOfDay } from '#kit/dates.ts'
import { formatMoney } from '#kit/money.ts'
import { pluralPl } from '#kit/texts.ts'
import { calendarTexts } from '#modules/programme/calendar.texts.ts'
import type { About, FindingCode, FindingSays } from '#modules/programme/editions/lint.rules.ts'
import type { Unknown } from '#modules/programme/programme.rules.ts'

const money = (grosze = 0) => formatMoney(grosze, 'pl')
const day = (typed = '') => longDate(startOfDay(typed), 'pl')
/** `territories` come as names: the page puts them in. */
const places = (about: About) => (about.territories && about.territories.length > 0 ? ` Dotyczy: ${about.territories.join(', ')}.` : '')

const unknowns = {
  'round-dates': 'terminy rund rozmowy, opinii i warsztatów',
  'later-dates': 'późniejsze terminy',
  'district-amounts': 'kwoty dzielnic',
  'cost-floors': 'najniższe koszty projektów',
  'cost-caps': 'najwyższe koszty projektów',
  picks: 'liczba wybieranych projektów',
  'ambassador-age': 'wiek ambasadorów',
  'tie-rule': 'zasada przy równych wynikach',
  'title-limit': 'długość tytułu',
  'completion-days': 'dni na uzupełnienie braków',
} as const satisfies Record<Unknown, string>

const codes = {
  'pools-share': ['Wysokość budżetu', 'ustawa o samorządzie gminnym, art. 5a ust. 5'],
  'pool-limits': ['Limity kosztów', 'uchwała o pulach'],
  'support-count': ['Liczba podpisów poparcia', 'ustawa o samorządzie gminnym, art. 5a ust. 7 pkt 2'],
  'protest-phase': ['Protesty', 'ustawa o samorządzie gminnym, art. 5a ust. 7 pkt 3'],
  'calendar-order': ['Kolejność terminów', 'uchwała i ogłoszenie prezydenta'],
  'vote-age': ['Wiek głosujących', 'orzeczenia sądów: głosują mieszkańcy, nie tylko dorośli'],
  'submission-age': ['Wiek składających projekt', 'orzeczenia sądów: składają mieszkańcy, nie tylko dorośli'],
  'identity-data': ['Dane wymagane do głosowania', 'RODO; NSA I GSK 1193/20'],
  residence: ['Zamieszkanie, nie meldunek', 'ustawa o samorządzie gminnym, art. 5a'],
  'equal-ballots': ['Równość głosowania', 'ustawa o samorządzie gminnym, art. 5a ust. 7'],
  'direct-vote': ['Bezpośredniość głosowania', 'ustawa o samorządzie gminnym, art. 5a ust. 4 i 7'],
  'rules-in-time': ['Zasady przed składaniem projektów', 'ustawa o samorządzie gminnym, art. 5a ust. 7'],
  'ties-end': ['Równe wyniki', 'ustawa o samorządzie gminnym, art. 5a ust. 7 pkt 4'],
  accessibility: ['Deklaracja dostępności', 'ustawa o dostępności cyfrowej z 4 kwietnia 2019 r.'],
  retention: ['Usunięcie danych osobowych', 'RODO, art. 5 ust. 1 lit. e'],
  unconfirmed: ['Wartości do potwierdzenia', 'uchwała i ogłoszenie prezydenta'],
} as const satisfies Record<FindingCode, readonly [title: string, law: string]>

export const lintTexts = {
  unknowns,
  titleOf: (code: FindingCode): string => codes[code][0],
  lawOf: (code: FindingCode): string => codes[code][1],
  levels: { ok: 'w porządku', warn: 'ostrzeżenie', block: 'blokuje' },
  says: {
    fine: () => 'Zgodne z wymaganiem.',
    'expenditure-missing': a => `Suma pul to ${money(a.money)}. Wpisz wydatki gminy z ostatniego sprawozdania, aby sprawdzić 0,5%.`,
    'share-too-small': a => `Suma pul to ${money(a.money)}, a musi być co najmniej ${money(a.floor)} (0,5% wydatków).`,
    'cap-over-pool': a => `Najwyższy koszt projektu przekracza całą pulę.${places(a)}`,
    'no-pools': () => 'Edycja nie ma żadnej puli pieniędzy.',
    'support-too-many': a =>
      `${pluralPl(a.count ?? 0, `${a.count} podpis`, `${a.count} podpisy`, `${a.count} podpisów`)} to więcej niż 0,1% mieszkańców obszaru.${places(a)}`,
    'population-missing': a => `Brakuje liczby mieszkańców, więc nie da się sprawdzić granicy 0,1%.${places(a)}`,
    'no-protests': () => 'W kalendarzu brakuje protestów.',
    'no-review-results': () => 'W kalendarzu brakuje dnia ogłoszenia wyników weryfikacji.',
    'protests-before-results': a => `Protesty zaczynają się przed ogłoszeniem wyników weryfikacji (${day(a.day)}).`,
    'vote-before-protests-end': a => `Głosowanie zaczyna się, zanim skończą się protesty (${day(a.day)}).`,
    'phase-missing': a => `W kalendarzu brakuje: ${(a.kinds ?? []).map(kind => calendarTexts.phases[kind]).join(', ')}.`,
    'age-floor': a => `Wymagany wiek to ${a.count} lat. Sądy i Rzecznik Praw Obywatelskich podważają takie granice.`,
    'sensitive-data': a =>
      `Wymagane są dane podważane przez sądy: ${(a.items ?? []).map(item => (item === 'pesel' ? 'PESEL' : 'numer telefonu')).join(', ')}. Napisz, dlaczego są konieczne, i dołącz ocenę skutków dla ochrony danych.`,
    'registration-required': () => 'Nie wolno wymagać meldunku: głosuje każda osoba, która mieszka w mieście.',
    'ballots-unequal': () => 'Wszyscy muszą mieć tyle samo głosów o tej samej wadze.',
    'picks-wrong': () => 'Liczby wybieranych projektów i punkty nie pasują do siebie.',
    'not-direct': () => 'O wyniku mogą decydować tylko głosy mieszkańców, bez delegatów i bez głosów urzędu.',
    'submission-missing': () => 'W kalendarzu brakuje składania projektów.',
    'too-late': a => `Zasady trzeba ogłosić przed pierwszym dniem składania projektów (${day(a.day)}).`,
    'no-lot': () => 'Lista rozstrzygnięć przy równych wynikach nie kończy się losowaniem, więc remis może zostać nierozstrzygnięty.',
    'statement-missing': () => 'Miasto nie ogłosiło jeszcze deklaracji dostępności.',
    'statement-old': a => `Ostatni przegląd deklaracji (${day(a.day)}) był rok temu lub dawniej.`,
    'retention-missing': () => 'Ustal dzień, do którego usuniemy dane osobowe z tej edycji.',
    'retention-too-early': a => `Dzień usunięcia danych musi być po ogłoszeniu wyników (${day(a.day)}).`,
    'to-confirm': a => `Wzór nie zna tych wartości, wpisano propozycję: ${(a.unknown ?? []).map(name => unknowns[name]).join(', ')}.`,
  } satisfies Record<FindingSays, (a: About) => string> as Record<FindingSays, (a: About) => string>,
}
