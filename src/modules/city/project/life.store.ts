import { kindOf } from '#modules/city/news.rules.ts'
import { isSaying, isTold, type LifeFact, type Milestone, milestonesOf, peopleIn } from '#modules/city/project/life.rules.ts'
import { countBackingsOf } from '#modules/ideas/backings.store.ts'
import { listIdeasById } from '#modules/ideas/ideas.store.ts'
import { listNeedsById } from '#modules/ideas/needs.store.ts'
import { veiled } from '#modules/moderation/veil.rules.ts'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { pastAmong } from '#modules/proposals/proposals.store.ts'
import { shownNames } from '#modules/proposals/shown-names.store.ts'
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

/** A project's whole way: the facts about it and about everything it grew out of, in six statements. */
export async function readLife(ctx: Ctx, project: Project, joined: readonly Joined[]): Promise<ReadLife> {
  const { id: projectId } = project
  const origins = await ancestorsOf(ctx, projectId)
  // a project begun anew from one of an earlier edition has a life of its own: those who wrote the other are not in it
  const past = new Set(
    await pastAmong(
      ctx,
      origins.filter(id => id.startsWith('project_')),
      projectId,
    ),
  )
  const of = (kind: 'need' | 'idea') => origins.filter(id => kindOf(id) === kind)
  const [recorded, needs, ideas, backings] = await Promise.all([
    factsAbout(ctx, [...origins.filter(id => !past.has(id)), projectId]),
    listNeedsById(ctx, of('need')),
    listIdeasById(ctx, of('idea')),
    countBackingsOf(ctx, origins),
  ])
  const authors = new Map([...needs, ...ideas].map(({ id, authorId }) => [id, authorId]))
  const hidden = new Set([...needs, ...ideas].filter(one => one.hidden).map(({ id }) => id))
  const facts = recorded.filter(({ fact }) => isTold(fact)).map(fact => bySpeaker(veiled(fact, hidden), { authors, joined, recorded }))
  const milestones = milestonesOf(facts satisfies readonly LifeFact[])
  return { facts, milestones, names: await shownNames(ctx, project, peopleIn(facts, milestones)), backings, origins }
}

/** When somebody became an author of the project. */
export type Joined = { readonly personId: string; readonly answeredAt?: Date | undefined }

/** The office wrote down a whole paper form at this very moment, and the signature on it is somebody's: theirs is the name, not the clerk's. */
const whoSigned = ({ fact, actorId, at }: RecordedFact, recorded: readonly RecordedFact[]) => {
  if (!['project.started', 'project.frozen', 'project.submitted'].includes(fact)) return undefined
  const signed = recorded.find(one => one.fact === 'version.signed' && one.actorId === actorId && one.at.getTime() === at.getTime())
  return typeof signed?.payload.personId === 'string' ? signed.payload.personId : undefined
}

/** What a clerk wrote down was said by somebody else, and theirs is the name that stands beside it. */
function bySpeaker(
  fact: RecordedFact,
  { authors, joined, recorded }: { authors: ReadonlyMap<string, string>; joined: readonly Joined[]; recorded: readonly RecordedFact[] },
): RecordedFact {
  const speaker = isSaying(fact.fact)
    ? authors.get(fact.subject)
    : fact.fact === 'author.accepted'
      ? whoJoined(fact, joined)
      : whoSigned(fact, recorded)
  return speaker ? { ...fact, actorId: speaker } : fact
}

/** Whom an author let in; else whoever acted, if they are an author themselves; else the office wrote down the answer of somebody, at this very moment. */
const whoJoined = ({ actorId, at, payload }: RecordedFact, joined: readonly Joined[]) => {
  if (typeof payload.personId === 'string') return payload.personId
  return joined.some(({ personId }) => personId === actorId)
    ? actorId
    : joined.find(({ answeredAt }) => answeredAt?.getTime() === at.getTime())?.personId
}
