/** What a project says, as basic forms of its words. */
export type Told = { readonly title: readonly string[]; readonly text: readonly string[] }
export type Twin = { readonly id: string; readonly title: string; readonly publicNo: string | undefined; readonly submitted: boolean }

const leastShared = { whole: 0.6, title: 0.8, textUnderSameTitle: 0.35 }

/** The share of the words of both that both use. */
function shared(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [new Set(one), new Set(other)]
  const both = [...a].filter(word => b.has(word)).length
  return a.size + b.size === both ? 1 : both / (a.size + b.size - both)
}

/** One content under two names: most of all words are shared, or nearly all of the title and a good part of the text. The same place or a common word is not enough. */
export function isSameContent(one: Told, other: Told): boolean {
  if (shared([...one.title, ...one.text], [...other.title, ...other.text]) >= leastShared.whole) return true
  return shared(one.title, other.title) >= leastShared.title && shared(one.text, other.text) >= leastShared.textUnderSameTitle
}

/** What the edition makes of a project that stands in the city's pool and in a district's: it forbids handing in both, or only lets it be known. */
export const isBarredBy = (twin: Twin | undefined, forbidden: boolean): boolean => forbidden && twin?.submitted === true
