import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const fits = async (page: Page) => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)

async function anIdea(page: Page, title: string, text: string): Promise<string> {
  await page.goto('/pomysly/nowy?gdzie=13')
  await page.locator('input[name="title"]').fill(title)
  await page.locator('textarea[name="text"]').fill(text)
  await press(page, 'Dodaj pomysł')
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  return new URL(page.url()).pathname
}

/** Part by part: a name in own words, both descriptions; then why, and how long the authors have. */
async function chooseAndSend(page: Page, name: string) {
  await page.getByRole('heading', { level: 1, name: 'Zaproponuj połączenie' }).waitFor()
  await page.locator('input[name="wybor-title"][value="own"]').check()
  const own = page.locator('textarea[name="wlasne1-title"]')
  if (!(await own.isVisible())) await page.locator('details:has(textarea[name="wlasne1-title"]) > summary').click()
  await own.fill(name)
  await page.locator('input[name="wybor-text"][value="both"]').check()
  await page.getByLabel('Dlaczego').fill('To ten sam skwer i ci sami ludzie, razem zrobimy więcej.')
  await page.getByLabel('Ile dni na odpowiedź').selectOption('14')
  await fits(page)
  await press(page, 'Wyślij do autorów')
  await page.getByText('Wysłane do autorów.').waitFor()
}

for (const js of [true, false]) {
  test(`two ideas: one refusal, then consent, then it is undone (JavaScript: ${js}, 375 px)`, async () => {
    const [place, view] = [js ? 'Kasztanowej' : 'Jarzębinowej', { js, width: 375 }]
    const [first, second, joint] = [`Huśtawki przy ${place}`, `Hamaki przy ${place}`, `Miejsce do bujania przy ${place}`]
    const marta = await stage.enter('marta', view)
    const one = await anIdea(marta, first, 'Cztery huśtawki, także dla dorosłych, na miękkim podłożu.')
    const olga = await stage.enter('olga', view)
    const other = await anIdea(olga, second, 'Sześć hamaków rozpiętych między starymi drzewami.')
    const jurij = await stage.enter('jurij', view)
    for (const address of [one, other]) {
      await jurij.goto(address)
      await press(jurij, 'Popieram ten pomysł')
      await jurij.getByText('Dziękujemy, Twoje poparcie jest policzone.').waitFor()
    }

    await marta.goto(one)
    await marta.getByRole('link', { name: 'Połącz z podobną albo podziel' }).click()
    await marta.getByLabel(second).check()
    await fits(marta)
    await press(marta, 'Dalej: wybór treści')
    await chooseAndSend(marta, joint)
    const proposal = new URL(marta.url()).pathname
    await fits(marta)

    // a refusal needs its reason, and nothing that was typed is lost
    await olga.goto(proposal)
    await olga.getByLabel('Nie zgadzam się').check()
    await press(olga, 'Wyślij odpowiedź')
    await olga.getByText('Napisz krótko powód.').first().waitFor()
    expect(await olga.getByLabel('Nie zgadzam się').isChecked()).toBe(true)
    await olga.getByLabel('Powód odmowy').fill('Najpierw chcę zapytać sąsiadów z mojego bloku.')
    await press(olga, 'Wyślij odpowiedź')
    await olga.getByText('Twoja odmowa jest zapisana.').waitFor()
    await marta.goto(proposal)
    await marta.getByText('Najpierw chcę zapytać sąsiadów').waitFor()
    const visitor = await stage.enter(undefined, view)
    await visitor.goto(proposal)
    expect(await visitor.getByText('Najpierw chcę zapytać sąsiadów').count()).toBe(0)

    await marta.getByRole('link', { name: 'Zaproponuj jeszcze raz' }).click()
    await chooseAndSend(marta, joint)
    const again = new URL(marta.url()).pathname
    expect(again).not.toBe(proposal)
    await olga.goto(again)
    await olga.getByLabel('Zgadzam się na tę treść').check()
    await press(olga, 'Wyślij odpowiedź')
    await olga.getByRole('heading', { level: 1, name: joint }).waitFor()
    const joined = new URL(olga.url()).pathname
    for (const words of ['Cztery huśtawki', 'Sześć hamaków']) await olga.getByText(words).first().waitFor()
    await fits(olga)

    // who backed both backs it once, and may step out
    await jurij.goto(joined)
    await jurij.getByRole('button', { name: 'Wycofaj poparcie' }).waitFor()
    await visitor.goto(one)
    await visitor.getByText('Dalej jako:').waitFor()

    await olga.goto(again)
    await olga.getByLabel(first, { exact: true }).check()
    await olga.getByLabel('Powód', { exact: true }).fill('Sąsiedzi wolą jednak dwa osobne miejsca.')
    await press(olga, 'Cofnij i zawiadom wszystkich')
    await olga.getByText('Cofnięte. Pierwotne sprawy idą dalej osobno.', { exact: true }).waitFor()
    for (const [address, words] of [
      [one, 'Cztery huśtawki'],
      [other, 'Sześć hamaków'],
    ] as const) {
      await jurij.goto(address)
      await jurij.getByText(words).first().waitFor()
      await jurij.getByRole('button', { name: 'Wycofaj poparcie' }).waitFor()
    }
    for (const page of [marta, olga, jurij, visitor]) await page.context().close()
  })
}
