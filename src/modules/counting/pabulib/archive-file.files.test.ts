import { createReadStream } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import '../../../../verifier/recount.js'
import { house } from '#kit/actor.ts'
import { countElection, isRuleName, usual } from '#modules/counting/engine/count.rules.ts'
import { readText, realFiles, realFolder, sampleOf } from '#modules/counting/engine/testing-elections.ts'
import { importPabulib } from '#modules/counting/pabulib/pabulib.actions.ts'
import { krakow } from '#modules/programme/territories/krakow.rules.ts'
import { foundCity } from '#modules/programme/territories/territories.actions.ts'
import { paths, url } from '#paths'
import { openHouse, type TestHouse } from '#web/testing.ts'

const files = sampleOf(
  realFiles.filter(file => file.startsWith('Poland_Krakow_')),
  10,
)
if (files.length === 0) {
  test.skip('ballots of the archive: skipped, because there is no ../shared/data/pabulib beside the project', () => {})
} else {
  let home: TestHouse
  beforeAll(async () => {
    home = await openHouse()
    await foundCity(home.ctx(house), krakow)
  })
  afterAll(() => home.close())

  test.each(files)(
    '%s: imported and given out without anything about people, it counts to the same winners',
    async file => {
      const source = () => ({ name: file, chunks: createReadStream(`${realFolder}/${file}`) })
      const answer = await importPabulib(home.ctx(house), source())
      if (!answer.ok) throw new Error(JSON.stringify(answer))
      const { edition, pool, projects } = answer.result
      const { html: text, headers } = await home.stranger.get(url(paths.poolFile, { edition: edition.slug, pool: pool.slug }))
      expect(headers.get('content-disposition')).toContain('.pb"')
      expect(text).not.toMatch(/^voter_id;.*(age|sex|district|neighborhood|education|voting_method)/m)
      const { read, e } = readText(text)
      expect(read.projects.map(({ id, votes, points }) => [id, votes, points]).sort()).toEqual(
        projects.map(({ number, votes, points }) => [number, votes, points]).sort(),
      )
      if (!isRuleName(read.rule)) throw new Error(read.rule)
      const settings = { ...usual(read.rule), threshold: read.rule === 'greedy-threshold' ? (read.threshold ?? 0) : 0 }
      const won = projects.flatMap(({ number, outcome }) => (outcome === 'won' ? [number] : []))
      expect(countElection(e, read.rule, settings).winners.toSorted()).toEqual(won.toSorted())
      expect(globalThis.verifyElection(new TextEncoder().encode(text), undefined)).toEqual([])
      // again: nothing changes
      expect(await importPabulib(home.ctx(house), source())).toMatchObject({ ok: true, kept: 'unchanged' })
    },
    180_000,
  )

  test('an archive that was filled before files were kept says so, tells the office how to get them, and the same import brings them', async () => {
    const [file = ''] = files
    const bring = () => importPabulib(home.ctx(house), { name: file, chunks: createReadStream(`${realFolder}/${file}`) })
    const answer = await bring()
    if (!answer.ok) throw new Error(JSON.stringify(answer))
    const at = { edition: answer.result.edition.slug, pool: answer.result.pool.slug }
    await home.db.deleteFrom('archived_files').execute()
    expect((await home.stranger.get(url(paths.poolFile, at))).status).toBe(404)
    expect((await home.stranger.get(url(paths.archivePool, at))).html).toContain('Pliku z kartami tej puli jeszcze tu nie ma')
    expect(await bring()).toMatchObject({ ok: true, kept: 'replaced' })
    expect((await home.stranger.get(url(paths.archivePool, at))).html).toContain(`href="${url(paths.poolFile, at)}"`)
  })
}
