export const addressesTexts = {
  label: 'Ulica i numer',
  hint: 'Na przykład: Łąkowa 12. Wskażemy punkt i wpiszemy adres.',
  search: 'Szukaj adresu',
  go: 'Dalej',
  found: 'Wybierz adres',
  none: 'Nie ma takiej ulicy w spisie. Sprawdź nazwę albo wskaż miejsce na mapie.',
  empty: 'Wpisz nazwę ulicy.',
  chosen: (words: string) => `Wybrano: ${words}. Punkt jest zaznaczony.`,
  facts: {
    'addresses.imported': (p: { added: number; changed: number; removed?: number }) =>
      `wczytano spis adresów: nowe ${p.added}, zmienione ${p.changed}, usunięte ${p.removed ?? 0}`,
  },
}
