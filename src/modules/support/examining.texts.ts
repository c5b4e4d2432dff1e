import { longDate, startOfDay } from '#kit/dates.ts'
import type { Facts } from '#kit/facts.ts'
import { pluralPl } from '#kit/texts.ts'
import type { ExamineWhy } from '#modules/support/examining.rules.ts'

type Titled = { readonly title: string }
type Found = { readonly counted: number; readonly needed: number; readonly duplicates: number; readonly late: number }
const signatures = (n: number) => `${n} ${pluralPl(n, 'ważny podpis', 'ważne podpisy', 'ważnych podpisów')}`
const missing = (n: number) => `${n} ${pluralPl(n, 'podpisu', 'podpisów', 'podpisów')}`
/** The phone list knows the title only. */
const untilDay = (until?: string) => (until === undefined ? '' : `, termin: ${longDate(startOfDay(until), 'pl')}`)

export const examiningTexts = {
  found: (p: Found) =>
    `${signatures(p.counted)} z ${p.needed} potrzebnych.${p.duplicates > 0 ? ` Powtórzone wiersze: ${p.duplicates}.` : ''}${p.late > 0 ? ` Wiersze, które przyszły po terminie: ${p.late}.` : ''}`,
  title: { enough: 'Urząd sprawdził listę: podpisów wystarczy', tooFew: 'Urząd sprawdził listę: podpisów jest za mało' },
  on: (p: { day: string }) => `Sprawdzono: ${p.day}.`,
  again: 'Od tego sprawdzenia coś się zmieniło. Urząd sprawdzi listę jeszcze raz.',
  reopened: 'Termin przedłużono, więc wcześniejsze sprawdzenie już nie obowiązuje.',
  act: {
    title: 'Wynik sprawdzenia',
    lead: (p: Found) => `Teraz na liście: ${signatures(p.counted)} z ${p.needed}. Powtórzone: ${p.duplicates}. Po terminie: ${p.late}.`,
    go: 'Zapisz wynik sprawdzenia',
    goAgain: 'Zapisz nowy wynik sprawdzenia',
    standing: 'Ten wynik jest zapisany i nic się od niego nie zmieniło.',
    done: 'Wynik zapisany. Autorzy dostali list.',
  },
  matter: (n: number) => `${n} ${pluralPl(n, 'lista czeka', 'listy czekają', 'list czeka')} na sprawdzenie`,
  board: {
    title: 'Listy poparcia w urzędzie',
    lead: 'Najpierw listy, których czas minął i które czekają na wynik. Potem te, które jeszcze zbierają podpisy.',
    waiting: (n: number) => `Czekają na sprawdzenie: ${n}`,
    none: 'Żadna lista nie czeka na sprawdzenie.',
    collecting: 'Zbierają podpisy',
    examined: 'Sprawdzone',
    more: (n: number) => `Nie pokazano jeszcze: ${n}`,
    again: 'do sprawdzenia jeszcze raz',
    count: (p: { n: number; needed: number }) => `${p.n} z ${p.needed}`,
    enough: 'wystarczy',
    tooFew: 'za mało',
  },
  why: { 'not-over': 'Czas na podpisy jeszcze nie minął. Wynik można zapisać wcześniej, gdy podpisów już wystarczy.' } satisfies Record<
    Exclude<ExamineWhy, 'not-clerk' | 'own-matter' | 'support-off' | 'not-ready'>,
    string
  >,
  letters: {
    foot: 'Ten list wysłał program Wspólne Projekty, bo dotyczy projektu, przy którym jest Twoja nazwa. Ustawienia listów zmienisz w profilu.',
    act: 'Zobacz listę poparcia',
    missing: {
      subject: (p: Titled & { missing: number }) => `Na liście poparcia brakuje ${missing(p.missing)}: ${p.title}`,
      lead: (p: { missing: number; day: string }) => `Brakuje jeszcze ${missing(p.missing)}. Ostatni dzień: ${p.day}.`,
      how: 'Na papierze liczą się listy, które do tego dnia trafią do urzędu.',
    },
    examined: {
      enough: (p: Titled) => `Podpisów wystarczy: ${p.title}`,
      tooFew: (p: Titled) => `Podpisów jest za mało: ${p.title}`,
      what: 'Jeśli coś się nie zgadza, napisz do urzędu. Urząd może sprawdzić listę jeszcze raz albo przedłużyć termin.',
    },
    extended: {
      subject: (p: Titled) => `Więcej czasu na podpisy: ${p.title}`,
      lead: (p: { day: string }) => `Nowy ostatni dzień: ${p.day}. Listy, które przyszły po dawnym terminie, też się teraz liczą.`,
      reason: (p: { reason: string }) => `Powód: ${p.reason}`,
    },
  },
  facts: {
    'support.examined': (p: Facts['support.examined']) =>
      `sprawdzono listę poparcia projektu „${p.title}”${p.counted === undefined ? '' : `: ${signatures(p.counted)} z ${p.needed}`}`,
    'support.reminded': (p: Facts['support.reminded']) =>
      `przypomniano autorom, że na liście poparcia projektu „${p.title}” brakuje podpisów${untilDay(p.until)}`,
  },
}
