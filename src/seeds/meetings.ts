import type { PaperHow } from '#modules/meetings/attendance/attendance.rules.ts'
import type { MeetingKind, Way } from '#modules/meetings/meetings.rules.ts'
import type { CastKey } from '#seeds/cast.ts'

export type SeededMeeting = {
  readonly name: string
  readonly where: number | 'city'
  readonly kind?: MeetingKind
  readonly way?: Way
  readonly title: string
  readonly about: string
  readonly agenda?: readonly string[]
  readonly questions?: readonly string[]
  /** Days from today; below nought it is past. */
  readonly day: number
  readonly from: string
  readonly to: string
  readonly place?: string
  readonly capacity?: number
  readonly sign?: true
  readonly steps?: 'step-free' | 'ramp' | 'steps' | 'unknown'
  readonly comes?: readonly CastKey[]
  readonly neighbours?: readonly string[]
  readonly draft?: true
  readonly cancelled?: string
  /** How many came: ticked from the list, and counted from paper. */
  readonly came?: number
  readonly paper?: PaperHow
  readonly expert?: readonly [unit: string, topic: string, who?: CastKey]
}

const common = ['Czego brakuje w okolicy najbardziej?', 'Komu to przeszkadza i kiedy?', 'Co już działa i warto tego nie psuć?']
const plan = ['Powitanie i kawa', 'Po co się spotykamy, w pięć minut', 'Rozmowa przy stolikach', 'Co dalej i kto co zrobi']

