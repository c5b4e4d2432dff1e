import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { listTerritories } from '#modules/programme/territories/territories.store.ts'
import { makeJoint } from '#modules/proposals/alone/alone.actions.ts'
import { spotOf } from '#modules/proposals/place/spots.store.ts'
import { costsOf, listProjects, loadProject, sectionsOf } from '#modules/proposals/proposals.store.ts'
import { costs, type DraftingHouse, inSubmission, openDraftingHouse, today } from '#modules/proposals/testing-projects.ts'
import { projectsAlike } from '#modules/proposals/words.store.ts'
import { paths, url } from '#paths'
import { findAlike } from '#platform/alike.ts'
import type { CastKey } from '#seeds/cast.ts'
import { expectDone } from '#web/testing.ts'

let at: DraftingHouse
beforeAll(async () => {
  at = await openDraftingHouse()
})
afterAll(() => at.house.close())
beforeEach(() => {
  at.house.now = today
})

const whole = {
  gdzie: '18',
  tytul: 'Stojaki na rowery',
  streszczenie: 'Dwadzieścia stojaków i stacja naprawy przy domu kultury, żeby było gdzie bezpiecznie zostawić rower.',
  opis: 'Dwadzieścia stojaków i stacja naprawy.',
  miejsce: 'Przy wejściu do domu kultury.',
  uzasadnienie: 'Rowery stoją przy drzewach.',
  odbiorcy: 'Wszyscy, którzy jeżdżą na rowerze.',
  rezerwa: '0',
  ...costs,
}
const said = { resident: 'tak', rules: 'tak' }
const begin = (fields: Record<string, string> = {}, by: CastKey = 'tadeusz') =>
  at.as(by).post(paths.projectAlone, { key: newId('key'), akcja: 'szkic', ...fields })
const idOf = (location: string) => location.split('/')[2] ?? ''
const form = (id: string) => url(paths.projectForm, { id })
const mine = () => listProjects(at.ctx('tadeusz'), { personId: at.who('tadeusz').id, limit: 200 })
async function revisions(id: string): Promise<Record<string, string>> {
  const { html } = await at.as('tadeusz').get(form(id))
  return Object.fromEntries(
    [...html.matchAll(/name="((?:rewizja|id|kod|gdzie)-[\w-]+)" value="([^"]*)"/g)].map(([, name, value]) => [name ?? '', value ?? '']),
  )
}

test('from nothing to a public number on two pages', async () => {
  at.house.now = inSubmission
  const page = await at.as('tadeusz').get(`${paths.projectAlone}?gdzie=18`)
  for (const words of ['Do złożenia brakuje jeszcze: 6', 'href="#tytul"', 'Zapisz szkic', 'Dalej: sprawdź i złóż'])
    expect(page.html, words).toContain(words)
  for (const words of ['współautor', 'Z kim piszesz', 'Kto widzi']) expect(page.html, words).not.toContain(words)
  const review = expectDone(await begin({ ...whole, ...said, akcja: 'dalej' }), /\/zlozenie$/)
  const id = idOf(review)
  expect((await at.as('tadeusz').get(review)).html).toContain('Rowery stoją przy drzewach.')
  expectDone(await at.as('tadeusz').post(review, {}))
  expect(await loadProject(at.ctx('tadeusz'), id)).toMatchObject({
    state: 'submitted',
    path: 'individual',
    publicNo: expect.stringMatching(/^BO\.D18\./),
  })
  await at.house.settle()
  const facts = await at.house.db.selectFrom('ledger_chain').select('fact').where('subject', '=', id).where('fact', '=', 'project.stated').execute()
  expect(facts).toHaveLength(1)
})

test('a draft is saved at any time, however little there is, and only its author sees it', async () => {
  const kept = expectDone(await begin({ gdzie: '18', opis: 'Coś dla rowerów.' }), /\/formularz$/)
  const { html } = await at.as('tadeusz').get(kept)
  expect([html.includes('Coś dla rowerów.'), html.includes('Do złożenia brakuje jeszcze: 5')]).toEqual([true, true])
  expect((await at.as('olga').get(kept)).status).toBe(404)
  expect((await at.house.stranger.get(kept)).location).toContain('/logowanie')
})

