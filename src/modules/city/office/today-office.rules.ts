import type { Day } from '#kit/dates.ts'
import { dayOf } from '#kit/dates.ts'
import type { FactRules } from '#kit/facts.ts'
import type { WaitingMatter } from '#kit/things.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'matter.taken': Record<string, never>
    'matter.released': Record<string, never>
  }
}
export const todayFacts = { 'matter.taken': { keep: { days: 90 } }, 'matter.released': { keep: { days: 90 } } } satisfies FactRules

export const todayKinds = ['decisions', 'requests', 'overdue', 'moderation', 'meetings', 'handovers', 'other'] as const
export type TodayKind = (typeof todayKinds)[number]

/** What a matter is to the office, by the kind of its id. */
const kindsByPrefix: Readonly<Record<string, TodayKind>> = {
  call: 'decisions',
  completion: 'decisions',
  application: 'decisions',
  term: 'decisions',
  terms: 'decisions',
  training: 'decisions',
  assistance: 'requests',
  request: 'requests',
  advice: 'overdue',
  comment: 'overdue',
  question: 'overdue',
  case: 'moderation',
  report: 'moderation',
  meeting: 'meetings',
  task: 'meetings',
  minutes: 'meetings',
  invitation: 'meetings',
  switch: 'meetings',
  handover: 'handovers',
}
export const todayKindOf = (id: string): TodayKind => kindsByPrefix[/^([a-z]+)[_-]/.exec(id)?.[1] ?? ''] ?? 'other'

export const freeAfterHours = 24
export type Taken = { readonly personId: string; readonly name: string; readonly at: Date }
export type TodayRow = WaitingMatter & { readonly kind: TodayKind; readonly taken: Taken | undefined }

export const whoseRows = ['all', 'free', 'mine'] as const
export type Whose = (typeof whoseRows)[number]

/** The rows asked for; what is late first, then by deadline, then what has none. */
export function todayRows(
  matters: readonly WaitingMatter[],
  taken: ReadonlyMap<string, Taken>,
  asked: { readonly kind?: TodayKind | undefined; readonly whose: Whose; readonly me: string },
): TodayRow[] {
  const once = new Map(matters.map(matter => [matter.id, matter]))
  return [...once.values()]
    .map(matter => ({ ...matter, kind: todayKindOf(matter.id), taken: taken.get(matter.id) }))
    .filter(({ kind }) => asked.kind === undefined || kind === asked.kind)
    .filter(({ taken }) => asked.whose === 'all' || (asked.whose === 'free' ? taken === undefined : taken?.personId === asked.me))
    .sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.title.localeCompare(b.title, 'pl'))
}

export const isLate = ({ dueOn }: { readonly dueOn?: Day | undefined }, now: Date): boolean => dueOn !== undefined && dueOn < dayOf(now)
export const countKinds = (rows: readonly TodayRow[]): ReadonlyMap<TodayKind, number> =>
  new Map(todayKinds.map(kind => [kind, rows.filter(row => row.kind === kind).length]))