export const meetings: readonly SeededMeeting[] = [
  {
    ...{ name: 'zablocie', where: 13, day: -9, from: '18:00', to: '20:00', place: 'Filia biblioteki, sala na parterze', came: 14 },
    title: 'Czego brakuje na Zabłociu?',
    about: 'Pierwsze spotkanie sąsiedzkie. Mówimy o cieniu, ławkach i drodze do szkoły. Nie trzeba się przygotowywać.',
    ...{ agenda: plan, questions: common, comes: ['marta', 'jurij', 'olga'], neighbours: ['Anna Gil', 'Feliks Borowy'], paper: 'returned' },
  },
  {
    ...{ name: 'skwer', where: 13, day: 6, from: '18:00', to: '20:00', place: 'Filia biblioteki, sala na parterze', capacity: 6, sign: true },
    title: 'Skwer przy torach: od potrzeb do pomysłu',
    about: 'Mamy już dziesięć potrzeb. Zrobimy z nich jeden pomysł, na który zgodzą się wszyscy.',
    ...{ agenda: plan, questions: ['Co na skwerze jest najważniejsze?', 'Co robimy, gdy pieniędzy starczy na połowę?'] },
    ...{ comes: ['marta', 'jurij', 'tadeusz', 'olga'], neighbours: ['Anna Gil', 'Feliks Borowy', 'Irma Lasota', 'Józef Drab'] },
    expert: ['ZZM', 'Drzewa i ławki przy torach', 'ewa'],
  },
  {
    ...{ name: 'dyzur-podgorze', where: 13, kind: 'office-hours', day: 2, from: '16:00', to: '18:00', place: 'Kawiarenka sąsiedzka przy rynku' },
    title: 'Dyżur ambasadora w Podgórzu',
    about: 'Przyjdź z pytaniem, kartką albo samym kłopotem. Pomogę to zapisać.',
    comes: ['marta'],
  },
  {
    ...{ name: 'stare-miasto', where: 1, day: -6, from: '17:00', to: '19:00', place: 'Szkoła podstawowa, świetlica', came: 9, steps: 'ramp' },
    title: 'Cisza i zieleń w Starym Mieście',
    about: 'Podwórka, hałas i miejsca, w których można odetchnąć. Spotkanie dla mieszkających w centrum.',
    ...{ agenda: plan, questions: common, neighbours: ['Ludmiła Kosek'], paper: 'destroyed' },
  },
  {
    ...{ name: 'grzegorzki', where: 2, way: 'online', day: 4, from: '19:00', to: '20:30' },
    title: 'Grzegórzki wieczorem, bez wychodzenia z domu',
    about: 'Rozmowa online dla tych, którzy usypiają dzieci. Można też dołączyć telefonem.',
    ...{ questions: common, comes: ['jurij'] },
  },
  {
    ...{ name: 'pradnik-czerwony', where: 3, way: 'mixed', day: 8, from: '17:30', to: '19:30', place: 'Klub osiedlowy', capacity: 30, sign: true },
    title: 'Plac, na którym spotkają się trzy pokolenia',
    about: 'Część osób usiądzie przy stole, część na ekranie. Pytania są te same.',
    ...{ agenda: plan, questions: common, expert: ['ZIS', 'Siłownia pod chmurką i boisko'] },
  },
  {
    ...{ name: 'pradnik-bialy', where: 4, way: 'async', day: -1, from: '08:00', to: '09:00' },
    title: 'Prądnik Biały na piśmie: trzy dni na odpowiedź',
    about: 'Dla tych, którzy pracują na zmiany. Te same pytania, odpowiadasz, kiedy możesz.',
    ...{ questions: common, comes: ['tadeusz'] },
  },
  {
    ...{ name: 'krowodrza', where: 5, kind: 'marathon', day: 9, from: '10:00', to: '16:00', place: 'Dom kultury, pracownia', capacity: 20 },
    title: 'Maraton pisania projektów w Krowodrzy',
    about: 'Sześć godzin, komputery, herbata i osoba z urzędu, która odpowie na pytania.',
    ...{
      agenda: ['Jak wygląda dobry projekt', 'Pisanie w parach', 'Przerwa na zupę', 'Kosztorys krok po kroku'],
      expert: ['ZDMK', 'Chodniki i przejścia', 'irena'],
    },
  },
  {
    ...{ name: 'bronowice', where: 6, day: 11, from: '18:00', to: '19:30', place: 'Sala parafialna', steps: 'steps' },
    title: 'Droga do tramwaju w Bronowicach',
    about: 'Gdzie jest ciemno, gdzie brakuje chodnika, gdzie boimy się przejść.',
    ...{ agenda: plan, questions: common, cancelled: 'Prowadząca zachorowała. Nowy termin podamy w przyszłym tygodniu.', comes: ['olga'] },
  },
  {
    ...{ name: 'debniki', where: 8, day: -4, from: '18:00', to: '20:00', place: 'Szkoła podstawowa, aula', came: 22 },
    title: 'Dębniki nad wodą',
    about: 'Bulwary, zejścia do rzeki i toalety. Przyszło wiele rodzin z dziećmi.',
    ...{ agenda: plan, questions: common, comes: ['monika'], neighbours: ['Kazimierz Stoch', 'Ola Przybyła'] },
  },
  {
    ...{ name: 'podgorze-duch', where: 11, day: 13, from: '17:00', to: '19:00', place: 'Klub seniora, parter', steps: 'step-free' },
    title: 'Podgórze Duchackie: ławka co dwieście metrów',
    about: 'Liczymy razem, gdzie można usiąść po drodze do przychodni. Weź ze sobą sąsiadkę.',
    ...{ agenda: plan, questions: common, comes: ['halina'] },
  },
  {
    ...{ name: 'biezanow', where: 12, kind: 'office-hours', way: 'phone', day: 3, from: '10:00', to: '12:00' },
    title: 'Dyżur telefoniczny w Bieżanowie-Prokocimiu',
    about: 'Zadzwoń i powiedz, czego brakuje. Zapiszemy to Twoimi słowami.',
  },
  {
    ...{ name: 'czyzyny', where: 14, day: -12, from: '18:00', to: '20:00', place: 'Biblioteka, czytelnia', came: 11 },
    title: 'Czyżyny: szkoła, pas startowy i psy',
    about: 'Trzy sprawy, o które pyta każdy. Rozmawialiśmy przy mapie.',
    ...{ agenda: plan, questions: common, paper: 'returned' },
  },
  {
    ...{ name: 'mistrzejowice', where: 15, day: 15, from: '17:30', to: '19:30', place: 'Dom kultury, sala 3', draft: true },
    title: 'Mistrzejowice: podwórka od nowa',
    about: 'Szkic spotkania, czeka na potwierdzenie sali.',
    agenda: plan,
  },
  {
    ...{ name: 'bienczyce', where: 16, day: 7, from: '17:00', to: '19:00', place: 'Szkoła podstawowa, stołówka', capacity: 40 },
    title: 'Bieńczyce: rowery, wózki i progi',
    about: 'Przejdziemy razem trzy ulice, potem usiądziemy i zapiszemy, co przeszkadza.',
    ...{ agenda: ['Spacer', 'Rozmowa przy stolikach', 'Co dalej'], questions: common, comes: ['olga'] },
  },
  {
    ...{ name: 'nowa-huta', where: 18, day: -3, from: '16:00', to: '18:00', place: 'Ośrodek kultury, hol', came: 17 },
    title: 'Nowa Huta: trawnik, nie parking',
    about: 'O miejscach, które zarastają samochodami. Przyszli też pracownicy zieleni.',
    ...{ agenda: plan, questions: common, comes: ['tadeusz'], expert: ['ZZM', 'Trawniki i nasadzenia', 'ewa'] },
  },
  {
    ...{ name: 'nowa-huta-2', where: 18, day: 10, from: '18:00', to: '20:00', place: 'Ośrodek kultury, hol', capacity: 60 },
    title: 'Nowa Huta: piszemy projekt razem',
    about: 'Ciąg dalszy rozmowy o trawnikach. Przyjdź, nawet jeśli nie było Cię poprzednio.',
    ...{ agenda: plan, comes: ['tadeusz'] },
  },
  {
    ...{ name: 'zwierzyniec', where: 7, day: -15, from: '17:00', to: '19:00', place: 'Klub na osiedlu', came: 8 },
    title: 'Salwator i Zwierzyniec bez samochodu',
    about: 'Autobus, rower i spacer. Krótkie spotkanie, długa lista potrzeb.',
    ...{ agenda: plan, questions: common, paper: 'none' },
  },
  {
    ...{
      name: 'miasto-zielen',
      where: 'city',
      day: -8,
      from: '17:00',
      to: '20:00',
      place: 'Miejskie Centrum Dialogu, sala duża',
      came: 31,
      sign: true,
    },
    title: 'Zieleń w całym mieście: otwarcie ścieżki miejskiej',
    about: 'Sprawy większe niż jedna dzielnica. Zaczynamy od pytań, na które odpowiada miasto.',
    ...{
      agenda: plan,
      questions: common,
      comes: ['marta', 'tadeusz', 'olga', 'jurij'],
      neighbours: ['Anna Gil'],
      paper: 'returned',
      expert: ['KEGW', 'Deszczówka i cień'],
    },
  },
  {
    ...{ name: 'miasto-szkoly', where: 'city', day: 12, from: '17:00', to: '19:30', place: 'Miejskie Centrum Dialogu, sala duża', capacity: 80 },
    title: 'Bezpieczna droga do szkoły w każdej dzielnicy',
    about: 'Rodzice, uczniowie i urząd przy jednym stole. Szukamy jednego rozwiązania dla wielu szkół.',
    ...{ agenda: plan, questions: common, comes: ['marta', 'jurij'], expert: ['WE', 'Otoczenie szkół'] },
  },
  {
    ...{ name: 'miasto-seniorzy', where: 'city', day: 16, from: '11:00', to: '13:00', place: 'Klub seniora, sala widowiskowa', capacity: 50 },
    title: 'Miasto, po którym da się chodzić powoli',
    about: 'O krótkich światłach, ławkach i schodach. Spotkanie w południe, z herbatą.',
    ...{ agenda: plan, questions: common, comes: ['halina', 'tadeusz'] },
  },
  {
    ...{ name: 'miasto-woda', where: 'city', day: 19, from: '18:00', to: '20:00', place: 'Szkoła wyższa, aula', capacity: 100 },
    title: 'Woda w mieście: deszczówka i kąpieliska',
    about: 'Co zrobić z wodą, gdy jest jej za dużo i gdy brakuje.',
    ...{ agenda: plan, questions: common, comes: ['olga'] },
  },
]
