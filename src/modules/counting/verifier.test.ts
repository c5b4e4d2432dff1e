import { expect, test } from 'vitest'
import { countElection, defaultTies, isShares, type RuleName, ruleNames } from '#modules/counting/count.rules.ts'
import { ballotBox, electionOf } from '#modules/counting/election.rules.ts'
import { pabulibReader } from '#modules/counting/pabulib.rules.ts'
import { verify } from '../../../verifier/recount.mjs'

/** Numbers that look random and are the same in every run (mulberry32). */
function dice(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}
/** A small election of a few equal costs, so that ties are common. */
function invented(roll: (below: number) => number): string {
  const costs = Array.from({ length: 2 + roll(5) }, () => 5 * (1 + roll(6)))
  const ballots = Array.from({ length: 1 + roll(9) }, (_, i) => `${i};${costs.flatMap((_, p) => (roll(3) === 0 ? [`p${p}`] : [])).join(',')}`)
  const meta = [
    'unit;X',
    'instance;2026',
    `num_projects;${costs.length}`,
    `num_votes;${ballots.length}`,
    `budget;${10 + roll(60)}`,
    'vote_type;approval',
  ]
  const projects = costs.map((cost, p) => `p${p};${cost}`)
  return ['META', 'key;value', ...meta, 'rule;greedy', 'PROJECTS', 'project_id;cost', ...projects, 'VOTES', 'voter_id;vote', ...ballots].join('\n')
}
function certificateOf(text: string, rule: RuleName) {
  const box = ballotBox(false)
  const reader = pabulibReader(box.put)
  for (const line of text.split('\n')) expect(reader.line(line)).toBeUndefined()
  const read = reader.end()
  if (!read.ok) throw new Error(JSON.stringify(read.fault))
  const ties = defaultTies(rule)
  const e = electionOf(read.election, box)
  const threshold = rule === 'greedy-threshold' ? 2 : 0
  const { winners, spent, certificate } = countElection(e, rule, { ties: { steps: ties }, threshold, increment: 100, stopExhaustive: false })
  const settings = isShares(rule) ? { ties, increment: '1', 'stop-exhaustive': false } : { ties, threshold }
  return { rule, settings, budget: String(e.budget / 100), spent: String(spent / 100), winners, ...certificate }
}

test.each(ruleNames)('%s: 1,000 small elections are counted alike by engine and verifier', rule => {
  const roll = dice(ruleNames.indexOf(rule) + 1)
  for (let i = 0; i < 1000; i += 1) {
    const text = invented(roll)
    const differs = verify(text, JSON.stringify(certificateOf(text, rule)))
    expect(differs, text).toEqual([])
  }
})

/** Changes one number or text somewhere in what was published, leaving alone the name and the settings of the rule, which say how to count. */
function mutated(value: unknown, roll: (below: number) => number): unknown {
  if (typeof value === 'number') return value + 1 + roll(9)
  if (typeof value === 'string') return /^\d+$/.test(value) ? String(Number(value) + 1) : `${value}0`
  if (value === null) return 'p0'
  const keys = Object.keys(value as object).filter(key => key !== 'rule' && key !== 'settings')
  if (Array.isArray(value) && value.length === 0) return ['p0']
  const key = keys[roll(keys.length)] ?? ''
  const next = mutated((value as Record<string, unknown>)[key], roll)
  return Array.isArray(value) ? value.with(Number(key), next) : { ...(value as object), [key]: next }
}
test('1,000 single changes of published certificates are all found', () => {
  const roll = dice(2026)
  for (let i = 0; i < 1000; i += 1) {
    const rule = ruleNames[i % ruleNames.length] ?? 'greedy'
    const text = invented(roll)
    const changed = JSON.stringify(mutated(certificateOf(text, rule), roll))
    expect(verify(text, changed), changed).not.toEqual([])
  }
})
