import { afterAll, beforeAll, expect, test } from 'vitest'
import { textOf } from './acts.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

for (const js of [true, false]) {
  test(`a newcomer is shown round in four steps: a need, a draft, an answer, a submission (JavaScript: ${js})`, async () => {
    const page = await stage.enter(undefined, { js, width: js ? 1280 : 375 })
    await page.goto('/')
    await page.getByRole('button', { name: 'Oprowadź mnie' }).click()
    const here = async (step: number, address: RegExp, words: string) => {
      await page.getByText(`Krok ${step} z 4`).waitFor()
      expect(page.url()).toMatch(address)
      expect(await textOf(page)).toContain(words)
    }
    await here(1, /\/potrzeby\/nowa/, 'Dodaj potrzebę')
    await page.getByRole('button', { name: 'Następny krok' }).click()
    await here(2, /\/projekty\/project_/, 'Park kieszonkowy przy Łąkowej')
    await page.getByRole('button', { name: 'Następny krok' }).click()
    await here(3, /\/opinie\/advice_/, 'Przekaż kierownictwu')
    await page.getByRole('button', { name: 'Następny krok' }).click()
    await here(4, /\/projekty\/project_/, 'Park kieszonkowy przy Łąkowej')
    expect(await textOf(page)).toMatch(/Składanie projektów.*Otwarte/)
    await page.getByRole('button', { name: 'Zakończ oprowadzanie' }).click()
    await page.getByText('To była cała droga').waitFor()
    await page.locator('.demo-tools summary').click()
    await page.getByRole('button', { name: 'Wróć do dziś' }).click()
    await page.locator('.demo-tools summary').click()
    expect(await page.getByRole('button', { name: 'Wróć do dziś' }).count()).toBe(0)
    await page.context().close()
  })
  test(`a newcomer becomes somebody by the bar, stays on the page, and is nobody again (JavaScript: ${js})`, async () => {
    const page = await stage.enter(undefined, { js, width: js ? 1280 : 375 })
    const become = async (person: RegExp) => {
      await page.locator('.demo-tools summary').click()
      const option = page.getByLabel('Kim jesteś').locator('option', { hasText: person }).first()
      await page.getByLabel('Kim jesteś').selectOption((await option.getAttribute('value')) ?? '')
      await page.getByRole('button', { name: 'Zostań tą osobą' }).click()
    }
    await page.goto('/potrzeby')
    await become(/^Marta/)
    await page.getByText('Teraz jesteś: Marta').waitFor()
    expect(new URL(page.url()).pathname).toBe('/potrzeby')
    await become(/gość bez konta/)
    await page.getByText('Teraz jesteś gościem bez konta.').waitFor()
    await page.context().close()
  })
}
