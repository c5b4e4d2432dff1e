import type { LabOutcome } from '#modules/counting/laboratory/laboratory.rules.ts'

export type HereWords = Readonly<Record<'wins' | 'loses' | 'beyondMinimum' | 'beyondLeftover' | 'barred', string>>

/** What one cell says of one project under the settings that were asked; the page and the browser say it alike. */
export function hereOf(words: HereWords, outcome: LabOutcome, id: string, titleOf: (id: string) => string): { wins: boolean; text: string } {
  const { winners, byMinimum, byLeftover, turns } = outcome
  if (byMinimum.includes(id)) return { wins: true, text: words.beyondMinimum }
  if (byLeftover.includes(id)) return { wins: true, text: words.beyondLeftover }
  if (winners.includes(id)) return { wins: true, text: words.wins }
  const partner = turns?.[id]?.partner
  return { wins: false, text: partner === undefined ? words.loses : `${words.barred} „${titleOf(partner)}”` }
}
