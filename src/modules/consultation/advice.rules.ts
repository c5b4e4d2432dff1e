import { type Actor, has, house, isSomebody } from '#kit/actor.ts'
import { addDays, type Day, dayOf, daysBetween } from '#kit/dates.ts'
import type { Point } from '#kit/geo.ts'
import type { Grosze } from '#kit/money.ts'
import { procedure } from '#kit/procedure.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import type { LandStatement } from '#modules/consultation/registers/land.rules.ts'
import type { Openness } from '#modules/programme/calendar.rules.ts'

export const adviceStates = ['queued', 'asked', 'assigned', 'asked-back', 'drafted', 'contributed', 'dropped', 'withdrawn', 'answered'] as const
export type AdviceState = (typeof adviceStates)[number]
/** Before its unit, and not yet answered. */
export const openStates = ['asked', 'assigned', 'asked-back', 'drafted'] as const satisfies readonly AdviceState[]
export const criteria = ['own-task', 'land', 'plan', 'technical', 'open-access', 'cost', 'running-cost', 'law', 'other'] as const
export type Criterion = (typeof criteria)[number]
export const adviceVerdicts = ['fine', 'fine-if', 'not', 'not-ours'] as const
export type AdviceVerdict = (typeof adviceVerdicts)[number]
/** `basis` is the legal basis in the words of the unit, or empty. */
export type CriterionAnswer = { readonly criterion: Criterion; readonly verdict: AdviceVerdict; readonly remark: string; readonly basis: string }
/** A good practice that the unit points at. */
export type AdviceLink = { readonly url: string; readonly words: string }

/** Who stands in for whom in a unit today; `head` with the rights of its head. */
export type Deputy = { readonly personId: string; readonly deputyId: string; readonly head: boolean }
/** The unit that has a question, its expert, and who stands in there. */
export type Seat = { readonly unitId: string; readonly expertId?: string | undefined; readonly deputies: readonly Deputy[] }

/** What the rules must know: who asks about whose thing, and which unit has it. `ownerIds` are the authors of the idea or project. */
export type AdviceCase = Seat & {
  readonly state: AdviceState
  readonly territoryId: string
  readonly ownerIds: readonly string[]
  readonly askedBy: string
  /** The unit's answers are released by its head. */
  readonly releases: boolean
  /** Of the unit that leads a joint opinion, where this is another unit's part of it. */
  readonly leading?: Seat | undefined
  /** Units that contribute to this opinion, and how many of them have not yet. */
  readonly partUnitIds: readonly string[]
  readonly partsOpen: number
}
export type Advice = Pick<AdviceCase, 'state' | 'unitId' | 'expertId' | 'territoryId' | 'askedBy'> & {
  readonly id: string
  readonly subjectId: string
  readonly editionId: string
  readonly question: string
  readonly askedAt: Date
  readonly dueOn: Day
  /** How far silence about it was told of. */
  readonly reminded: number
  /** The authors are asked something since; the due date stands still. */
  readonly stoppedOn?: Day | undefined
  readonly assignedAt?: Date | undefined
  readonly answeredAt?: Date | undefined
  readonly overall?: AdviceVerdict | undefined
  readonly remark?: string | undefined
  readonly estimate?: Grosze | undefined
  /** The authors' total at the moment of the answer. */
  readonly authorsSum?: Grosze | undefined
  readonly answers: readonly CriterionAnswer[]
  readonly links: readonly AdviceLink[]
  readonly land?: LandStatement | undefined
  readonly leadingId?: string | undefined
  /** It was said at this meeting before it was confirmed. */
  readonly meetingId?: string | undefined
  /** Why it was taken back. */
  readonly withdrawalReason?: string | undefined
  /** What a contributing unit is asked to say something on; empty: on all. */
  readonly criteria: readonly Criterion[]
}
/** An idea or a project that advice is asked about. */
export type AdviceSubject = {
  readonly id: string
  /** A line of minutes may be asked about before anybody has made an idea of it. */
  readonly kind: 'idea' | 'project' | 'line'
  /** Where the line stands. */
  readonly meetingId?: string
  readonly title: string
  readonly editionId: string
  readonly territoryId: string
  readonly ownerIds: readonly string[]
  readonly open: boolean
  readonly shared: boolean
  readonly total?: Grosze
  /** Which state of its cost table that is the total of. */
  readonly costsRevision?: number
  /** What it says at its shortest. */
  readonly text: string
  readonly point?: Point | undefined
}
/** With the names that people read, and how its unit works. */
export type NamedAdvice = Advice &
  Pick<AdviceCase, 'deputies' | 'releases' | 'leading' | 'partUnitIds' | 'partsOpen'> & {
    readonly unitName: string
    readonly unitCode: string
    readonly expertName?: string | undefined
    /** The edition shows the names of experts to everybody. */
    readonly namesExpert: boolean
    /** What other units contributed. */
    readonly parts: readonly (Advice & { readonly unitName: string })[]
  }