test('bad input on the way: each fault beside its field, everything typed stays, and what can be saved is saved', async () => {
  const noPlace = await begin({ tytul: 'Bez miejsca' })
  expect([noPlace.status, noPlace.html.includes('Wybierz dzielnicę albo całe miasto.'), noPlace.html.includes('value="Bez miejsca"')]).toEqual([
    422,
    true,
    true,
  ])
  const badRow = await begin({ ...whole, 'ile-0': 'dużo' })
  expect([badRow.status, badRow.html.includes('value="dużo"'), badRow.html.includes('Rowery stoją przy drzewach.')]).toEqual([422, true, true])
  const long = await begin({ ...whole, tytul: 'Za długi '.repeat(20).trim() })
  expect([long.status, long.html.includes('a może być najwyżej')]).toEqual([422, true])
  const before = (await mine()).length
  const missing = await begin({ ...whole, streszczenie: 'Krótko.', resident: 'tak', akcja: 'dalej' })
  expect(missing.status).toBe(422)
  for (const words of ['Szkic jest zapisany. Do złożenia popraw jeszcze:', 'a potrzeba co najmniej', 'Zaznacz, że znasz zasady'])
    expect(missing.html, words).toContain(words)
  expect(missing.html).toMatch(/id="resident"[^>]*checked/)
  expect((await mine()).length).toBe(before + 1)
})

test('rows are added, taken from the form and counted without losing a word of the rest', async () => {
  const more = await begin({ ...whole, akcja: 'dodaj' })
  expect([more.status, more.html.includes('name="co-2"'), more.html.includes('Rowery stoją przy drzewach.')]).toEqual([200, true, true])
  const less = await begin({ ...whole, akcja: 'usun-0' })
  expect([less.status, less.html.includes('value="Ławka"'), less.html.includes('value="Alejka"')]).toEqual([200, false, true])
})

test('a double click makes one draft; two windows are merged, and the same sentence changed twice is shown, not lost', async () => {
  const key = newId('key')
  const typed = { ...whole, key, 'id-0': newId('line'), 'id-1': newId('line') }
  const [one, two] = [expectDone(await begin(typed)), expectDone(await begin(typed))]
  expect(one).toBe(two)
  const id = idOf(one)
  expect((await costsOf(at.ctx('tadeusz'), id)).length).toBe(2)
  const was = await revisions(id)
  const save = (fields: Record<string, string>) => at.as('tadeusz').post(form(id), { ...whole, ...was, akcja: 'szkic', ...fields })
  expectDone(await save({ miejsce: 'Przy bibliotece.' }))
  expectDone(await save({ odbiorcy: 'Sąsiedzi.' }))
  expect(await sectionsOf(at.ctx('tadeusz'), id)).toMatchObject({ place: 'Przy bibliotece.', beneficiaries: 'Sąsiedzi.' })
  const clash = await save({ miejsce: 'Przy szkole.' })
  expect([clash.status, clash.html.includes('Przy szkole.'), clash.html.includes('Przy bibliotece.')]).toEqual([409, true, true])
  expect((await sectionsOf(at.ctx('tadeusz'), id)).place).toBe('Przy bibliotece.')
})

test('it is the same object: the pages of its parts work, a joint one is made of it with one press, and then parts are its way', async () => {
  const id = idOf(expectDone(await begin(whole)))
  expectDone(await at.write(id, 'opis', 'Trzydzieści stojaków.', 1, 'tadeusz'))
  expect((await at.as('tadeusz').get(form(id))).html).toContain('Trzydzieści stojaków.')
  expect((await at.as('tadeusz').get(url(paths.project, { id }))).html).toContain('Pisz dalej z innymi')
  expect((await at.as('olga').post(url(paths.projectJoint, { id }), {})).status).toBe(404)
  expect(await makeJoint(at.ctx('olga'), id)).toEqual({ ok: false, why: 'not-author' })
  for (let n = 0; n < 2; n++) expectDone(await at.as('tadeusz').post(url(paths.projectJoint, { id }), {}))
  expect(await loadProject(at.ctx('tadeusz'), id)).toMatchObject({ path: 'joint-district', title: whole.tytul })
  expectDone(await at.as('tadeusz').get(form(id)), `/projekty/${id}`)
  expectDone(await at.as('tadeusz').post(url(paths.projectInvitations, { id }), { email: 'olga@demo.example', nazwa: 'Ola' }))
  await at.house.settle()
  const facts = await at.house.db
    .selectFrom('ledger_chain')
    .select('seq')
    .where('subject', '=', id)
    .where('fact', '=', 'project.made-joint')
    .execute()
  expect(facts).toHaveLength(1)
})

