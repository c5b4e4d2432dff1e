import type { SectionName } from '#modules/proposals/drafting/drafting.rules.ts'
import type { ProjectPath, Visibility } from '#modules/proposals/proposals.rules.ts'
import type { CastKey } from '#seeds/cast.ts'
import type { Drawing } from '#seeds/drawings.ts'

/** What, how many, unit, price of one in złoty. */
export type SaidCost = readonly [name: string, quantity: number, unit: string, price: number, item?: string]
type SaidPart = { readonly section: SectionName; readonly text: string; readonly who?: CastKey; readonly days?: number }
type At = readonly [east: number, north: number]
export type SaidDraft = {
  readonly name: string
  readonly where: number | 'city'
  readonly idea?: string
  readonly path: ProjectPath
  readonly title: string
  readonly who: CastKey
  readonly days: number
  readonly visibility?: Visibility
  readonly coauthors?: readonly { readonly who: CastKey; readonly answers: boolean }[]
  readonly sections: readonly SaidPart[]
  readonly costs?: readonly SaidCost[]
  /** On the map beside its district's middle, in metres east and north. */
  readonly spot?: { readonly point?: At; readonly line?: readonly At[]; readonly area?: readonly At[] }
  readonly photos?: readonly { readonly drawing: Drawing; readonly alt: string; readonly caption: string }[]
  /** Days ago when a version was frozen, and who has accepted it besides the lead. */
  readonly frozen?: number
  readonly accepted?: readonly CastKey[]
  readonly withdrawn?: string
}

