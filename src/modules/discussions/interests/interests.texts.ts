import type { Facts } from '#kit/facts.ts'
import { pluralPl } from '#kit/texts.ts'

const people = (n: number) => `${n} ${pluralPl(n, 'osoba chce', 'osoby chcą', 'osób chce')}`

export const interestsTexts = {
  title: 'Wolisz rozmowę bliżej siebie?',
  lead: 'Powiedz, że przyjdziesz na rozmowę o swojej okolicy. Gdy zbierze się więcej osób, koordynator otworzy mniejszą rozmowę.',
  place: 'Okolica w słowach',
  placeHint: 'Na przykład: ulica, osiedle, przystanek. Nie podawaj numeru domu.',
  send: 'Chcę rozmowy w mojej okolicy',
  mine: 'Zapisane: chcesz rozmowy bliżej siebie.',
  change: 'Zmień miejsce',
  withdraw: 'Już nie chcę',
  said: 'Zapisane. Damy znać, gdy powstanie rozmowa Twojej okolicy.',
  withdrawn: 'Wycofane.',
  count: (n: number) => `${people(n)} rozmowy bliżej siebie.`,
  running: {
    title: 'Kto chce rozmowy bliżej siebie',
    nobody: 'Nikt jeszcze o to nie prosił. Ludzie mogą to zrobić na stronie rozmowy.',
    all: (n: number) => `${people(n)} mniejszej rozmowy.`,
    cell: (n: number) => `${n} ${pluralPl(n, 'osoba', 'osoby', 'osób')} w kwadracie 300 metrów`,
    scattered: (n: number) => `Rozproszone albo bez miejsca: ${n}. Grup mniejszych niż 3 osoby tu nie pokazujemy.`,
    words: 'Okolice w słowach',
    map: 'Mapa okolic: wydzielone rozmowy i miejsca, w których ktoś chce rozmowy',
    where: (p: { lon: string; lat: string }) => `${p.lat} N, ${p.lon} E`,
  },
  why: {
    'sign-in': 'Zaloguj się, żeby o to poprosić.',
    joined: 'Tę rozmowę połączono z inną. Poproś tam.',
    'city-wide': 'Rozmowa całego miasta nie ma okolic.',
    'point-elsewhere': 'Ten punkt leży w innej dzielnicy. Wybierz jej rozmowę.',
  },
  errors: { required: 'Wypełnij to pole.', wrong: 'Tej wartości nie rozumiemy. Wybierz jeszcze raz.', 'place-long': 'Skróć do 200 znaków.' },
  facts: {
    'talk.interest-said': (p: Facts['talk.interest-said']) => `ktoś chce mniejszej rozmowy w: ${p.title}`,
    'talk.interest-withdrawn': (p: Facts['talk.interest-withdrawn']) => `ktoś już nie chce mniejszej rozmowy w: ${p.title}`,
  },
}
