import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { priceBenches, writeSections } from './acts.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const press = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name }).first().click()
const fits = async (page: Page) => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)
const officialese =
  'W celu realizacji przedmiotowego zadania inwestycyjnego należy dokonać zagospodarowania terenu zlokalizowanego w bezpośrednim sąsiedztwie placówki oświatowej, mając na uwadze konieczność zapewnienia odpowiednich warunków wypoczynku mieszkańców.'
const sections: Readonly<Record<string, string>> = {
  streszczenie: 'Pas drzew i pięć ławek między przystankiem a szkołą, żeby latem dało się przejść w cieniu i odpocząć.',
  opis: 'Miasto sadzi dwanaście drzew. Stawia pięć ławek z oparciem. Poprawia chodnik, żeby nie było progów.',
  miejsce: 'os. Kalinowe, między przystankiem a szkołą podstawową',
  uzasadnienie: 'Dziś nie ma tam cienia ani miejsca do siedzenia.',
  odbiorcy: 'Wszyscy, którzy idą z przystanku.',
}
const consent = { name: 'zgoda.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%âãÏÓ\n') }

/** From an empty list to a ready project: every line of the list is ticked by what its author does. */
async function story(js: boolean): Promise<void> {
  const olga = await stage.enter('olga', { js, width: 375 })
  const title = js ? 'Cień przy przystanku' : 'Ławki przy przystanku'
  await olga.goto('/projekty/nowy')
  await olga.locator('input[name="tytul"]').fill(title)
  await olga.getByLabel('W pojedynkę').check()
  await olga.locator('select[name="gdzie"]').selectOption({ label: 'XVI Bieńczyce' })
  await olga.getByLabel('Wszyscy').check()
  await press(olga, 'Zacznij pisać')
  await olga.waitForURL(/\/projekty\/project_/)
  const project = olga.url().split('?')[0] ?? ''
  const list = `${project}/gotowosc`
  const check = (name: string) => olga.locator('main li', { hasText: name }).locator('.tag').first()
  const says = async (name: string, state: string) => expect(await check(name).textContent()).toBe(state)

  await olga.getByText('Gotowe: 0 z 6.').first().waitFor()
  await olga.goto(list)
  await fits(olga)
  for (const name of ['Wszystkie części mają treść', 'Wszyscy autorzy przyjęli']) await says(name, 'brakuje')
  for (const name of ['Kosztorys mieści się', 'Odpowiedzi o dostępności', 'Zgoda osoby', 'Opinia jednostki']) await says(name, 'warto dodać')

  // plain language: what is hard is named, what is plain is said to be
  await olga.goto(`${project}/czesci/opis`)
  await olga.locator('[name="tekst"]').fill(officialese)
  await press(olga, 'Sprawdź język')
  await olga.getByText('Trudny: wiele osób przerwie czytanie.').waitFor()
  await olga.getByText('Urzędowe zwroty i prostsze słowa').waitFor()
  expect(await olga.locator('[name="tekst"]').inputValue()).toBe(officialese)
  await fits(olga)
  await writeSections(olga, project, sections)
  await priceBenches(olga, project)
  await olga.goto(list)
  await says('Wszystkie części mają treść', 'gotowe')
  await says('Kosztorys mieści się', 'gotowe')

  for (const question of ['wheels', 'senses', 'rest', 'everybody', 'hours', 'free'])
    await olga.locator(`select[name="${question}"]`).selectOption('yes')
  await olga.locator('input[name="rest-opis"]').fill('Pięć ławek pod drzewami.')
  await press(olga, 'Zapisz odpowiedzi')
  await olga.getByText('Odpowiedzi zapisane.').waitFor()
  await says('Odpowiedzi o dostępności', 'gotowe')

  await press(olga, 'Dodaj zgodę')
  await olga.getByText('Wypełnij to pole').first().waitFor()
  await olga.getByLabel('Kto się zgadza i na co').fill('Szkoła Podstawowa: ławki przy ogrodzeniu')
  await olga.locator('input[name="zgoda"]').setInputFiles(consent)
  await press(olga, 'Dodaj zgodę')
  await olga.getByText('Zgoda dodana.').waitFor()
  await says('Zgoda osoby', 'gotowe')
  await fits(olga)

  await olga.goto(project)
  await olga.getByRole('link', { name: 'Poproś jednostkę miasta o opinię' }).click()
  await olga.locator('select[name="jednostka"]').selectOption({ index: 2 })
  await olga.locator('textarea[name="pytanie"]').fill('Czy przy szkole można posadzić drzewa?')
  await press(olga, 'Wyślij pytanie')
  await olga.waitForURL(/\/opinie\/advice_/)
  await olga.goto(project)
  await press(olga, 'Przygotuj wersję do złożenia')
  await olga.goto(list)
  await says('Opinia jednostki', 'gotowe')
  await says('Wszyscy autorzy przyjęli', 'gotowe')
  await fits(olga)

  // others read the answers, and neither the consent nor who gave it
  const stranger = await stage.enter(undefined, { js, width: 375 })
  await stranger.goto(list)
  await stranger.getByText('Pięć ławek pod drzewami.').first().waitFor()
  await stranger.getByText('Zgody widzą tylko autorzy, urząd i zapytana jednostka.').waitFor()
  expect(await stranger.content()).not.toContain('Szkoła Podstawowa: ławki')
  for (const page of [olga, stranger]) await page.context().close()
}
test('a project becomes ready, with scripts', () => story(true))
test('a project becomes ready, without scripts', () => story(false))
