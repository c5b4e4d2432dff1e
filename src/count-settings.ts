import { lotsOf } from '#kit/draw.ts'
import type { Grosze } from '#kit/money.ts'
import { type CountSettings, defaultTies, isShares, type RuleName, usualIncrement } from '#modules/counting/engine/count.rules.ts'
import { type TieStep, tieSteps } from '#modules/counting/engine/ties.rules.ts'
import type { PabulibElection } from '#modules/counting/pabulib/pabulib-election.rules.ts'
import type { Leftover } from '#modules/counting/results/pools.rules.ts'

type Refuse = (sentence: string) => never
type Pairs = ReadonlyMap<string, string>

/** Decimal strings in the currency of the file: "1250.5" becomes "1250.50", whole amounts stay whole. */
export const decimal = (grosze: Grosze): string =>
  grosze % 100 === 0 ? String(grosze / 100) : `${Math.trunc(grosze / 100)}.${String(grosze % 100).padStart(2, '0')}`

const keys = ['stop-exhaustive', 'ties', 'seed', 'threshold', 'increment', 'weights', 'exclusive', 'minimum', 'leftover']

/** `--set key=value …` of the command line. */
export const pairsOf = (set: readonly string[], refuse: Refuse): Pairs =>
  new Map(
    set.map(pair => {
      const [key = '', ...value] = pair.split('=')
      if (!keys.includes(key) || value.length === 0) refuse(`"${pair}" is not a setting: they are ${keys.join('=, ')}=.`)
      return [key, value.join('=')] as const
    }),
  )

/** The settings of a count, and how they are written beside its result. */
export function settingsOf(read: PabulibElection, rule: RuleName, set: Pairs, refuse: Refuse, files: readonly string[]) {
  const one = <T extends string>(key: string, of: readonly [T, ...T[]]): T =>
    of.find(value => value === (set.get(key) ?? of[0])) ?? refuse(`${key}: ${of.join(' or ')}.`)
  const ids = read.projects.map(({ id }) => id)
  const steps = set.get('ties')?.split(',') ?? defaultTies(rule)
  const unknown = steps.find(step => !(tieSteps as readonly string[]).includes(step))
  if (unknown !== undefined) refuse(`ties: "${unknown}" is not known; they are ${tieSteps.join(', ')}.`)
  const seed = set.get('seed')
  if (steps.includes('draw') && !seed) refuse('ties: a draw needs seed=.')
  const weights = one('weights', ['marks', 'points'])
  if (weights === 'points' && !isShares(rule)) refuse('weights: points weigh only under Equal Shares.')
  const exclusive = groupsOf(set.get('exclusive'), ids, refuse)
  if (exclusive.length > 0 && !rule.startsWith('greedy')) refuse('exclusive: only greedy rules know projects that exclude one another.')
  const counted: CountSettings = {
    ties: { steps: steps as readonly TieStep[], ...(seed ? { lots: lotsOf(seed, ids) } : {}) },
    threshold: thresholdOf(read, rule, set.get('threshold'), refuse),
    increment: money(set.get('increment') ?? decimal(usualIncrement(read.currency)), refuse),
    stopExhaustive: one('stop-exhaustive', ['false', 'true']) === 'true',
    exclusive,
  }
  const minimum = set.get('minimum') ?? '0'
  if (!/^\d{1,4}$/.test(minimum)) refuse(`minimum: "${minimum}" is not a number of projects.`)
  const leftover = leftoverOf(set.get('leftover') ?? 'stays', files, refuse)
  const shares = { 'stop-exhaustive': counted.stopExhaustive, increment: decimal(counted.increment), weights }
  const greedy = { threshold: counted.threshold, ...(exclusive.length > 0 ? { exclusive } : {}) }
  const shown = {
    ties: steps,
    ...(rule === 'phragmen' ? {} : isShares(rule) ? shares : greedy),
    ...(seed ? { seed } : {}),
    ...(minimum === '0' ? {} : { minimum: Number(minimum) }),
    ...(leftover.policy === 'stays' ? {} : { leftover: set.get('leftover') }),
  }
  return { counted, shown, minimum: Number(minimum), leftover }
}

export type Settings = ReturnType<typeof settingsOf>

/** One pool keeps what it leaves or buys the next on the list; several may give it to one of them or to the next edition. */
function leftoverOf(written: string, files: readonly string[], refuse: Refuse): Leftover {
  const to = /^pool:(.+)$/.exec(written)?.[1]
  if (written === 'stays' || written === 'next') return { policy: written }
  if (files.length < 2) return refuse('leftover: stays or next.')
  if (written === 'edition') return { policy: 'edition' }
  if (to === undefined) return refuse('leftover: stays, next, edition or pool:FILE.pb.')
  return files.includes(to) ? { policy: 'pool', to } : refuse(`leftover: "${to}" is none of the files that are counted.`)
}

function money(written: string, refuse: Refuse): Grosze {
  const [, whole, rest = ''] = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(written) ?? []
  const grosze = Number(whole) * 100 + Number(rest.padEnd(2, '0'))
  return grosze > 0 ? grosze : refuse(`increment: "${written}" is not an amount above zero with at most two decimals.`)
}
/** Points, or a share of the ballots as "10%". META's own threshold holds for greedy-threshold. */
function thresholdOf(read: PabulibElection, rule: RuleName, written: string | undefined, refuse: Refuse): number {
  if (written === undefined) {
    if (rule !== 'greedy-threshold') return 0
    return read.threshold ?? refuse('greedy-threshold: META has no min_project_score_threshold and no threshold= was set.')
  }
  if (!/^\d{1,9}(\.\d{1,3})?%?$/.test(written)) refuse(`threshold: "${written}" is not a number or a share like 10%.`)
  return written.endsWith('%') ? Math.ceil((Number(written.slice(0, -1)) * read.ballots) / 100 - 1e-9) : Number(written)
}
/** "a+b,c+d+e": of a and b at most one wins, and of c, d and e. */
function groupsOf(written: string | undefined, ids: readonly string[], refuse: Refuse): readonly (readonly string[])[] {
  const groups = written?.split(',').map(group => group.split('+')) ?? []
  const unknown = groups.flat().find(id => !ids.includes(id))
  if (unknown !== undefined) refuse(`exclusive: there is no project "${unknown}"; groups are written as a+b,c+d.`)
  if (groups.some(group => new Set(group).size < 2)) refuse('exclusive: a group has at least two projects, as in a+b,c+d.')
  return groups
}
