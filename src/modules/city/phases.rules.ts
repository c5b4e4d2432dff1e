import { currentPhases, inOrder, lastMomentOf, nextPhases, opensAt, type Phase, type PhaseKind } from '#modules/programme/calendar.rules.ts'
import { type Edition, hasPart, type Part } from '#modules/programme/programme.rules.ts'

/** Phases that belong to a part of the programme; without any of these parts they leave no trace. */
const partsOf: Partial<Record<PhaseKind, readonly Part[]>> = {
  'ambassador-call': ['ambassadors'],
  training: ['ambassadors'],
  needs: ['district-path', 'city-path'],
  ideas: ['district-path', 'city-path'],
  drafts: ['district-path', 'city-path'],
  advice: ['district-path', 'city-path'],
  workshops: ['workshops'],
  'support-lists': ['support-lists'],
}
type Programme = Pick<Edition, 'parts' | 'phases'>

export const phasesInUse = (edition: Programme): Phase[] =>
  inOrder(edition.phases.filter(({ kind }) => (partsOf[kind] ?? []).length === 0 || partsOf[kind]?.some(part => hasPart(edition, part))))

/** The order in which a phase speaks for the day: what residents decide or write comes before what the office does. */
const weight: readonly PhaseKind[] = [
  'voting',
  'submission',
  'needs',
  'ideas',
  'protests',
  'support-lists',
  'drafts',
  'results',
  'review-results',
  'ambassador-call',
  'workshops',
  'review',
  'formal-check',
  'counting',
  'implementation',
  'meetings',
]
const weightOf = ({ kind }: Phase) => (weight.includes(kind) ? weight.indexOf(kind) : weight.length)

export type Today = {
  /** What the day is about; needs and ideas that close together are one. Empty between phases. */
  readonly main: readonly Phase[]
  readonly until: Date | undefined
  readonly also: readonly Phase[]
  readonly next: readonly Phase[]
}

export function todayOf(edition: Programme, now: Date): Today {
  const phases = phasesInUse(edition)
  const open = [...currentPhases(phases, now)].sort((a, b) => weightOf(a) - weightOf(b))
  const first = open[0]
  const main = open.filter(phase => phase === first || (first?.kind === 'needs' && phase.kind === 'ideas' && phase.to === first.to))
  return { main, until: first && lastMomentOf(first), also: inOrder(open.filter(phase => !main.includes(phase))), next: nextPhases(phases, now) }
}

/** What residents look for in the calendar; the whole of it stands on its own page. */
const inStrip: readonly PhaseKind[] = ['ambassador-call', 'needs', 'ideas', 'drafts', 'advice', 'submission', 'review', 'voting', 'results']
export type StripPhase = Phase & { readonly withIdeas: boolean }
/** Needs and ideas that share their days are one step. */
export function stripOf(edition: Programme): StripPhase[] {
  const phases = phasesInUse(edition).filter(({ kind }) => inStrip.includes(kind))
  const isTwin = (phase: Phase, kind: PhaseKind) => phases.some(other => other.kind === kind && other.from === phase.from && other.to === phase.to)
  return phases.flatMap(phase =>
    phase.kind === 'ideas' && isTwin(phase, 'needs') ? [] : [{ ...phase, withIdeas: phase.kind === 'needs' && isTwin(phase, 'ideas') }],
  )
}

export type PhaseState = 'done' | 'now' | 'ahead'
export function stateOf(phase: Phase, now: Date): PhaseState {
  if (lastMomentOf(phase) < now) return 'done'
  return opensAt(phase) <= now ? 'now' : 'ahead'
}
