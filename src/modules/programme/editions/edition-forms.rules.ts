import { isDay } from '#kit/dates.ts'
import { type Grosze, parseMoney } from '#kit/money.ts'
import { type Phase, type PhaseKind, phaseKinds } from '#modules/programme/calendar.rules.ts'
import type { Pool } from '#modules/programme/programme.rules.ts'

/** What was typed on a screen of the editor, and what it means; errors are text keys by field. */
export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>
export type FieldError =
  | 'required'
  | 'day-wrong'
  | 'ends-before'
  | 'kind-missing'
  | 'money-wrong'
  | 'min-over-max'
  | 'number-wrong'
  | 'points-wrong'
  | 'choose-one'
  | 'reason-missing'
export type FieldErrors = Readonly<Record<string, FieldError>>
export type Meant<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: FieldErrors }

export const one = (typed: Typed, name: string): string => {
  const value = typed[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}
export const many = (typed: Typed, name: string): readonly string[] => {
  const value = typed[name]
  return value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value
}
export const meant = <T>(value: T, errors: FieldErrors): Meant<T> => (Object.keys(errors).length === 0 ? { ok: true, value } : { ok: false, errors })

/** Rows of the calendar screen: what is planned, one empty row for every kind that is not, and two for further rounds. */
export type PhaseRow = { readonly index: number; readonly kind: PhaseKind | '' }
const furtherRounds = 2
export function phaseRows(phases: readonly Phase[]): readonly PhaseRow[] {
  const kinds = phaseKinds.flatMap(kind =>
    phases
      .filter(phase => phase.kind === kind)
      .map(phase => phase.kind)
      .concat(phases.some(phase => phase.kind === kind) ? [] : [kind]),
  )
  return [...kinds, ...Array.from({ length: furtherRounds }, () => '' as const)].map((kind, index) => ({ index, kind }))
}

export function typePhases(phases: readonly Phase[]): Typed {
  const left = [...phases]
  return Object.fromEntries(
    phaseRows(phases).flatMap(({ index, kind }) => {
      const at = left.findIndex(phase => phase.kind === kind)
      const [phase] = at < 0 ? [] : left.splice(at, 1)
      return [
        [`kind-${index}`, kind],
        [`from-${index}`, phase?.from ?? ''],
        [`to-${index}`, phase?.to ?? ''],
        [`note-${index}`, phase?.note ?? ''],
      ]
    }),
  )
}

const isKind = (typed: string): typed is PhaseKind => phaseKinds.some(kind => kind === typed)

export function readPhases(typed: Typed): Meant<readonly Omit<Phase, 'id'>[]> {
  const errors: Record<string, FieldError> = {}
  const phases: Omit<Phase, 'id'>[] = []
  const indexes = Object.keys(typed).flatMap(name => /^from-(\d{1,3})$|^to-(\d{1,3})$/.exec(name)?.slice(1).filter(Boolean) ?? [])
  for (const index of [...new Set(indexes)].sort((a, b) => Number(a) - Number(b))) {
    const [kind, from, to] = [one(typed, `kind-${index}`), one(typed, `from-${index}`), one(typed, `to-${index}`)]
    if (from === '' && to === '') continue
    if (!isDay(from)) errors[`from-${index}`] = from === '' ? 'required' : 'day-wrong'
    else if (!isDay(to)) errors[`to-${index}`] = to === '' ? 'required' : 'day-wrong'
    else if (to < from) errors[`to-${index}`] = 'ends-before'
    else if (!isKind(kind)) errors[`kind-${index}`] = 'kind-missing'
    else phases.push({ kind, from, to, note: one(typed, `note-${index}`).slice(0, 300) })
  }
  return meant(phases, errors)
}

const shown = (grosze: Grosze) => (grosze % 100 === 0 ? String(grosze / 100) : (grosze / 100).toFixed(2)).replace('.', ',')
export const typeMoney = (grosze: Grosze | null): string => (grosze === null ? '' : shown(grosze))

export function typePools(pools: readonly Pool[], expenditure: Grosze | null): Typed {
  const entries = pools.flatMap(pool => [
    [`amount-${pool.territoryId}`, typeMoney(pool.amount)],
    [`min-${pool.territoryId}`, typeMoney(pool.costMin)],
    [`max-${pool.territoryId}`, typeMoney(pool.costMax)],
    [`people-${pool.territoryId}`, pool.population === null ? '' : String(pool.population)],
  ])
  return { expenditure: typeMoney(expenditure), ...Object.fromEntries(entries) }
}

export type PoolsMeant = { readonly pools: readonly Omit<Pool, 'id'>[]; readonly expenditure: Grosze | null }

/** A territory whose row is left empty has no pool. */
export function readPools(typed: Typed, territoryIds: readonly string[]): Meant<PoolsMeant> {
  const errors: Record<string, FieldError> = {}
  const sum = (name: string) => {
    const grosze = parseMoney(one(typed, name))
    if (grosze === undefined) errors[name] = one(typed, name) === '' ? 'required' : 'money-wrong'
    return grosze ?? 0
  }
  const pools = territoryIds.flatMap(territoryId => {
    if (['amount', 'min', 'max'].every(name => one(typed, `${name}-${territoryId}`) === '')) return []
    const [amount, costMin, costMax] = [sum(`amount-${territoryId}`), sum(`min-${territoryId}`), sum(`max-${territoryId}`)]
    if (costMin > costMax && !errors[`max-${territoryId}`]) errors[`min-${territoryId}`] ??= 'min-over-max'
    return [{ territoryId, amount, costMin, costMax, population: people(typed, `people-${territoryId}`, errors) }]
  })
  const expenditure = one(typed, 'expenditure') === '' ? null : sum('expenditure')
  return meant({ pools, expenditure }, errors)
}

function people(typed: Typed, name: string, errors: Record<string, FieldError>): number | null {
  const bare = one(typed, name).replace(/[\s\u00a0]/g, '')
  if (bare === '') return null
  if (!/^[1-9]\d{0,8}$/.test(bare)) errors[name] = 'number-wrong'
  return Number(bare)
}
