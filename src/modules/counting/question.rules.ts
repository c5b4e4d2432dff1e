import { lotsOf } from '#kit/draw.ts'
import type { Grosze } from '#kit/money.ts'
import { type CountSettings, defaultTies, isRuleName, isShares, type RuleName } from '#modules/counting/engine/count.rules.ts'
import type { TieStep } from '#modules/counting/engine/ties.rules.ts'

/** The rules that can be tried, in the order of the form. */
export const labRules = [
  'greedy',
  'greedy-no-skip',
  'greedy-threshold',
  'equalshares/add1',
  'equalshares',
  'equalshares/add1u',
  'equalshares/add1-comparison',
  'equalshares-cardinality/add1',
  'equalshares-cardinality',
  'equalshares-cardinality/add1u',
  'phragmen',
] as const satisfies readonly RuleName[]
export const labTies = ['', 'cost,votes,id', 'votes,cost,id', 'firsts,votes,id', 'firsts,votes,draw', 'draw'] as const
export const labWeights = ['marks', 'points'] as const
/** What one pool can do with its leftover alone; other pools and editions are asked of a whole edition. */
export const labLeftovers = ['stays', 'next'] as const

/** What is asked of the laboratory; all of it stands in the address, so that an address gives the same outcome to everybody. */
export type Question = {
  readonly rule: RuleName
  /** '' : as is usual for the rule. */
  readonly ties: (typeof labTies)[number]
  /** Of a draw that was revealed; '' where there is none yet. */
  readonly seed: string
  readonly stopExhaustive: boolean
  readonly increment: Grosze
  readonly threshold: number
  /** Another amount of money than was really there. */
  readonly budget: Grosze | undefined
  /** Points for one place after another; undefined: as they were given. */
  readonly vector: readonly number[] | undefined
  readonly weights: (typeof labWeights)[number]
  /** Numbers of projects of which at most one wins. */
  readonly exclusive: readonly (readonly string[])[]
  readonly minimum: number
  readonly leftover: (typeof labLeftovers)[number]
}
export type QuestionWhy =
  | 'no-rule'
  | 'no-ties'
  | 'bad-seed'
  | 'bad-increment'
  | 'bad-threshold'
  | 'bad-budget'
  | 'bad-vector'
  | 'bad-weights'
  | 'shares-only'
  | 'bad-groups'
  | 'unknown-project'
  | 'greedy-only'
  | 'bad-minimum'
  | 'bad-leftover'
export type Asked = { readonly question: Question; readonly wrong: Readonly<Record<string, QuestionWhy>> }

export const labFields = {
  rule: 'zasada',
  ties: 'remisy',
  seed: 'ziarno',
  stop: 'stop',
  increment: 'krok',
  threshold: 'prog',
  budget: 'pula',
  vector: 'punkty',
  weights: 'waga',
  exclusive: 'wykluczenia',
  minimum: 'minimum',
  leftover: 'reszta',
} as const
const fields = labFields

/**
 * Reads a question out of an address or form; what is wrong is named by field and replaced by what is usual. `ids`: the projects there are, where they
 * are known.
 */
