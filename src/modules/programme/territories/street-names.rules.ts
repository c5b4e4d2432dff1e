/** A name of a street made ready to be found: its words as people write and as they hear them, without endings. */
export type Heard = readonly (readonly Stem[])[]
/** `letters` says which stand in it, one bit each; `slips` how many may be wrong. */
type Stem = { readonly text: string; readonly letters: number; readonly slips: number }

const idle = new Set('ul ulica ulicy al aleja alei aleje os osiedle osiedlu osiedla pl plac placu przy na w we obok kolo za i nr'.split(' '))
const endings = 'iego iemu ego emu iej ych ich ymi imi ami ach owi ej om em im ym ow ie a e i o u y'.split(' ')

const withoutMarks = (word: string) => word.replace(/ł/g, 'l').normalize('NFD').replace(/\p{M}/gu, '')
/** "Łąkowa" and "Łonkowa", "Wierzbowa" and "Wieżbowa" sound alike. */
const asHeard = (word: string) =>
  withoutMarks(
    word
      .replace(/ą(?=[pb])/g, 'om')
      .replace(/ą/g, 'on')
      .replace(/ę(?=[pb])/g, 'em')
      .replace(/ę/g, 'en')
      .replace(/rz/g, 'z')
      .replace(/ó/g, 'u')
      .replace(/ch/g, 'h'),
  )

function stemOf(word: string): string {
  if (/\d/.test(word)) return word
  const ending = endings.find(one => word.endsWith(one) && word.length - one.length >= 3)
  return ending ? word.slice(0, -ending.length) : word
}
const made = (text: string): Stem => ({
  text,
  letters: [...text].reduce((bits, letter) => bits | (1 << (letter.charCodeAt(0) & 31)), 0),
  slips: /\d/.test(text) || text.length < 4 ? 0 : text.length < 8 ? 1 : 2,
})

export function hear(name: string): Heard {
  const words = name.toLowerCase().match(/[\p{L}\d]+/gu) ?? []
  return words.filter(word => !idle.has(withoutMarks(word))).map(word => [...new Set([withoutMarks(word), asHeard(word)].map(stemOf))].map(made))
}

const countBits = (bits: number): number => (bits === 0 ? 0 : 1 + countBits(bits & (bits - 1)))
/** Every letter that the other has not is a slip of its own: most pairs need no closer look. */
const mayBeNear = (a: Stem, b: Stem) => Math.abs(a.text.length - b.text.length) <= a.slips && countBits(a.letters & ~b.letters) <= a.slips

/** How many letters must be changed, put in or taken out. */
function edits(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1)
      row.push(Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    before = row
  }
  return before[b.length] ?? 0
}

function costOfStem(mine: Stem, theirs: Stem): number | undefined {
  const cost = mayBeNear(mine, theirs) ? edits(mine.text, theirs.text) : mine.slips + 1
  if (cost <= mine.slips) return cost
  return mine.text.length >= 3 && theirs.text.startsWith(mine.text) ? 0.5 : undefined
}
function costOfWord(typed: readonly Stem[], word: readonly Stem[]): number | undefined {
  let least: number | undefined
  for (const mine of typed)
    for (const theirs of word) {
      const cost = costOfStem(mine, theirs)
      if (cost !== undefined && (least === undefined || cost < least)) least = cost
    }
  return least
}

/** How far a name is from what was typed: 0 is the same; undefined where too little agrees. A number alone is no name. */
export function distanceOf(typed: Heard, name: Heard): number | undefined {
  const costs = typed.map(word => name.map(one => costOfWord(word, one)).filter(cost => cost !== undefined))
  const met = costs.filter(({ length }) => length > 0)
  const letters = typed.some((word, i) => (costs[i]?.length ?? 0) > 0 && !/^\d+$/.test(word[0]?.text ?? ''))
  if (!letters || met.length * 2 < typed.length) return undefined
  return met.reduce((sum, some) => sum + Math.min(...some), 0) + (typed.length - met.length) * 2 + Math.max(0, name.length - met.length) * 0.5
}

/** The names nearest to what was typed, best first; none that is much farther than the best. */
export function nearestNames<T extends { readonly heard: Heard }>(names: readonly T[], typed: string, most = 6): readonly T[] {
  const asked = hear(typed)
  const near = names.flatMap(name => {
    const distance = distanceOf(asked, name.heard)
    return distance === undefined ? [] : [{ name, distance }]
  })
  const best = Math.min(...near.map(({ distance }) => distance))
  return near
    .filter(({ distance }) => distance <= best + 1)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ name }) => name)
}