test('nothing is handed in without the statements, and a correction after the review asks for them anew', async () => {
  at.house.now = inSubmission
  const id = idOf(expectDone(await begin(whole)))
  const was = await revisions(id)
  const go = (fields: Record<string, string>) => at.as('tadeusz').post(form(id), { ...whole, ...was, akcja: 'dalej', ...fields })
  expect((await go({ rules: 'tak' })).status).toBe(422)
  expect((await loadProject(at.ctx('tadeusz'), id)).state).toBe('draft')
  expectDone(await go(said), /zlozenie$/)
  expectDone(await go(said), /zlozenie$/)
  expect(await loadProject(at.ctx('tadeusz'), id)).toMatchObject({ state: 'agreeing', version: 1 })
  expectDone(await go({ odbiorcy: 'Wszyscy sąsiedzi.', ...said }), /zlozenie$/)
  expect(await loadProject(at.ctx('tadeusz'), id)).toMatchObject({ state: 'agreeing', version: 2 })
  await at.house.settle()
  const kept = await at.house.db.selectFrom('ledger_chain').select('seq').where('subject', '=', id).where('fact', '=', 'project.stated').execute()
  expect(kept.length).toBe(2)
})

const inHuta = { lon: '20.07', lat: '50.07' }
const inPodgorze = { lon: '20.011', lat: '50.0405' }

test('the place is changed on the same page: its district until others see the draft, its point, line and area as long as it is written', async () => {
  const id = idOf(expectDone(await begin({ ...whole, ...inHuta })))
  expect((await spotOf(at.ctx('tadeusz'), id)).point).toEqual({ lon: 20.07, lat: 50.07 })
  const was = await revisions(id)
  expect(was['gdzie-od']).toBe('18')
  const save = async (fields: Record<string, string>) =>
    at.as('tadeusz').post(form(id), { ...whole, ...(await revisions(id)), akcja: 'szkic', ...fields })
  const elsewhere = await save({ ...inHuta, gdzie: '13', odbiorcy: 'Wszyscy z okolicy.' })
  expect(elsewhere.status).toBe(422)
  for (const words of ['Punkt leży poza miejscem wybranym', 'Wszyscy z okolicy.', '<option value="13" selected', 'value="20.07"'])
    expect(elsewhere.html, words).toContain(words)
  expect(elsewhere.html).not.toContain('Szkic jest zapisany.')
  expect((await sectionsOf(at.ctx('tadeusz'), id)).beneficiaries).toBe(whole.odbiorcy)
  const nowhere = await save({ ...inHuta, gdzie: '' })
  expect([nowhere.status, nowhere.html.includes('Wybierz dzielnicę albo całe miasto.')]).toEqual([422, true])
  expectDone(await save({ ...inPodgorze, gdzie: '13', line: '20.0095, 50.0402\n20.0112, 50.0406' }))
  const moved = await spotOf(at.ctx('tadeusz'), id)
  expect([moved.point, moved.line?.length]).toEqual([{ lon: 20.011, lat: 50.0405 }, 2])
  expect((await at.as('tadeusz').get(form(id))).html).toContain('<option value="13" selected')
  expectDone(await save({ ...inPodgorze, gdzie: 'miasto' }))
  expect((await spotOf(at.ctx('tadeusz'), id)).line).toBeUndefined()
  expectDone(await at.as('tadeusz').post(url(paths.projectVisibility, { id }), {}))
  const shared = await at.as('tadeusz').get(form(id))
  expect([shared.html.includes('Szkic widzą już inni'), shared.html.includes('name="gdzie"')]).toEqual([true, false])
  const forged = await save({ ...inPodgorze, 'gdzie-od': 'miasto', gdzie: '13' })
  expect([forged.status, forged.html.includes('Ten szkic widzą już wszyscy.')]).toEqual([409, true])
  const { gdzie: _, ...rest } = whole
  expectDone(await at.as('tadeusz').post(form(id), { ...rest, ...(await revisions(id)), ...inHuta, akcja: 'szkic' }))
  expect((await spotOf(at.ctx('tadeusz'), id)).point).toEqual({ lon: 20.07, lat: 50.07 })
})

