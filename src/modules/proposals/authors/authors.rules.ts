import { type Actor, house } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import { procedure } from '#kit/procedure.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { closedAs, isLead, mayEdit, mayHelp, type ProjectCase } from '#modules/proposals/proposals.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'author.invited': { title: string }
    /** `personId` where an author let in whoever asked. */
    'author.accepted': { title: string; personId?: string }
    'author.declined': { title: string }
    'author.expired': { title: string }
    'author.uninvited': { title: string }
    'author.left': { title: string }
    'author.removed': { title: string }
    'author.leads': { title: string }
  }
}

export const authorsFacts = {
  'author.invited': { keep: { years: 10 } },
  'author.accepted': { keep: { years: 10 } },
  'author.declined': { keep: { years: 1 } },
  'author.expired': { keep: { years: 1 } },
  'author.uninvited': { keep: { years: 1 } },
  'author.left': { keep: { years: 10 } },
  'author.removed': { keep: { years: 10 } },
  'author.leads': { keep: { years: 10 } },
} satisfies FactRules

export const authorStates = ['invited', 'accepted', 'helping', 'declined', 'expired', 'withdrawn', 'left', 'removed'] as const
export type AuthorState = (typeof authorStates)[number]

/** An author agrees to versions and is named; a helper writes and suggests, and neither agrees nor is named as an author. */
export const placeRoles = ['author', 'helper'] as const
export type PlaceRole = (typeof placeRoles)[number]

/** One person's place in a project, from the invitation on. `role` is what they were invited as. */
export type AuthorCase = {
  readonly state: AuthorState
  readonly personId: string
  readonly leadId: string
  readonly expiresAt: Date | null
  readonly role?: PlaceRole
}

export type ProjectAuthor = {
  readonly role: PlaceRole
  readonly id: string
  readonly projectId: string
  readonly personId: string
  readonly leadId: string
  readonly state: AuthorState
  readonly leads: boolean
  /** How the invitation names the person until they answer. */
  readonly words: string
  readonly invitedAt: Date
  readonly expiresAt: Date | null
  readonly answeredAt?: Date
}

const isSelf = (actor: Actor, author: AuthorCase) => actor.id !== '' && actor.id === author.personId
const isLeader = (actor: Actor, author: AuthorCase) => actor.id !== '' && actor.id === author.leadId
const isHouse = (actor: Actor) => actor === house
const isOtherThanLead = (author: AuthorCase) => author.personId !== author.leadId

export const joining = procedure<AuthorState, Actor, AuthorCase>('invited')({
  accept: { from: ['invited'], to: 'accepted', allows: (actor, author) => isSelf(actor, author) && author.role !== 'helper' },
  help: { from: ['invited'], to: 'helping', allows: (actor, author) => isSelf(actor, author) && author.role === 'helper' },
  // asked by themself, and the authors let them in
  admit: { from: ['invited', 'helping'], to: 'accepted', allows: isHouse },
  decline: { from: ['invited'], to: 'declined', allows: isSelf },
  expire: { from: ['invited'], to: 'expired', allows: isHouse },
  withdraw: { from: ['invited'], to: 'withdrawn', allows: isLeader },
  leave: { from: ['accepted', 'helping'], to: 'left', allows: (actor, author) => isSelf(actor, author) && isOtherThanLead(author) },
  remove: { from: ['accepted', 'helping'], to: 'removed', allows: (actor, author) => isLeader(actor, author) && isOtherThanLead(author) },
})

/** Days that an invitation waits for an answer. */
export const invitationDays = 14
/** Enough to work together, few enough to agree on one version. */
export const authorsMax = 12

type InviteWhy =
  | 'already-helper'
  | 'sign-in'
  | 'not-author'
  | 'submitted'
  | 'withdrawn'
  | 'not-lead'
  | 'individual'
  | 'full'
  | 'already-author'
  | 'already-invited'

