import { createReadStream, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ballotBox, electionOf } from '#modules/counting/engine/election.rules.ts'
import { dice, everything, readText, realFiles, realFolder, sampleOf } from '#modules/counting/engine/testing-elections.ts'
import { readPabulib } from '#modules/counting/pabulib/pabulib.actions.ts'
import { resultOf } from '#modules/counting/pabulib/pabulib-result.rules.ts'
import { writeFaithful, writePrivate } from '#modules/counting/pabulib/pabulib-write.rules.ts'

const place = { territoryId: 't', slug: 'miasto', name: 'Kraków' }

if (!realFolder) {
  test.skip('recount of real elections: skipped, because there is no ../shared/data/pabulib beside the project', () => {})
} else {
  test('every file is read, its votes are recounted; in Kraków points and winners are the published ones', async () => {
    expect(realFiles.filter(file => file.startsWith('Poland_Krakow_')).length).toBeGreaterThan(100)
    const told: unknown[] = []
    let agree = 0
    for (const file of realFiles) {
      const { read, hash } = await readPabulib({ name: file, chunks: createReadStream(`${realFolder}/${file}`) })
      if (!read.ok) throw new Error(`${file}: ${JSON.stringify(read.fault)}`)
      // sums and costs decide a greedy count; the merged ballots are not needed here
      const { pool } = resultOf(read.election, electionOf(read.election, ballotBox(false)), place, { name: file, hash, file: null })
      if (pool.winnersCheck === 'agree') agree += 1
      const isKrakow = file.startsWith('Poland_Krakow_')
      const states = read.election.projects.some(({ official }) => official.selected !== undefined)
      // other rules (equal shares, exclusive groups, a city's own) are kept as published
      const isRight = isKrakow
        ? pool.pointsCheck === 'agree' && pool.winnersCheck === (states ? 'agree' : 'unstated') && pool.spent <= pool.budget
        : pool.winnersCheck !== 'differ'
      if (!isRight) told.push([file, pool.pointsCheck, pool.winnersCheck])
    }
    expect(told).toEqual([])
    expect(agree).toBeGreaterThan(100)
  })

  // the ends of lines, a mark of order of bytes, quotes that nothing needs and empty lines at the end may differ; nothing else
  const normal = (text: string) =>
    `${text
      .replace(/^\uFEFF/, '')
      .replaceAll('\r\n', '\n')
      .replaceAll(/(^|;)"((?:[^"]|"")*)"(?=;|$)/gm, (all, before, value) => (/[;"\n]/.test(value) ? all : before + value))
      .replace(/\n+$/, '')}\n`
  test(`written faithfully, ${everything ? 'every file' : 'a sample'} reads back the same byte for byte`, () => {
    for (const file of sampleOf(realFiles, 12)) {
      const text = readFileSync(`${realFolder}/${file}`, 'utf8')
      const written = writeFaithful(text)
      expect(written === normal(text), file).toBe(true)
      expect(writeFaithful(written) === written, file).toBe(true)
    }
  }, 300_000)

  test(`written privately, ${everything ? 'every file' : 'a sample'} gives the same count and tells nothing of people`, () => {
    const roll = dice(7)
    for (const file of sampleOf(realFiles, 12)) {
      const text = readFileSync(`${realFolder}/${file}`, 'utf8')
      const written = writePrivate(text, roll)
      if (!written.ok) throw new Error(`${file}: ${written.why}`)
      const [before, after] = [readText(text).read, readText(written.text).read]
      expect([file, after.ballots, after.projects.map(({ id, votes, points }) => [id, votes, points])]).toEqual([
        file,
        before.ballots,
        before.projects.map(({ id, votes, points }) => [id, votes, points]),
      ])
      expect(written.text).not.toMatch(/^voter_id;.*(age|sex|district|neighborhood|education|voting_method)/m)
    }
  }, 300_000)
}