export function readQuestion(given: (name: string) => string | undefined, ids?: readonly string[]): Asked {
  const wrong: Record<string, QuestionWhy> = {}
  const take = <T>(name: string, usual: T, read: (text: string) => T | undefined, why: QuestionWhy): T => {
    const text = given(name)?.trim() ?? ''
    if (text === '') return usual
    const value = read(text)
    if (value === undefined) wrong[name] = why
    return value ?? usual
  }
  const one = <T extends string>(name: string, of: readonly [T, ...T[]], why: QuestionWhy): T =>
    take<T>(name, of[0], text => of.find(value => value === text), why)
  const rule = take<RuleName>(fields.rule, 'equalshares/add1', text => (isRuleName(text) ? text : undefined), 'no-rule')
  const question: Question = {
    rule,
    ties: one(fields.ties, labTies, 'no-ties'),
    seed: take(fields.seed, '', text => (/^[\w .-]{1,100}$/.test(text) ? text : undefined), 'bad-seed'),
    stopExhaustive: given(fields.stop) === 'tak',
    increment: take(fields.increment, 100, text => between(zlote(text), 1, 1e9), 'bad-increment'),
    threshold: take(fields.threshold, 0, text => (/^\d{1,9}$/.test(text) ? Number(text) : undefined), 'bad-threshold'),
    budget: take<Grosze | undefined>(fields.budget, undefined, text => between(zlote(text), 1, 1e12), 'bad-budget'),
    vector: take<Question['vector']>(fields.vector, undefined, vectorOf, 'bad-vector'),
    weights: one(fields.weights, labWeights, 'bad-weights'),
    exclusive: take<Question['exclusive']>(fields.exclusive, [], groupsOf, 'bad-groups'),
    minimum: take(fields.minimum, 0, text => (/^\d{1,3}$/.test(text) ? Number(text) : undefined), 'bad-minimum'),
    leftover: one(fields.leftover, labLeftovers, 'bad-leftover'),
  }
  if (question.weights === 'points' && !isShares(rule)) wrong[fields.weights] = 'shares-only'
  if (question.exclusive.length > 0 && !rule.startsWith('greedy')) wrong[fields.exclusive] = 'greedy-only'
  if (ids && question.exclusive.flat().some(id => !ids.includes(id))) wrong[fields.exclusive] = 'unknown-project'
  return { question, wrong }
}
const between = (value: number | undefined, least: number, most: number) =>
  value !== undefined && value >= least && value <= most ? value : undefined
function zlote(text: string): Grosze | undefined {
  const [, whole, rest = ''] = /^(\d{1,10})(?:[.,](\d{1,2}))?$/.exec(text.replace(/[\s\u00a0]/g, '')) ?? []
  return whole === undefined ? undefined : Number(whole) * 100 + Number(rest.padEnd(2, '0'))
}
/** "3,2,1": whole points, none more than the one before it, the first at least one. */
function vectorOf(text: string): readonly number[] | undefined {
  const points = text.split(/\s*[,;]\s*|\s+/)
  if (points.length > 50 || points.some(one => !/^\d{1,4}$/.test(one))) return undefined
  const vector = points.map(Number)
  return vector[0] !== 0 && vector.every((one, i) => one <= (vector[i - 1] ?? one)) ? vector : undefined
}
/** "12+31,4+7+9" */
function groupsOf(text: string): Question['exclusive'] | undefined {
  const groups = text.split(',').map(group => [...new Set(group.split('+').map(id => id.trim()))])
  return groups.every(group => group.length > 1 && group.every(id => id !== '')) ? groups : undefined
}

/** The query that asks this again: only what differs from what is usual. */
export function queryOf(question: Question): string {
  const amount = (grosze: Grosze) => (grosze / 100).toString()
  const pairs: (readonly [string, string] | false)[] = [
    [fields.rule, question.rule],
    question.ties !== '' && [fields.ties, question.ties],
    question.seed !== '' && question.ties.endsWith('draw') && [fields.seed, question.seed],
    question.stopExhaustive && [fields.stop, 'tak'],
    question.increment !== 100 && [fields.increment, amount(question.increment)],
    question.threshold > 0 && [fields.threshold, String(question.threshold)],
    question.budget !== undefined && [fields.budget, amount(question.budget)],
    question.vector !== undefined && [fields.vector, question.vector.join(',')],
    question.weights !== 'marks' && [fields.weights, question.weights],
    question.exclusive.length > 0 && [fields.exclusive, question.exclusive.map(group => group.join('+')).join(',')],
    question.minimum > 0 && [fields.minimum, String(question.minimum)],
    question.leftover !== 'stays' && [fields.leftover, question.leftover],
  ]
  return new URLSearchParams(pairs.filter(pair => pair !== false).map(pair => [...pair])).toString()
}

export function settingsOf(question: Question, ids: readonly string[]): CountSettings {
  const { rule, ties, seed, stopExhaustive, increment, threshold, exclusive } = question
  const steps = ties === '' ? defaultTies(rule) : (ties.split(',') as TieStep[])
  return {
    ties: { steps, ...(seed ? { lots: lotsOf(seed, ids) } : {}) },
    stopExhaustive,
    increment,
    threshold: rule === 'greedy-threshold' ? threshold : 0,
    exclusive,
  }
}
