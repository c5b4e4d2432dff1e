import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { back } from '#modules/ideas/backings.actions.ts'
import { backedBy, countBackings } from '#modules/ideas/backings.store.ts'
import { proposeIdea } from '#modules/ideas/ideas.actions.ts'
import { costs, type DraftingHouse, openDraftingHouse, today } from '#modules/proposals/testing-projects.ts'
import { askSupportersAgain } from '#modules/renewals/renewals.actions.ts'
import { listWaitingFor } from '#modules/renewals/renewals.store.ts'
import { paths, url } from '#paths'
import type { CastKey } from '#seeds/cast.ts'
import { expectDone } from '#web/testing.ts'

let at: DraftingHouse
const door = { secret: 'x'.repeat(32) }
beforeAll(async () => {
  at = await openDraftingHouse()
})
afterAll(() => at.house.close())

const day = 86_400_000
const later = (days: number) => new Date(today.getTime() + days * day)
const askAll = () => askSupportersAgain(at.house.ctx(), door)
const waiting = async (key: CastKey, id: string) => (await listWaitingFor(at.ctx(key), at.who(key).id)).find(({ projectId }) => projectId === id)

/** An idea that three people back, and a whole draft from it. */
async function aBackedDraft() {
  const { house, ctx, as, write } = at
  house.now = today
  const territory = await house.db.selectFrom('territories').select('id').where('number', '=', 13).executeTakeFirstOrThrow()
  const proposed = await proposeIdea(ctx('marta'), {
    key: newId('key'),
    title: 'Park kieszonkowy',
    text: 'Cień, ławki i woda dla wszystkich w okolicy.',
    placeWords: 'Skwer przy Łąkowej',
    territoryId: territory.id,
  })
  const idea = proposed.ok ? proposed.id : ''
  for (const key of ['jurij', 'olga', 'tadeusz'] as const) expect(await back(ctx(key), 'idea', idea)).toEqual({ ok: true })
  const id = await at.aDraft({ pomysl: idea, tytul: 'Park kieszonkowy' })
  const words = { streszczenie: 'Zapomniany skwer między blokami ma stać się miejscem z cieniem, ławkami i wodą dla wszystkich.' }
  for (const [section, text] of Object.entries({ ...words, uzasadnienie: 'Nie ma cienia.', odbiorcy: 'Wszyscy.' }))
    expectDone(await write(id, section, text, 0))
  expectDone(await as('marta').post(url(paths.projectCosts, { id }), { rewizja: '0', ...costs }))
  return { id, idea }
}
const freeze = (id: string) => at.as('marta').post(url(paths.projectFreeze, { id }))

test('backers are asked once after a change of substance, keep or withdraw by the letter or signed in, and are counted once', async () => {
  const { house, as, ctx, who, write } = at
  const { id, idea } = await aBackedDraft()
  house.now = later(1)
  expectDone(await write(id, 'tytul', 'Parking piętrowy', 1))
  expectDone(await freeze(id))
  house.now = later(2)
  const [one, two] = await Promise.all([askAll(), askAll()])
  expect(one + two).toBe(3)
  expect(await askAll()).toBe(0)
  const letters = await house.db.selectFrom('letters').selectAll().where('subject', 'like', 'Projekt, który popierasz, się zmienił%').execute()
  expect(letters).toHaveLength(3)
  const link = /\/poparcie\/\S+/.exec(letters.find(({ person_id }) => person_id === who('jurij').id)?.body_text ?? '')?.[0] ?? ''
  const page = await house.stranger.get(link)
  expect([page.status, page.html.includes('Park kieszonkowy'), page.html.includes('Parking piętrowy')]).toEqual([200, true, true])
  expect(await countBackings(ctx('marta'), idea)).toBe(3)
  const jurij = (await waiting('jurij', id))?.id ?? ''
  const address = url(paths.renewal, { id: jurij })
  const klucz = new URL(link, 'https://x.example').searchParams.get('klucz') ?? ''
  expect((await house.stranger.post(address, { odpowiedz: 'nie', klucz: `${klucz}x` })).status).toBe(404)
  expect((await house.stranger.post(address, { odpowiedz: 'nie' })).status).toBe(404)
  expect((await as('olga').get(address)).status).toBe(404)
  const [first, again] = await Promise.all([
    house.stranger.post(address, { odpowiedz: 'nie', klucz }),
    house.stranger.post(address, { odpowiedz: 'nie', klucz }),
  ])
  expect([first.status, again.status]).toEqual([303, 303])
  expect(await countBackings(ctx('marta'), idea)).toBe(2)
  expect((await as('olga').get(url(paths.project, { id }))).html).toContain('Zobacz, co się zmieniło, i zdecyduj')
  expect((await as('olga').get(paths.myMatters)).html).toContain('Czy dalej popierasz?')
  const olga = url(paths.renewal, { id: (await waiting('olga', id))?.id ?? '' })
  expectDone(await as('olga').post(olga, { odpowiedz: 'tak' }))
  expectDone(await as('olga').post(olga, { odpowiedz: 'tak' }))
  expect(await backedBy(ctx('olga'), who('olga').id, [idea])).toEqual(new Set([idea]))
  await house.settle()
  const facts = await house.db
    .selectFrom('ledger_chain')
    .select('fact')
    .where('subject', 'in', [id, idea])
    .where('fact', 'like', '%withdrawn')
    .execute()
  expect(facts.map(({ fact }) => fact).sort()).toEqual(['idea.backing-withdrawn', 'renewal.withdrawn'])
})

