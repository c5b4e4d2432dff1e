import { usual } from '#modules/counting/engine/count.rules.ts'
import type { Election } from '#modules/counting/engine/election.rules.ts'
import { countPools, type Leftover, leftoverPolicies, type Pool } from '#modules/counting/results/pools.rules.ts'
import type { ArchivedProject, PoolSummary } from '#modules/programme/archive/archive.rules.ts'

export const leftoverFields = { policy: 'reszta', to: 'dokad' } as const
export type PolicyName = (typeof leftoverPolicies)[number]

/** What an address asks; a pool that is not there is taken for none. */
export function readLeftover(given: (name: string) => string | undefined, slugs: readonly string[]): Leftover {
  const policy = leftoverPolicies.find(name => name === given(leftoverFields.policy)) ?? 'stays'
  if (policy !== 'pool') return { policy }
  const to = given(leftoverFields.to) ?? ''
  return slugs.includes(to) ? { policy, to } : { policy: 'stays' }
}

/** Pools whose count from the archived sums alone is the announced result; of the others only the sum is known. */
const recounted = ['greedy', 'greedy-no-skip'] as const
export const isRecounted = ({ rule, winnersCheck }: PoolSummary): boolean =>
  recounted.some(name => name === rule) && (winnersCheck === 'agree' || winnersCheck === 'unstated')

function poolOf({ slug, rule, budget, ballots }: PoolSummary, projects: readonly ArchivedProject[]): Pool {
  const name = recounted.find(one => one === rule) ?? 'greedy'
  return { id: slug, election: sumsOf(projects, budget, ballots), rule: name, settings: usual(name), minimum: 0 }
}
/** Greedy counts look at sums only. */
const sumsOf = (projects: readonly ArchivedProject[], budget: number, voters: number): Election => ({
  ids: projects.map(({ number }) => number),
  costs: projects.map(({ cost }) => cost ?? Number.POSITIVE_INFINITY),
  votes: projects.map(({ votes }) => votes),
  points: projects.map(({ points }) => points),
  firsts: projects.map(({ marks }) => marks[0] ?? 0),
  budget,
  voters,
  times: new Float64Array(0),
  starts: new Int32Array(projects.length + 1),
  by: new Int32Array(0),
  weights: new Int32Array(0),
})

export type LeftoverRow = {
  readonly pool: PoolSummary
  readonly budget: number
  readonly spent: number
  /** Projects that win only so, and those that do not win any more. */
  readonly more: readonly ArchivedProject[]
  readonly fewer: readonly ArchivedProject[]
}
export type LeftoverView = { readonly rows: readonly LeftoverRow[]; readonly toNextEdition: number }

/** An edition under another policy for what its pools left. */
export function afterLeftover(
  pools: readonly { readonly pool: PoolSummary; readonly projects: readonly ArchivedProject[] }[],
  leftover: Leftover,
): LeftoverView {
  const { pools: counted, toNextEdition } = countPools(
    pools.map(({ pool, projects }) => poolOf(pool, projects)),
    leftover,
  )
  const rows = pools.flatMap(({ pool, projects }, i) => {
    const one = counted[i]
    if (!one) return []
    const winners = new Set([...one.count.winners, ...one.byLeftover])
    return {
      pool,
      budget: one.budget,
      spent: one.spent,
      more: projects.filter(({ number, outcome }) => outcome !== 'won' && winners.has(number)),
      fewer: projects.filter(({ number, outcome }) => outcome === 'won' && !winners.has(number)),
    }
  })
  return { rows, toNextEdition }
}
