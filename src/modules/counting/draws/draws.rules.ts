import { type Actor, has } from '#kit/actor.ts'
import { type Day, dayOf } from '#kit/dates.ts'
import { sha256 } from '#kit/draw.ts'
import type { FactRules } from '#kit/facts.ts'
import { procedure } from '#kit/procedure.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { opennessOf, type Phase } from '#modules/programme/calendar.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'draw.committed': { title: string; commitment: string; event: string }
    'draw.revealed': { title: string; seed: string }
  }
}
export const drawFacts = { 'draw.committed': { keep: { years: 50 } }, 'draw.revealed': { keep: { years: 50 } } } satisfies FactRules

/**
 * The draw that ends a list of ties. Before ballots are opened the city fixes a secret and publishes only its fingerprint, and names a public event that nobody
 * can foresee. After the event secret and outcome together give the seed: neither the city nor the event alone could have chosen it.
 */
export type Draw = {
  readonly editionId: string
  readonly state: DrawState
  /** SHA-256 of the secret. */
  readonly commitment: string
  readonly event: string
  readonly eventOn: Day
  readonly committedAt: Date
  /** All three are there once it is revealed. */
  readonly secret: string | undefined
  readonly outcome: string | undefined
  readonly seed: string | undefined
}
export type DrawState = 'committed' | 'revealed'
/** A draw among those of all editions. */
export type DrawLine = { readonly editionId: string; readonly title: string; readonly state: DrawState }

const isCoordinator = (actor: Actor) => has(actor, 'coordinator')
export const drawing = procedure<DrawState, Actor, Pick<Draw, 'state'>>('committed')({
  reveal: { from: ['committed'], to: 'revealed', allows: isCoordinator },
})

export const commitmentOf = (secret: string): string => sha256(secret)
/** What was announced of the event, without what a copy from a page adds at its ends or between words. */
export const plainOutcome = (outcome: string): string => outcome.trim().replace(/\s+/g, ' ')
export const seedOf = (secret: string, outcome: string): string => sha256(`${secret}\n${plainOutcome(outcome)}`)

type Voting = { readonly phases: readonly Phase[] }
export type CommitWhy = 'not-yours' | 'fixed-already' | 'no-voting' | 'voting-began'
export function mayCommitDraw(actor: Actor, { phases }: Voting, draw: Draw | undefined, now: Date): Verdict<CommitWhy> {
  if (!isCoordinator(actor)) return no('not-yours')
  if (draw) return no('fixed-already')
  const voting = opennessOf(phases, 'voting', now)
  if (voting.state === 'unplanned') return no('no-voting')
  return voting.state === 'not-yet' ? yes : no('voting-began')
}
export type EventWhy = 'event-early' | 'event-empty'
/** The event comes after the last ballot: whoever could vote afterwards could vote with the seed in hand. */
export function mayUseEvent({ phases }: Voting, event: string, eventOn: Day): Verdict<EventWhy> {
  if (event.trim().length < 10) return no('event-empty')
  const last =
    phases
      .flatMap(({ kind, to }) => (kind === 'voting' ? [to] : []))
      .sort()
      .at(-1) ?? ''
  return eventOn > last ? yes : no('event-early')
}
export type RevealWhy = 'not-yours' | 'wrong-state' | 'event-ahead'
export function mayRevealDraw(actor: Actor, draw: Draw, now: Date): Verdict<RevealWhy> {
  const verdict = drawing.may(actor, 'reveal', draw)
  if (!verdict.ok) return verdict
  return dayOf(now) >= draw.eventOn ? yes : no('event-ahead')
}
