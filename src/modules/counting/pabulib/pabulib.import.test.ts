import { afterAll, beforeAll, expect, test } from 'vitest'
import { house, nobody } from '#kit/actor.ts'
import { importPabulib } from '#modules/counting/pabulib/pabulib.actions.ts'
import {
  listArchivedEditions,
  listArchivedPools,
  listArchivedProjects,
  loadArchivedEdition,
  loadArchivedProject,
} from '#modules/programme/archive/archive.store.ts'
import { krakow } from '#modules/programme/territories/krakow.rules.ts'
import { foundCity } from '#modules/programme/territories/territories.actions.ts'
import { openHouse, somebody, type TestHouse } from '#web/testing.ts'

let home: TestHouse
beforeAll(async () => {
  home = await openHouse()
  await foundCity(home.ctx(house), krakow)
})
afterAll(() => home.close())

const file = (changes: Readonly<Record<string, string>> = {}) => {
  const text = `META
key;value
unit;Kraków
district;Lagiewniki-Borek_Falecki
instance;2021
num_projects;3
num_votes;2
budget;1000.50
vote_type;ordinal
rule;greedy
max_length;3
PROJECTS
project_id;cost;votes;score;name;selected
D9.1/21;500;2;5;Ławka;1
D9.2/21;600;2;5;Drzewa;0
D9.3/21;400.5;2;2;Lampy;1
VOTES
voter_id;vote
1;D9.1/21,D9.2/21,D9.3/21
2;D9.2/21,D9.1/21,D9.3/21
`
  return Object.entries(changes).reduce((sum, [from, to]) => sum.replaceAll(from, to), text)
}
async function* pieces(text: string, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const bring = (text: string, actor = house) => importPabulib(home.ctx(actor), { name: 'a.pb', chunks: pieces(text) })

test('a broken file is refused with its line, and nothing of it stays', async () => {
  expect(await bring(file({ '2;D9.2/21,D9.1': '2;D9.2/21,D9.9' }))).toMatchObject({ ok: false, fault: { line: 20, why: 'unknown-project' } })
  const broken = Buffer.from(file())
  broken[broken.indexOf('Drzewa')] = 0xff
  const answer = await importPabulib(home.ctx(house), {
    name: 'a.pb',
    chunks: (async function* () {
      yield broken
    })(),
  })
  expect(answer).toMatchObject({ ok: false, fault: { line: 15, why: 'not-utf8' } })
  expect(await bring(file({ 'unit;Kraków': 'unit;Gdańsk' }))).toMatchObject({ ok: false, why: 'other-city', what: 'Gdańsk' })
  expect(await bring(file({ 'Lagiewniki-Borek_Falecki': 'Wilanów' }))).toMatchObject({ ok: false, why: 'unknown-area' })
  expect(await bring(file(), nobody)).toMatchObject({ ok: false, why: 'not-yours' })
  expect(await listArchivedEditions(home.ctx())).toEqual([])
})

test('a file is taken once; a newer one replaces it and its projects keep their addresses', async () => {
  expect(await bring(file(), somebody('Kornelia', 'coordinator'))).toMatchObject({
    ok: true,
    kept: 'added',
    result: { pool: { slug: '9', pointsCheck: 'agree', winnersCheck: 'agree' } },
  })
  expect(await bring(file())).toMatchObject({ ok: true, kept: 'unchanged' })
  const edition = await loadArchivedEdition(home.ctx(), '2021')
  const [pool] = await listArchivedPools(home.ctx(), edition.id)
  const projects = await listArchivedProjects(home.ctx(), pool?.id ?? '')
  expect(pool).toMatchObject({ name: 'Łagiewniki-Borek Fałęcki', budget: 100_050, spent: 90_050, ballots: 2, won: 2, projects: 3 })
  expect(projects).toMatchObject([
    { slug: 'D9.1-21', outcome: 'won', leftBefore: 100_050, marks: [1, 1, 0], missingPoints: null },
    { slug: 'D9.2-21', outcome: 'no-money', leftBefore: 50_050, missingPoints: 1 },
    { slug: 'D9.3-21', outcome: 'won' },
  ])
  expect(await bring(file({ Drzewa: 'Sad', '\n': '\r\n' }))).toMatchObject({ ok: true, kept: 'replaced' })
  expect((await loadArchivedProject(home.ctx(), pool?.id ?? '', 'D9.2-21')).title).toBe('Sad')
  expect((await listArchivedProjects(home.ctx(), pool?.id ?? '')).map(({ id }) => id)).toEqual(projects.map(({ id }) => id))
  await home.settle()
  expect(await home.db.selectFrom('ledger_chain').select('seq').where('fact', '=', 'archive.imported').execute()).toHaveLength(2)
})

test('a published result that our count does not give is kept as published, and said', async () => {
  const other = file({ 'instance;2021': 'instance;2022', 'Ławka;1': 'Ławka;0', 'Drzewa;0': 'Drzewa;1', '2;5;Drzewa': '2;6;Drzewa' })
  expect(await bring(other)).toMatchObject({ ok: true, result: { pool: { winnersCheck: 'differ', pointsCheck: 'differ' } } })
  const [pool] = await listArchivedPools(home.ctx(), (await loadArchivedEdition(home.ctx(), '2022')).id)
  expect((await listArchivedProjects(home.ctx(), pool?.id ?? '')).map(({ title, outcome }) => [title, outcome])).toEqual([
    ['Ławka', 'lost'],
    ['Drzewa', 'won'],
    ['Lampy', 'won'],
  ])
})

test('fewer than five ballots are not given out one by one, neither as a file nor for the laboratory', async () => {
  const at = '/archiwum/2021/9'
  expect((await home.stranger.get(at)).html).toContain('Kart jest tak mało')
  for (const path of ['karty.pb', 'karty.json']) expect((await home.stranger.get(`${at}/liczenie/${path}`)).status).toBe(404)
})
