import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { press, scriptsHere, textOf } from './acts.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const field = (page: Page) => page.locator('[name="tekst"]')
const said = (page: Page) => page.locator('shared-text [role="status"]')

async function aDraft(page: Page, title: string): Promise<string> {
  await page.goto('/projekty/nowy')
  await page.locator('input[name="tytul"]').fill(title)
  await page.locator('select[name="gdzie"]').selectOption({ label: 'XVI Bieńczyce' })
  await press(page, 'Zacznij pisać')
  await page.waitForURL(/\/projekty\/project_/)
  return page.url().split('?')[0] ?? ''
}
/** In another window, as from another phone. */
async function signOutElsewhere(js: boolean): Promise<void> {
  const other = await stage.enter('olga', { js })
  await other.goto('/profil')
  await press(other, 'Wyloguj wszędzie')
  await other.context().close()
}
/** The demo shows the code of the letter and has typed it in already. */
async function signInHere(page: Page): Promise<void> {
  await page.getByLabel('E-mail').first().fill('olga@demo.example')
  await press(page, /^Wyślij kod$/)
  await press(page, 'Zaloguj się')
}

test('the session ends while somebody is writing: the page says so, and after signing in every letter is there and kept', async () => {
  const olga = await stage.enter('olga', { width: 375 })
  const project = await aDraft(olga, 'Skwer z kranem')
  await olga.goto(`${project}/czesci/opis`)
  await field(olga).focus()
  await said(olga).getByText('Wszystko zapisane').waitFor()
  await field(olga).pressSequentially('Sześć ławek.')
  await said(olga).getByText('Wszystko zapisane').waitFor()
  await signOutElsewhere(true)
  await field(olga).pressSequentially(' Dziewięć drzew i kran.')
  await said(olga).getByText('Twoja sesja wygasła. Tekst czeka w tej przeglądarce.').waitFor()
  const tab = await olga.context().newPage()
  await tab.goto('/logowanie?powrot=/profil')
  await signInHere(tab)
  await tab.waitForURL('**/profil')
  await olga.reload()
  await olga.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('[name="tekst"]')?.value === 'Sześć ławek. Dziewięć drzew i kran.')
  await said(olga).getByText('Wszystko zapisane').waitFor()
  await tab.goto(project)
  const reloaded = async () => {
    await tab.reload()
    return textOf(tab)
  }
  await expect.poll(reloaded).toContain('Sześć ławek. Dziewięć drzew i kran.')
  await olga.context().close()
})

for (const js of [true, false])
  test(`whoever saves after the session has ended signs in and sends it without typing again (JavaScript: ${js})`, async () => {
    const olga = await stage.enter('olga', { js, width: 375 })
    const project = await aDraft(olga, js ? 'Ławka pod lipą' : 'Ławka pod dębem')
    await olga.goto(`${project}/czesci/uzasadnienie`)
    await signOutElsewhere(js)
    await field(olga).fill('Nie ma gdzie usiąść w cieniu.')
    await press(olga, /^Zapisz$/)
    await olga.waitForURL(/\/logowanie/)
    await signInHere(olga)
    await olga.waitForURL(/\/odlozone\//)
    expect(await olga.getByLabel('Dlaczego').inputValue()).toBe('Nie ma gdzie usiąść w cieniu.')
    expect(await olga.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)
    await olga.locator('main form button').first().click()
    await olga.getByText('Nie ma gdzie usiąść w cieniu.').first().waitFor()
    await olga.goto(project)
    await olga.getByText('Nie ma gdzie usiąść w cieniu.').first().waitFor()
    await olga.context().close()
  })

test('rows that were added to the costs and not saved come back in a new tab, with their sums; so does what came back with an error', async () => {
  const olga = await stage.enter('olga', { width: 375 })
  const project = await aDraft(olga, 'Skwer z hamakiem')
  const costs = `${project}/koszty`
  const anew = async (from: Page): Promise<Page> => {
    await scriptsHere(from)
    const next = await from.context().newPage()
    await from.close()
    await next.goto(costs)
    return next
  }
  const row = async (page: Page, n: number, [what, many, unit, price]: readonly string[]) => {
    for (const [name, value = ''] of Object.entries({ co: what, ile: many, jednostka: unit, cena: price }))
      await page.locator(`[name="${name}-${n}"]`).fill(value)
  }
  const total = (page: Page, words: string) =>
    page.waitForFunction(sum => document.querySelector('output[data-sum="total"]')?.textContent?.replace(/\s/g, ' ').includes(sum), words)
  await olga.goto(costs)
  await scriptsHere(olga)
  await row(olga, 0, ['Hamak', '2', 'szt.', '400'])
  await press(olga, 'Dodaj pozycję')
  await olga.locator('[name="co-3"]').waitFor()
  await row(olga, 3, ['Drzewo', '3', 'szt.', '900'])
  const second = await anew(olga)
  await second.getByText('Wróciło to, czego ostatnio nie zapisano.').waitFor()
  expect(await second.locator('[name="co-3"]').inputValue()).toBe('Drzewo')
  await total(second, '3 500')
  expect(await second.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)
  // what came back is refused, corrected in another tab, and then kept for good
  await second.locator('[name="jednostka-3"]').fill('')
  await press(second, 'Zapisz kosztorys')
  await second.locator('.errors').waitFor()
  const third = await anew(second)
  await third.getByText('Wróciło to, czego ostatnio nie zapisano.').waitFor()
  expect(await third.locator('fieldset[data-line]').count()).toBe(2)
  await third.locator('[name="jednostka-1"]').fill('szt.')
  await press(third, 'Zapisz kosztorys')
  await third.waitForURL(url => url.href.split('?')[0] === project)
  await third.goto(costs)
  await scriptsHere(third)
  expect(await third.getByText('Wróciło to').count()).toBe(0)
  // a row taken out on a whim comes back as it is saved
  await press(third, /^Usuń.* 2/)
  const fourth = await anew(third)
  await fourth.getByRole('button', { name: 'Pokaż zapisane' }).click()
  await fourth.locator('[name="co-1"]').waitFor()
  expect(await fourth.locator('[name="co-1"]').inputValue()).toBe('Drzewo')
  expect(await fourth.getByText('Wróciło to').count()).toBe(0)
  await fourth.context().close()
})
