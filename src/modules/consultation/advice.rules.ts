import { type Actor, has, isSomebody } from '#kit/actor.ts'
import { addDays, type Day, dayOf } from '#kit/dates.ts'
import type { FactRules } from '#kit/facts.ts'
import type { Point } from '#kit/geo.ts'
import type { Grosze } from '#kit/money.ts'
import { procedure } from '#kit/procedure.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'advice.asked': { title: string; unit: string; adviceId: string }
    'advice.assigned': { title: string; unit: string; adviceId: string }
    'advice.returned': { title: string; from: string; to: string; adviceId: string }
    'advice.answered': { title: string; unit: string; adviceId: string; overall: AdviceVerdict }
  }
}
export const adviceFacts = {
  'advice.asked': { keep: { years: 10 } },
  'advice.assigned': { keep: { years: 10 } },
  'advice.returned': { keep: { years: 10 } },
  'advice.answered': { keep: { years: 10 } },
} satisfies FactRules

export const adviceStates = ['asked', 'assigned', 'answered'] as const
export type AdviceState = (typeof adviceStates)[number]
export const criteria = ['own-task', 'land', 'plan', 'technical', 'open-access', 'cost', 'running-cost', 'law', 'other'] as const
export type Criterion = (typeof criteria)[number]
export const adviceVerdicts = ['fine', 'fine-if', 'not', 'not-ours'] as const
export type AdviceVerdict = (typeof adviceVerdicts)[number]
/** `basis` is the legal basis in the words of the unit, or empty. */
export type CriterionAnswer = { readonly criterion: Criterion; readonly verdict: AdviceVerdict; readonly remark: string; readonly basis: string }

/** What the rules must know: who asks about whose thing, and which unit has it. `ownerIds` are the authors of the idea or project. */
export type AdviceCase = {
  readonly state: AdviceState
  readonly unitId: string
  readonly territoryId: string
  readonly expertId?: string
  readonly ownerIds: readonly string[]
}
export type Advice = Omit<AdviceCase, 'ownerIds'> & {
  readonly id: string
  readonly subjectId: string
  readonly question: string
  readonly askedBy: string
  readonly askedAt: Date
  readonly dueOn: Day
  readonly assignedAt?: Date
  readonly answeredAt?: Date
  readonly overall?: AdviceVerdict
  readonly remark?: string
  readonly estimate?: Grosze
  /** The authors' total at the moment of the answer. */
  readonly authorsSum?: Grosze
  readonly answers: readonly CriterionAnswer[]
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
  /** What it says at its shortest. */
  readonly text: string
  readonly point?: Point | undefined
}
/** With the names that people read. */
export type NamedAdvice = Advice & { readonly unitName: string; readonly unitCode: string; readonly expertName?: string }
/** An advice with whose thing it is about. */
export const caseOf = (advice: Advice, subject: AdviceSubject): AdviceCase & { readonly askedBy: string } => ({
  ...advice,
  ownerIds: subject.ownerIds,
})

const isOwner = (actor: Actor, advice: Pick<AdviceCase, 'ownerIds'>) => advice.ownerIds.includes(actor.id)
/** Only somebody of this very unit, named by it; a role without a unit is nobody's. */
const worksIn = (actor: Actor, role: 'unit-head' | 'unit-expert', unitId: string) =>
  actor.grants.some(grant => grant.unitId === unitId && (grant.role === role || (role === 'unit-expert' && grant.role === 'unit-head')))
const isHead = (actor: Actor, advice: AdviceCase) => worksIn(actor, 'unit-head', advice.unitId) && !isOwner(actor, advice)
const isItsExpert = (actor: Actor, advice: AdviceCase) =>
  actor.id === advice.expertId && worksIn(actor, 'unit-expert', advice.unitId) && !isOwner(actor, advice)

/** A preliminary opinion of a city unit: the head names an expert, either passes it on, the expert answers in public. */
export const advising = procedure<AdviceState, Actor, AdviceCase>('asked')({
  assign: { from: ['asked', 'assigned'], to: 'assigned', allows: isHead },
  pass: { from: ['asked', 'assigned'], to: 'asked', allows: (actor, advice) => isHead(actor, advice) || isItsExpert(actor, advice) },
  answer: { from: ['assigned'], to: 'answered', allows: isItsExpert },
})

export const dueDay = (now: Date, slaDays: number): Day => addDays(dayOf(now), slaDays)
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
const stewards = (actor: Actor, territoryId: string) => has(actor, 'ambassador', { territoryId }) || has(actor, 'coordinator', { territoryId })

type ActWhy = 'not-yours' | 'own-matter' | 'answered' | 'not-assigned'

function mayStep(actor: Actor, step: 'assign' | 'pass' | 'answer', advice: AdviceCase): Verdict<ActWhy> {
  if (advice.state === 'answered') return no('answered')
  if (isOwner(actor, advice)) return no('own-matter')
  const verdict = advising.may(actor, step, advice)
  return verdict.ok ? yes : no(verdict.why === 'wrong-state' ? 'not-assigned' : 'not-yours')
}

export function mayAssign(actor: Actor, advice: AdviceCase, expertId?: string): Verdict<ActWhy | 'expert-own-matter'> {
  const verdict = mayStep(actor, 'assign', advice)
  if (!verdict.ok || expertId === undefined) return verdict
  return advice.ownerIds.includes(expertId) ? no('expert-own-matter') : yes
}
export function mayPass(actor: Actor, advice: AdviceCase, toUnitId?: string): Verdict<ActWhy | 'same-unit'> {
  const verdict = mayStep(actor, 'pass', advice)
  return verdict.ok && toUnitId === advice.unitId ? no('same-unit') : verdict
}
export const mayAnswerAdvice = (actor: Actor, advice: AdviceCase): Verdict<ActWhy> => mayStep(actor, 'answer', advice)

/** An open question is read by its authors, by whoever asked, by the unit and the coordinator; an answer by everybody. */
export function mayReadAdvice(actor: Actor, advice: AdviceCase & { readonly askedBy: string }): boolean {
  if (advice.state === 'answered' || isOwner(actor, advice) || (isSomebody(actor) && actor.id === advice.askedBy)) return true
  return worksIn(actor, 'unit-expert', advice.unitId) || stewards(actor, advice.territoryId)
}

/** Units whose queue this person sees. */
export const unitsOf = (actor: Actor): readonly string[] => [
  ...new Set(
    actor.grants.flatMap(grant => (grant.unitId !== undefined && (grant.role === 'unit-head' || grant.role === 'unit-expert') ? [grant.unitId] : [])),
  ),
]
export const headsUnit = (actor: Actor, unitId: string): boolean => worksIn(actor, 'unit-head', unitId)

/** How a criterion is shown: an estimate that differs from the authors' sum is "otherwise", whatever word goes with it. */
export const costDiffers = (advice: Pick<Advice, 'estimate' | 'authorsSum'>): boolean =>
  advice.estimate !== undefined && advice.authorsSum !== undefined && advice.estimate !== advice.authorsSum
