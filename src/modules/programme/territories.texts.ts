export const territoriesTexts = {
  facts: {
    'territories.founded': (p: { city: string; districts: number }) => `wpisano miasto ${p.city} i jego dzielnice (${p.districts})`,
    'territories.imported': (p: { areas: number; source: string }) => `wgrano granice obszarów: ${p.areas} (plik ${p.source})`,
  },
  find: {
    title: 'Znajdź swoją dzielnicę',
    lead: 'Wpisz ulicę, osiedle albo nazwę okolicy. Możesz też wskazać miejsce na mapie.',
    words: 'Ulica, osiedle lub okolica',
    wordsHint: 'Na przykład: Azory, os. Kazimierzowskie, XIII',
    byWords: 'Szukaj',
    pointTitle: 'Albo wskaż miejsce',
    byPoint: 'Sprawdź to miejsce',
    one: 'To jest tutaj',
    several: 'Może chodzić o jedną z tych dzielnic',
    by: (name: string) => `pasuje: ${name}`,
    nothing: 'Nie znamy takiego miejsca.',
    nothingHint: 'Spróbuj nazwy osiedla lub okolicy albo wybierz dzielnicę z listy.',
    pointOutside: 'To miejsce leży poza miastem.',
    all: 'Lista wszystkich dzielnic',
    badPoint: 'Wpisz dwie liczby, na przykład 19,9561 i 50,0412.',
    here: 'wskazane miejsce',
  },
}
