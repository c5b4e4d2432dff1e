import { pluralPl } from '#kit/texts.ts'

const lines = (count: number) => `${count} ${pluralPl(count, 'wiersz', 'wiersze', 'wierszy')}`
const plots = (count: number) => `${count} ${pluralPl(count, 'działka', 'działki', 'działek')}`

/** Words that every table of an office needs. */
const table = {
  columns: 'Kolumny (pierwszy wiersz to ich nazwy)',
  file: 'Plik CSV',
  fileHint: 'Z arkusza: „Zapisz jako CSV”. Plik albo wklejony tekst, nie oba.',
  text: 'Albo wklej tabelę',
  preview: 'Pokaż, co się zmieni',
  previewTitle: 'To się zmieni',
  save: 'Zapisz zmiany',
  faults: 'Popraw te wiersze. Nic nie zapisano.',
  fault: (line: number, sentence: string) => `Wiersz ${line}: ${sentence}`,
  andMore: (count: number) => `I jeszcze ${count}.`,
  noTable: 'Wybierz plik albo wklej tabelę.',
  tooBig: 'Plik jest za duży. Największy może mieć 5 MB.',
  nothing: 'Tabela jest taka sama jak zapisana. Nie ma czego zapisywać.',
}
const why = {
  'no-column': (what: string) => `brakuje kolumny „${what}”.`,
  empty: () => 'tabela nie ma żadnych wierszy.',
  values: (what: string) => `liczba pól nie zgadza się z liczbą kolumn (${what}).`,
  missing: (what: string) => `pole „${what}” jest puste.`,
  'too-long': (what: string) => `pole jest za długie (${what} znaków).`,
  twice: (what: string) => `„${what}” występuje drugi raz.`,
  'not-csv': (what: string) => `tego nie da się odczytać jako CSV (${what}).`,
}

export const registersTexts = {
  facts: {
    'competences.changed': (p: { added: number; removed: number }) =>
      `zmieniono tabelę właściwości jednostek (dodano ${lines(p.added)}, usunięto ${lines(p.removed)})`,
    'plots.imported': (p: { rows: number; removed: number }) =>
      `wczytano dane o działkach (${plots(p.rows)}${p.removed > 0 ? `, usunięto ${plots(p.removed)}` : ''})`,
  },
  competences: {
    title: 'Która jednostka odpowiada',
    lead: 'Według tej tabeli program podpowiada jednostkę, gdy ktoś prosi o opinię albo gdy pytanie trafiło nie tam. Człowiek może wybrać inaczej.',
    empty: 'Tabela jest pusta',
    emptyHint: 'Dodaj pierwszy wiersz albo wczytaj tabelę. Do tego czasu osoba, która pyta, sama wybiera jednostkę.',
    topics: 'Tematy',
    topicsHint: 'Słowa oddzielone przecinkami, w dowolnej formie, na przykład: drzewa, plac zabaw. Wystarczy, że pasuje jedno.',
    place: 'Dzielnica',
    anywhere: 'wszędzie',
    manager: 'Kto zarządza terenem',
    managerHint: 'Tak jak w danych o działkach. Puste: ktokolwiek.',
    anyTopic: 'każdy temat',
    anybody: 'ktokolwiek',
    unit: 'Jednostka',
    choose: 'Wybierz',
    caption: 'Tabela właściwości',
    act: 'Zmiana',
    add: 'Dodaj wiersz',
    remove: 'Usuń',
    removeWhich: (what: string) => `: ${what}`,
    toImport: 'Wczytaj całą tabelę z pliku CSV',
    toPlots: 'Dane o działkach',
    added: 'Dodano wiersz.',
    removed: 'Usunięto wiersz.',
    errors: { required: 'Uzupełnij to pole.', wrong: 'Sprawdź to pole.', long: 'Tekst jest za długi. Skróć go.', choose: 'Wybierz jednostkę.' },
    openLine: 'Podaj temat, dzielnicę albo zarządcę. Inaczej każde pytanie trafiłoby do tej jednostki.',
    import: {
      ...table,
      title: 'Tabela właściwości: wczytaj',
      lead: 'Wczytana tabela zastępuje całą dotychczasową.',
      now: (count: number) => `Teraz w tabeli: ${lines(count)}.`,
      columnsHint:
        'Wymagana: jednostka (skrót). Dalej: temat (słowa po przecinku), miejsce (numer lub nazwa dzielnicy), zarzadca. Puste pole znaczy: dowolny. Jedno z trzech musi być wypełnione.',
      example: 'temat;miejsce;zarzadca;jednostka\ndrzewa, zieleń, park;;;ZZM\nchodnik, jezdnia;;;ZDMK\n;;Zarząd Budynków Komunalnych;ZBK',
      added: (count: number) => `Nowe: ${lines(count)}`,
      gone: (count: number) => `Znikną: ${lines(count)}`,
      same: (count: number) => `Bez zmian: ${lines(count)}.`,
      done: (added: number, gone: number) => `Zapisano. Nowe: ${added}, usunięte: ${gone}.`,
      why: {
        ...why,
        'no-such-district': (what: string) => `nie ma takiej dzielnicy: „${what}”.`,
        'no-such-unit': (what: string) => `nie ma jednostki o skrócie „${what}”.`,
        'open-line': () => 'temat, miejsce albo zarządca musi być podany.',
      },
    },
  },
  plots: {
    caption: 'Działki',
    plan: (title: string) => `Plan: działki i „${title}”`,
    ofAuthors: (shape: string) => `Zaznaczone przez autorów. ${shape}`,
    onPlan: (numbers: string) => `Działki: ${numbers}`,
    columns: { number: 'Numer', precinct: 'Obręb', manager: 'Zarządca', status: 'Stan prawny' },
    import: {
      ...table,
      title: 'Dane o działkach: wczytaj',
      lead: 'Ekspert zobaczy je przy pytaniu, którego miejsce leży na działce albo które podaje jej numer.',
      now: (count: number) => `Teraz zapisane: ${plots(count)}.`,
      columnsHint:
        'Wymagane: numer, obreb, zarzadca, stan. Dodatkowe: lon i lat, czyli dowolny punkt wewnątrz działki, oraz obrys w zapisie WKT (POLYGON). Z obrysem liczy się, co leży na działce, bez niego: co leży do 60 m od punktu. Nie wpisuj nazwisk: przy działce prywatnej zarządca to „prywatna”.',
      example: 'numer;obreb;zarzadca;stan;lon;lat\n214/7;14 Podgórze;Zarząd Zieleni Miejskiej;własność gminy;19.9612;50.0371',
      removing: 'Usuń działki, których nie ma w tej tabeli',
      added: (count: number) => `Nowe: ${plots(count)}`,
      changed: (count: number) => `Zmienione: ${plots(count)}`,
      gone: (count: number) => `Znikną: ${plots(count)}`,
      same: (count: number) => `Bez zmian: ${plots(count)}.`,
      done: (added: number, changed: number, gone: number) => `Zapisano. Nowe: ${added}, zmienione: ${changed}, usunięte: ${gone}.`,
      why: {
        ...why,
        number: (what: string) => `„${what}” to nie jest numer działki, na przykład 214/7.`,
        point: (what: string) => `„${what}” to nie są współrzędne.`,
        outline: (what: string) =>
          `„${what}” to nie jest obrys w zapisie WKT i w stopniach, na przykład POLYGON ((19.96 50.03, 19.97 50.03, 19.97 50.04, 19.96 50.03)).`,
      },
    },
  },
}
