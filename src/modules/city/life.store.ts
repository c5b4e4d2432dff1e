import { isTold, type LifeFact, type Milestone, milestonesOf, peopleIn } from '#modules/city/life.rules.ts'
import { countBackingsOf } from '#modules/ideas/backings.store.ts'
import { namesOf } from '#modules/people/people.store.ts'
import type { Ctx } from '#platform/context.ts'
import { factsAbout, type RecordedFact } from '#platform/ledger.ts'
import { ancestorsOf } from '#platform/origins.ts'

export type ReadLife = {
  readonly facts: readonly RecordedFact[]
  readonly milestones: readonly Milestone[]
  readonly names: ReadonlyMap<string, string>
  readonly backings: ReadonlyMap<string, number>
  /** What the project grew out of. */
  readonly origins: readonly string[]
}

/** A project's whole way: the facts about it and about everything it grew out of, in four statements. */
export async function readLife(ctx: Ctx, projectId: string): Promise<ReadLife> {
  const origins = await ancestorsOf(ctx, projectId)
  const facts = (await factsAbout(ctx, [...origins, projectId])).filter(({ fact }) => isTold(fact))
  const milestones = milestonesOf(facts satisfies readonly LifeFact[])
  const [names, backings] = await Promise.all([namesOf(ctx, peopleIn(facts, milestones)), countBackingsOf(ctx, origins)])
  return { facts, milestones, names, backings, origins }
}
