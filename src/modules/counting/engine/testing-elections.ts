import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { decimal } from '#count-settings.ts'
import { lotsOf } from '#kit/draw.ts'
import { type CountSettings, countElection, isShares, type RuleName } from '#modules/counting/engine/count.rules.ts'
import { ballotBox, type Election, electionOf } from '#modules/counting/engine/election.rules.ts'
import { pabulibReader } from '#modules/counting/pabulib/pabulib.rules.ts'
import type { PabulibElection } from '#modules/counting/pabulib/pabulib-election.rules.ts'

/** Real elections lie beside the project, never in it. */
export const realFolder = ['../shared/data/pabulib', '../../shared/data/pabulib'].find(path => existsSync(path))
export const realFiles = realFolder ? readdirSync(realFolder).filter(file => file.endsWith('.pb')) : []
/** `EVERYTHING=1 npm test -- src/modules/counting` takes all files and all rounds, which takes minutes; otherwise a sample that is always the same. */
export const everything = process.env.EVERYTHING === '1'
export const sampleOf = <T>(all: readonly T[], every: number): readonly T[] => (everything ? all : all.filter((_, i) => i % every === 0))

export type Roll = (below: number) => number
/** Numbers that look random and are the same in every run (mulberry32). */
export function dice(seed: number): Roll {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}

/** Projects with cost and points, and nobody who gave them. */
export function inventedElection(budget: number, projects: Readonly<Record<string, readonly [number, number]>>): Election {
  const all = Object.entries(projects)
  const points = all.map(([, [, gained]]) => gained)
  return {
    ids: all.map(([id]) => id),
    costs: all.map(([, [cost]]) => cost),
    points,
    votes: points,
    firsts: points.map(() => 0),
    budget,
    voters: 100,
    times: new Float64Array(0),
    starts: new Int32Array(all.length + 1),
    by: new Int32Array(0),
    weights: new Int32Array(0),
  }
}

/** A small election of a few equal costs, so that ties are common; with points shared out freely, or with an order, where asked. */
export function smallFile(roll: Roll, withPoints = false, ranked = false): string {
  const costs = Array.from({ length: 2 + roll(5) }, () => 50 * (1 + roll(6)))
  const ballots = Array.from({ length: 1 + roll(9) }, (_, i) => {
    const marked = costs.flatMap((_, p) => (roll(3) === 0 ? [`p${p}`] : []))
    if (ranked && roll(2) === 0) marked.reverse()
    return [i, marked.join(','), ...(withPoints ? [marked.map(() => (1 + roll(8)) / (roll(2) + 1)).join(',')] : [])].join(';')
  })
  const meta = {
    unit: 'X',
    instance: '2026',
    num_projects: costs.length,
    num_votes: ballots.length,
    budget: 100 + 10 * roll(60),
    vote_type: withPoints ? 'cumulative' : ranked ? 'ordinal' : 'approval',
    rule: 'greedy',
  }
  return [
    'META',
    'key;value',
    ...Object.entries(meta).map(pair => pair.join(';')),
    'PROJECTS',
    'project_id;cost',
    ...costs.map((cost, p) => `p${p};${cost}`),
    'VOTES',
    withPoints ? 'voter_id;vote;points' : 'voter_id;vote',
    ...ballots,
  ].join('\n')
}

export function readText(text: string, withPoints = false): { readonly read: PabulibElection; readonly e: Election } {
  const box = ballotBox(withPoints)
  const reader = pabulibReader(box.put)
  for (const line of text.replace(/\r?\n$/, '').split(/\r?\n/)) {
    const fault = reader.line(line)
    if (fault) throw new Error(JSON.stringify(fault))
  }
  const read = reader.end()
  if (!read.ok) throw new Error(JSON.stringify(read.fault))
  return { read: read.election, e: electionOf(read.election, box) }
}

export type Drawn = Partial<Omit<CountSettings, 'ties'>> & {
  readonly steps: CountSettings['ties']['steps']
  readonly seed?: string
  readonly byPoints?: boolean
  /** What the file says the city paid from other money. */
  readonly added?: readonly string[]
}
/** What the command writes as a certificate. */
export function certificateOf(text: string | Uint8Array, e: Election, rule: RuleName, { steps, seed, byPoints = false, added = [], ...set }: Drawn) {
  const { threshold = 0, increment = 5000, stopExhaustive = false, exclusive = [] } = set
  const ties = { steps, ...(seed ? { lots: lotsOf(seed, e.ids) } : {}) }
  const count = countElection(e, rule, { ties, threshold, increment, stopExhaustive, exclusive })
  const settings = {
    ties: steps,
    ...(seed ? { seed } : {}),
    ...(isShares(rule)
      ? { increment: String(increment / 100), 'stop-exhaustive': stopExhaustive, weights: byPoints ? 'points' : 'marks' }
      : { threshold, exclusive }),
  }
  const sha256 = createHash('sha256').update(text).digest('hex')
  const told = { winners: count.winners, ties: count.ties, tiesWithoutEffect: count.harmlessTies, added }
  return { rule, settings, sha256, budget: decimal(e.budget), spent: decimal(count.spent), ...told, ...count.certificate }
}
