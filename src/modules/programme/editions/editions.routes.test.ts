import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadEdition } from '#modules/programme/editions/editions.store.ts'
import { presetKeys } from '#modules/programme/editions/presets.rules.ts'
import { programmeModule } from '#modules/programme/programme.module.ts'
import { type Path, paths, url } from '#paths'
import { type Answer, expectDone, openHouse, somebody, type TestHouse } from '#web/testing.ts'

let house: TestHouse
const kornelia = somebody('Kornelia Maj', 'coordinator')
const karol = somebody('Karol Drugi', 'coordinator')
const marta = somebody('Marta Wilk')
const edyta = somebody('Edyta Pióro', 'editor')
beforeAll(async () => {
  house = await openHouse({ modules: [programmeModule], now: new Date('2026-03-12T11:00:00Z') })
})
afterAll(() => house.close())

const as = () => house.as(kornelia)
/** The fields of the page's form as a browser would send them back. */
function fieldsOf({ html }: Answer): Record<string, string | string[]> {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
  const fields: Record<string, string | string[]> = {}
  const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]
  const plain = (text: string) =>
    text
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, '&')
  for (const [tag] of main.matchAll(/<input\b[^>]*>/g)) {
    const [name, value] = [attribute(tag, 'name') ?? '', plain(attribute(tag, 'value') ?? '')]
    const box = /type="(checkbox|radio)"/.test(tag)
    if (box && !/\bchecked/.test(tag)) continue
    if (name.endsWith('[]')) fields[name] = [...((fields[name] as string[] | undefined) ?? []), value]
    else fields[name] = value
  }
  for (const [, attributes = '', text = ''] of main.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g))
    fields[attribute(attributes, 'name') ?? ''] = plain(text).replace(/^\n/, '')
  for (const [, attributes = '', options = ''] of main.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g))
    fields[attribute(attributes, 'name') ?? ''] = plain(/value="([^"]*)" selected/.exec(options)?.[1] ?? '')
  return fields
}
let count = 0
async function newEdition(fields: Record<string, string> = {}): Promise<string> {
  count += 1
  const answer = await as().post(paths.editions, {
    key: `key_${count}`,
    preset: 'krakow-2020',
    opens: '2026-04-01',
    no: String(count),
    title: `Budżet próbny ${count}`,
    ...fields,
  })
  return (
    expectDone(answer, /^\/urzad\/edycje\/edition_/)
      .split('/')
      .at(-1) ?? ''
  )
}
const resave = async (
  path: '/urzad/edycje/:id/zasady' | '/urzad/edycje/:id/etapy' | '/urzad/edycje/:id/pule',
  id: string,
  change: Record<string, string>,
) => {
  const fields = fieldsOf(await as().get(url(path, { id })))
  return as().post(url(path, { id }), { ...fields, ...change })
}

describe('only the coordinator enters', () => {
  const doors: Path[] = [
    paths.editions,
    paths.editionNew,
    paths.edition,
    paths.editionPhases,
    paths.editionPools,
    paths.editionRules,
    paths.editionParts,
    paths.editionLint,
    paths.units,
    paths.citySettings,
  ]
  test.each(doors)('%s', async path => {
    const address = path.replace(':id', await newEdition())
    expect((await house.stranger.get(address)).location).toContain('/logowanie')
    expect((await house.as(marta).get(address)).status).toBe(403)
    expect((await house.as(edyta).get(address)).status).toBe(403)
    expect((await as().get(address)).status).toBe(200)
  })
  test('posts are refused too, and nothing changes', async () => {
    const id = await newEdition()
    for (const path of [paths.editionPhases, paths.editionParts, paths.editionPublication, paths.editionLint] as const) {
      expect((await house.stranger.post(url(path, { id }), { version: '1' })).status).toBe(303)
      expect((await house.as(marta).post(url(path, { id }), { version: '1' })).status).toBe(403)
    }
    expect(fieldsOf(await as().get(url(paths.editionParts, { id }))).version).toBe('1')
  })
})

test('a coordinator goes from a preset to a published edition, and everybody reads its rules', async () => {
  expect((await house.stranger.get(paths.rules)).html).toContain('Zasad jeszcze nie ogłoszono')
  const id = await newEdition({ key: 'key_twice' })
  expect(await newEdition({ key: 'key_twice' })).toBe(id)
  const first = await as().get(url(paths.edition, { id }))
  expect(first.html).toContain('Zasady byłyby niezgodne z prawem')
  expect(first.html).not.toContain(`action="${url(paths.editionPublication, { id })}"`)
  expect((await as().post(url(paths.editionPublication, { id }), { version: '1' })).status).toBe(409)
  expectDone(await resave(paths.editionRules, id, { retentionUntil: '2029-01-01', titleMax: '80' }))
  expectDone(await resave(paths.editionPools, id, { expenditure: '6 400 000 000' }))
  const lint = await as().get(url(paths.editionLint, { id }))
  expect(lint.html).toContain('Brakuje liczby mieszkańców')
  expect(lint.html).toContain('XIII Podgórze')
  const fields = fieldsOf(lint)
  const reasons = Object.keys(fields).filter(name => name.includes('--'))
  expect(reasons.sort()).toEqual([
    'accessibility--statement-missing',
    'identity-data--sensitive-data',
    'support-count--population-missing',
    'unconfirmed--to-confirm',
  ])
  expectDone(
    await as().post(url(paths.editionLint, { id }), { ...fields, ...Object.fromEntries(reasons.map(name => [name, 'Tak stanowi uchwała.'])) }),
  )
  const ready = await as().get(url(paths.edition, { id }))
  const publish = url(paths.editionPublication, { id })
  expect(ready.html).toContain(`action="${publish}"`)
  expectDone(await as().post(publish, { version: fieldsOf(ready).version ?? '' }))
  expect((await as().post(publish, { version: fieldsOf(ready).version ?? '' })).status).toBe(409)
  const rules = await house.stranger.get(paths.rules)
  for (const words of [
    'Tytuł ma najwyżej 80 znaków',
    'Składanie projektów: od środy, 1 kwietnia do czwartku, 30 kwietnia 2026.',
    'XVIII Nowa Huta',
    '32\u00a0000\u00a0000\u00a0zł',
    'Uchwała nr XXXV/903/20',
  ])
    expect(rules.html).toContain(words)
  const changed = await resave(paths.editionRules, id, { titleMax: '70' })
  expect(changed.status).toBe(422)
  expect(changed.html).toContain('Napisz, dlaczego zmieniasz zasady')
  expect(changed.html).toMatch(/name="titleMax"[^>]*value="70"/)
  house.now = new Date('2026-03-13T11:00:00Z')
  expectDone(await resave(paths.editionRules, id, { titleMax: '70', reason: 'Tytuły były za długie na kartę.' }))
  await house.settle()
  expect((await house.stranger.get(paths.rules)).html).toContain('Tytuły były za długie na kartę.')
})

