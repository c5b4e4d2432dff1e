import type { Grosze } from '#kit/money.ts'
import { countElection, defaultTies, type RuleName } from '#modules/counting/engine/count.rules.ts'
import { byMarks, type Election } from '#modules/counting/engine/election.rules.ts'
import { type Audit, auditProportionality } from '#modules/counting/results/audit.rules.ts'
import { type VotersSide, votersSide, winnersOnBallots } from '#modules/counting/results/voters.rules.ts'

/** Raised when anything below counts otherwise than before: what was found by an older one is found anew. */
export const engine = 4

/** The rules that are laid beside the real one. */
export const comparedRules = ['greedy', 'equalshares/add1', 'equalshares-cardinality/add1', 'phragmen'] as const satisfies readonly RuleName[]
export type ComparedRule = (typeof comparedRules)[number]

/** One way of choosing winners over the same ballots, and what it means for those who voted. */
export type Outcome = {
  readonly winners: readonly string[]
  readonly spent: Grosze
  readonly side: VotersSide
  readonly audit: Audit
  /** How many people have more, and how many fewer, of their own choices among these winners than among the real ones. */
  readonly more: number
  readonly fewer: number
}
/** What can be said of a pool when its ballots are looked at again. `real`: the winners as the city has them. */
export type Findings = { readonly real: Outcome; readonly others: Readonly<Record<ComparedRule, Outcome>> }

/** Complaints beyond these few say nothing new. */
const mostComplaints = 5

export function examine(cast: Election, winners: readonly string[]): Findings {
  // whatever somebody marked, they support
  const e = byMarks(cast)
  const realOn = winnersOnBallots(e, winners)
  const outcome = (winners: readonly string[]): Outcome => {
    const on = winnersOnBallots(e, winners)
    const people = (isSo: (ballot: number) => boolean) => e.times.reduce((sum, times, ballot) => (isSo(ballot) ? sum + times : sum), 0)
    const audit = auditProportionality(e, winners)
    const costs = new Map(e.ids.map((id, p) => [id, e.costs[p] ?? 0]))
    return {
      winners,
      spent: winners.reduce((sum, id) => sum + (costs.get(id) ?? 0), 0),
      side: votersSide(e, winners),
      audit: audit.ok ? audit : { ok: false, complaints: audit.complaints.slice(0, mostComplaints) },
      more: people(ballot => (on[ballot] ?? 0) > (realOn[ballot] ?? 0)),
      fewer: people(ballot => (on[ballot] ?? 0) < (realOn[ballot] ?? 0)),
    }
  }
  const counted = (rule: ComparedRule) =>
    countElection(e, rule, { ties: { steps: defaultTies(rule) }, threshold: 0, increment: 100, stopExhaustive: false }).winners
  return {
    real: outcome(winners),
    others: Object.fromEntries(comparedRules.map(rule => [rule, outcome(e.voters === 0 ? [] : counted(rule))])) as Record<ComparedRule, Outcome>,
  }
}