export function mayInvite(actor: Actor, project: ProjectCase): Verdict<InviteWhy> {
  const editing = mayEdit(actor, project)
  if (!editing.ok) return editing
  if (!isLead(actor, project)) return no('not-lead')
  return roomFor(project)
}

function roomFor(project: ProjectCase) {
  if (project.path === 'individual') return no('individual')
  return project.authorIds.length + project.invitedIds.length < authorsMax ? yes : no('full')
}

/** The same person twice is no second invitation. */
export function mayInvitePerson(actor: Actor, project: ProjectCase, personId: string): Verdict<InviteWhy> {
  if (project.authorIds.includes(personId)) return no('already-author')
  if (project.invitedIds.includes(personId)) return no('already-invited')
  if (project.helperIds?.includes(personId)) return no('already-helper')
  return mayInvite(actor, project)
}

/** The office brings in somebody without e-mail who has said so in person, by phone or on paper. */
export function mayBringIn(actor: Actor, project: ProjectCase, personId: string): Verdict<InviteWhy | 'not-staff' | 'own-matter'> {
  const helping = mayHelp(actor, project)
  if (!helping.ok) return helping
  if (actor.id === personId) return no('own-matter')
  const closed = closedAs(project)
  if (closed) return no(closed)
  if (project.authorIds.includes(personId)) return no('already-author')
  if (project.helperIds?.includes(personId)) return no('already-helper')
  return project.invitedIds.includes(personId) ? no('already-invited') : roomFor(project)
}

type AnswerWhy = 'not-yours' | 'wrong-state' | 'too-late' | 'submitted' | 'withdrawn'

/** Saying yes makes an author, or a helper of whoever was invited as one. */
export const answerStep = ({ role }: Pick<AuthorCase, 'role'>, answer: 'accept' | 'decline') =>
  answer === 'accept' && role === 'helper' ? 'help' : answer

/** Joining needs a project that is still being written; refusing is possible at any time. */
export function mayAnswer(actor: Actor, author: AuthorCase, project: ProjectCase, answer: 'accept' | 'decline', now: Date): Verdict<AnswerWhy> {
  const step = joining.may(actor, answerStep(author, answer), author)
  if (!step.ok) return step
  return timely(author, project, answer, now)
}

function timely(author: AuthorCase, project: ProjectCase, answer: 'accept' | 'decline', now: Date) {
  if (answer === 'decline') return yes
  const closed = closedAs(project)
  if (closed) return no(closed)
  return author.expiresAt !== null && now >= author.expiresAt ? no('too-late') : yes
}

/** The office writes down the answer of an invited person without e-mail. */
export function mayAnswerFor(
  actor: Actor,
  author: AuthorCase & { hasEmail: boolean },
  project: ProjectCase,
  answer: 'accept' | 'decline',
  now: Date,
): Verdict<AnswerWhy | 'not-staff' | 'own-matter' | 'has-email'> {
  const helping = mayHelp(actor, project)
  if (!helping.ok) return helping
  if (author.hasEmail) return no('has-email')
  if (author.state !== 'invited') return no('wrong-state')
  return timely(author, project, answer, now)
}

export function mayLeave(
  actor: Actor,
  author: AuthorCase,
  project: ProjectCase,
): Verdict<'not-yours' | 'wrong-state' | 'lead-stays' | 'last-author' | 'submitted' | 'withdrawn'> {
  const closed = closedAs(project)
  if (closed) return no(closed)
  if (isSelf(actor, author) && !isOtherThanLead(author)) return no(project.authorIds.length > 1 ? 'lead-stays' : 'last-author')
  return joining.may(actor, 'leave', author)
}

/** The lead takes back an invitation, or parts with a co-author who would hold up all others. */
export function mayEnd(actor: Actor, author: AuthorCase, project: ProjectCase): Verdict<'not-yours' | 'wrong-state' | 'submitted' | 'withdrawn'> {
  const closed = closedAs(project)
  if (closed) return no(closed)
  return joining.may(actor, author.state === 'invited' ? 'withdraw' : 'remove', author)
}
