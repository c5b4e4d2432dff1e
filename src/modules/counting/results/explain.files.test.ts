import { createReadStream } from 'node:fs'
import { expect, test } from 'vitest'
import { countElection, defaultTies, type RuleName } from '#modules/counting/engine/count.rules.ts'
import { ballotBox, type Election, electionOf } from '#modules/counting/engine/election.rules.ts'
import { realFiles, realFolder, sampleOf } from '#modules/counting/engine/testing-elections.ts'
import { readPabulib } from '#modules/counting/pabulib/pabulib.actions.ts'
import { auditProportionality } from '#modules/counting/results/audit.rules.ts'
import { counterfactualsOf, withCost, withPeople, withPoints } from '#modules/counting/results/counterfactuals.rules.ts'
import { votersSide } from '#modules/counting/results/voters.rules.ts'

const krakow = realFiles.filter(file => file.startsWith('Poland_Krakow_'))

async function open(file: string): Promise<Election> {
  const box = ballotBox(false)
  const { read } = await readPabulib({ name: file, chunks: createReadStream(`${realFolder}/${file}`), onBallot: box.put })
  if (!read.ok) throw new Error(`${file}: ${JSON.stringify(read.fault)}`)
  return electionOf(read.election, box)
}
const settings = (rule: RuleName) => ({ ties: { steps: defaultTies(rule) }, threshold: 0, increment: 100, stopExhaustive: false })
const winnersOf = (e: Election, rule: RuleName) => countElection(e, rule, settings(rule)).winners

if (krakow.length === 0) {
  test.skip('explanations of real elections: skipped, because there is no ../shared/data/pabulib beside the project', () => {})
} else {
  test('the voters of two city-wide pools, as known from elsewhere', async () => {
    for (const [year, greedy, shares, common] of [
      ['2020', '62.7', '86.1', undefined],
      ['2024', '58.2', '80.8', 5],
    ] as const) {
      const e = await open(`Poland_Krakow_${year}.pb`)
      const sides = (['greedy', 'equalshares/add1u'] as const).map(rule => winnersOf(e, rule))
      const said = sides.map(winners => {
        const side = votersSide(e, winners)
        return ((100 * side.withWinner) / side.voters).toFixed(1)
      })
      expect(said).toEqual([greedy, shares])
      if (common !== undefined) expect(sides[0]?.filter(id => sides[1]?.includes(id)).length).toBe(common)
    }
  })

  test('Equal Shares never leaves a group with a rightful complaint; some real result does', async () => {
    let failed = 0
    for (const file of sampleOf(krakow, 3)) {
      const e = await open(file)
      expect([file, auditProportionality(e, winnersOf(e, 'equalshares'))]).toEqual([file, { ok: true }])
      if (!auditProportionality(e, winnersOf(e, 'greedy')).ok) failed += 1
    }
    expect(failed).toBeGreaterThan(3)
  })

  test('so much is enough and one less is not: recounted for every loser', async () => {
    const rule = 'greedy'
    for (const file of sampleOf(krakow, 6)) {
      const e = await open(file)
      const winners = new Set(winnersOf(e, rule))
      for (const [p, id] of e.ids.entries()) {
        if (winners.has(id)) continue
        const found = counterfactualsOf(e, id, { rule, settings: settings(rule), top: 3 })
        const wins = (changed: Election) => winnersOf(changed, rule).includes(id)
        const borders = [
          found.points === undefined ? [true, false] : [wins(withPoints(e, p, found.points)), wins(withPoints(e, p, found.points - 1))],
          found.cost === undefined ? [true, false] : [wins(withCost(e, p, found.cost)), wins(withCost(e, p, found.cost + 1))],
          found.people === undefined ? [true, false] : [wins(withPeople(e, p, found.people, 3)), wins(withPeople(e, p, found.people - 1, 3))],
        ]
        expect([file, id, borders]).toEqual([
          file,
          id,
          [
            [true, false],
            [true, false],
            [true, false],
          ],
        ])
      }
    }
  }, 300_000)
}
