export const residentsTexts = {
  title: 'Ilu jest mieszkańców',
  lead: 'Z tych liczb i z liczb dla obszarów ambasadorów widać, jaka część dzielnicy ma z kim rozmawiać.',
  source: 'Skąd są te liczby',
  sourceHint: 'Na przykład: rejestr mieszkańców, stan na 31 grudnia.',
  save: 'Zapisz',
  saved: 'Zapisano liczby mieszkańców.',
  errors: {
    required: 'To pole jest potrzebne.',
    wrong: 'Sprawdź to pole.',
    number: 'Podaj liczbę samymi cyframi.',
    'too-long': 'Ten tekst jest za długi.',
  },
  facts: {
    'residents.of-district': (p: { districts: number; source: string }) => `podano liczby mieszkańców dzielnic (${p.districts}): ${p.source}`,
  },
}