/** An advice with whose thing it is about. */
export const caseOf = (advice: NamedAdvice, subject: Pick<AdviceSubject, 'ownerIds'>): AdviceCase => ({ ...advice, ownerIds: subject.ownerIds })

const isOwner = (actor: Actor, advice: Pick<AdviceCase, 'ownerIds'>) => advice.ownerIds.includes(actor.id)
/** Only somebody of this very unit, named by it; a role without a unit is nobody's. */
const worksIn = (actor: Actor, role: 'unit-head' | 'unit-expert', unitId: string) =>
  actor.grants.some(grant => grant.unitId === unitId && (grant.role === role || (role === 'unit-expert' && grant.role === 'unit-head')))
const standsInAsHead = (actor: Actor, { deputies }: Seat) => deputies.some(({ deputyId, head }) => head && deputyId === actor.id)
const headsSeat = (actor: Actor, seat: Seat) =>
  worksIn(actor, 'unit-head', seat.unitId) || (standsInAsHead(actor, seat) && worksIn(actor, 'unit-expert', seat.unitId))
const hasSeat = (actor: Actor, seat: Seat) =>
  worksIn(actor, 'unit-expert', seat.unitId) &&
  (actor.id === seat.expertId || seat.deputies.some(({ personId, deputyId }) => personId === seat.expertId && deputyId === actor.id))

const isHead = (actor: Actor, advice: AdviceCase) => headsSeat(actor, advice) && !isOwner(actor, advice)
const isItsExpert = (actor: Actor, advice: AdviceCase) => hasSeat(actor, advice) && !isOwner(actor, advice)
const either = (actor: Actor, advice: AdviceCase) => isHead(actor, advice) || isItsExpert(actor, advice)
const leads = (actor: Actor, { leading, ...advice }: AdviceCase) =>
  leading !== undefined && (headsSeat(actor, leading) || hasSeat(actor, leading)) && !isOwner(actor, advice)
const isAsker = (actor: Actor, advice: AdviceCase) => isSomebody(actor) && (isOwner(actor, advice) || actor.id === advice.askedBy)

/**
 * A preliminary opinion of a city unit. The head names an expert; either passes it on; the expert asks the authors back or answers in public,
 * or through the head where the unit wants that. A part of a joint opinion waits for the unit that leads.
 */
export const advising = procedure<AdviceState, Actor, AdviceCase>('asked')({
  queue: { from: ['asked'], to: 'queued', allows: actor => actor === house },
  admit: { from: ['queued'], to: 'asked', allows: (actor, advice) => actor === house || isHead(actor, advice) },
  assign: { from: ['asked', 'assigned'], to: 'assigned', allows: isHead },
  pass: { from: ['queued', 'asked', 'assigned'], to: 'asked', allows: either },
  askBack: { from: ['assigned'], to: 'asked-back', allows: isItsExpert },
  reply: { from: ['asked-back'], to: 'assigned', allows: isAsker },
  answer: {
    from: ['assigned', 'asked-back'],
    to: 'answered',
    allows: (actor, advice) => isItsExpert(actor, advice) && finishOf(actor, advice) === 'answer',
  },
  draft: {
    from: ['assigned', 'asked-back'],
    to: 'drafted',
    allows: (actor, advice) => isItsExpert(actor, advice) && finishOf(actor, advice) === 'draft',
  },
  release: { from: ['drafted'], to: 'answered', allows: isHead },
  reject: { from: ['drafted'], to: 'assigned', allows: isHead },
  contribute: {
    from: ['assigned', 'asked-back'],
    to: 'contributed',
    allows: (actor, advice) => isItsExpert(actor, advice) && finishOf(actor, advice) === 'contribute',
  },
  drop: { from: ['asked', 'assigned', 'asked-back', 'contributed'], to: 'dropped', allows: leads },
  publish: { from: ['contributed'], to: 'answered', allows: leads },
  // a part is the leading unit's own question, and is dropped by it
  withdraw: {
    from: ['queued', 'asked', 'assigned', 'asked-back', 'drafted'],
    to: 'withdrawn',
    allows: (actor, advice) => isAsker(actor, advice) && !advice.leading,
  },
})
type Step = (typeof advising.names)[number]

