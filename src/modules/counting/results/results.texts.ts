import { pluralPl } from '#kit/texts.ts'

const n = (count: number, one: string, few: string, many: string) => `${count.toLocaleString('pl')} ${pluralPl(count, one, few, many)}`
const people = (count: number) => n(count, 'osoba', 'osoby', 'osób')
const projects = (count: number) => n(count, 'projekt', 'projekty', 'projektów')
const percent = (part: number, whole: number) =>
  whole === 0 ? '0%' : `${((100 * part) / whole).toLocaleString('pl', { minimumFractionDigits: 1, maximumFractionDigits: 1 })}%`

export const resultsTexts = {
  notYet: 'Kart tej puli nie zbadano',
  notYetHelp: 'Ta strona powstaje, gdy miasto wgra plik z kartami. Wynik głosowania jest na stronie puli.',
  back: 'Wynik tej puli',
  percent,
  people,
  fewPeople: (limit: number) => `mniej niż ${limit}`,
  hidden: '(ukryte)',
  hiddenNote: (limit: number) =>
    `Grup mniejszych niż ${people(limit)} nie pokazujemy, a gdy jest jedna taka, ukrywamy też drugą, żeby nie dało się jej odjąć.`,
  voters: {
    title: 'Co dostali głosujący',
    lead: (share: string, withWinner: number, voters: number) =>
      `${share} głosujących ma wśród zwycięzców choć jeden projekt, który sami wskazali: ${withWinner.toLocaleString('pl')} z ${people(voters)}.`,
    figures: {
      withWinner: 'ma swojego zwycięzcę',
      ballot: 'swojej karty wygrała średnio jedna osoba',
      marks: 'wskazań trafiło w zwycięzców',
      winners: 'projektów wygrało',
    },
    byWinners: 'Ilu zwycięzców wskazała jedna osoba',
    winnersOfOne: (count: number) => (count === 0 ? 'żadnego' : String(count)),
    group: 'Zwycięzców na karcie',
    size: 'Osób',
    share: 'Udział',
    money: 'Pieniądze na jedną osobę, która poparła',
    moneyHow: 'Koszt projektu podzielony przez liczbę osób, które go wskazały, zaokrąglony do złotówki.',
    project: 'Projekt',
    cost: 'Koszt',
    supporters: 'Poparło',
    each: 'Na osobę',
    never: 'Liczymy z kart bez danych osób. Żadnej pojedynczej karty tu nie widać.',
  },
  audit: {
    title: 'Czy jakaś grupa może się skarżyć',
    asked: (share: string, budget: string, voters: number) =>
      `Gdyby ${budget} podzielić po równo między ${people(voters)}, na każdą wypadłoby ${share}. Sprawdzamy, czy jest projekt, na który wystarczyłby równy udział jego zwolenników, a którzy mimo to dostali za mało.`,
    passed: 'Nie ma takiej grupy. Ten wynik przechodzi test proporcjonalności.',
    failed: (count: number) =>
      `Jest: ${n(count, 'najsilniejszy przypadek', 'najsilniejsze przypadki', 'najsilniejszych przypadków')} opisujemy niżej.`,
    complaint: (c: { title: string; people: number; share: string; cost: string; wonMost: string | undefined }) =>
      `${people(c.people)} ${pluralPl(c.people, 'poparła', 'poparły', 'poparło')} „${c.title}” za ${c.cost}. Ich równy udział to ${c.share}. ${
        c.wonMost ? `Z tego, co wskazali, każdemu wygrało najwyżej ${c.wonMost}` : 'Z tego, co wskazali, nie wygrało nic'
      }, więc projekt by się w ich udziale zmieścił.`,
    meaning:
      'To nie znaczy, że głosowanie policzono źle. Zasada „od góry listy” nie obiecuje, że każda grupa dostanie swoją część; ten test pokazuje, kiedy jej nie dała.',
    source: 'Test nazywa się EJR+ do jednego projektu (Brill i Peters 2023). Wskazanie projektu czytamy jako poparcie.',
  },
  rules: {
    title: 'Te same karty, inne zasady',
    lead: 'Kto by wygrał, gdyby te same karty policzyć inaczej. To ćwiczenie, nie ocena: przy innej zasadzie ludzie głosowaliby inaczej.',
    names: {
      real: 'Wynik miasta',
      greedy: 'Od góry listy',
      'equalshares/add1': 'Równe udziały, liczy się koszt',
      'equalshares-cardinality/add1': 'Równe udziały, liczy się liczba projektów',
      phragmen: 'Reguła Phragména',
    },
    about: {
      greedy: 'Bierzemy projekty po kolei od największej liczby punktów, dopóki starcza pieniędzy.',
      'equalshares/add1':
        'Każda osoba dostaje równą część pieniędzy. Projekt wygrywa, gdy ci, którzy go poparli, złożą się na niego; taniej dla nich, to wcześniej. Gdy coś zostaje, części rosną.',
      'equalshares-cardinality/add1': 'Tak samo, ale każdy projekt jest dla osoby wart tyle samo, więc częściej wygrywają tańsze.',
      phragmen:
        'Każdej osobie pieniądze przybywają po trochu i tak samo szybko. Gdy ci, którzy popierają projekt, uzbierają na niego, wygrywa; koniec, gdy następny się nie mieści.',
    },
    rule: 'Zasada',
    won: 'Wygrywa',
    spent: 'Wydano',
    withWinner: 'Ma swojego zwycięzcę',
    more: 'Zyskuje osób',
    fewer: 'Traci osób',
    complaints: 'Skargi grup',
    none: 'brak',
    some: 'są',
    gain: 'Zyskuje ten, kto ma wśród zwycięzców więcej wskazanych przez siebie projektów niż w wyniku miasta; traci ten, kto ma mniej.',
    numbers: 'Wyniki w liczbach',
    same: (names: readonly string[]) => `Tych samych zwycięzców, co miasto, daje zasada: ${names.join('; ').toLocaleLowerCase('pl')}.`,
    side: 'Zwycięzcy obok siebie',
    yes: 'tak',
    no: 'nie',
    legend: 'Projekty, które wygrywają choć w jednym rachunku, od największej liczby punktów.',
    topics: 'Na co idą pieniądze',
    topic: 'Temat',
    otherTopic: 'bez tematu',
    places: 'Gdzie leżą zwycięzcy',
    placesNote: 'Każde kółko to zwycięski projekt, którego miejsce jest w pliku. Bez miejsca:',
    projects,
  },
}
