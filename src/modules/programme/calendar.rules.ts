import { type Day, endOfDay, startOfDay } from '#kit/dates.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'

/** What a day of the programme can be for, in the order in which an edition lives through it. Phases may overlap. */
export const phaseKinds = [
  'rules',
  'ambassador-call',
  'training',
  'meetings',
  'needs',
  'ideas',
  'drafts',
  'advice',
  'workshops',
  'submission',
  'support-lists',
  'formal-check',
  'review',
  'review-results',
  'protests',
  'hearings',
  'ballot-list',
  'withdrawal',
  'promotion',
  'voting',
  'counting',
  'results',
  'approval',
  'implementation',
  'evaluation',
] as const
export type PhaseKind = (typeof phaseKinds)[number]

/** Whole days in Warsaw: opens at the first midnight of `from`, closes at the midnight that ends `to`. */
export type Phase = { readonly id: string; readonly kind: PhaseKind; readonly from: Day; readonly to: Day; readonly note: string }
export type Span = Omit<Phase, 'id' | 'note'>

/** `until` and `since` are the last open moment (23:59 of the last day), so that they print as the day people read in the calendar. */
export type Openness =
  | { readonly state: 'open'; readonly since: Date; readonly until: Date }
  | { readonly state: 'not-yet'; readonly from: Date }
  | { readonly state: 'over'; readonly since: Date }
  | { readonly state: 'unplanned' }

export const opensAt = (phase: Span): Date => startOfDay(phase.from)
export const lastMomentOf = (phase: Span): Date => new Date(endOfDay(phase.to).getTime() - 1)
const isOpen = (phase: Span, now: Date) => opensAt(phase) <= now && now <= lastMomentOf(phase)

/** Is this open, was it, will it be? A kind may come in several rounds; then the nearest one answers. */
export function opennessOf(phases: readonly Span[], kind: PhaseKind, now: Date): Openness {
  const rounds = phases.filter(phase => phase.kind === kind).sort((a, b) => a.from.localeCompare(b.from))
  if (rounds.length === 0) return { state: 'unplanned' }
  const open = rounds.filter(phase => isOpen(phase, now)).at(-1)
  if (open) return { state: 'open', since: opensAt(open), until: lastMomentOf(open) }
  const next = rounds.find(phase => opensAt(phase) > now)
  if (next) return { state: 'not-yet', from: opensAt(next) }
  return { state: 'over', since: new Date(Math.max(...rounds.map(phase => lastMomentOf(phase).getTime()))) }
}

export type PhaseWhy = 'phase-not-yet' | 'phase-over' | 'phase-unplanned'
const whys = { 'not-yet': 'phase-not-yet', over: 'phase-over', unplanned: 'phase-unplanned' } as const

/** The one answer to "may this be done now?": actions ask it, pages show `<Openness>` where it says no. */
export function mayNow(phases: readonly Span[], kind: PhaseKind, now: Date): Verdict<PhaseWhy> {
  const { state } = opennessOf(phases, kind, now)
  return state === 'open' ? yes : no(whys[state])
}

/** Phases open at this moment, in the order of the programme; those that close first come first within a kind. */
export const currentPhases = <P extends Span>(phases: readonly P[], now: Date): P[] => inOrder(phases.filter(phase => isOpen(phase, now)))

/** Phases that open next: all that share the nearest coming day. */
export function nextPhases<P extends Span>(phases: readonly P[], now: Date): P[] {
  const coming = phases.filter(phase => opensAt(phase) > now)
  const first = coming.map(phase => phase.from).sort()[0]
  return inOrder(coming.filter(phase => phase.from === first))
}

export const inOrder = <P extends Span>(phases: readonly P[]): P[] =>
  [...phases].sort((a, b) => phaseKinds.indexOf(a.kind) - phaseKinds.indexOf(b.kind) || a.from.localeCompare(b.from) || a.to.localeCompare(b.to))