/** How an expert's work on a question ends: in public, before the head, or with the unit that leads. */
export const finishOf = (actor: Actor, advice: AdviceCase): 'answer' | 'draft' | 'contribute' =>
  advice.leading ? 'contribute' : advice.releases && !isHead(actor, advice) ? 'draft' : 'answer'

export const dueDay = (now: Date, slaDays: number): Day => addDays(dayOf(now), slaDays)
/** While the authors were asked, the unit's time stood still. */
export const dueAfterReply = ({ dueOn, stoppedOn }: Pick<Advice, 'dueOn' | 'stoppedOn'>, now: Date): Day =>
  stoppedOn === undefined ? dueOn : addDays(dueOn, Math.max(0, daysBetween(stoppedOn, dayOf(now))))

export type Urgency = 'overdue' | 'today' | 'soon' | 'later'
export function urgencyOf(dueOn: Day, now: Date): Urgency {
  const today = dayOf(now)
  if (dueOn < today) return 'overdue'
  if (dueOn === today) return 'today'
  return dueOn <= addDays(today, 2) ? 'soon' : 'later'
}

type AskWhy = 'sign-in' | 'not-author' | 'closed' | 'private' | 'already-asked' | PhaseWhy
type PhaseWhy = 'phase-not-yet' | 'phase-over' | 'phase-unplanned'

/** An author asks, or the ambassador of the place, or the coordinator. The answer is public, so what is asked about is public too. */
export function mayAsk(
  actor: Actor,
  asked: { ownerIds: readonly string[]; territoryId: string; open: boolean; shared: boolean; waiting: boolean; phase: Verdict<PhaseWhy> },
): Verdict<AskWhy> {
  if (!isSomebody(actor)) return no('sign-in')
  if (!asked.ownerIds.includes(actor.id) && !stewards(actor, asked.territoryId)) return no('not-author')
  if (!asked.open) return no('closed')
  if (!asked.shared) return no('private')
  return asked.waiting ? no('already-asked') : asked.phase
}
export type Asking = { readonly verdict: ReturnType<typeof mayAsk>; readonly openness: Openness }
const stewards = (actor: Actor, territoryId: string) => has(actor, 'ambassador', { territoryId }) || has(actor, 'coordinator', { territoryId })

type ActWhy = 'not-yours' | 'own-matter' | Waiting
type Waiting = (typeof waitsFor)[AdviceState]
/** What a question waits for, so that another step is not possible now; to people of the unit this is why, whoever of them asks. */
const waitsFor = {
  queued: 'queued',
  asked: 'not-assigned',
  assigned: 'with-expert',
  'asked-back': 'with-authors',
  drafted: 'with-head',
  contributed: 'part-ready',
  dropped: 'withdrawn',
  withdrawn: 'withdrawn',
  answered: 'answered',
} as const satisfies Record<AdviceState, string>
const isOver = ({ state }: AdviceCase) => state === 'answered' || state === 'dropped' || state === 'withdrawn'

function mayStep(actor: Actor, step: Step, advice: AdviceCase): Verdict<ActWhy> {
  if (isOver(advice)) return no(waitsFor[advice.state])
  if (step !== 'reply' && step !== 'withdraw' && isOwner(actor, advice)) return no('own-matter')
  const verdict = advising.may(actor, step, advice)
  if (verdict.ok) return yes
  return no(verdict.why === 'wrong-state' || isInside(actor, advice) ? waitsFor[advice.state] : 'not-yours')
}

