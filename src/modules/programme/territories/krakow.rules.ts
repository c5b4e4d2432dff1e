/** Kraków's eighteen districts, as numbered and named in the city's resolutions. */
export const krakow = {
  name: 'Kraków',
  districts: [
    { number: 1, name: 'Stare Miasto' },
    { number: 2, name: 'Grzegórzki' },
    { number: 3, name: 'Prądnik Czerwony' },
    { number: 4, name: 'Prądnik Biały' },
    { number: 5, name: 'Krowodrza' },
    { number: 6, name: 'Bronowice' },
    { number: 7, name: 'Zwierzyniec' },
    { number: 8, name: 'Dębniki' },
    { number: 9, name: 'Łagiewniki-Borek Fałęcki' },
    { number: 10, name: 'Swoszowice' },
    { number: 11, name: 'Podgórze Duchackie' },
    { number: 12, name: 'Bieżanów-Prokocim' },
    { number: 13, name: 'Podgórze' },
    { number: 14, name: 'Czyżyny' },
    { number: 15, name: 'Mistrzejowice' },
    { number: 16, name: 'Bieńczyce' },
    { number: 17, name: 'Wzgórza Krzesławickie' },
    { number: 18, name: 'Nowa Huta' },
  ],
} as const