test('two coordinators: the second is told, keeps what was typed and sees what is saved', async () => {
  const id = await newEdition()
  const [mine, theirs] = await Promise.all([as().get(url(paths.editionPhases, { id })), house.as(karol).get(url(paths.editionPhases, { id }))])
  const row = Object.entries(fieldsOf(mine))
    .find(([name, value]) => name.startsWith('kind-') && value === 'voting')?.[0]
    .replace('kind-', '')
  expectDone(await as().post(url(paths.editionPhases, { id }), { ...fieldsOf(mine), [`to-${row}`]: '2026-10-07' }))
  const second = await house.as(karol).post(url(paths.editionPhases, { id }), { ...fieldsOf(theirs), [`to-${row}`]: '2026-10-09' })
  expect(second.status).toBe(409)
  expect(second.html).toContain('Ktoś zmienił tę edycję w międzyczasie')
  expect(second.html).toContain('Teraz zapisane: 2026-10-07')
  expect(fieldsOf(second)[`to-${row}`]).toBe('2026-10-09')
  expectDone(await house.as(karol).post(url(paths.editionPhases, { id }), fieldsOf(second)))
  expect(fieldsOf(await as().get(url(paths.editionPhases, { id })))[`to-${row}`]).toBe('2026-10-09')
})

test('bad input is answered beside the field and nothing typed is lost', async () => {
  const id = await newEdition()
  const dates = await resave(paths.editionPhases, id, { 'from-0': '2026-05-01', 'to-0': '2026-04-01', 'note-0': 'Ważny dopisek' })
  expect(dates.status).toBe(422)
  expect(dates.html).toContain('Ostatni dzień jest wcześniejszy niż pierwszy.')
  expect(fieldsOf(dates)['note-0']).toBe('Ważny dopisek')
  const money = await resave(paths.editionPools, id, { expenditure: 'sporo' })
  expect(money.status).toBe(422)
  expect(fieldsOf(money).expenditure).toBe('sporo')
  const rules = await resave(paths.editionRules, id, { points: 'trzy', sms: '' })
  expect(rules.status).toBe(422)
  expect(fieldsOf(rules).points).toBe('trzy')
  expect(fieldsOf(rules).sms).toBeUndefined()
  const created = await as().post(paths.editions, { key: 'key_bad', preset: 'krakow-2020', opens: '2026-02-31', no: '0', title: 'Mój tytuł' })
  expect(created.status).toBe(422)
  expect(created.html).toContain('Wpisz dzień w kalendarzu')
  expect(fieldsOf(created)).toMatchObject({ key: 'key_bad', title: 'Mój tytuł', preset: 'krakow-2020' })
})

test('pilot mode: parts are switched off and on', async () => {
  const id = await newEdition()
  const parts = url(paths.editionParts, { id })
  expectDone(await as().post(parts, { version: '1', 'parts[]': ['individual', 'archive'] }))
  expect(fieldsOf(await as().get(parts))['parts[]']).toEqual(['individual', 'archive'])
  expect((await as().get(url(paths.edition, { id }))).html).toContain('Projekt można przygotować na własną rękę.')
})

test.each(presetKeys)('%s: saving every screen unchanged changes nothing', async preset => {
  const id = await newEdition({ preset })
  const before = (await as().get(url(paths.edition, { id }))).html.match(/<section class="part stack"[\s\S]*/)?.[0]
  for (const path of [paths.editionRules, paths.editionPhases, paths.editionPools] as const) expectDone(await resave(path, id, {}))
  const after = (await as().get(url(paths.edition, { id }))).html.match(/<section class="part stack"[\s\S]*/)?.[0]
  expect(after?.replace(/<section class="stack" aria-labelledby="historia"[\s\S]*/, '')).toBe(
    before?.replace(/<section class="stack" aria-labelledby="historia"[\s\S]*/, ''),
  )
})

test('an edition is read in one query', async () => {
  const id = await newEdition()
  house.queries.length = 0
  await loadEdition(house.ctx(), id)
  expect(house.queries).toHaveLength(1)
})

test('a missing edition is a friendly 404', async () => {
  expect((await as().get(url(paths.edition, { id: 'edition_none' }))).status).toBe(404)
  expect((await as().post(url(paths.editionParts, { id: 'edition_none' }), { version: '1' })).status).toBe(404)
})
