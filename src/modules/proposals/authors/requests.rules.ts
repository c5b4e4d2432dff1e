import { type Actor, house, isSomebody } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import { procedure } from '#kit/procedure.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { authorsMax, type PlaceRole } from '#modules/proposals/authors/authors.rules.ts'
import { closedAs, isAuthor, isPublic, type ProjectCase } from '#modules/proposals/proposals.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'author.asked': { title: string }
    'author.refused': { title: string }
    'author.unasked': { title: string }
    'author.unanswered': { title: string }
    'author.helps': { title: string }
    'author.help-ended': { title: string }
  }
}
export const requestsFacts = {
  'author.asked': { keep: { years: 1 } },
  'author.refused': { keep: { years: 1 } },
  'author.unasked': { keep: { years: 1 } },
  'author.unanswered': { keep: { years: 1 } },
  'author.helps': { keep: { years: 10 } },
  'author.help-ended': { keep: { years: 10 } },
} satisfies FactRules

export const requestStates = ['waiting', 'accepted', 'refused', 'withdrawn', 'lapsed'] as const
export type RequestState = (typeof requestStates)[number]

/** Somebody who asked by themself to join a draft; only its authors read the sentence. */
export type JoinRequest = {
  readonly id: string
  readonly projectId: string
  readonly personId: string
  readonly role: PlaceRole
  readonly sentence: string
  readonly state: RequestState
  readonly askedAt: Date
  readonly expiresAt: Date
}
export type RequestCase = Pick<JoinRequest, 'state' | 'personId'> & { readonly authorIds: readonly string[] }

const isAsker = (actor: Actor, { personId }: RequestCase) => isSomebody(actor) && actor.id === personId
const isOneOfAuthors = (actor: Actor, request: RequestCase) => isAuthor(actor, request)

export const asking = procedure<RequestState, Actor, RequestCase>('waiting')({
  accept: { from: ['waiting'], to: 'accepted', allows: isOneOfAuthors },
  refuse: { from: ['waiting'], to: 'refused', allows: isOneOfAuthors },
  withdraw: { from: ['waiting'], to: 'withdrawn', allows: isAsker },
  lapse: { from: ['waiting'], to: 'lapsed', allows: actor => actor === house },
})

/** Days that a request waits; after a refusal one asks the same draft again no sooner than after as many. */
export const requestDays = 14
/** More at once would be a habit, not a wish to write. */
export const requestsMax = 10
export const requestLimits = { sentenceMax: 500, reasonMax: 500 } as const

export type AskWhy =
  | 'sign-in'
  | 'submitted'
  | 'withdrawn'
  | 'not-shared'
  | 'individual'
  | 'already-author'
  | 'already-invited'
  | 'already-helper'
  | 'already-asked'
  | 'asked-lately'
  | 'too-many'
  | 'full'

/** What is known of this person's requests when they ask again. */
export type AskedBefore = {
  readonly waitsHere: boolean
  readonly waitsElsewhere: number
  readonly refusedAt: Date | undefined
  readonly now: Date
}

/** Anybody known may ask to join what they can read and are not a part of. */
export function mayAsk(actor: Actor, project: ProjectCase, role: PlaceRole, before: AskedBefore): Verdict<AskWhy> {
  const closed = closedAs(project)
  if (closed) return no(closed)
  if (!isSomebody(actor)) return no('sign-in')
  if (!isPublic(project)) return no('not-shared')
  if (project.path === 'individual') return no('individual')
  if (isAuthor(actor, project)) return no('already-author')
  if (project.invitedIds.includes(actor.id)) return no('already-invited')
  if (role === 'helper' && project.helperIds?.includes(actor.id)) return no('already-helper')
  return timely(project, role, before)
}

function timely(project: ProjectCase, role: PlaceRole, { waitsHere, waitsElsewhere, refusedAt, now }: AskedBefore): Verdict<AskWhy> {
  if (waitsHere) return no('already-asked')
  if (refusedAt && now.getTime() - refusedAt.getTime() < requestDays * 86_400_000) return no('asked-lately')
  if (waitsElsewhere >= requestsMax) return no('too-many')
  return role === 'helper' || hasRoom(project) ? yes : no('full')
}

const hasRoom = (project: ProjectCase) => project.authorIds.length + project.invitedIds.length < authorsMax

/** Any of the authors answers: one who waits for the lead would wait for ever where the lead is gone. Refusing is possible at any time. */
export function mayAnswerRequest(
  actor: Actor,
  request: JoinRequest,
  project: ProjectCase,
  answer: 'accept' | 'refuse',
  now: Date,
): Verdict<'not-yours' | 'wrong-state' | 'too-late' | 'submitted' | 'withdrawn' | 'already-author' | 'full'> {
  const step = asking.may(actor, answer, { ...request, authorIds: project.authorIds })
  if (!step.ok || answer === 'refuse') return step
  const closed = closedAs(project)
  if (closed) return no(closed)
  if (project.authorIds.includes(request.personId)) return no('already-author')
  if (now >= request.expiresAt) return no('too-late')
  return request.role === 'helper' || project.invitedIds.includes(request.personId) || hasRoom(project) ? yes : no('full')
}
