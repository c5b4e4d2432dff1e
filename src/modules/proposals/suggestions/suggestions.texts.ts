import { longDate } from '#kit/dates.ts'
import { pluralPl } from '#kit/texts.ts'

const peoplePl = (n: number) => `${n} ${pluralPl(n, 'osoba', 'osoby', 'osób')}`

export const suggestionsTexts = {
  suggest: 'Zaproponuj zmianę w tej części',
  title: (section: string) => `Propozycja zmiany: ${section}`,
  lead: 'Napisz, co zmienić i dlaczego. Autorzy odpowiedzą, a Ty powiesz, czy nowa treść to spełnia.',
  now: 'Tak jest teraz',
  empty: 'Ta część jest jeszcze pusta.',
  degree: 'Jak bardzo Ci na tym zależy',
  degrees: {
    wish: { label: 'życzenie', option: 'To życzenie: miło by było' },
    'rather-not': { label: 'wolę inaczej', option: 'Wolę, żeby tego nie było' },
    must: { label: 'warunek poparcia', option: 'To warunek: poprę projekt, jeśli tak będzie' },
    'would-withdraw': { label: 'bez tego cofam poparcie', option: 'Bez tej zmiany cofam swoje poparcie' },
  },
  words: 'Co zmienić i dlaczego',
  send: 'Wyślij propozycję',
  said: 'Propozycja jest dodana. Autorzy dostali wiadomość.',
  to: (section: string) => `do części: ${section}`,
  ask: 'Czy to, co jest teraz w projekcie, spełnia Twoją propozycję?',
  askAgain: 'Ta część zmieniła się po Twojej ocenie. Czy teraz spełnia Twoją propozycję?',
  met: { yes: 'Tak', partly: 'Częściowo', no: 'Nie' },
  metBy: {
    yes: (at: Date) => `spełniona zdaniem osoby, która ją zgłosiła (${longDate(at, 'pl')})`,
    partly: (at: Date) => `spełniona częściowo zdaniem osoby, która ją zgłosiła (${longDate(at, 'pl')})`,
    no: (at: Date) => `niespełniona zdaniem osoby, która ją zgłosiła (${longDate(at, 'pl')})`,
  },
  former: 'treść zmieniła się po ocenie, czekamy na nową',
  marked: 'Ocena zapisana.',
  notNow: 'Zmian już się teraz nie proponuje. Możesz zadać pytanie pod projektem.',
  agreement: {
    nobody: 'Nikt nie zaproponował tu zmian.',
    counted: (p: { people: number; met: number; suggestions: number }) =>
      `Propozycje zgłosiło: ${peoplePl(p.people)}. Spełnione w całości: ${p.met} z ${p.suggestions}.`,
    words: {
      all: 'Pełna zgoda.',
      most: 'Zgoda w większości.',
      part: 'Zgoda częściowa.',
      little: 'Zgody jeszcze nie ma.',
    },
    percent: (n: number) => `Zgoda: ${n}%.`,
    howTitle: 'Jak to liczymy',
    how: 'Życzenie i „wolę inaczej” mają wagę 1, warunek poparcia 3, a groźba cofnięcia poparcia 4. Propozycja spełniona liczy się cała, spełniona częściowo w połowie. Oceny starszej treści nie liczymy. Procent pokazujemy od 5 osób.',
  },
  letter: {
    subject: (p: { title: string }) => `Nowa propozycja zmiany: ${p.title}`,
    first: (p: { section: string; degree: string }) => `Ktoś proponuje zmianę w części „${p.section}”. Ważność: ${p.degree}.`,
    act: 'Przeczytaj i odpowiedz',
  },
  errors: { degree: 'Zaznacz, jak bardzo Ci na tym zależy.' },
  why: {
    'sign-in': 'Zaloguj się. Wystarczy adres e-mail.',
    'not-suggester': 'Ocenia tylko osoba, która to zaproponowała.',
    withdrawn: 'Projekt jest wycofany.',
    'no-words': 'Tej propozycji nie można już przeczytać.',
    'nothing-yet': 'Ocenisz, gdy autorzy odpowiedzą albo zmienią tę część.',
    'changed-meanwhile': 'Ta część zmieniła się przed chwilą. Przeczytaj ją i oceń jeszcze raz.',
  },
}
