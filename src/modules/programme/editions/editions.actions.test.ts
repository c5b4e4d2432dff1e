import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeEdition, createEdition, explainWarnings, lintOf, type NewEdition, stepEdition } from '#modules/programme/editions/editions.actions.ts'
import { findCurrentEdition, listEditions, loadEdition } from '#modules/programme/editions/editions.store.ts'
import { reasonKey, unexplained } from '#modules/programme/editions/lint.rules.ts'
import { presets } from '#modules/programme/editions/presets.rules.ts'
import type { Edition, EditionStep, Part } from '#modules/programme/programme.rules.ts'
import { addUnit, changeUnit } from '#modules/programme/registers/units.actions.ts'
import { listUnits, loadUnit } from '#modules/programme/registers/units.store.ts'
import { factsAbout } from '#platform/ledger.ts'
import { openHouse, somebody, type TestHouse } from '#web/testing.ts'

let house: TestHouse
const kornelia = somebody('Kornelia', 'coordinator')
const olga = somebody('Olga')
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const wanted = { key: 'key_one', preset: 'krakow-2020', days: 2191 } as const
const create = async (who = kornelia, what: NewEdition = wanted) => {
  const created = await createEdition(house.ctx(who), what)
  if (!created.ok) throw new Error('not created')
  return created.id
}
const settle = async (id: string) => {
  const { title, no, version, rules } = await loadEdition(house.ctx(), id)
  const legal = { ...rules.legal, retentionUntil: '2029-01-01' }
  expect(await changeEdition(house.ctx(kornelia), id, { section: 'rules', title, no, version, reason: '', rules: { ...rules, legal } })).toEqual({
    ok: true,
  })
}

test('an edition is created once from the preset, whole, and is not public until it is published', async () => {
  expect(await createEdition(house.ctx(olga), wanted)).toEqual({ ok: false, why: 'not-yours' })
  const id = await create()
  expect(await create()).toBe(id)
  expect(await listEditions(house.ctx())).toHaveLength(1)
  const edition = await loadEdition(house.ctx(), id)
  expect(edition).toMatchObject({ no: 7, state: 'draft', version: 1, rules: presets['krakow-2020'].rules })
  expect(edition.pools).toHaveLength(19)
  expect(edition.phases).toHaveLength(presets['krakow-2020'].phases.length)
  expect(await findCurrentEdition(house.ctx())).toBeUndefined()
})

test('it is published only once nothing blocks and every warning has a written reason', async () => {
  const id = await create()
  expect(await stepEdition(house.ctx(olga), id, 'publish')).toEqual({ ok: false, why: 'not-yours' })
  expect(await stepEdition(house.ctx(kornelia), id, 'close')).toEqual({ ok: false, why: 'wrong-state' })
  expect(await stepEdition(house.ctx(kornelia), id, 'publish')).toEqual({ ok: false, why: 'lint-blocks' })
  await settle(id)
  expect(await stepEdition(house.ctx(kornelia), id, 'publish')).toEqual({ ok: false, why: 'lint-unexplained' })
  const edition = await loadEdition(house.ctx(), id)
  const reasons = new Map(unexplained(await lintOf(house.ctx(), edition), new Map()).map(finding => [reasonKey(finding), 'Tak stanowi uchwała.']))
  expect(await explainWarnings(house.ctx(olga), id, edition.version, reasons)).toEqual({ ok: false, why: 'not-yours' })
  expect(await explainWarnings(house.ctx(kornelia), id, edition.version, reasons)).toEqual({ ok: true })
  expect(await stepEdition(house.ctx(kornelia), id, 'publish')).toEqual({ ok: true })
  const published = await findCurrentEdition(house.ctx())
  expect(published).toMatchObject({ id, state: 'published', publishedAt: house.now })
  expect(await stepEdition(house.ctx(kornelia), id, 'start', 1)).toEqual({ ok: false, why: 'changed-meanwhile' })
  expect(await stepEdition(house.ctx(kornelia), id, 'start', published?.version)).toEqual({ ok: true })
})

test('after publication a change needs a reason, keeps to the law, and two coordinators never overwrite each other', async () => {
  const id = await create()
  const edition = await loadEdition(house.ctx(), id)
  const change = (phases: Edition['phases'], version: number, reason: string) =>
    changeEdition(house.ctx(kornelia), id, { section: 'phases', phases: phases.map(({ id: _, ...phase }) => phase), version, reason })
  const later = edition.phases.map(phase => (phase.kind === 'support-lists' ? { ...phase, to: '2026-07-31' } : phase))
  expect(await change(later, edition.version, '')).toEqual({ ok: false, why: 'reason-missing' })
  const unlawful = edition.phases.filter(phase => phase.kind !== 'protests')
  expect(await change(unlawful, edition.version, 'Bez protestów.')).toEqual({ ok: false, why: 'lint-blocks' })
  expect(await change(later, edition.version, 'Kwarantanna.')).toEqual({ ok: true })
  expect(await change(edition.phases, edition.version, 'Jednak nie.')).toEqual({ ok: false, why: 'changed-meanwhile' })
  const after = await loadEdition(house.ctx(), id)
  expect(after.phases.find(phase => phase.kind === 'support-lists')?.to).toBe('2026-07-31')
  await house.settle()
  const facts = await factsAbout(house.ctx(), [id])
  expect(facts.map(fact => fact.fact)).toEqual([
    'edition.created',
    'edition.changed',
    'edition.explained',
    'edition.published',
    'edition.started',
    'edition.changed',
  ])
  expect(facts.at(-1)?.payload).toEqual({ title: edition.title, section: 'phases', reason: 'Kwarantanna.' })
})

