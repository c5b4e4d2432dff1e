import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).last().click()
const texts = {
  'Co ma powstać': 'Dwadzieścia stojaków na rowery i stacja naprawy z pompką.',
  Gdzie: 'Przy wejściu do domu kultury, os. Szkolne.',
  Dlaczego: 'Rowery stoją dziś przypięte do drzew.',
}

/** Somebody who writes alone: one page with bad input on the way, left and found again, then a last look and a public number. On a phone. */
async function story(js: boolean): Promise<void> {
  const title = js ? 'Stojaki przy domu kultury' : 'Rowery przy domu kultury'
  const page = await stage.enter('tadeusz', { js, width: 375 })
  await page.goto('/projekty')
  await page.getByRole('link', { name: 'Piszę w pojedynkę' }).click()
  await page.getByRole('heading', { level: 1, name: 'Projekt jednej osoby' }).waitFor()

  // a first thought, without a place; then saved and found again
  await page.getByLabel('Tytuł').fill(title)
  await press(page, 'Zapisz szkic')
  await page.getByText('Wybierz dzielnicę albo całe miasto.').first().waitFor()
  expect(await page.getByLabel('Tytuł').inputValue()).toBe(title)
  await page.getByLabel('Gdzie to ma być').selectOption({ label: 'XVIII Nowa Huta' })
  await press(page, 'Zapisz szkic')
  await page.getByText('Szkic zapisany.').waitFor()
  const address = new URL(page.url()).pathname
  await page.goto('/moje-sprawy')
  await page.goto(address)
  await page.getByRole('link', { name: 'Brakuje części: Dla kogo.' }).click()

  // another district, and its place by an address: nothing else that was typed goes
  await page.getByLabel('Dla kogo', { exact: true }).fill('Wszyscy, którzy jeżdżą na rowerze.')
  await page.getByLabel('Gdzie to ma być').selectOption({ label: 'XIII Podgórze' })
  await page.getByLabel('Ulica i numer').fill('łąkowa 14')
  await page.getByLabel('Ulica i numer').press('Enter')
  await page.getByRole('button', { name: 'Łąkowa 14 XIII Podgórze' }).click()
  await page.getByText('Wybrano: Łąkowa 14.').waitFor()
  expect(await page.getByLabel('Dla kogo', { exact: true }).inputValue()).toBe('Wszyscy, którzy jeżdżą na rowerze.')
  expect(await page.getByLabel('Gdzie', { exact: true }).inputValue()).toBe('Łąkowa 14')
  await page.getByLabel('Gdzie to ma być').selectOption({ label: 'XVIII Nowa Huta' })
  await press(page, 'Zapisz szkic')
  await page.getByText('Punkt leży poza miejscem wybranym').first().waitFor()
  await page.getByLabel('Gdzie to ma być').selectOption({ label: 'XIII Podgórze' })
  await press(page, 'Zapisz szkic')
  await page.getByText('Szkic zapisany.').waitFor()
  expect(await page.locator('input[name="lon"]').inputValue()).not.toBe('')

  // everything, with a summary that is too short and a quantity that is none
  for (const [label, text] of Object.entries(texts)) await page.getByLabel(label, { exact: true }).fill(text)
  await page.getByLabel('Streszczenie').fill('Krótko.')
  await page.locator('select[name="cennik"]').selectOption('STOJAK-ROW')
  await press(page, 'Dodaj do kosztorysu')
  expect(await page.getByLabel('Streszczenie').inputValue()).toBe('Krótko.')
  await page.locator('input[name="ile-0"]').fill('dużo')
  await press(page, 'Dalej: sprawdź i złóż')
  await page.getByText('Wpisz liczbę większą od zera').first().waitFor()
  await page.locator('input[name="ile-0"]').fill('20')
  await press(page, 'Dalej: sprawdź i złóż')
  await page.getByText('Szkic jest zapisany. Do złożenia popraw jeszcze:').waitFor()
  await page.getByText('Zaznacz, że mieszkasz w tym mieście.').first().waitFor()
  await page.getByLabel('Streszczenie').fill('Dwadzieścia stojaków i stacja naprawy przy domu kultury, żeby rowery nie stały przy drzewach.')
  await page.getByLabel('Mieszkam w mieście').check()
  await page.getByLabel('Znam zasady tej edycji').check()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)
  await press(page, 'Dalej: sprawdź i złóż')

  // the second page: what will be handed in, and since when
  await page.getByRole('heading', { level: 1, name: 'Złożenie projektu' }).waitFor()
  const review = new URL(page.url()).pathname
  for (let moves = 0; moves < 6 && (await page.getByRole('button', { name: 'Złóż projekt' }).count()) === 0; moves++) {
    await page.locator('.demo-tools summary').click()
    await press(page, /Przejdź do etapu/)
    await page.goto(review)
  }
  await page.getByText('Rowery stoją dziś przypięte do drzew.').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)
  await press(page, 'Złóż projekt')
  await page
    .getByText(/BO\.D13\.\d+\/\d\d/)
    .first()
    .waitFor()
  await page.locator('.demo-tools summary').click()
  await press(page, 'Wróć do dziś')
  await page.context().close()
}

test('one person, one page, one look, a public number: without JavaScript', () => story(false))
test('one person, one page, one look, a public number: with JavaScript', () => story(true))
