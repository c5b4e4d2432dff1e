/** Questions of one unit in one edition; `days` from asking to answering, one for each answer. */
export type UnitTimes = { readonly waiting: number; readonly queued: number; readonly answered: number; readonly days: readonly number[] }
export const noTimes: UnitTimes = { waiting: 0, queued: 0, answered: 0, days: [] }

/** From so many answers on, their middle says something; of fewer it would be the time of one question. */
export const fewest = 5
/** The middle of the days, halves kept; undefined where too few were answered to say anything. */
export function medianDays(days: readonly number[]): number | undefined {
  if (days.length < fewest) return undefined
  const sorted = [...days].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0]
  return sorted.length % 2 === 1 ? high : (low + high) / 2
}