test('an edition is closed after its results, archived once personal data is gone, and then no longer current', async () => {
  const id = await create()
  const step = (name: EditionStep) => stepEdition(house.ctx(kornelia), id, name)
  const today = house.now
  house.now = new Date('2026-10-25T10:00:00Z')
  expect(await step('close')).toEqual({ ok: false, why: 'too-early' })
  house.now = new Date('2026-10-26T10:00:00Z')
  expect(await step('close')).toEqual({ ok: true })
  expect((await findCurrentEdition(house.ctx()))?.id).toBe(id)
  const { version, parts } = await loadEdition(house.ctx(), id)
  expect(await changeEdition(house.ctx(kornelia), id, { section: 'parts', parts, version, reason: 'Za późno.' })).toEqual({
    ok: false,
    why: 'wrong-state',
  })
  expect(await step('archive')).toEqual({ ok: false, why: 'too-early' })
  house.now = new Date('2029-01-01T10:00:00Z')
  expect(await step('archive')).toEqual({ ok: true })
  expect(await findCurrentEdition(house.ctx())).toBeUndefined()
  house.now = today
})

test('two changes at once: one is kept, the other is told', async () => {
  const id = await create(kornelia, { key: 'key_race', preset: 'krakow-newest', days: 0 })
  const change = (parts: Part[]) => changeEdition(house.ctx(kornelia), id, { section: 'parts', parts, version: 1, reason: '' })
  const verdicts = await Promise.all([change(['individual']), change(['archive']), change(['discussions'])])
  expect(verdicts.filter(verdict => verdict.ok)).toHaveLength(1)
  expect(verdicts.filter(verdict => !verdict.ok)).toEqual(Array(2).fill({ ok: false, why: 'changed-meanwhile' }))
})

test('pools keep their ids while amounts change', async () => {
  const id = await create(kornelia, { key: 'key_pools', preset: 'krakow-2020', days: 2600 })
  const { pools, version } = await loadEdition(house.ctx(), id)
  const dearer = pools.slice(1).map(({ id: _, ...pool }) => ({ ...pool, amount: pool.amount + 100, population: 20_000 }))
  await changeEdition(house.ctx(kornelia), id, { section: 'pools', pools: dearer, expenditure: 100, version, reason: '' })
  const after = await loadEdition(house.ctx(), id)
  expect(after.pools.map(pool => pool.id)).toEqual(pools.slice(1).map(pool => pool.id))
  expect(after.rules.legal.expenditure).toBe(100)
})

test('only one edition runs at a time', async () => {
  const running = await create(kornelia, { key: 'key_running', preset: 'krakow-2020', days: 2191 })
  await settle(running)
  const warned = unexplained(await lintOf(house.ctx(), await loadEdition(house.ctx(), running)), new Map())
  const { version: second } = await loadEdition(house.ctx(), running)
  await explainWarnings(house.ctx(kornelia), running, second, new Map(warned.map(finding => [reasonKey(finding), 'Tak.'])))
  for (const step of ['publish', 'start'] as const) expect(await stepEdition(house.ctx(kornelia), running, step)).toEqual({ ok: true })
  const id = await create(kornelia, { key: 'key_two', preset: 'krakow-newest', days: 364 })
  await settle(id)
  const { version } = await loadEdition(house.ctx(), id)
  const reasons = unexplained(await lintOf(house.ctx(), await loadEdition(house.ctx(), id)), new Map()).map(
    finding => [reasonKey(finding), 'Tak.'] as const,
  )
  await explainWarnings(house.ctx(kornelia), id, version, new Map(reasons))
  expect(await stepEdition(house.ctx(kornelia), id, 'publish')).toEqual({ ok: true })
  expect(await stepEdition(house.ctx(kornelia), id, 'start')).toEqual({ ok: false, why: 'another-runs' })
  expect((await findCurrentEdition(house.ctx()))?.no).toBe(7)
})

test('units: the code is unique, two coordinators never overwrite each other', async () => {
  const zzm = { code: 'ZZM', name: 'Zarząd Zieleni Miejskiej', topics: ['zieleń'], slaDays: 14 }
  const added = await addUnit(house.ctx(kornelia), 'key_unit', zzm)
  if (!added.ok) throw new Error('not added')
  expect(await addUnit(house.ctx(kornelia), 'key_unit', zzm)).toEqual(added)
  expect(await addUnit(house.ctx(kornelia), 'key_other', zzm)).toEqual({ ok: false, why: 'code-taken' })
  expect(await addUnit(house.ctx(olga), 'key_third', zzm)).toEqual({ ok: false, why: 'not-yours' })
  expect(await listUnits(house.ctx())).toHaveLength(1)
  expect(await changeUnit(house.ctx(kornelia), added.id, 1, { ...zzm, slaDays: 10 })).toMatchObject({ ok: true })
  expect(await changeUnit(house.ctx(kornelia), added.id, 1, { ...zzm, slaDays: 20 })).toEqual({ ok: false, why: 'changed-meanwhile' })
  expect(await loadUnit(house.ctx(), added.id)).toMatchObject({ slaDays: 10, version: 2 })
})