test('who kept is not asked about the same again; mended wording asks nobody; what is changed back asks no more', async () => {
  const { house, as, write } = at
  const { id } = await aBackedDraft()
  house.now = later(1)
  expectDone(await write(id, 'opis', 'Sześć ławek. Dziewięć drzew. Poidełko i stojak.', 1))
  expectDone(await freeze(id))
  house.now = later(2)
  expect(await askAll()).toBe(0)
  expectDone(await write(id, 'tytul', 'Bulwar kieszonkowy', 1))
  expectDone(await freeze(id))
  house.now = later(4)
  expect(await askAll()).toBe(3)
  for (const key of ['jurij', 'olga'] as const)
    expectDone(await as(key).post(url(paths.renewal, { id: (await waiting(key, id))?.id ?? '' }), { odpowiedz: 'tak' }))
  house.now = later(5)
  expectDone(await write(id, 'tytul', 'Park kieszonkowy', 2))
  expectDone(await freeze(id))
  house.now = later(6)
  // both who kept the second title are told of the third; whoever never answered is back at what they knew
  expect(await askAll()).toBe(2)
  expect(await waiting('tadeusz', id)).toBeUndefined()
})

test('who supports by account and no longer wants to is on the list no more', async () => {
  const { house, as, who, write } = at
  const { id } = await aBackedDraft()
  await sql`update editions set rules = jsonb_set(jsonb_set(rules, '{support,channels}', '["paper","online"]'), '{support,districtResidentsOnly}', 'false')`.execute(
    house.db,
  )
  const april = (day: number) => new Date(Date.UTC(2026, 3, day, 9))
  house.now = later(1)
  expectDone(await freeze(id))
  house.now = april(2)
  expectDone(await as('bartek').post(url(paths.projectEndorsement, { id })))
  const state = async () =>
    (await house.db.selectFrom('support_lines').select('state').where('project_id', '=', id).where('person_id', '=', who('bartek').id).execute()).map(
      ({ state }) => state,
    )
  expect(await state()).toEqual(['valid'])
  house.now = april(3)
  expectDone(await write(id, 'tytul', 'Parking piętrowy', 1))
  expectDone(await freeze(id))
  house.now = april(4)
  expect(await askAll()).toBe(4)
  expectDone(await as('bartek').post(url(paths.renewal, { id: (await waiting('bartek', id))?.id ?? '' }), { odpowiedz: 'nie' }))
  expect(await state()).toEqual(['withdrawn'])
})

test('a place moved on the map is another substance, across the street it is not', async () => {
  const { house, as } = at
  const { id } = await aBackedDraft()
  const place = async (lat: string) => expectDone(await as('marta').post(url(paths.projectSpot, { id }), { lon: '20.011', lat, line: '', area: '' }))
  await place('50.0405')
  expectDone(await freeze(id))
  house.now = later(1)
  await house.db.updateTable('backings').set({ at: house.now }).execute()
  expect(await askAll()).toBe(0)
  const again = async (lat: string, day: number) => {
    house.now = later(day)
    expectDone(await as('marta').post(url(paths.projectReopening, { id }), { powod: 'Przesuwamy.' }))
    await place(lat)
    expectDone(await freeze(id))
    return askAll()
  }
  expect(await again('50.0408', 2)).toBe(0)
  expect(await again('50.0416', 3)).toBe(3)
  const { html } = await as('olga').get(url(paths.renewal, { id: (await waiting('olga', id))?.id ?? '' }))
  expect(html).toContain('Na mapie: Punkt przesunięto o 122 m.')
})
