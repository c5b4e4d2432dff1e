import { afterAll, beforeAll, expect, test } from 'vitest'
import { costsOf, loadProject } from '#modules/proposals/proposals.store.ts'
import { costs, type DraftingHouse, openDraftingHouse } from '#modules/proposals/testing-projects.ts'
import { paths, url } from '#paths'
import { expectDone } from '#web/testing.ts'

let at: DraftingHouse
beforeAll(async () => {
  at = await openDraftingHouse()
})
afterAll(() => at.house.close())

test('a reserve is counted from the other lines, shown before it is saved, and counted anew with them', async () => {
  const id = await at.aDraft()
  const address = url(paths.projectCosts, { id })
  const counted = await at.as('marta').post(address, { rewizja: '0', ...costs, rezerwa: '10', akcja: 'przelicz' })
  expect(counted.status).toBe(200)
  for (const words of ['Razem: 19\u00a0415,28\u00a0zł', 'W tym rezerwa: 1\u00a0765,03\u00a0zł', 'Koszt mieści się w granicach.'])
    expect(counted.html, words).toContain(words)
  expect(counted.html).toMatch(/<option value="10" selected/)
  expectDone(await at.as('marta').post(address, { rewizja: '0', ...costs, rezerwa: '10' }))
  const kept = await costsOf(at.ctx('marta'), id)
  expect(kept.map(({ name, price }) => [name, price])).toEqual([
    ['Ławka', 280_000],
    ['Alejka', 34_010],
    ['Rezerwa 10%', 176_503],
  ])
  expect((await loadProject(at.ctx('marta'), id)).total).toBe(1_941_528)
  // the reserve is no row of the form
  const form = (await at.as('marta').get(address)).html
  expect(form).not.toContain('value="Rezerwa 10%"')
  expect(form).toMatch(/<option value="10" selected/)
  const [bench, path] = kept
  expectDone(
    await at.as('marta').post(address, { rewizja: '1', ...costs, 'id-0': bench?.id ?? '', 'id-1': path?.id ?? '', 'ile-0': '12', rezerwa: '10' }),
  )
  expect((await loadProject(at.ctx('marta'), id)).total).toBe(3_360_000 + 85_025 + 344_503)
})

test('a reserve written into the form by hand is not believed', async () => {
  const id = await at.aDraft()
  const forged = { 'id-2': 'line_forged00000', 'co-2': 'Rezerwa', 'ile-2': '1', 'jednostka-2': 'szt.', 'cena-2': '1', 'kod-2': 'reserve-10' }
  expectDone(await at.as('marta').post(url(paths.projectCosts, { id }), { rewizja: '0', ...costs, ...forged, rezerwa: '0' }))
  expect((await costsOf(at.ctx('marta'), id)).map(({ name }) => name)).toEqual(['Ławka', 'Alejka'])
})

test('a row so dear that its sum would not be exact is refused, and stays in the form', async () => {
  const id = await at.aDraft()
  const typed = { 'co-0': 'Ławka', 'ile-0': '9999999', 'jednostka-0': 'szt.', 'cena-0': '99999999' }
  const huge = await at.as('marta').post(url(paths.projectCosts, { id }), { rewizja: '0', ...typed })
  expect([huge.status, huge.html.includes('ponad 100 milionów złotych'), huge.html.includes('value="9999999"')]).toEqual([422, true, true])
  expect(await costsOf(at.ctx('marta'), id)).toEqual([])
})

test('too little and too much are said with the difference, before anything is saved', async () => {
  const id = await at.aDraft()
  const ask = (price: string) =>
    at.as('marta').post(url(paths.projectCosts, { id }), {
      rewizja: '0',
      'co-0': 'Ławka',
      'ile-0': '1',
      'jednostka-0': 'szt.',
      'cena-0': price,
      akcja: 'przelicz',
    })
  expect((await ask('100')).html).toMatch(/Do najmniejszego kosztu projektu brakuje [\d\u00a0]+zł/)
  expect((await ask('90000000')).html).toMatch(/To o [\d\u00a0]+zł więcej/)
})
