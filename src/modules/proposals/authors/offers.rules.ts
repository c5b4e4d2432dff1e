import { type Actor, house, isSomebody } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import { procedure } from '#kit/procedure.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { closedAs, isLead, mayHelp, type ProjectCase } from '#modules/proposals/proposals.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'lead.offered': { title: string }
    'lead.declined': { title: string }
    'lead.unoffered': { title: string }
    'lead.unanswered': { title: string }
  }
}
export const offersFacts = {
  'lead.offered': { keep: { years: 1 } },
  'lead.declined': { keep: { years: 1 } },
  'lead.unoffered': { keep: { years: 1 } },
  'lead.unanswered': { keep: { years: 1 } },
} satisfies FactRules

export const offerStates = ['offered', 'accepted', 'declined', 'withdrawn', 'expired'] as const
export type OfferState = (typeof offerStates)[number]
/** The lead asks one co-author to lead on; nobody leads without having said yes. */
export type LeadOffer = {
  readonly id: string
  readonly projectId: string
  readonly personId: string
  readonly offeredBy: string
  readonly state: OfferState
  readonly expiresAt: Date
}
type OfferCase = Pick<LeadOffer, 'state' | 'personId' | 'offeredBy'>

const isAsked = (actor: Actor, { personId }: OfferCase) => isSomebody(actor) && actor.id === personId
const isOfferer = (actor: Actor, { offeredBy }: OfferCase) => isSomebody(actor) && actor.id === offeredBy
const isHouse = (actor: Actor) => actor === house

export const offering = procedure<OfferState, Actor, OfferCase>('offered')({
  accept: { from: ['offered'], to: 'accepted', allows: isAsked },
  decline: { from: ['offered'], to: 'declined', allows: isAsked },
  withdraw: { from: ['offered'], to: 'withdrawn', allows: isOfferer },
  expire: { from: ['offered'], to: 'expired', allows: isHouse },
})

/** Days that an offer waits, like an invitation. */
export const offerDays = 14

/** The lead offers the lead to another author; one offer at a time. */
export function mayOffer(
  actor: Actor,
  project: ProjectCase,
  personId: string,
  waits: boolean,
): Verdict<'not-lead' | 'not-author' | 'offered-already' | 'submitted' | 'withdrawn'> {
  const closed = closedAs(project)
  if (closed) return no(closed)
  if (!isLead(actor, project)) return no('not-lead')
  if (personId === actor.id || !project.authorIds.includes(personId)) return no('not-author')
  return waits ? no('offered-already') : yes
}

export type OfferAnswerWhy =
  | 'not-yours'
  | 'wrong-state'
  | 'too-late'
  | 'not-author'
  | 'lead-changed'
  | 'submitted'
  | 'withdrawn'
  | 'not-staff'
  | 'own-matter'
  | 'has-email'

/** Whoever is asked answers; for somebody without e-mail the office writes the answer down. */
export function mayAnswerOffer(
  actor: Actor,
  offer: LeadOffer,
  project: ProjectCase,
  asked: { answer: 'accept' | 'decline'; hasEmail: boolean; now: Date },
): Verdict<OfferAnswerWhy> {
  const own = actor.id === offer.personId
  const allowed = own ? offering.may(actor, asked.answer, offer) : mayAnswerForThem(actor, offer, project, asked.hasEmail)
  if (!allowed.ok || asked.answer === 'decline') return allowed
  const closed = closedAs(project)
  if (closed) return no(closed)
  if (project.leadId !== offer.offeredBy) return no('lead-changed')
  if (!project.authorIds.includes(offer.personId)) return no('not-author')
  return asked.now >= offer.expiresAt ? no('too-late') : yes
}

function mayAnswerForThem(actor: Actor, offer: LeadOffer, project: ProjectCase, hasEmail: boolean): Verdict<OfferAnswerWhy> {
  const helping = mayHelp(actor, project)
  if (!helping.ok) return helping.why === 'not-staff' ? no('not-yours') : helping
  if (hasEmail) return no('has-email')
  return offer.state === 'offered' ? yes : no('wrong-state')
}
