import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const press = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name }).first().click()
const fits = async (page: Page) => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)

/** A resident asks the wrong unit; the question finds the right one, is asked back, answered, released, and everybody reads it. */
async function story(js: boolean): Promise<void> {
  const view = { js, width: 375 }
  const question = `Czy wzdłuż alei zmieszczą się lampy i drzewa? (${js ? 1 : 2})`
  const words = `Można, jeśli lampy staną po drugiej stronie (${js ? 1 : 2}).`

  // the units of roads and greenery have heads; this one is asked for roads by mistake
  const tadeusz = await stage.enter('tadeusz', view)
  await tadeusz.goto('/pomysly')
  await tadeusz.getByRole('main').getByRole('link', { name: 'Stojaki i stacja naprawy rowerów na Szkolnym' }).first().click()
  const about = tadeusz.url().split('/').at(-1)
  await tadeusz.goto(`/opinie/nowa?o=${about}`)
  const roads = await tadeusz.locator('select[name="jednostka"] option', { hasText: 'Zarząd Dróg' }).getAttribute('value')
  await tadeusz.locator('select[name="jednostka"]').selectOption(roads)
  await tadeusz.locator('textarea[name="pytanie"]').fill(question)
  await fits(tadeusz)
  await press(tadeusz, 'Wyślij pytanie')
  await tadeusz.getByText('Pytanie wysłane do jednostki: Zarząd Dróg').waitFor()
  const address = tadeusz.url()
  const id = address.split('/').at(-1) ?? ''

  const adam = await stage.enter('adam', view)
  await adam.goto(address)
  await fits(adam)
  const greenery = await adam.locator('select[name="jednostka"] option', { hasText: 'Zieleni' }).getAttribute('value')
  await adam.locator('select[name="jednostka"]').selectOption(greenery)
  await adam.locator('textarea[name="powod"]').fill('Aleja jest w parku, nie w pasie drogowym.')
  await press(adam, 'Przekaż dalej')

  // the head wants to release answers, and names who answers
  const roman = await stage.enter('roman', view)
  await roman.goto('/opinie')
  await fits(roman)
  await roman.getByRole('link', { name: 'ZZM: Ustawienia i zastępstwa' }).click()
  await roman.getByLabel('Odpowiedzi wydaje kierownictwo').check()
  await press(roman, 'Zapisz')
  await roman.getByText('Zapisane.').waitFor()
  await fits(roman)
  await roman.goto(address)
  await roman.getByText('Aleja jest w parku, nie w pasie drogowym.').waitFor()
  await roman.locator('main select[name="osoba"]').selectOption({ label: 'Ewa Sosnowska' })
  await press(roman, 'Przydziel')

  const ewa = await stage.enter('ewa', view)
  await ewa.goto(address)
  await ewa.locator('summary', { hasText: 'Zapytaj autorów' }).click()
  await ewa.locator('textarea[name="do-autorow"]').fill('Ile lamp planujecie?')
  await press(ewa, 'Wyślij pytanie autorom')
  await ewa.getByText('Termin stoi', { exact: false }).first().waitFor()
  await fits(ewa)

  await tadeusz.goto('/moje-sprawy')
  await tadeusz.locator(`main a[href="/opinie/${id}"]`).first().click()
  await tadeusz.locator('textarea[name="dla-jednostki"]').fill('Cztery, niskie.')
  await press(tadeusz, 'Odpowiedz jednostce')
  await tadeusz.getByText('Odpowiedź wysłana jednostce.').waitFor()

  await ewa.goto(address)
  await ewa.getByText('Cztery, niskie.').waitFor()
  if (js) {
    // by keyboard alone: a figure chooses the verdict and goes on, Ctrl and Enter send
    await ewa.locator('summary', { hasText: 'Zadanie miasta' }).focus()
    await ewa.keyboard.press('1')
    expect(await ewa.locator('input[name="ocena-own-task"]').first().isChecked()).toBe(true)
    await ewa.locator('summary', { hasText: 'Zadanie miasta: można' }).waitFor()
    expect(await ewa.evaluate(() => document.activeElement?.textContent)).toContain('Własność terenu')
    await ewa.keyboard.press('Enter')
    await ewa.locator('textarea[name="uwagi-land"]').fill('Działka gminna.')
    await ewa.locator('input[name="ocena"]').first().focus()
    await ewa.keyboard.press('2')
    await ewa.locator('textarea[name="uwagi"]').fill(words)
    await ewa.keyboard.press('Control+Enter')
  } else {
    await ewa.locator('input[name="ocena"]').nth(1).check()
    await ewa.locator('textarea[name="uwagi"]').fill(words)
    await press(ewa, 'Przekaż kierownictwu')
  }
  await ewa.getByText('Odpowiedź czeka na zgodę kierownictwa.').first().waitFor()
  await tadeusz.goto(address)
  expect(await tadeusz.content()).not.toContain(words)

  await roman.goto(address)
  await roman.getByText(words).waitFor()
  await fits(roman)
  await press(roman, 'Wydaj opinię')
  await roman.getByText('Opinia wydana.').waitFor()

  const stranger = await stage.enter(undefined, view)
  await stranger.goto(`/opinie?o=${about}`)
  await stranger.getByText(words).first().waitFor()
  await stranger.getByText('nie przesądza weryfikacji').first().waitFor()
  expect(await stranger.content()).not.toContain('Cztery, niskie.')
  await fits(stranger)
  await stranger.goto('/opinie/terminy')
  await stranger.getByText('Zarząd Zieleni Miejskiej').first().waitFor()
  await fits(stranger)
}

test('a question finds its unit and its answer, with scripts', () => story(true))
test('a question finds its unit and its answer, without scripts', () => story(false))

test('the queue of an expert with sixty questions is walked by keyboard', async () => {
  const ewa = await stage.enter('ewa')
  await ewa.goto('/opinie')
  const links = ewa.locator('queue-keys li h3 a')
  expect(await links.count()).toBeGreaterThan(40)
  await links.first().focus()
  await ewa.keyboard.press('j')
  await ewa.keyboard.press('j')
  await ewa.keyboard.press('k')
  expect(await links.nth(1).evaluate(link => link === document.activeElement)).toBe(true)
  await ewa.keyboard.press('Enter')
  await ewa.getByRole('button', { name: /Opublikuj odpowiedź|Przekaż kierownictwu/ }).waitFor()
})
