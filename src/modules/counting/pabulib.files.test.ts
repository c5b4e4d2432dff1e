import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ballotBox, electionOf } from '#modules/counting/election.rules.ts'
import { readPabulib } from '#modules/counting/pabulib.actions.ts'
import type { PabulibElection } from '#modules/counting/pabulib.rules.ts'
import { resultOf as resultHere } from '#modules/counting/pabulib-result.rules.ts'
import type { WinnersCheck } from '#modules/programme/archive.rules.ts'

// Real elections lie beside the project, never in it: ../shared/data/pabulib, or the folder of a sibling checkout.
const folder = ['../shared/data/pabulib', '../../shared/data/pabulib'].find(path => existsSync(path))
const files = folder ? readdirSync(folder).filter(file => file.endsWith('.pb')) : []
const krakow = files.filter(file => file.startsWith('Poland_Krakow_'))

const read = async (file: string) => readPabulib({ name: file, chunks: createReadStream(`${folder}/${file}`) })
// sums and costs decide a greedy count; the merged ballots are not needed here
const resultOf = (read: PabulibElection, ...rest: [typeof place, { name: string; hash: string }]) =>
  resultHere(read, electionOf(read, ballotBox(false)), ...rest)
const place = { territoryId: 't', slug: 'miasto', name: 'Kraków' }

if (!folder) {
  test.skip('recount of real elections: skipped, because there is no ../shared/data/pabulib beside the project', () => {})
} else {
  test('the real files are there', () => expect(krakow.length).toBeGreaterThan(100))

  test.each(krakow)('%s: ballots give the published points and winners', async file => {
    const { read: answer, hash } = await read(file)
    if (!answer.ok) throw new Error(JSON.stringify(answer.fault))
    const result = resultOf(answer.election, place, { name: file, hash })
    const stated = readFileSync(`${folder}/${file}`, 'utf8')
      .match(/^project_id;.*$/m)?.[0]
      .includes('selected')
    expect(result.pool.pointsCheck).toBe('agree')
    expect(result.pool.winnersCheck).toBe(stated ? 'agree' : 'unstated')
    expect(result.pool.spent).toBeLessThanOrEqual(result.pool.budget)
  })

  test('every other file is read too, and its votes are recounted', async () => {
    const winners: Record<WinnersCheck, number> = { agree: 0, differ: 0, unstated: 0, 'other-rule': 0 }
    for (const file of files) {
      const { read: answer, hash } = await read(file)
      if (!answer.ok) throw new Error(`${file}: ${JSON.stringify(answer.fault)}`)
      winners[resultOf(answer.election, place, { name: file, hash }).pool.winnersCheck] += 1
    }
    // other rules (equal shares, exclusive groups, a city's own) are kept as published
    expect(winners).toMatchObject({ differ: 0 })
    expect(winners.agree).toBeGreaterThan(100)
  })
}
