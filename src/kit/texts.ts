export const locales = ['pl', 'en'] as const
export type Locale = (typeof locales)[number]

/** The shape another language must follow: the same keys, a sentence where there is a sentence, the same arguments where there is a function. */
export type Same<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Same<T[K]> }

/** Polish plurals: 1 pomysł, 2 pomysły, 5 pomysłów, 12 pomysłów, 22 pomysły. */
export function pluralPl(n: number, one: string, few: string, many: string): string {
  if (n === 1) return one
  const tens = n % 100
  return n % 10 >= 2 && n % 10 <= 4 && (tens < 12 || tens > 14) ? few : many
}
/** "czwartku, 12 marca" out of "czwartek, 12 marca": a day as Polish says it after od, do and z. */
export const genitiveDay = (day: string): string => day.replace(/^\p{L}+(?=,)/u, name => genitives[name] ?? name)
const genitives: Readonly<Record<string, string>> = {
  poniedziałek: 'poniedziałku',
  wtorek: 'wtorku',
  środa: 'środy',
  czwartek: 'czwartku',
  piątek: 'piątku',
  sobota: 'soboty',
  niedziela: 'niedzieli',
}
export const pluralEn = (n: number, one: string, many: string): string => (n === 1 ? one : many)
