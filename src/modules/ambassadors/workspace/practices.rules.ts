import { type Actor, has } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import { procedure } from '#kit/procedure.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'practice.added': { title: string }
    'practice.changed': { title: string }
    'practice.withdrawn': { title: string }
  }
}
export const practicesFacts = {
  'practice.added': { keep: { years: 6 } },
  'practice.changed': { keep: { years: 6 } },
  'practice.withdrawn': { keep: { years: 6 } },
} satisfies FactRules

export const practiceStates = ['shown', 'withdrawn'] as const
export type PracticeState = (typeof practiceStates)[number]

/** Where an example belongs: a section of a draft, a lesson of the course, a workshop. Upper modules name theirs "section-" and "workshop". */
export const practiceTopics = [
  'section-title',
  'section-summary',
  'section-description',
  'section-place',
  'section-reasons',
  'section-beneficiaries',
  'section-costs',
  'lesson-meeting',
  'lesson-budget',
  'lesson-plain-language',
  'lesson-accessibility',
  'workshop',
] as const
export type PracticeTopic = (typeof practiceTopics)[number]
export const isTopic = (typed: string | undefined): typed is PracticeTopic => practiceTopics.some(topic => topic === typed)

export type Practice = {
  readonly id: string
  readonly state: PracticeState
  readonly title: string
  readonly text: string
  readonly topic: PracticeTopic
  /** Who did it, where and when. */
  readonly source: string
  readonly link: string | undefined
  readonly authorId: string
  readonly createdAt: Date
  readonly version: number
}
export type PracticeFields = Pick<Practice, 'title' | 'text' | 'topic' | 'source' | 'link'>

const isAuthorOrCoordinator = (actor: Actor, of: Pick<Practice, 'authorId'>) =>
  (actor.id !== '' && actor.id === of.authorId && mayShare(actor).ok) || has(actor, 'coordinator')

/** Dobra praktyka. */
export const sharing = procedure<PracticeState, Actor, Pick<Practice, 'state' | 'authorId'>>('shown')({
  withdraw: { from: ['shown'], to: 'withdrawn', allows: isAuthorOrCoordinator },
})

/** Ambassadors at work, experts of units and the coordinator know what worked. */
export function mayShare(actor: Actor): Verdict<'not-yours'> {
  return has(actor, 'ambassador') || has(actor, 'unit-expert') || has(actor, 'coordinator') ? yes : no('not-yours')
}
export function mayChangePractice(actor: Actor, of: Pick<Practice, 'state' | 'authorId'>): Verdict<'not-yours' | 'wrong-state'> {
  return sharing.may(actor, 'withdraw', of)
}
