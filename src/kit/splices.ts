/** One change of a text: at a place (counted in UTF-16 units, as browsers do) so many units go and these come. */
export type Splice = { readonly at: number; readonly gone: number; readonly come: string }

/** The one change that makes `after` of `before`; a letter that takes two units is never cut in half. */
export function spliceBetween(before: string, after: string): Splice {
  const shorter = Math.min(before.length, after.length)
  let at = 0
  while (at < shorter && before[at] === after[at]) at += 1
  if (isHalf(before, at) || isHalf(after, at)) at -= 1
  let same = 0
  while (same < shorter - at && before.at(-1 - same) === after.at(-1 - same)) same += 1
  if (isHalf(before, before.length - same) || isHalf(after, after.length - same)) same -= 1
  return { at, gone: before.length - same - at, come: after.slice(at, after.length - same) }
}
const isHalf = (text: string, at: number) => /[\uDC00-\uDFFF]/.test(text[at] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '')

export const spliced = (text: string, { at, gone, come }: Splice): string => text.slice(0, at) + come + text.slice(at + gone)

/** The same change once `over` has happened to the text it was made for. Where both touched one place nothing that came is taken out again. */
export function rebased(mine: Splice, over: Splice): Splice {
  const moved = over.come.length - over.gone
  const [end, overEnd] = [mine.at + mine.gone, over.at + over.gone]
  if (end <= over.at) return mine
  if (mine.at >= overEnd) return { ...mine, at: mine.at + moved }
  const before = Math.max(0, over.at - mine.at)
  if (before > 0) return { ...mine, gone: before }
  return { at: over.at + over.come.length, gone: Math.max(0, end - overEnd), come: mine.come }
}
