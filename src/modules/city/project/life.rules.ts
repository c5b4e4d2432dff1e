import type { Phase, PhaseKind } from '#modules/programme/calendar.rules.ts'
import type { ProjectState } from '#modules/proposals/proposals.rules.ts'

/** A recorded fact, as far as a life line needs it. */
export type LifeFact = {
  readonly seq: number
  readonly at: Date
  readonly fact: string
  readonly subject: string
  readonly actorId: string
  readonly payload: Readonly<Record<string, unknown>>
}

export const milestoneKinds = {
  'need.added': 'need',
  'idea.proposed': 'idea',
  'advice.asked': 'asked',
  'advice.answered': 'answered',
  'project.started': 'started',
  'project.shared': 'shared',
  'author.accepted': 'joined',
  'project.frozen': 'frozen',
  'project.reopened': 'reopened',
  'project.submitted': 'submitted',
  'support.extended': 'more-time',
  'support.examined': 'examined',
  'completion.called': 'called',
  'completion.answered': 'completed',
  'completion.complied': 'complied',
  'completion.not-complied': 'failed',
  'project.withdrawn': 'withdrawn',
} as const satisfies Readonly<Record<string, string>>
export type MilestoneKind = (typeof milestoneKinds)[keyof typeof milestoneKinds]

export type Milestone = LifeFact & {
  readonly kind: MilestoneKind
  /** Who accepted the version that was submitted, in the order of their acceptances: of any other it would say who did not. Who joined, where people joined one after another. */
  readonly peopleIds: readonly string[]
}

/** The steps of a life that people would tell, oldest first. A question that was answered is told by its answer. */
export function milestonesOf(facts: readonly LifeFact[]): Milestone[] {
  const answered = new Set(facts.filter(({ fact }) => fact === 'advice.answered').map(({ payload }) => payload.adviceId))
  const told = facts.filter(({ fact, payload }) => fact in milestoneKinds && !(fact === 'advice.asked' && answered.has(payload.adviceId)))
  return told
    .map(fact => ({ ...fact, kind: milestoneKinds[fact.fact as keyof typeof milestoneKinds], peopleIds: peopleOf(fact, facts) }))
    .sort((a, b) => a.at.getTime() - b.at.getTime() || a.seq - b.seq)
    .reduce<Milestone[]>(joinedTogether, [])
}

/** People who joined one after another are one step. */
function joinedTogether(line: Milestone[], next: Milestone): Milestone[] {
  const last = line.at(-1)
  if (next.kind !== 'joined' || last?.kind !== 'joined') return [...line, next]
  return [...line.slice(0, -1), { ...next, peopleIds: [...last.peopleIds, ...next.peopleIds] }]
}

function peopleOf(frozen: LifeFact, facts: readonly LifeFact[]): string[] {
  if (frozen.fact === 'author.accepted') return [frozen.actorId]
  if (frozen.fact !== 'project.frozen') return []
  const submitted = facts.some(one => one.fact === 'project.submitted' && sameVersion(frozen, one))
  if (!submitted) return []
  const same = facts.filter(one => sameVersion(frozen, one))
  return same.flatMap(({ fact, actorId, payload }) =>
    fact === 'version.accepted' ? [actorId] : fact === 'version.signed' ? [String(payload.personId ?? '')] : [],
  )
}

const sameVersion = (one: Pick<LifeFact, 'subject' | 'payload'>, other: Pick<LifeFact, 'subject' | 'payload'>) =>
  one.subject === other.subject && one.payload.version === other.payload.version

/** A line of minutes, a voice at a meeting, a comment, a card of a workshop: the words that a need or an idea grew out of. */
export const isSourceId = (id: string): boolean => /^(line|voice|comment|card|workshop)_/.test(id)

/** The line of the minutes and the voice that it wrote down are one thing said: the first in the order of the kinds stands for both. */
export function saidOnce<S extends { readonly id: string; readonly title: string }>(sources: readonly S[]): S[] {
  const told = new Set<string>()
  return [...sources]
    .sort((a, b) => Number(b.id.startsWith('line_')) - Number(a.id.startsWith('line_')))
    .filter(({ title }) => !told.has(title) && told.add(title))
}

/** Whose name stands beside a fact: those who did something in public, never who was asked and said no. */
const named: readonly string[] = [
  'need.added',
  'idea.proposed',
  'project.started',
  'project.changed',
  'project.priced',
  'project.shared',
  'project.frozen',
  'project.reopened',
  'project.submitted',
  'project.withdrawn',
  'author.accepted',
  'advice.answered',
]
export const isNamed = (fact: string): boolean => named.includes(fact)

/** Facts by which somebody says something, perhaps through the pen of another. */
export const isSaying = (fact: string): boolean => fact === 'need.added' || fact === 'idea.proposed'

/** Backings and votes of single people are counted, not told one by one. */
const untold: readonly string[] = [
  'need.backed',
  'need.backing-withdrawn',
  'idea.backed',
  'idea.backing-withdrawn',
  'author.declined',
  'author.expired',
  'author.asked',
  'lead.offered',
  'lead.declined',
  'lead.unoffered',
  'lead.unanswered',
  'election.voted',
  'author.refused',
  'author.unasked',
  'author.unanswered',
  'version.refused',
  'version.reminded',
  'readiness.answered',
  'renewal.kept',
  'renewal.withdrawn',
  'renewal.lapsed',
  'completion.written',
  'support.reminded',
  'completion.reminded',
  'merging.consented',
  'merging.refused',
  'merging.reminded',
]
export const isTold = (fact: string): boolean => !untold.includes(fact)

const ahead = ['submission', 'review', 'voting', 'implementation'] as const satisfies readonly PhaseKind[]
export type AheadKind = (typeof ahead)[number]

/** What is still to come, with its phase if the calendar knows it. */
export function aheadOf(state: ProjectState, phases: readonly Phase[]): { readonly kind: AheadKind; readonly phase: Phase | undefined }[] {
  if (state === 'withdrawn' || state === 'continued') return []
  return ahead
    .filter(kind => !(kind === 'submission' && state === 'submitted'))
    .map(kind => ({ kind, phase: phases.find(phase => phase.kind === kind) }))
}

/** People whose names the line needs. */
export const peopleIn = (facts: readonly LifeFact[], milestones: readonly Milestone[]): string[] => [
  ...facts.filter(({ fact }) => isNamed(fact)).map(({ actorId }) => actorId),
  ...milestones.flatMap(({ peopleIds }) => peopleIds),
]
