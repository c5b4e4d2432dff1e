import { type Day, dayOf, daysBetween } from '#kit/dates.ts'

export const matterKinds = ['invited', 'accept', 'submit', 'assign', 'answer', 'release', 'explain'] as const
export type MatterKind = (typeof matterKinds)[number]
/** Those about a question to a unit. */
const adviceKinds = ['assign', 'answer', 'release', 'explain'] as const satisfies readonly MatterKind[]
export const isAdviceKind = (kind: MatterKind): kind is (typeof adviceKinds)[number] => adviceKinds.some(one => one === kind)

/** One thing that waits for somebody, whatever their role. */
export type Matter = {
  readonly kind: MatterKind
  /** The project or the question it is about. */
  readonly id: string
  readonly title: string
  readonly territoryId: string | undefined
  /** The last day to do it, where there is one. */
  readonly dueOn: Day | undefined
  readonly version?: number
  readonly unit?: string
}

export type Urgency = 'overdue' | 'soon' | 'later'
export function urgencyOf(dueOn: Day, now: Date): Urgency {
  const left = daysBetween(dayOf(now), dueOn)
  if (left < 0) return 'overdue'
  return left <= 2 ? 'soon' : 'later'
}
export const daysLeft = (dueOn: Day, now: Date): number => daysBetween(dayOf(now), dueOn)

/** What must be done first stands first; what has no deadline comes last. */
export const byDeadline = <M extends { readonly dueOn?: Day | undefined }>(matters: readonly M[]): M[] =>
  [...matters].sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))

/** The last day before a moment at which something closes: an end at midnight belongs to the day before. */
export const lastDayBefore = (end: Date): Day => dayOf(new Date(end.getTime() - 1))
