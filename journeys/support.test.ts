import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

/** A paper list comes to the office: line after line by keyboard alone, one of them a person who is there already. */
async function story(js: boolean): Promise<void> {
  const [name, counted] = js ? ['Anna Żak', '1 ważny podpis z 15'] : ['Barbara Lis', '2 ważne podpisy z 15']
  const celina = await stage.enter('celina', { js, width: 375 })
  await celina.goto('/projekty?stan=agreeing')
  await celina.getByRole('main').locator('a[href^="/projekty/project_"]').first().click()
  await celina.getByRole('link', { name: 'Zobacz listę poparcia' }).click()
  const list = celina.url()
  await celina.getByRole('link', { name: 'Wpisz listę papierową' }).click()
  for (const [typed, said] of [
    [name, /Wiersz \d+ zapisany\./],
    [name.toUpperCase(), /nie liczy: ta osoba już jest na liście/],
  ] as const) {
    await celina.getByLabel('Imię i nazwisko').fill(typed)
    await celina.getByLabel('Adres zamieszkania').fill('ul. Łąkowa 5/3')
    await celina.keyboard.press('Enter')
    await celina.getByText(said).first().waitFor()
  }
  expect(await celina.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)

  const stranger = await stage.enter(undefined, { js, width: 375 })
  await stranger.goto(list)
  await stranger.getByText(counted).waitFor()
  expect(await stranger.content()).not.toContain(name)
}

test('a paper list of support, with scripts', () => story(true))
test('a paper list of support, without scripts', () => story(false))
