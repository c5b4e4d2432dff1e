import type { Role } from '#kit/actor.ts'

/** The people of the demo world. Invented; journeys, tests and screenshots know them by these keys. */
export type Part = {
  readonly name: string
  readonly about: { readonly pl: string; readonly en: string }
  /** Number of the district the person has declared; undefined for somebody known by e-mail only. */
  readonly district?: number
  readonly role?: Role
  /** Code of the city unit the role is scoped to. */
  readonly unit?: string
  /** Nobody without an e-mail is turned away: Halina was entered by a clerk. */
  readonly noEmail?: true
}

export const cast = {
  marta: {
    name: 'Marta Wilk',
    district: 13,
    about: { pl: 'mieszkanka Podgórza, prowadzi wspólny szkic', en: 'lives in Podgórze, leads a joint draft' },
  },
  jurij: { name: 'Jurij Kowalenko', district: 13, about: { pl: 'sąsiad Marty, współautor', en: "Marta's neighbour, co-author" } },
  halina: {
    name: 'Halina Sikora',
    district: 13,
    noEmail: true,
    about: { pl: 'bez e-maila, wpisana przez urząd', en: 'has no e-mail, entered by the office' },
  },
  tadeusz: {
    name: 'Tadeusz Baran',
    district: 18,
    about: { pl: 'mieszkaniec Nowej Huty, składa projekt sam', en: 'lives in Nowa Huta, applies alone' },
  },
  olga: { name: 'Olga Jeleń', district: 16, about: { pl: 'mieszkanka Bieńczyc, dopiero się rozgląda', en: 'lives in Bieńczyce, has just arrived' } },
  bartek: { name: 'Bartek Nowak', district: 13, role: 'ambassador', about: { pl: 'ambasador Zabłocia', en: 'ambassador of Zabłocie' } },
  kornelia: { name: 'Kornelia Maj', role: 'coordinator', about: { pl: 'koordynatorka programu', en: 'coordinator of the programme' } },
  celina: {
    name: 'Celina Dudek',
    role: 'clerk',
    about: { pl: 'urzędniczka, wpisuje głosy z papieru i telefonu', en: 'clerk, enters what comes on paper and by phone' },
  },
  monika: { name: 'Monika Cichy', role: 'moderator', about: { pl: 'moderatorka rozmów', en: 'moderator' } },
  edyta: { name: 'Edyta Pióro', role: 'editor', about: { pl: 'redaktorka stron', en: 'editor of the pages' } },
  roman: {
    name: 'Roman Lis',
    role: 'unit-head',
    unit: 'ZZM',
    about: { pl: 'kieruje Zarządem Zieleni Miejskiej', en: 'heads the unit for greenery' },
  },
  ewa: { name: 'Ewa Sosnowska', role: 'unit-expert', unit: 'ZZM', about: { pl: 'ekspertka od zieleni', en: 'expert for greenery' } },
  adam: { name: 'Adam Mostowy', role: 'unit-head', unit: 'ZDMK', about: { pl: 'kieruje Zarządem Dróg', en: 'heads the unit for roads' } },
  irena: { name: 'Irena Kładka', role: 'unit-expert', unit: 'ZDMK', about: { pl: 'ekspertka od dróg', en: 'expert for roads' } },
  waldemar: { name: 'Waldemar Sęk', role: 'auditor', about: { pl: 'audytor', en: 'auditor' } },
} satisfies Record<string, Part>

export type CastKey = keyof typeof cast
export const emailOf = (key: CastKey): string => `${key}@demo.example`
