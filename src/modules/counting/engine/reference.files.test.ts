import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { countShares } from '#modules/counting/engine/completion.rules.ts'
import { countElection, defaultTies, isRuleName } from '#modules/counting/engine/count.rules.ts'
import { ballotBox, type Election, electionOf } from '#modules/counting/engine/election.rules.ts'
import { realFiles, realFolder } from '#modules/counting/engine/testing-elections.ts'
import { tieCompare } from '#modules/counting/engine/ties.rules.ts'
import { readPabulib } from '#modules/counting/pabulib/pabulib.actions.ts'

const shared = realFolder?.replace('/pabulib', '')
const elections = realFiles
const references = shared && existsSync(`${shared}/reference`) ? readdirSync(`${shared}/reference`).filter(file => /^[A-Z].*\.json$/.test(file)) : []

type Reference = {
  readonly rules: Readonly<Record<string, { readonly selected: readonly string[]; readonly k?: number; readonly mes_runs?: number }>>
}
async function open(file: string, withPoints = false) {
  const box = ballotBox(withPoints)
  const { read } = await readPabulib({ name: file, chunks: createReadStream(`${shared}/pabulib/${file}`), onBallot: box.put })
  if (!read.ok) throw new Error(`${file}: ${JSON.stringify(read.fault)}`)
  return { read: read.election, e: electionOf(read.election, box) }
}
const settings = { ties: { steps: ['cost', 'votes', 'id'] as const }, threshold: 0, increment: 100, stopExhaustive: true }
const asVotes = (e: Election): Election => ({ ...e, points: e.votes })

/** How a result of the reference is counted here. */
const ways: Readonly<Record<string, (e: Election) => readonly string[]>> = {
  greedy_votes: e => countElection(asVotes(e), 'greedy', settings).winners,
  greedy_points: e => countElection(e, 'greedy', settings).winners,
  mes_cost: e => countElection(e, 'equalshares', settings).winners,
  mes_card: e => countElection(e, 'equalshares-cardinality', settings).winners,
  mes_cost_add1: e => countElection(e, 'equalshares/add1', settings).winners,
  mes_card_add1: e => countElection(e, 'equalshares-cardinality/add1', settings).winners,
  mes_cost_add1u: e => countElection(e, 'equalshares/add1u', settings).winners,
  mes_card_add1u: e => countElection(e, 'equalshares-cardinality/add1u', settings).winners,
  phragmen: e => countElection(e, 'phragmen', settings).winners,
  mes_cost_add1_noexh: e => countElection(e, 'equalshares/add1', { ...settings, stopExhaustive: false }).winners,
}
const withPoints: Readonly<Record<string, 'cost' | 'cardinality'>> = { mes_points: 'cardinality', mes_pointscost: 'cost' }

if (references.length === 0) {
  test.skip('reference results: skipped, because there is no ../shared/data/reference beside the project', () => {})
} else {
  test.each(references)(
    '%s: the winners of the reference, in its order',
    async name => {
      const reference: Reference = JSON.parse(readFileSync(`${shared}/reference/${name}`, 'utf8'))
      const file = name.replace(/json$/, 'pb')
      const { e } = await open(file)
      const found = Object.entries(ways).flatMap(([key, count]) => (reference.rules[key] ? [[key, count(e)] as const] : []))
      const expected = found.map(([key]) => [key, reference.rules[key]?.selected])
      expect(found).toEqual(expected)
      // without max_length a ranking of Stanford gives as many points as the ballot is long; here as many as there are projects
      if (!reference.rules.mes_points || name.startsWith('US_Stanford')) return
      const pointed = (await open(file, true)).e
      for (const [key, utility] of Object.entries(withPoints)) {
        const { run } = countShares(pointed, { utility, before: tieCompare(e, settings.ties) }, { ...settings, add1: false })
        expect([key, run.winners.map(p => e.ids[p])]).toEqual([key, reference.rules[key]?.selected])
      }
    },
    30_000,
  )
}

if (elections.length === 0) {
  test.skip('official winners: skipped, because there is no ../shared/data/pabulib beside the project', () => {})
} else {
  test('the rule of META gives the official winners of every file that names them', async () => {
    const differ: string[] = []
    let agree = 0
    for (const file of elections) {
      const { read, e } = await open(file)
      if (!isRuleName(read.rule) || !read.projects.some(({ official }) => official.selected !== undefined)) continue
      const ties = { steps: defaultTies(read.rule) }
      const { winners } = countElection(e, read.rule, { ties, threshold: read.threshold ?? 0, increment: 100, stopExhaustive: false })
      const official = read.projects.filter(({ official: { selected } }) => selected === 1).map(({ id }) => id)
      if (winners.toSorted().join() === official.toSorted().join()) agree += 1
      else differ.push(`${file} (${read.rule})`)
    }
    expect(differ).toEqual([])
    expect(agree).toBeGreaterThan(140)
  })
}
