import { pluralPl } from '#kit/texts.ts'

const signatures = (count: number) => `${count} ${pluralPl(count, 'podpisu', 'podpisów', 'podpisów')}`

export const placeTexts = {
  list: {
    title: 'Dzielnice',
    lead: 'Wybierz swoją dzielnicę. W każdej zobaczysz pieniądze, potrzeby, pomysły i projekty.',
    city: 'Cały Kraków',
    find: 'Nie wiesz, w której dzielnicy mieszkasz? Znajdź ją po adresie.',
    money: 'do podziału',
  },
  district: { kicker: 'Dzielnica', lead: 'Tu mieszkańcy dzielnicy mówią, czego brakuje, i razem piszą projekty.' },
  city: {
    kicker: 'Wspólna przestrzeń miasta',
    title: 'Cały Kraków',
    lead: 'Tu mówimy o tym, co służy wszystkim dzielnicom, i razem piszemy projekty dla całego miasta.',
  },
  money: {
    title: 'Pieniądze i zasady',
    pool: 'do podziału w tej edycji',
    limits: (p: { min: string; max: string }) => `Jeden projekt może kosztować od ${p.min} do ${p.max}.`,
    support: (count: number) => `Każdy projekt potrzebuje ${signatures(count)} poparcia.`,
    supportDistrict: (count: number) => `Każdy projekt potrzebuje ${signatures(count)} poparcia osób, które tu mieszkają.`,
    anyDistrict: 'Projekt może złożyć każda osoba z Krakowa, także z innej dzielnicy.',
    all: 'Wszystkie zasady w zdaniach',
    none: 'W tej edycji nie ma tu osobnej puli pieniędzy.',
  },
  needs: {
    title: 'Czego tu brakuje',
    all: 'Wszystkie potrzeby',
    none: 'Nikt jeszcze nie napisał, czego tu brakuje',
    noneHelp: 'Zacznij: napisz jedno zdanie o miejscu, które znasz.',
  },
  ideas: {
    title: 'Pomysły',
    all: 'Wszystkie pomysły',
    none: 'Nie ma jeszcze pomysłu',
    noneHelp: 'Pomysł wyrasta z potrzeb. Poprzyj potrzebę i zaproponuj, co z nią zrobić.',
  },
  projects: {
    title: 'Wspólne szkice i projekty',
    all: 'Wszystkie projekty',
    none: 'Nie ma jeszcze szkicu',
    noneHelp: 'Gdy ktoś zacznie szkic z pomysłu, zobaczysz go tutaj i możesz dołączyć.',
  },
  plans: { title: 'Co miasto już tu planuje', all: 'Cała lista planów miasta' },
  past: {
    title: 'Co tu już wygrało',
    all: 'Poprzednie edycje',
    line: (p: { year: number; cost: string }) => `edycja ${p.year} · ${p.cost}`,
    lineNoCost: (year: number) => `edycja ${year}`,
  },
  moved: 'Co się tu ruszyło',
}
