import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bringIn, follow, press, priceBenches, textOf, writeSections } from './acts.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const fits = async (page: Page) => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)

const sections: Readonly<Record<string, string>> = {
  streszczenie: 'Pas drzew i pięć ławek między przystankiem a szkołą, żeby latem dało się przejść w cieniu i odpocząć.',
  opis: 'Miasto sadzi drzewa. Miasto stawia pięć ławek.',
  miejsce: 'os. Kalinowe, między przystankiem a szkołą podstawową',
  uzasadnienie: 'Dziś nie ma tam cienia ani miejsca do siedzenia.',
  odbiorcy: 'Wszyscy, którzy idą z przystanku.',
}

/** Two neighbours write, agree and hand in; the demo's clock goes to the phase of submission. */
async function submitted(olga: Page, marta: Page, title: string): Promise<string> {
  await olga.goto('/projekty/nowy')
  await olga.getByLabel('Tytuł roboczy').fill(title)
  await olga.getByLabel('Z sąsiadami z dzielnicy').check()
  await olga.locator('select[name="gdzie"]').selectOption({ label: 'XVI Bieńczyce' })
  await olga.getByLabel('Wszyscy').check()
  await press(olga, 'Zacznij pisać')
  await olga.waitForURL(/\/projekty\/project_/)
  const project = olga.url().split('?')[0] ?? ''
  await writeSections(olga, project, sections)
  await priceBenches(olga, project)
  await bringIn(olga, project, marta, 'marta')
  await olga.goto(project)
  await press(olga, 'Przygotuj wersję do przyjęcia')
  await marta.goto(project)
  await press(marta, 'Przyjmij wersję 1')
  for (let moves = 0; moves < 8 && !/Składanie projektów\. Otwarte/.test(await textOf(olga)); moves++) {
    await olga.locator('.demo-tools summary').click()
    await press(olga, /Przejdź do etapu/)
    await olga.goto(project)
  }
  await olga.goto(`${project}/zlozenie`)
  await press(olga, 'Złóż projekt')
  await olga
    .getByText(/Złożono pod numerem/)
    .first()
    .waitFor()
  return project
}

/** The office asks for what is missing, both authors answer at once, the answer is handed in, and the office says that all is there. */
async function story(js: boolean): Promise<void> {
  const view = { js, width: 375 }
  const [olga, marta, celina, stranger] = [
    await stage.enter('olga', view),
    await stage.enter('marta', view),
    await stage.enter('celina', view),
    await stage.enter(undefined, view),
  ]
  const title = js ? 'Cień i ławki do uzupełnienia' : 'Ławki i cień do uzupełnienia'
  const project = await submitted(olga, marta, title)

  await celina.goto(project)
  await follow(celina, 'Wezwij do uzupełnienia')
  await celina.getByLabel('Co ma powstać').check()
  await celina.getByLabel('Czego brakuje i dlaczego').fill('Brakuje liczby drzew i tego, jakie są ławki.')
  await press(celina, 'Wyślij wezwanie')
  await celina.getByText('Wezwanie wysłane do autorów.').first().waitFor()

  // both write from the same text: one changes one sentence, the other another, and then both the same
  await olga.goto('/moje-sprawy')
  await follow(olga, title)
  await marta.goto(olga.url())
  await olga.getByLabel('Co ma powstać').fill('Miasto sadzi dwanaście drzew. Miasto stawia pięć ławek.')
  await marta.getByLabel('Co ma powstać').fill('Miasto sadzi drzewa. Miasto stawia pięć ławek z oparciem.')
  const stale = await marta.locator('input[name="rewizja"]').inputValue()
  await press(olga, /^Zapisz: co ma powstać/)
  await olga.getByText('Zapisano.').first().waitFor()
  await press(marta, /^Zapisz: co ma powstać/)
  await marta.getByText('Zapisano.').first().waitFor()
  expect(await marta.getByLabel('Co ma powstać').inputValue()).toBe('Miasto sadzi dwanaście drzew. Miasto stawia pięć ławek z oparciem.')
  expect(stale).toBe('0')
  await olga.getByLabel('Co ma powstać').fill('Miasto sadzi dwanaście drzew. Miasto stawia sześć ławek.')
  await press(olga, /^Zapisz: co ma powstać/)
  await olga.getByText('Nic nie zginęło').first().waitFor()
  for (const words of ['Miasto stawia sześć ławek.', 'Miasto stawia pięć ławek z oparciem.'])
    await olga.locator('.two').getByText(words, { exact: true }).waitFor()
  await fits(olga)
  await olga.getByLabel('Co ma powstać').fill('Miasto sadzi dwanaście drzew. Miasto stawia sześć ławek z oparciem.')
  await press(olga, /^Zapisz: co ma powstać/)
  await olga.getByText('Zapisano.').first().waitFor()

  await press(olga, 'Odpowiedź gotowa, niech przyjmą ją autorzy')
  await olga.getByText('Nie wszyscy autorzy przyjęli odpowiedź.').waitFor()
  await marta.goto(olga.url())
  await press(marta, 'Przyjmuję odpowiedź')
  await olga.reload()
  await press(olga, 'Wyślij odpowiedź do urzędu')
  await olga.getByText('Odpowiedź wysłana').first().waitFor()

  await celina.goto('/urzad/uzupelnienia')
  await follow(celina, title)
  await press(celina, 'Zapisz ocenę')
  await celina.getByText('Wybierz, czy braki uzupełniono.').first().waitFor()
  await fits(celina)
  await celina.getByLabel('Braki uzupełniono').check()
  await press(celina, 'Zapisz ocenę')
  await celina.getByText('Ocena zapisana.').first().waitFor()
  await marta.goto('/moje-sprawy')
  await marta.getByText('Urząd potwierdził: braki uzupełniono').first().waitFor()
  await stranger.goto(project)
  for (const words of ['Wezwanie do uzupełnienia', 'Urząd potwierdził uzupełnienie', 'sześć ławek z oparciem'])
    await stranger.getByText(words).first().waitFor()
  expect(await textOf(stranger)).not.toContain('Brakuje liczby drzew')
  await fits(stranger)

  await olga.locator('.demo-tools summary').click()
  await press(olga, 'Wróć do dziś')
  for (const page of [olga, marta, celina, stranger]) await page.context().close()
}

test('a call to complete is answered by two and settled, without JavaScript', () => story(false))
test('a call to complete is answered by two and settled, with JavaScript', () => story(true))
