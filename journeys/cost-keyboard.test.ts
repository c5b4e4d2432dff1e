import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { press, scriptsHere, textOf } from './acts.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

/** Where the hands are: a field by its name and what it holds, a button by what it does or says. */
const here = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement
    if (at instanceof HTMLButtonElement && at.name === '') return at.textContent ?? ''
    return at instanceof HTMLInputElement || at instanceof HTMLSelectElement || at instanceof HTMLButtonElement ? `${at.name}=${at.value}` : ''
  })
/** The browser puts them where the page begins, some time after the page is there. */
const handsAt = (page: Page, wanted: string) => expect.poll(() => here(page)).toBe(wanted)
/** They never leave the keyboard: Tab until the field or button is reached, and not for ever. */
async function tabTo(page: Page, wanted: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let steps = 0; steps <= 60; steps++) {
    if ((await here(page)).startsWith(wanted)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${wanted} is not reached by sixty presses of ${key}`)
}
async function write(page: Page, field: string, words: string): Promise<void> {
  await tabTo(page, `${field}=`)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(words)
}
/** The button sends the form, which comes back drawn again. */
async function pressHere(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}
const sums = (page: Page) => page.locator('output[data-sum="total"]').textContent()

for (const js of [true, false])
  test(`the costs of a draft by keyboard alone, on a narrow screen: rows, the price list, quantities, save (JavaScript: ${js})`, async () => {
    const olga = await stage.enter('olga', { js, width: 375 })
    await olga.goto('/projekty/nowy')
    await olga.locator('input[name="tytul"]').fill(`Skwer z ławką ${js}`)
    await olga.locator('select[name="gdzie"]').selectOption({ label: 'XVI Bieńczyce' })
    await press(olga, 'Zacznij pisać')
    await olga.waitForURL(/\/projekty\/project_/)
    const project = olga.url().split('?')[0] ?? ''
    await olga.goto(`${project}/koszty`)
    if (js) await scriptsHere(olga)

    await write(olga, 'co-0', 'Ławka z oparciem')
    await write(olga, 'ile-0', '5')
    await write(olga, 'jednostka-0', 'szt.')
    await write(olga, 'cena-0', '2800')
    // Enter only counts: with scripts all is counted already and nothing moves
    await (js ? olga.keyboard.press('Enter') : pressHere(olga))
    await handsAt(olga, js ? 'cena-0=2800' : '')
    expect((await sums(olga))?.replace(/\s/g, ' ')).toContain('14 000')

    // a thing of the price list, and its quantity is next
    await tabTo(olga, 'cennik=', js ? 'Tab' : 'Shift+Tab')
    await olga.keyboard.press('ArrowDown')
    await tabTo(olga, 'akcja=cennik')
    await pressHere(olga)
    await handsAt(olga, 'ile-1=1')
    await write(olga, 'ile-1', '4')

    // another row, begun where it stands
    await tabTo(olga, 'akcja=dodaj')
    await pressHere(olga)
    await handsAt(olga, 'co-2=')
    await olga.keyboard.type('Drzewo')
    await write(olga, 'ile-2', '3')
    await write(olga, 'jednostka-2', 'szt.')
    await write(olga, 'cena-2', '900')

    // one too many is taken out again, and the hands go on at its place
    await tabTo(olga, 'akcja=dodaj')
    await pressHere(olga)
    await tabTo(olga, 'akcja=usun-3')
    await pressHere(olga)
    await handsAt(olga, 'co-2=Drzewo')
    expect(await olga.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)

    await tabTo(olga, 'Zapisz kosztorys')
    await olga.keyboard.press('Enter')
    await olga.waitForURL(url => url.href.split('?')[0] === project)
    const page = await textOf(olga)
    for (const words of ['Ławka z oparciem', 'Drzewo']) expect(page).toContain(words)
    expect(page?.replace(/\s/g, ' ')).toContain('14 000')
    await olga.context().close()
  })
