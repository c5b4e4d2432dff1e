import type { Grosze } from '#kit/money.ts'
import { type CountSettings, countSteps, defaultTies, isRuleName, type RuleName } from '#modules/counting/count.rules.ts'
import { byMarks, type Election } from '#modules/counting/election.rules.ts'
import type { TieStep } from '#modules/counting/ties.rules.ts'
import { votersSide } from '#modules/counting/voters.rules.ts'

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
export const labTies = ['', 'cost,votes,id', 'votes,cost,id', 'firsts,votes,id'] as const

/** What is asked of the laboratory; all of it stands in the address, so that an address gives the same outcome to everybody. */
export type Question = {
  readonly rule: RuleName
  /** '' : as is usual for the rule. */
  readonly ties: (typeof labTies)[number]
  readonly stopExhaustive: boolean
  readonly increment: Grosze
  readonly threshold: number
  /** Another amount of money than was really there. */
  readonly budget: Grosze | undefined
}
export type QuestionWhy = 'no-rule' | 'no-ties' | 'bad-increment' | 'bad-threshold' | 'bad-budget'
export type Asked = { readonly question: Question; readonly wrong: Readonly<Record<string, QuestionWhy>> }

const fields = { rule: 'zasada', ties: 'remisy', stop: 'stop', increment: 'krok', threshold: 'prog', budget: 'pula' } as const
export const labFields = fields

/** Reads a question out of an address or form; what is wrong is named by field and replaced by what is usual. */
export function readQuestion(given: (name: string) => string | undefined): Asked {
  const wrong: Record<string, QuestionWhy> = {}
  const take = <T>(name: string, usual: T, read: (text: string) => T | undefined, why: QuestionWhy): T => {
    const text = given(name)?.trim() ?? ''
    if (text === '') return usual
    const value = read(text)
    if (value === undefined) wrong[name] = why
    return value ?? usual
  }
  const question: Question = {
    rule: take<RuleName>(fields.rule, 'equalshares/add1', text => (isRuleName(text) ? text : undefined), 'no-rule'),
    ties: take<Question['ties']>(fields.ties, '', text => labTies.find(ties => ties === text), 'no-ties'),
    stopExhaustive: given(fields.stop) === 'tak',
    increment: take(fields.increment, 100, text => between(zlote(text), 1, 1e9), 'bad-increment'),
    threshold: take(fields.threshold, 0, text => (/^\d{1,9}$/.test(text) ? Number(text) : undefined), 'bad-threshold'),
    budget: take<Grosze | undefined>(fields.budget, undefined, text => between(zlote(text), 1, 1e12), 'bad-budget'),
  }
  return { question, wrong }
}
const between = (value: number | undefined, least: number, most: number) =>
  value !== undefined && value >= least && value <= most ? value : undefined
function zlote(text: string): Grosze | undefined {
  const [, whole, rest = ''] = /^(\d{1,10})(?:[.,](\d{1,2}))?$/.exec(text.replace(/[\s\u00a0]/g, '')) ?? []
  return whole === undefined ? undefined : Number(whole) * 100 + Number(rest.padEnd(2, '0'))
}

/** The query that asks this again: only what differs from what is usual. */
export function queryOf(question: Question): string {
  const amount = (grosze: Grosze) => (grosze / 100).toString()
  const pairs: (readonly [string, string] | false)[] = [
    [fields.rule, question.rule],
    question.ties !== '' && [fields.ties, question.ties],
    question.stopExhaustive && [fields.stop, 'tak'],
    question.increment !== 100 && [fields.increment, amount(question.increment)],
    question.threshold > 0 && [fields.threshold, String(question.threshold)],
    question.budget !== undefined && [fields.budget, amount(question.budget)],
  ]
  return new URLSearchParams(pairs.filter(pair => pair !== false).map(pair => [...pair])).toString()
}

export type LabOutcome = {
  readonly winners: readonly string[]
  readonly spent: Grosze
  readonly budget: Grosze
  readonly voters: number
  readonly withWinner: number
  readonly ties: number
  readonly harmlessTies: number
}
/** How far a count is, from 0 to 1: Add1 ends at the latest when the budget is spent. */
export type LabProgress = number

const settingsOf = ({ rule, ties, stopExhaustive, increment, threshold }: Question): CountSettings => ({
  ties: { steps: ties === '' ? defaultTies(rule) : (ties.split(',') as TieStep[]) },
  stopExhaustive,
  increment,
  threshold: rule === 'greedy-threshold' ? threshold : 0,
})

/** Counts step by step; what is yielded is the progress. The same code runs in a browser's worker and on the server. */
export function* experiment(cast: Election, question: Question): Generator<LabProgress, LabOutcome> {
  const election = byMarks(cast)
  const e = question.budget === undefined ? election : { ...election, budget: question.budget }
  const steps = countSteps(e, question.rule, settingsOf(question))
  if (!question.rule.startsWith('greedy') && e.voters === 0) return told(e, [], 0, 0, 0)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return told(e, value.winners, value.spent, value.ties.length, value.harmlessTies)
    yield e.budget > 0 ? Math.min(1, value.spent / e.budget) : 0
  }
}
function told(e: Election, winners: readonly string[], spent: Grosze, ties: number, harmlessTies: number): LabOutcome {
  return { winners, spent, budget: e.budget, voters: e.voters, withWinner: votersSide(e, winners).withWinner, ties, harmlessTies }
}
