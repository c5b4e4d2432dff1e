export const searchKinds = ['places', 'needs', 'ideas', 'projects', 'pages', 'archive'] as const
export type SearchKind = (typeof searchKinds)[number]

export const shortestQuery = 3
export const longestQuery = 200
export const readQuery = (typed: string | undefined): string => (typed ?? '').replace(/\s+/g, ' ').trim().slice(0, longestQuery)

/** Groups of three letters, as pg_trgm makes them, of text already without Polish marks. */
function trigrams(plain: string): Set<string> {
  const words = plain.match(/[\p{L}\d]+/gu) ?? []
  return new Set(
    words.flatMap(word => {
      const padded = `  ${word} `
      return Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3))
    }),
  )
}

/** How much of the shorter text's letters the longer one shares, 0 to 1: forgives typos. */
export function alike(typed: string, text: string): number {
  const [a, b] = [trigrams(typed), trigrams(text)]
  if (a.size === 0 || b.size === 0) return 0
  const shared = [...a].filter(three => b.has(three)).length
  return shared / a.size
}

/** The share of the basic forms asked for that a text has, 0 to 1. */
export function covered(asked: readonly string[], has: ReadonlySet<string>): number {
  return asked.length === 0 ? 0 : asked.filter(lemma => has.has(lemma)).length / asked.length
}
