import { fold, type LemmaTable, openLemmas, type Stem } from '#platform/lemmas.ts'

/** Lower case, without Polish marks, as the SQL function plain() writes it: "Łąkowa" -> "lakowa". */
export const plainText = (text: string): string => fold(text)

let table: LemmaTable | undefined
const known = new Map<string, readonly string[]>()

const longestWord = 60

/**
 * Basic forms of the words of a text, for a search that finds "ławkach" by "ławka": "Remont ławek na placu" -> remont, lawka, plac.
 * A form that may come from several words gives them all; an unknown word gives its stem. Works for text typed without Polish marks.
 */
export function lemmasOf(text: string): readonly string[] {
  return [...new Set(lemmaGroups(text).flat())]
}

/** The same word by word: each word's basic forms. A word said twice counts once. */
export function lemmaGroups(text: string): readonly (readonly string[])[] {
  // longer than any word is somebody's pasted noise, and more than an index takes
  const words = (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).filter(word => word.length <= longestWord)
  const groups = words.filter(word => !idle.has(fold(word))).map(lemmasOfWord)
  return groups.filter((group, i) => groups.findIndex(other => other.join() === group.join()) === i)
}

function lemmasOfWord(word: string): readonly string[] {
  const before = known.get(word)
  if (before) return before
  if (known.size >= 20_000) known.clear()
  const lemmas = findLemmas(word)
  known.set(word, lemmas)
  return lemmas
}

function findLemmas(word: string): readonly string[] {
  const folded = fold(word)
  if (/\d/.test(word) || folded.length > 40) return [folded]
  const irregular = irregulars[folded]
  if (irregular) return [irregular]
  table ??= openLemmas()
  const roots = rootsOf(table, word, folded)
  const lemmas = roots.length > 0 ? roots : withoutPrefix(table, folded)
  return lemmas.length > 0 ? [...new Set(lemmas.map(fold))].slice(0, 6) : [stemOf(folded)]
}

/** Stems that give this form; if some give it with the very same Polish marks, only those. */
function rootsOf({ stemsLike, rules }: LemmaTable, word: string, folded: string): string[] {
  const found = stemsLike(folded).map(({ stem }) => ({ root: stem, exact: stem === word }))
  for (let cut = folded.length; cut >= Math.max(1, folded.length - 12); cut--) {
    for (const [strip, group] of rules.get(folded.slice(cut)) ?? []) {
      for (const stem of stemsLike(folded.slice(0, cut) + strip)) {
        const forms = group.filter(rule => stem.flags.includes(rule.flag) && rule.fits.test(stem.stem)).map(rule => formOf(stem, rule))
        if (forms.length > 0) found.push({ root: stem.stem, exact: forms.includes(word) })
      }
    }
  }
  const exact = found.filter(one => one.exact)
  return (exact.length > 0 ? exact : found).map(one => one.root)
}

const formOf = ({ stem }: Stem, { strip, add }: { strip: string; add: string }) => stem.slice(0, stem.length - strip.length) + add

/** "niewidomych", "najładniejszy": the dictionary writes these as a prefix. */
function withoutPrefix(lemmas: LemmaTable, folded: string): string[] {
  const prefix = ['nie', 'naj'].find(one => folded.startsWith(one) && folded.length > one.length + 3)
  if (!prefix) return []
  const rest = folded.slice(prefix.length)
  return rootsOf(lemmas, rest, rest).map(root => (prefix === 'nie' ? `nie${root}` : root))
}

/** A rough stem for a word that the dictionary does not know, mostly names: "Tetmajera", "Tetmajerem" -> tetmajer. */
function stemOf(folded: string): string {
  const ending = endings.find(one => folded.endsWith(one) && folded.length - one.length >= 4)
  return ending ? folded.slice(0, -ending.length) : folded
}

const endings = [
  'owskiego',
  'ymi',
  'imi',
  'ami',
  'ach',
  'owi',
  'ego',
  'emu',
  'iem',
  'ych',
  'ich',
  'iej',
  'om',
  'em',
  'ow',
  'ie',
  'ym',
  'im',
  'ej',
  'a',
  'e',
  'i',
  'o',
  'u',
  'y',
]

/** Forms that the dictionary lists without saying what they are forms of. */
const irregulars: Readonly<Record<string, string>> = {
  dzieci: 'dziecko',
  dzieciom: 'dziecko',
  dziecmi: 'dziecko',
  dzieciach: 'dziecko',
  ludzie: 'czlowiek',
  ludzi: 'czlowiek',
  ludziom: 'czlowiek',
  ludzmi: 'czlowiek',
  ludziach: 'czlowiek',
  lat: 'rok',
  lata: 'rok',
  latach: 'rok',
  latami: 'rok',
}

/** Words that say nothing about what a text is about. */
const idle = new Set(
  'i a o u w z ze we na do od po za ku dla przy pod nad przed przez bez oraz lub albo czy nie sie to jest sa aby by jak ul ulica ulicy ulice os osiedle osiedlu osiedla al nr im ks sw'.split(
    ' ',
  ),
)
