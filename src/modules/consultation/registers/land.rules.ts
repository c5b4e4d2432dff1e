import type { Plot } from '#modules/consultation/registers/plots.rules.ts'

export const landOwners = ['city', 'state', 'region', 'cooperative', 'other', 'unsettled'] as const
export type LandOwner = (typeof landOwners)[number]
export const landBurdens = ['perpetual', 'lease', 'sale', 'claims', 'works'] as const
export type LandBurden = (typeof landBurdens)[number]
/** Whose the land is and what limits it, as a unit states it in its answer: of the day of the answer, and in the unit's own name. */
export type LandStatement = {
  readonly owner: LandOwner
  readonly plots: string
  readonly manager: string
  readonly burdens: readonly LandBurden[]
  readonly remark: string
}

const ownerIn = (status: string): LandOwner | undefined => {
  const text = status.toLowerCase()
  if (/gmin/.test(text)) return 'city'
  if (/skarb/.test(text)) return 'state'
  if (/powiat|wojew/.test(text)) return 'region'
  return /spółdziel/.test(text) ? 'cooperative' : undefined
}
const once = (words: readonly string[]) => [...new Set(words)].join('; ')

/** What the office's table says of these plots, for the unit to check; an owner only where it is the same of all. */
export function proposeLand(
  plots: readonly Plot[],
): (Omit<LandStatement, 'owner' | 'burdens'> & { readonly owner: LandOwner | undefined }) | undefined {
  if (plots.length === 0) return undefined
  const owners = new Set(plots.map(({ status }) => ownerIn(status)))
  return {
    owner: owners.size === 1 ? [...owners][0] : undefined,
    plots: once(plots.map(({ number, precinct }) => `${number}, obręb ${precinct}`)),
    manager: once(plots.map(({ manager }) => manager)),
    remark: once(plots.map(({ status }) => status)),
  }
}
