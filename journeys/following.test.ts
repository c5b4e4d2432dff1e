import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { press } from './acts.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

/** The browser's own parser: what is not well-formed comes back as an error. */
const parsed = (page: Page, address: string) =>
  page.evaluate(async address => {
    const text = await (await fetch(address)).text()
    const xml = new DOMParser().parseFromString(text, 'application/xml')
    return {
      wrong: xml.querySelector('parsererror')?.textContent ?? '',
      root: xml.documentElement.nodeName,
      ids: [...xml.querySelectorAll('entry > id')].map(id => id.textContent),
      titles: [...xml.querySelectorAll('entry > title')].map(title => title.textContent),
      complete: [...xml.querySelectorAll('entry')].every(entry => entry.querySelector('updated') && entry.querySelector('link[href^="http"]')),
    }
  }, address)

for (const [js, width] of [
  [true, 1280],
  [false, 375],
] as const) {
  test(`a neighbour follows a place and a need, hears what is new, reads it and stops (JavaScript: ${js}, ${width} px)`, async () => {
    const mark = js ? 'przy fontannie' : 'przy kładce'
    const jurij = await stage.enter('jurij', { js, width })
    await jurij.goto('/obserwowane')
    await jurij
      .getByText('Nie obserwujesz jeszcze niczego')
      .or(jurij.getByRole('heading', { name: /obserwowan/ }))
      .first()
      .waitFor()
    await jurij.getByLabel('Dzielnica albo całe miasto').selectOption({ label: 'VIII Dębniki' })
    await press(jurij, 'Obserwuj miejsce')
    await jurij.getByRole('link', { name: 'VIII Dębniki' }).first().waitFor()

    const olga = await stage.enter('olga', { js, width })
    await olga.goto('/potrzeby/nowa?gdzie=8')
    await olga.getByLabel('Czego brakuje, jednym zdaniem').fill(`Nie ma stołu do szachów ${mark}`)
    await olga.getByLabel('Opowiedz więcej').fill('Starsi panowie grają na murku, a zimą nie mają gdzie.')
    await olga.getByLabel('Dzielnica albo całe miasto').selectOption({ label: 'VIII Dębniki' })
    await press(olga, 'Dodaj potrzebę')
    await olga.getByRole('heading', { level: 1, name: `Nie ma stołu do szachów ${mark}` }).waitFor()
    const need = new URL(olga.url()).pathname

    await expect
      .poll(async () => {
        await jurij.goto('/wiadomosci')
        return jurij.getByRole('link', { name: `Nie ma stołu do szachów ${mark}` }).count()
      })
      .toBe(1)
    await press(jurij, 'Oznacz wszystkie jako przeczytane')
    await jurij.getByText('Wszystko przeczytane').waitFor()
    expect(await jurij.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)

    await jurij.goto(need)
    await press(jurij, 'Obserwuj')
    await jurij.getByText('Obserwujesz. Napiszemy, gdy coś się ruszy.').waitFor()
    await press(jurij, 'Przestań obserwować')
    await jurij.getByRole('button', { name: 'Obserwuj', exact: true }).waitFor()

    await jurij.goto('/obserwowane')
    await press(jurij, /Przestań obserwować\s*: VIII Dębniki/)
    await jurij.getByText('Już tego nie obserwujesz.').waitFor()
    for (const page of [jurij, olga]) await page.context().close()
  })
}

test('a stranger who presses "follow" is led to sign in', async () => {
  const page = await stage.enter(undefined, { js: false })
  await page.goto('/potrzeby?gdzie=13')
  await page.locator('main .rows a').first().click()
  await press(page, 'Obserwuj')
  expect(page.url()).toContain('/logowanie')
  await page.context().close()
})

test('the feeds of the city, a district, a theme and a need are well-formed for a strict reader', async () => {
  const page = await stage.enter(undefined)
  await page.goto('/potrzeby?gdzie=13')
  const need = ((await page.locator('main .rows a').first().getAttribute('href')) ?? '').split('/').at(-1)
  for (const query of ['', '?gdzie=13', '?gdzie=miasto', '?temat=zielen', `?o=${need}`]) {
    const { wrong, root, ids, titles, complete } = await parsed(page, `/kanal.atom${query}`)
    expect([query, wrong, root, complete]).toEqual([query, '', 'feed', true])
    expect(new Set(ids).size).toBe(ids.length)
    expect(titles.length).toBeGreaterThan(0)
  }
  await page.context().close()
})
