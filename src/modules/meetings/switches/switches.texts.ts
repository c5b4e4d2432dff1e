import type { Facts } from '#kit/facts.ts'
import { genitiveDay, pluralPl } from '#kit/texts.ts'

const meetings = (n: number) => `${n} ${pluralPl(n, 'spotkanie', 'spotkania', 'spotkań')}`
const people = (n: number) => `${n} ${pluralPl(n, 'osoba', 'osoby', 'osób')}`

export const switchesTexts = {
  meetings,
  people,
  pathNames: { district: 'ścieżka dzielnicowa', city: 'ścieżka miejska' },
  hows: { online: 'online, pod adresem w internecie', phone: 'przez telefon', async: 'na piśmie, przez 72 godziny' },
  form: {
    title: 'Formuła online',
    lead: 'Jednym krokiem zamienisz spotkania na sali w zdalne. Zapisy zostają, a wszyscy dostaną wiadomość.',
    now: 'Spotkania na sali, które są przed nami',
    none: 'Nie ma teraz żadnego spotkania na sali.',
    nowLine: (p: { path: string; meetings: number; people: number }) => `${p.path}: ${meetings(p.meetings)}, zapisane: ${people(p.people)}`,
    path: 'Która ścieżka',
    from: 'Od którego dnia',
    fromHint: 'Wszystkie spotkania od tego dnia. Każde możesz potem przywrócić na salę.',
    how: 'W jaki sposób',
    link: 'Adres spotkań online',
    linkHint: 'W miejsce {numer} wpiszemy numer spotkania. Adres każdego spotkania możesz potem zmienić.',
    phone: 'Telefon spotkań',
    phoneHint: 'Na przykład: 12 000 00 00, kod {numer}.',
    reason: 'Powód',
    reasonHint: 'Przeczytają go wszyscy. Napisz wprost, dlaczego.',
    send: 'Zamień spotkania na zdalne',
    earlier: 'Wcześniejsze zmiany',
    empty: 'Formuły online jeszcze nie użyto.',
    emptyHint: 'Gdy jej użyjesz, zobaczysz tu, które spotkania zmieniono i ile osób już wie.',
    line: (p: { path: string; how: string; day: string }) => `${p.path}: ${p.how}, od ${genitiveDay(p.day)}`,
  },
  page: {
    title: 'Zmiana na formułę online',
    lead: 'Co zmieniono, dlaczego i ile osób już o tym wie.',
    path: 'Ścieżka',
    how: 'Sposób',
    from: 'Od dnia',
    reason: 'Powód',
    made: 'Zmieniono',
    told: 'Powiadomienia',
    progress: (p: { told: number; all: number }) => `${p.told} z ${p.all}`,
    all: 'Wszystkie osoby są już powiadomione albo na liście telefonicznej.',
    going: 'Listy wychodzą po kolei. Tę stronę można zamknąć i wrócić tu później.',
    refresh: 'Sprawdź, ile osób już wie',
    phoneList: 'Osoby bez e-maila: lista telefoniczna do druku',
    list: 'Spotkania',
    back: 'Przywróć na salę',
    returned: 'wróciło na salę',
    edit: 'Zmień adres lub telefon',
  },
  banner: {
    title: 'Zdalnie zamiast na sali',
    meeting: (p: { how: string }) => `To spotkanie miało być na sali. Odbędzie się ${p.how}. Zapisy zostały.`,
    list: (p: { path: string; how: string; day: string }) => `${p.path}: od ${genitiveDay(p.day)} spotykamy się ${p.how}. Zapisy zostały.`,
    reason: (reason: string) => `Powód: ${reason}`,
  },
  flash: {
    switched: 'Spotkania są zdalne. Listy już wychodzą.',
    returned: 'Spotkanie wraca na salę. Zapisane osoby dostaną wiadomość.',
  },
  why: {
    'not-coordinator': 'Formułę online włącza i cofa koordynacja programu.',
    'no-edition': 'Nie ma teraz edycji, w której można to zrobić.',
    'nothing-to-switch': 'Na tej ścieżce nie ma od tego dnia żadnego spotkania na sali.',
    'link-missing': 'Podaj adres spotkań online.',
    'bad-link': 'Adres musi zaczynać się od https:// i nie może mieć spacji.',
    'phone-missing': 'Podaj telefon spotkań.',
    'not-switched': 'To spotkanie nie zostało zamienione na zdalne albo już wróciło na salę.',
  },
  errors: {
    required: 'Uzupełnij to pole.',
    wrong: 'Popraw to pole.',
    'bad-day': 'Podaj dzień, na przykład 2026-04-01.',
    'reason-missing': 'Napisz powód, co najmniej 10 znaków.',
    'too-much': 'To za długi tekst. Skróć go.',
  },
  facts: {
    'meetings.switched': (p: Facts['meetings.switched']) =>
      `zamieniono spotkania na sali w zdalne (${p.path === 'city' ? 'ścieżka miejska' : 'ścieżka dzielnicowa'}, ${meetings(p.meetings)}). Powód: ${p.reason}`,
    'meeting.went-online': (p: Facts['meeting.went-online']) =>
      `spotkanie „${p.title}” odbędzie się zdalnie zamiast na sali${p.reason ? `. Powód: ${p.reason}` : ''}`,
    'meeting.returned-to-hall': (p: Facts['meeting.returned-to-hall']) => `spotkanie „${p.title}” wraca na salę`,
  },
}
