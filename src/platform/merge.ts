import { diffIndices } from 'node-diff3'

export type Conflict = { readonly base: string; readonly mine: string; readonly theirs: string }
/** A merged text in order: what is settled, and the places where both changed the same sentence. */
export type MergePart = { readonly same: string } | Conflict
export type Merged = { readonly text: string; readonly parts: readonly MergePart[]; readonly conflicts: readonly Conflict[] }

/** A sentence and the white space after it. */
type Piece = { readonly text: string; readonly gap: string }
/** Pieces `from`..`to` of the base became the pieces `start`..`end` of a side. */
type Hunk = { readonly mine: boolean; readonly from: number; readonly to: number; readonly start: number; readonly end: number }

/** Repeated sentences make the search grow with their square; beyond this many the whole text is one place to look at. */
const piecesMax = 1200

/**
 * Merges two corrections of one text, sentence by sentence. Where both changed the same sentence, `text` holds both,
 * mine first, and `conflicts` names the place: nothing that anybody wrote is ever lost.
 */
export function mergeTexts(base: string, mine: string, theirs: string): Merged {
  if (mine === theirs || theirs === base) return settled(mine)
  if (mine === base) return settled(theirs)
  const [was, my, their] = [piecesOf(base), piecesOf(mine), piecesOf(theirs)]
  if (was.length === 0 || Math.max(was.length, my.length, their.length) > piecesMax) return finish([{ base, mine, theirs }])
  return finish(sweep(was, my, their))
}

/** Sentences with their gaps; joined they give the text back to the last character. */
export const piecesOf = (text: string): Piece[] =>
  [...text.matchAll(/(\S[^\n]*?(?:[.!?…]+["”’)]*(?=\s|$)|(?=\s*(?:\n|$))))(\s*)|^(\s+)/g)].map(([, sentence = '', gap, lead]) => ({
    text: sentence,
    gap: gap ?? lead ?? '',
  }))

function sweep(was: readonly Piece[], my: readonly Piece[], their: readonly Piece[]): MergePart[] {
  const parts: MergePart[] = []
  const hunks = [...hunksOf(was, my, true), ...hunksOf(was, their, false)].sort(
    (a, b) => a.from - b.from || a.to - b.to || Number(a.mine) - Number(b.mine),
  )
  let [at, mineAt, theirAt] = [0, 0, 0]
  const settle = (until: number) => {
    for (; at < until; at += 1, mineAt += 1, theirAt += 1) parts.push({ same: kept(was[at], my[mineAt], their[theirAt]) })
  }
  for (let i = 0; i < hunks.length; ) {
    const cluster = clusterFrom(hunks, i)
    const [from, to] = [Math.min(...cluster.map(hunk => hunk.from)), Math.max(...cluster.map(hunk => hunk.to))]
    settle(from)
    const mineEnd = mineAt + (to - from) + growth(cluster, true)
    const theirEnd = theirAt + (to - from) + growth(cluster, false)
    parts.push(choose(cluster, join(was.slice(from, to)), join(my.slice(mineAt, mineEnd)), join(their.slice(theirAt, theirEnd))))
    ;[at, mineAt, theirAt, i] = [to, mineEnd, theirEnd, i + cluster.length]
  }
  settle(was.length)
  return parts
}

const hunksOf = (was: readonly Piece[], side: readonly Piece[], mine: boolean): Hunk[] =>
  diffIndices(
    was.map(piece => piece.text),
    side.map(piece => piece.text),
  ).map(({ buffer1: [from, length], buffer2: [start, grown] }) => ({ mine, from, to: from + length, start, end: start + grown }))

/** Hunks that touch the same sentence belong together; neighbours do not. */
function clusterFrom(hunks: readonly Hunk[], first: number): Hunk[] {
  const cluster = hunks.slice(first, first + 1)
  let end = cluster[0]?.to ?? 0
  for (const hunk of hunks.slice(first + 1)) {
    if (hunk.from >= end) break
    cluster.push(hunk)
    end = Math.max(end, hunk.to)
  }
  return cluster
}

const growth = (cluster: readonly Hunk[], mine: boolean) =>
  cluster.filter(hunk => hunk.mine === mine).reduce((sum, hunk) => sum + (hunk.end - hunk.start) - (hunk.to - hunk.from), 0)

function choose(cluster: readonly Hunk[], base: string, mine: string, theirs: string): MergePart {
  const [byMe, byThem] = [cluster.some(hunk => hunk.mine), cluster.some(hunk => !hunk.mine)]
  if (!byThem || mine.trim() === theirs.trim()) return { same: mine }
  return byMe ? { base, mine, theirs } : { same: theirs }
}

/** A sentence that nobody changed, with the white space of whoever changed that. */
function kept(was: Piece | undefined, my: Piece | undefined, their: Piece | undefined): string {
  const gaps = [my?.gap, their?.gap].filter(gap => gap !== undefined && gap !== was?.gap)
  return (was?.text ?? '') + (gaps.sort((a, b) => (b?.length ?? 0) - (a?.length ?? 0))[0] ?? was?.gap ?? '')
}

const join = (pieces: readonly Piece[]) => pieces.map(piece => piece.text + piece.gap).join('')
const settled = (text: string): Merged => ({ text, parts: [{ same: text }], conflicts: [] })

function finish(parts: readonly MergePart[]): Merged {
  const text = parts.flatMap(part => ('same' in part ? [part.same] : [part.mine, part.theirs])).reduce(glue, '')
  return { text, parts, conflicts: parts.filter((part): part is Conflict => !('same' in part)) }
}

const glue = (before: string, after: string) =>
  before === '' || after === '' || /\s$/.test(before) || /^\s/.test(after) ? before + after : `${before} ${after}`
