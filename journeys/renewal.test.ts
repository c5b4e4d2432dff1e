import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { follow, press } from './acts.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const fits = async (page: Page) => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)

/** The title of a draft is another than that of the idea they backed: two are asked in their matters, Halina by telephone. */
async function story(js: boolean): Promise<void> {
  const view = { js, width: 375 }
  const [keeps, leaves, celina] = [
    await stage.enter(js ? 'ewa' : 'edyta', view),
    await stage.enter(js ? 'monika' : 'tadeusz', view),
    await stage.enter('celina', view),
  ]
  await keeps.goto('/moje-sprawy')
  await follow(keeps, 'Herbata po polsku w osiemnastu bibliotekach')
  await keeps.getByRole('heading', { level: 1, name: 'Projekt się zmienił. Czy dalej go popierasz?' }).waitFor()
  await keeps.locator('del', { hasText: 'Herbata po polsku: spotkania językowe' }).waitFor()
  await keeps.locator('ins', { hasText: 'Herbata po polsku w osiemnastu bibliotekach' }).waitFor()
  await fits(keeps)
  await press(keeps, 'Dalej popieram')
  await keeps.getByText('Zapisane: dalej popierasz ten projekt.').first().waitFor()

  await leaves.goto('/moje-sprawy')
  await follow(leaves, 'Herbata po polsku w osiemnastu bibliotekach')
  await leaves.getByRole('button', { name: 'Wycofuję poparcie' }).dblclick()
  await leaves.getByText('Twoje poparcie jest wycofane').first().waitFor()
  expect(await leaves.getByRole('button', { name: 'Dalej popieram' }).count()).toBe(0)

  // whoever is no clerk does not see whom the office calls
  expect((await keeps.request.get(new URL('/urzad/ponowienia', keeps.url()).href)).status()).toBe(403)
  if (!js) {
    await celina.goto('/moje-sprawy')
    await follow(celina, 'Ponowienie poparcia przez telefon')
    await celina.getByText('Zmieniło się: tytuł').waitFor()
    await press(celina, 'Pokaż numery telefonów')
    await fits(celina)
    await press(celina, /^Dalej popiera: Halina/)
    await celina.getByText('Odpowiedź zapisana.').first().waitFor()
    await celina.getByText('Nikt nie czeka na telefon').waitFor()
  }
  for (const page of [keeps, leaves, celina]) await page.context().close()
}

test('supporters are asked again, keep or withdraw; one without e-mail through the clerk, without JavaScript', () => story(false))
test('supporters are asked again, keep or withdraw, with JavaScript', () => story(true))
