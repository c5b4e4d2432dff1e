import { fromRoman, plainName, type Territory } from '#modules/programme/territories/territories.rules.ts'

export type Found = { readonly territory: Territory; readonly by: string }
type Named = { readonly territory: Territory; readonly name: string }

/** Words that say what kind of place it is, not which. */
const idle = new Set([
  'ul',
  'ulica',
  'ulicy',
  'os',
  'osiedle',
  'osiedlu',
  'dzielnica',
  'dzielnicy',
  'plac',
  'placu',
  'park',
  'rondo',
  'al',
  'aleja',
  'na',
  'przy',
  'w',
  'krakow',
  'krakowie',
])

const wordsOf = (text: string): readonly string[] => {
  const all = text
    .split(/[\s,./-]+/)
    .map(plainName)
    .filter(word => word !== '' && !/^\d+[a-z]?$/.test(word))
  const telling = all.filter(word => !idle.has(word))
  return telling.length > 0 ? telling : all
}

/**
 * Districts that what was typed may mean: a number ("13", "XIII"), a name, a part of the city or a street from a table of names,
 * inflected ("na Ruczaju") or with a slip of the pen. The surest first, each district once.
 */
export function findPlaces(typed: string, territories: readonly Territory[], places: Readonly<Record<number, readonly string[]>>): readonly Found[] {
  const districts = territories.filter(({ kind }) => kind === 'district')
  const number = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : fromRoman(typed.replace(/dzielnica/i, ''))
  const byNumber = districts.find(district => district.number === number)
  if (byNumber) return [{ territory: byNumber, by: byNumber.name }]
  const districtOf = (territory: Territory) => (territory.kind === 'district' ? territory : districts.find(({ id }) => id === territory.parentId))
  const named: Named[] = [
    ...territories.flatMap(territory => {
      const district = districtOf(territory)
      return district ? [{ territory: district, name: territory.name }] : []
    }),
    ...districts.flatMap(territory => (places[territory.number ?? 0] ?? []).map(name => ({ territory, name }))),
  ]
  const asked = wordsOf(typed)
  if (asked.length === 0) return []
  const weighed = named.map(one => ({ ...one, likeness: likeness(asked, wordsOf(one.name)) })).filter(one => one.likeness > 0)
  const best = weighed.sort((a, b) => b.likeness - a.likeness || a.name.length - b.name.length)
  const top = best[0]?.likeness ?? 0
  const seen = new Set<string>()
  return best
    .filter(({ likeness }) => likeness > top - 1)
    .filter(({ territory }) => !seen.has(territory.id) && seen.add(territory.id))
    .slice(0, 6)
    .map(({ territory, name }) => ({ territory, by: name }))
}

/** How many asked words stand in the name, a whole word counting most; words of the name that nobody asked for cost a little. */
function likeness(asked: readonly string[], name: readonly string[]): number {
  const hits = asked.map(word => Math.max(0, ...name.flatMap(own => hardened(word).map(form => alike(form, own)))))
  const sum = hits.reduce((all, hit) => all + hit, 0)
  return sum === 0 ? 0 : sum - 0.2 * Math.max(0, name.length - hits.filter(hit => hit > 0).length)
}

function alike(asked: string, own: string): number {
  if (asked === own) return 3
  const shared = sharedStart(asked, own)
  const shorter = Math.min(asked.length, own.length)
  if (shared >= Math.min(4, shorter - 1) && shared >= shorter - 2 && Math.abs(asked.length - own.length) <= 3) return 2
  if (asked.length >= 3 && own.startsWith(asked)) return 1.6
  return shorter >= 5 && slips(asked, own) <= 1 + Math.floor(shorter / 9) ? 1.4 : 0
}

/** "hucie" -> also "huta", "rece" -> also "reka": endings that soften the letter before them. */
const softened: readonly (readonly [RegExp, string])[] = [
  [/cie$/, 'ta'],
  [/dzie$/, 'da'],
  [/ce$/, 'ka'],
  [/dze$/, 'ga'],
  [/rze$/, 'ra'],
]
const hardened = (word: string): readonly string[] => [
  word,
  ...softened.flatMap(([soft, hard]) => (soft.test(word) ? [word.replace(soft, hard)] : [])),
]

function sharedStart(a: string, b: string): number {
  let shared = 0
  while (shared < a.length && a[shared] === b[shared]) shared += 1
  return shared
}

/** Letters to change, add or leave out to make one word the other. */
function slips(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1)
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length] ?? 0
}