test('what resembles it is found in the district it has moved to, and no longer in the one it left', async () => {
  const said = { ...whole, tytul: 'Pies przy furtce' }
  const id = idOf(expectDone(await begin(said)))
  expectDone(await at.as('tadeusz').post(form(id), { ...said, ...(await revisions(id)), akcja: 'szkic', gdzie: '13' }))
  expectDone(await at.as('tadeusz').post(url(paths.projectVisibility, { id }), {}))
  const found = async (district: number) => {
    const territoryId = (await listTerritories(at.ctx('olga'))).find(({ number }) => number === district)?.id
    const kind = { prefix: 'project', find: async () => [], alike: projectsAlike }
    // shares a word with the title and hardly a letter: found by words in their place or not at all
    return (await findAlike(at.ctx('olga'), [kind], { words: 'psów', territoryId, limit: 5 })).some(one => one.id === id)
  }
  expect([await found(13), await found(18)]).toEqual([true, false])
})

test('a place that another window has changed is not put back; changed in both it is shown, not lost', async () => {
  const id = idOf(expectDone(await begin({ ...whole, ...inHuta })))
  const was = await revisions(id)
  const save = (fields: Record<string, string>) => at.as('tadeusz').post(form(id), { ...whole, ...was, akcja: 'szkic', ...fields })
  expectDone(await at.as('tadeusz').post(url(paths.projectSpot, { id }), { lon: '20.0702', lat: '50.0702' }))
  expectDone(await save({ ...inHuta, miejsce: 'Przy bibliotece.' }))
  expect((await spotOf(at.ctx('tadeusz'), id)).point?.lon).toBe(20.0702)
  const clash = await save({ lon: '20.0711', lat: '50.0711', odbiorcy: 'Sąsiedzi.' })
  expect(clash.status).toBe(409)
  for (const words of ['zmieniono w innym oknie', '50,0702', 'value="20.0711"', 'Sąsiedzi.']) expect(clash.html, words).toContain(words)
  expect((await spotOf(at.ctx('tadeusz'), id)).point?.lon).toBe(20.0702)
})

test('correcting the place after the review opens the draft again', async () => {
  at.house.now = inSubmission
  const id = idOf(expectDone(await begin({ ...whole, ...inHuta, ...said, akcja: 'dalej' }), /zlozenie$/))
  const save = async (fields: Record<string, string>) =>
    at.as('tadeusz').post(form(id), { ...whole, ...(await revisions(id)), akcja: 'szkic', ...fields })
  expectDone(await save(inHuta))
  expect((await loadProject(at.ctx('tadeusz'), id)).state).toBe('agreeing')
  expectDone(await save({ lon: '20.0711', lat: '50.0711' }))
  expect((await loadProject(at.ctx('tadeusz'), id)).state).toBe('draft')
})

test('nobody writes into what another person writes alone, and the way is offered where drafts begin', async () => {
  const id = idOf(expectDone(await begin(whole)))
  expect((await at.as('olga').post(form(id), { ...whole, akcja: 'szkic', tytul: 'Cudzy' })).status).toBe(404)
  expect((await sectionsOf(at.ctx('tadeusz'), id)).title).toBe(whole.tytul)
  for (const place of [paths.projectNew, paths.projects]) expect((await at.as('olga').get(place)).html, place).toContain(paths.projectAlone)
  expect((await at.house.stranger.get(paths.projectAlone)).location).toContain('/logowanie')
})
