import type { BallotLimits } from '#modules/counting/engine/ballots.rules.ts'
import { type CheckCode, metaFields, requiredMeta, shapes } from '#modules/counting/pabulib/check-fields.rules.ts'

type Meta = ReadonlyMap<string, { readonly value: string; readonly line: number }>
type Find = (code: CheckCode, what?: string, line?: number) => void

/** A limit of META, or what holds without it. */
export function number(meta: Meta, key: string, otherwise: number): number {
  const written = meta.get(key)?.value
  return written && Number.isFinite(Number(written)) ? Number(written) : otherwise
}

/** What META allows a ballot. Fewer than max_length is looked at by the reader, which knows what stands instead. */
export function limitsOf(meta: Meta): BallotLimits {
  const limit = (key: string, otherwise: number) => number(meta, key, otherwise)
  return {
    minLength: limit('min_length', 1),
    maxLength: Number.POSITIVE_INFINITY,
    minSumCost: limit('min_sum_cost', 0),
    maxSumCost: limit('max_sum_cost', Number.POSITIVE_INFINITY),
    minPoints: limit('min_points', Number.NEGATIVE_INFINITY),
    maxPoints: limit('max_points', Number.POSITIVE_INFINITY),
    minSumPoints: limit('min_sum_points', Number.NEGATIVE_INFINITY),
    maxSumPoints: limit('max_sum_points', Number.POSITIVE_INFINITY),
  }
}

const rules = `greedy greedy-no-skip greedy-threshold greedy-exclusive greedy-custom equalshares equalshares-comparison equalshares/add1
  equalshares/add1-comparison unknown`.split(/\s+/)

/** What META says, taken by itself. */
export function checkMeta(meta: Meta, find: Find): void {
  const value = (key: string) => meta.get(key)?.value ?? ''
  const told = (code: CheckCode, key: string) => find(code, `${key}: ${value(key)}`, meta.get(key)?.line ?? 0)
  for (const key of requiredMeta) if (value(key) === '') find('no-meta', key, meta.get(key)?.line ?? 0)
  for (const key of numeric) if (/\d,\d/.test(value(key))) told('comma', key)
  for (const [key, { value: said }] of meta) if (said !== '' && shapes[key]?.test(said) === false) told('odd-value', key)
  const known = [...meta.keys()].filter(key => metaFields.includes(key))
  const early = known.find((key, i) => i > 0 && metaFields.indexOf(key) < metaFields.indexOf(known[i - 1] ?? ''))
  if (early) told('key-order', early)
  if (!rules.includes(value('rule'))) told('unknown-rule', 'rule')
  const hasThreshold = value('min_project_score_threshold') !== ''
  if (value('rule') === 'greedy-threshold' && !hasThreshold) told('no-threshold', 'rule')
  if (value('rule') === 'greedy' && hasThreshold) told('threshold-unused', 'min_project_score_threshold')
  if (value('vote_type') === 'cumulative' && !value('max_sum_points')) told('sum-needed', 'vote_type')
  const lengths = [value('min_length'), value('max_length')]
  if (value('vote_type') === 'choose-1' && lengths.some(length => length !== '1')) told('choose-one', 'vote_type')
  checkDates(value, told)
  const comments = [...value('comment').matchAll(/#(\d+):/g)].map(([, no]) => Number(no))
  if (value('comment') && (comments.length === 0 || comments.some((no, i) => no !== i + 1))) told('comment-numbers', 'comment')
}
const numeric = ['budget', 'min_sum_cost', 'max_sum_cost', 'min_points', 'max_points', 'min_sum_points', 'max_sum_points', 'leftover_budget']

function checkDates(value: (key: string) => string, told: (code: CheckCode, key: string) => void): void {
  const [begin, end] = ['date_begin', 'date_end'].map(key => moment(value(key)))
  for (const key of ['date_begin', 'date_end']) if (value(key) && !moment(value(key))) told('dates', key)
  if (begin && end && begin.length === end.length && begin > end) told('date-order', 'date_end')
}
/** DD.MM.YYYY or YYYY, as text that sorts. */
function moment(written: string): string | undefined {
  if (/^\d{4}$/.test(written)) return written
  const [, d = '', m = '', y = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(written) ?? []
  const day = new Date(`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}T00:00:00Z`)
  return day.getUTCDate() === Number(d) ? day.toISOString().slice(0, 10) : undefined
}
