import { type Actor, house, isSomebody } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import { procedure } from '#kit/procedure.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { closedAs, isAuthor, isLead, type ProjectCase } from '#modules/proposals/proposals.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'election.opened': { title: string }
    'election.voted': { title: string }
    'election.stopped': { title: string }
    'election.lapsed': { title: string }
    'election.decided': { title: string }
  }
}
export const electionsFacts = {
  'election.opened': { keep: { years: 10 } },
  'election.voted': { keep: { years: 1 } },
  'election.stopped': { keep: { years: 10 } },
  'election.lapsed': { keep: { years: 10 } },
  'election.decided': { keep: { years: 10 } },
} satisfies FactRules

export const electionStates = ['open', 'decided', 'stopped', 'lapsed'] as const
export type ElectionState = (typeof electionStates)[number]
export type LeadVote = { readonly personId: string; readonly candidateId: string }
/** The co-authors choose a lead among themselves where theirs has gone silent. */
export type Election = {
  readonly id: string
  readonly projectId: string
  readonly absentId: string
  readonly state: ElectionState
  readonly openedAt: Date
  readonly endsAt: Date
  readonly votes: readonly LeadVote[]
}
type ElectionCase = Pick<Election, 'state' | 'absentId'>

const isHouse = (actor: Actor) => actor === house
const isAbsent = (actor: Actor, { absentId }: ElectionCase) => isSomebody(actor) && actor.id === absentId

export const electing = procedure<ElectionState, Actor, ElectionCase>('open')({
  decide: { from: ['open'], to: 'decided', allows: isHouse },
  lapse: { from: ['open'], to: 'lapsed', allows: isHouse },
  // the lead says: I am here; or has written meanwhile, and the house sees it
  object: { from: ['open'], to: 'stopped', allows: (actor, election) => isAbsent(actor, election) || isHouse(actor) },
})

/** Days to vote, and for the lead to object: whoever is away for a week is not gone. */
export const electionDays = 7

const day = 86_400_000
/** From when the co-authors may elect another, if the lead does nothing until then. */
export const mayElectFrom = (silentSince: Date, days: number): Date => new Date(silentSince.getTime() + days * day)

export type OpenWhy = 'sign-in' | 'not-author' | 'lead-yourself' | 'lead-present' | 'open-already' | 'submitted' | 'withdrawn'

export function mayOpenElection(
  actor: Actor,
  project: ProjectCase,
  { silentSince, days, now, open }: { silentSince: Date; days: number; now: Date; open: boolean },
): Verdict<OpenWhy> {
  const closed = closedAs(project)
  if (closed) return no(closed)
  if (!isSomebody(actor)) return no('sign-in')
  if (!isAuthor(actor, project)) return no('not-author')
  if (isLead(actor, project)) return no('lead-yourself')
  if (open) return no('open-already')
  return now < mayElectFrom(silentSince, days) ? no('lead-present') : yes
}

/** How a draft stands with its lead, for whoever looks. */
export type LeadStanding = {
  readonly silentSince: Date
  readonly days: number
  readonly open: Election | undefined
  readonly may: Verdict<OpenWhy>
}

/** Who votes and who may be voted for: the co-authors of now, without the lead who is gone. */
export const electors = (project: Pick<ProjectCase, 'authorIds'>, { absentId }: Pick<Election, 'absentId'>): string[] =>
  project.authorIds.filter(id => id !== absentId)

export type VoteWhy = 'not-author' | 'no-candidate' | 'wrong-state' | 'too-late'

/** One vote each, which may be changed until the end; for oneself too. */
export function mayVote(actor: Actor, project: ProjectCase, election: Election, candidateId: string, now: Date): Verdict<VoteWhy> {
  const able = electors(project, election)
  if (!isSomebody(actor) || !able.includes(actor.id)) return no('not-author')
  if (election.state !== 'open') return no('wrong-state')
  if (now >= election.endsAt) return no('too-late')
  return able.includes(candidateId) ? yes : no('no-candidate')
}

/** More than half of all co-authors, not of those who voted; who has left neither votes nor leads. */
export function winnerOf(project: Pick<ProjectCase, 'authorIds'>, election: Pick<Election, 'absentId' | 'votes'>): string | undefined {
  const able = electors(project, election)
  const counted = election.votes.filter(({ personId }) => able.includes(personId))
  return able.find(id => counted.filter(({ candidateId }) => candidateId === id).length * 2 > able.length)
}