export function mayAssign(actor: Actor, advice: AdviceCase, expertId?: string): Verdict<ActWhy | 'expert-own-matter'> {
  const verdict = mayStep(actor, 'assign', advice)
  if (!verdict.ok || expertId === undefined) return verdict
  return advice.ownerIds.includes(expertId) ? no('expert-own-matter') : yes
}
export function mayPass(actor: Actor, advice: AdviceCase, toUnitId?: string): Verdict<ActWhy | 'same-unit' | 'contributes'> {
  const verdict = mayStep(actor, 'pass', advice)
  if (!verdict.ok || toUnitId === undefined) return verdict
  if (toUnitId === advice.unitId) return no('same-unit')
  return toUnitId === advice.leading?.unitId || advice.partUnitIds.includes(toUnitId) ? no('contributes') : yes
}
/** To answer is to finish, one way or another; a joint opinion waits for those who were asked to contribute. */
export function mayAnswerAdvice(actor: Actor, advice: AdviceCase): Verdict<ActWhy | 'parts-open'> {
  const verdict = mayStep(actor, finishOf(actor, advice), advice)
  return verdict.ok && advice.partsOpen > 0 ? no('parts-open') : verdict
}
export function mayRelease(actor: Actor, advice: AdviceCase): Verdict<ActWhy | 'parts-open'> {
  const verdict = mayStep(actor, 'release', advice)
  return verdict.ok && advice.partsOpen > 0 ? no('parts-open') : verdict
}
export const mayAdmit = (actor: Actor, advice: AdviceCase): Verdict<ActWhy> => mayStep(actor, 'admit', advice)
export const mayReject = (actor: Actor, advice: AdviceCase): Verdict<ActWhy> => mayStep(actor, 'reject', advice)
export const mayAskBack = (actor: Actor, advice: AdviceCase): Verdict<ActWhy> => mayStep(actor, 'askBack', advice)
export const mayReply = (actor: Actor, advice: AdviceCase): Verdict<ActWhy> => mayStep(actor, 'reply', advice)
export const mayWithdraw = (actor: Actor, advice: AdviceCase): Verdict<ActWhy> => mayStep(actor, 'withdraw', advice)
export const mayDrop = (actor: Actor, advice: AdviceCase): Verdict<ActWhy> => mayStep(actor, 'drop', advice)

/** Whoever answers or heads the unit asks another one to contribute; a part has no parts. */
export function mayJoin(actor: Actor, advice: AdviceCase, unitId?: string): Verdict<ActWhy | 'same-unit' | 'contributes'> {
  if (isOver(advice)) return no(waitsFor[advice.state])
  if (isOwner(actor, advice)) return no('own-matter')
  if (advice.leading || !either(actor, advice)) return no(!advice.leading && isInside(actor, advice) ? waitsFor[advice.state] : 'not-yours')
  if (advice.state !== 'asked' && advice.state !== 'assigned') return no(waitsFor[advice.state])
  if (unitId === advice.unitId) return no('same-unit')
  return unitId !== undefined && advice.partUnitIds.includes(unitId) ? no('contributes') : yes
}

/** Notes and drafts of answers are for whoever works in the unit that has the question, and for nobody else. */
export const isInside = (actor: Actor, advice: Pick<AdviceCase, 'unitId'>): boolean => worksIn(actor, 'unit-expert', advice.unitId)
export function mayNote(actor: Actor, advice: AdviceCase): Verdict<'not-yours' | 'own-matter'> {
  if (!isInside(actor, advice)) return no('not-yours')
  return isOwner(actor, advice) ? no('own-matter') : yes
}
/** What the unit asked the authors, and what they said, is for them, for the units and for the coordinator. */
export const mayReadQueries = (actor: Actor, advice: AdviceCase): boolean =>
  isAsker(actor, advice) || worksInAny(actor, advice) || (isSomebody(actor) && stewards(actor, advice.territoryId))
const worksInAny = (actor: Actor, { unitId, leading, partUnitIds }: AdviceCase) =>
  [unitId, ...(leading ? [leading.unitId] : []), ...partUnitIds].some(id => worksIn(actor, 'unit-expert', id))

/** An open question is read by its authors, by whoever asked, by the units and the coordinator; an answer by everybody. */
export const mayReadAdvice = (actor: Actor, advice: AdviceCase): boolean => advice.state === 'answered' || mayReadQueries(actor, advice)

/** Units whose queue this person sees. */
export const unitsOf = (actor: Actor): readonly string[] => [
  ...new Set(
    actor.grants.flatMap(grant => (grant.unitId !== undefined && (grant.role === 'unit-head' || grant.role === 'unit-expert') ? [grant.unitId] : [])),
  ),
]
/** This very person heads the unit of a question, or stands in for its head today. */
export const headsIt = (actor: Actor, advice: Seat): boolean => headsSeat(actor, advice)
/** It is this person's to answer, as its expert or as a deputy. */
export const isMine = (actor: Actor, advice: Seat): boolean => hasSeat(actor, advice)

/** How a criterion is shown: an estimate that differs from the authors' sum is "otherwise", whatever word goes with it. */
export const costDiffers = (advice: Pick<Advice, 'estimate' | 'authorsSum'>): boolean =>
  advice.estimate !== undefined && advice.authorsSum !== undefined && advice.estimate !== advice.authorsSum