/** Invented drafts of the demo world. The park's story goes on in `advice.seed.ts`. */
export const drafts: readonly SaidDraft[] = [
  {
    name: 'park',
    where: 13,
    idea: 'park',
    path: 'joint-district',
    title: 'Park kieszonkowy przy Łąkowej',
    who: 'marta',
    days: 13,
    coauthors: [
      { who: 'jurij', answers: true },
      { who: 'bartek', answers: true },
      { who: 'halina', answers: true },
    ],
    sections: [
      { section: 'summary', text: 'Zapomniany skwer między blokami ma stać się miejscem z cieniem, ławkami i wodą dla dzieci i starszych.' },
      {
        section: 'description',
        text: 'Sześć ławek z oparciem w cieniu, dziewięć drzew, alejka i poidełko na skwerze między Łąkową a torami. Wejście bez progu z dwóch stron.\n\nTrawę w środku zostawiamy do zabawy. Bez ogrodzenia i bez alejek z kostki.',
      },
      {
        section: 'place',
        who: 'jurij',
        text: 'Skwer między ul. Łąkową a torami, naprzeciwko bloków nr 14 i 16. Dziś jest tam wydeptana trawa i jeden kosz.',
      },
      {
        section: 'reasons',
        who: 'bartek',
        text: 'Na osiedlu nie ma gdzie usiąść w cieniu, a dzieci bawią się między autami. Do najbliższego parku jest dwadzieścia minut pieszo. Skwer leży odłogiem od lat.',
      },
      {
        section: 'beneficiaries',
        text: 'Dzieci z okolicznych bloków, osoby starsze, rodzice z wózkami i każdy, kto idzie na przystanek. Teren będzie otwarty całą dobę, bez opłat.',
      },
    ],
    costs: [
      ['Ławka z oparciem', 6, 'szt.', 2800, 'LAWKA-OP'],
      ['Alejka przepuszczalna', 140, 'm²', 340, 'SCIEZKA-MIN'],
      ['Drzewo, 18 cm w obwodzie', 9, 'szt.', 2500, 'DRZEWO'],
      ['Poidełko z przyłączem', 1, 'szt.', 24000, 'POIDELKO'],
    ],
    spot: {
      point: [71, 56],
      area: [
        [40, 34],
        [112, 34],
        [112, 84],
        [40, 84],
      ],
    },
    photos: [
      {
        drawing: 'square-today',
        alt: 'Wydeptany trawnik między blokami, jedno małe drzewo i kosz na śmieci.',
        caption: 'Skwer dziś, od strony bloku nr 14',
      },
      { drawing: 'square-tracks', alt: 'Tory kolejowe za trawnikiem, po bokach stare drzewa.', caption: 'Widok w stronę torów' },
    ],
    frozen: 7,
    accepted: ['jurij'],
  },
  {
    name: 'tor',
    where: 18,
    idea: 'stojaki',
    path: 'individual',
    title: 'Stojaki i stacja naprawy rowerów na Szkolnym',
    who: 'tadeusz',
    days: 10,
    sections: [
      {
        section: 'summary',
        text: 'Dwadzieścia stojaków i samoobsługowa stacja naprawy przy domu kultury, żeby dało się tam przyjechać rowerem i spokojnie go zostawić.',
      },
      {
        section: 'description',
        text: 'Dwadzieścia stojaków w kształcie odwróconego U przy wejściu do domu kultury i szkoły. Obok stacja z pompką i kluczami na linkach.',
      },
      { section: 'place', text: 'Plac przed domem kultury na os. Szkolnym, po obu stronach wejścia.' },
      { section: 'reasons', text: 'Rowery stoją dziś przypięte do poręczy i drzew. Osoby na wózkach nie mogą przejechać.' },
      { section: 'beneficiaries', text: 'Wszyscy, którzy przyjeżdżają do domu kultury, szkoły i na targ. Bez opłat, całą dobę.' },
    ],
    costs: [
      ['Stojak rowerowy z montażem', 20, 'szt.', 650, 'STOJAK-ROW'],
      ['Stacja naprawy z pompką', 1, 'szt.', 7200, 'STACJA-ROW'],
      ['Utwardzenie podłoża', 18, 'm²', 290],
      ['Ławka z oparciem', 2, 'szt.', 2800, 'LAWKA-OP'],
      ['Drzewo z palikami', 2, 'szt.', 1950, 'DRZEWO'],
    ],
    frozen: 3,
  },
  {
    name: 'planty',
    where: 16,
    idea: 'planty',
    path: 'joint-district',
    title: 'Ławki i cień na Plantach Bieńczyckich',
    who: 'olga',
    days: 8,
    coauthors: [
      { who: 'edyta', answers: true },
      { who: 'tadeusz', answers: false },
    ],
    sections: [
      {
        section: 'summary',
        text: 'Dwadzieścia ławek i dwadzieścia drzew, żeby spacer po Plantach Bieńczyckich nie kończył się na pierwszym słońcu.',
      },
      {
        section: 'reasons',
        who: 'edyta',
        text: 'Między ławkami jest dziś po dwieście metrów, a połowa stoi w pełnym słońcu. Starsi sąsiedzi przestali tu przychodzić.',
      },
    ],
    costs: [
      ['Ławka z podłokietnikami', 20, 'szt.', 3100, 'LAWKA-OP'],
      ['Drzewo z pielęgnacją przez 3 lata', 20, 'szt.', 3900, 'DRZEWO'],
    ],
    spot: {
      line: [
        [-320, -20],
        [-60, 30],
        [130, 20],
        [310, 90],
      ],
    },
  },
  {
    name: 'herbata',
    where: 'city',
    idea: 'herbata',
    path: 'joint-city',
    title: 'Herbata po polsku w osiemnastu bibliotekach',
    who: 'jurij',
    days: 5,
    coauthors: [
      { who: 'marta', answers: true },
      { who: 'olga', answers: true },
    ],
    sections: [
      {
        section: 'summary',
        text: 'Co tydzień w każdej dzielnicy godzina rozmowy po polsku przy jednym stole: nowi i starzy sąsiedzi, herbata i dobra wola.',
      },
      {
        section: 'beneficiaries',
        who: 'olga',
        text: 'Osoby, które uczą się polskiego, i wszyscy, którzy chcą poznać sąsiadów. Wstęp wolny, bez zapisów.',
      },
    ],
  },
  {
    name: 'wieczory',
    where: 18,
    idea: 'wieczory',
    path: 'joint-district',
    title: 'Wieczory młodych w domu kultury',
    who: 'edyta',
    days: 4,
    visibility: 'private',
    sections: [],
  },
  {
    name: 'kladki',
    where: 18,
    idea: 'kladki',
    path: 'joint-district',
    title: 'Drewniana kładka przez Łąki Nowohuckie',
    who: 'irena',
    days: 9,
    sections: [
      { section: 'summary', text: 'Dwieście metrów kładki nad najbardziej mokrym kawałkiem łąk i trzy tablice o tym, co tu rośnie i gniazduje.' },
    ],
    withdrawn: 'Kładkę zbuduje miasto z innych pieniędzy. Prace mają ruszyć jesienią.',
  },
]
