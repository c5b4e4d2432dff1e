import { type Actor, has } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import { procedure } from '#kit/procedure.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { isComing, type Meeting, mayHost, overlap } from '#modules/meetings/meetings.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'meeting.expert-asked': { title: string; unit: string }
    'meeting.expert-accepted': { title: string; unit: string }
    'meeting.expert-declined': { title: string; unit: string }
    'meeting.expert-proposed': { title: string; unit: string }
  }
}
export const expertsFacts = {
  'meeting.expert-asked': { keep: { years: 6 } },
  'meeting.expert-accepted': { keep: { years: 6 } },
  'meeting.expert-declined': { keep: { years: 6 } },
  'meeting.expert-proposed': { keep: { years: 6 } },
} satisfies FactRules

export const expertStates = ['asked', 'accepted', 'declined', 'other-date'] as const
export type ExpertState = (typeof expertStates)[number]
/** A meeting that wants somebody of a unit, and what the unit answered. */
export type Invitation = {
  readonly id: string
  readonly meetingId: string
  readonly unitId: string
  readonly unitCode: string
  readonly unitName: string
  readonly topic: string
  readonly state: ExpertState
  readonly personId: string | null
  readonly remark: string | null
  readonly proposedAt: Date | null
}
type Case = Pick<Invitation, 'unitId' | 'state'> & { readonly meeting: Pick<Meeting, 'hostIds' | 'areaIds' | 'editionId' | 'path'> }

export const expertLimits = { topicMin: 5, topicMax: 200, remarkMax: 300 } as const

const isExpert = (actor: Actor, { unitId }: Pick<Case, 'unitId'>) =>
  actor.grants.some(grant => grant.unitId !== undefined) && has(actor, 'unit-expert', { unitId })
const leads = (actor: Actor, { meeting }: Case) => mayHost(actor, meeting).ok

/** Zaproszenie eksperta. Any expert of the unit may answer; who accepts is the one who comes. */
export const inviting = procedure<ExpertState, Actor, Case>('asked')({
  accept: { from: ['asked', 'other-date'], to: 'accepted', allows: isExpert },
  decline: { from: ['asked', 'accepted', 'other-date'], to: 'declined', allows: isExpert },
  propose: { from: ['asked', 'accepted'], to: 'other-date', allows: isExpert },
  ask: { from: ['declined', 'other-date', 'accepted'], to: 'asked', allows: leads },
})
export const answers = ['accept', 'decline', 'propose'] as const
export type Answer = (typeof answers)[number]

export const mayInvite = (actor: Actor, meeting: Meeting, now: Date): Verdict<'not-host' | 'wrong-state'> => {
  const verdict = mayHost(actor, meeting)
  if (!verdict.ok) return verdict
  return meeting.state === 'draft' || isComing(meeting, now) ? yes : no('wrong-state')
}
export const mayAnswer = (actor: Actor, answer: Answer, invitation: Invitation, meeting: Meeting, now: Date) => {
  const verdict = inviting.may(actor, answer, { ...invitation, meeting })
  if (!verdict.ok) return verdict
  return isComing(meeting, now) || meeting.state === 'draft' ? yes : no('over')
}

export type Planned = { readonly invitation: Invitation; readonly meeting: Meeting }
/** Another meeting at the same time that wants the same unit: somebody else of it must go, or one of the two must move. */
export const sameTimeOf = ({ invitation, meeting }: Planned, all: readonly Planned[]): Meeting[] =>
  all
    .filter(
      other =>
        other.invitation.id !== invitation.id &&
        other.invitation.unitId === invitation.unitId &&
        other.invitation.state !== 'declined' &&
        overlap(other.meeting, meeting),
    )
    .map(other => other.meeting)
