import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scriptsHere } from './acts.ts'
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
    await scriptsHere(ewa)
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

/** Two units answer as one: the second gives its part, the head reads the whole and releases it together with another one. */
async function joint(js: boolean): Promise<void> {
  const view = { js, width: 375 }
  const mark = js ? 1 : 2
  const [bartek, roman, ewa, adam, irena] = [
    await stage.enter('bartek', view),
    await stage.enter('roman', view),
    await stage.enter('ewa', view),
    await stage.enter('adam', view),
    await stage.enter('irena', view),
  ]
  await roman.goto('/opinie')
  await roman.getByRole('link', { name: 'ZZM: Ustawienia i zastępstwa' }).click()
  await roman.getByLabel('Odpowiedzi wydaje kierownictwo').check()
  await press(roman, 'Zapisz')
  await bartek.goto('/pomysly')
  await bartek
    .getByRole('main')
    .getByRole('link', { name: /Bagry|Bagr/ })
    .first()
    .click()
  const about = bartek.url().split('/').at(-1)
  const ask = async (question: string) => {
    await bartek.goto(`/opinie/nowa?o=${about}`)
    const unit = await bartek.locator('select[name="jednostka"] option', { hasText: 'Zieleni' }).getAttribute('value')
    await bartek.locator('select[name="jednostka"]').selectOption(unit)
    await bartek.locator('textarea[name="pytanie"]').fill(question)
    await press(bartek, 'Wyślij pytanie')
    await bartek.waitForURL(/\/opinie\/advice_/)
    return bartek.url().split('?')[0] ?? ''
  }
  const address = await ask(`Czy przy wodzie można postawić ławki? (${mark})`)
  await roman.goto(address)
  await roman.locator('main select[name="osoba"]').selectOption({ label: 'Ewa Sosnowska' })
  await press(roman, 'Przydziel')

  await ewa.goto(address)
  await ewa.locator('summary', { hasText: 'Poproś drugą jednostkę' }).click()
  await fits(ewa)
  await ewa.locator('select[name="wspolnie"]').selectOption({ label: 'Zarząd Dróg Miasta Krakowa' })
  await ewa.locator('textarea[name="czesc"]').fill('Czy da się tam dojechać z materiałem?')
  await ewa.getByLabel('Technicznie').first().check()
  await press(ewa, 'Poproś o część opinii')
  await ewa.getByText('Druga jednostka dostała prośbę').waitFor()
  await ewa.getByText('Inne jednostki nie skończyły swojej części').waitFor()

  await adam.goto('/opinie')
  await adam.locator('main li', { hasText: 'część wspólnej opinii' }).getByRole('link').first().click()
  const part = adam.url()
  await adam.locator('main select[name="osoba"]').selectOption({ label: 'Irena Kładka' })
  await press(adam, 'Przydziel')
  await irena.goto(part)
  await irena.getByText('To część wspólnej opinii. Prowadzi: Zarząd Zieleni Miejskiej').waitFor()
  await fits(irena)
  await irena.locator('input[name="ocena-technical"]').first().check()
  await irena.locator('textarea[name="uwagi-technical"]').fill(`Dojazd od ulicy Bagrowej (${mark}).`)
  await irena.locator('input[name="ocena"]').first().check()
  await irena.locator('textarea[name="uwagi"]').fill('Da się dojechać.')
  await press(irena, 'Przekaż swoją część')

  await ewa.goto(address)
  await ewa.getByLabel('Pozostałe kryteria: można').check()
  await ewa.locator('input[name="ocena"]').first().check()
  await ewa.locator('textarea[name="uwagi"]').fill(`Ławki mogą stać pięć metrów od brzegu (${mark}).`)
  await press(ewa, 'Przekaż kierownictwu')
  await ewa.getByText('Odpowiedź czeka na zgodę kierownictwa.').first().waitFor()

  await roman.goto('/opinie')
  await roman.getByRole('link', { name: /Wydaj opinie, które czekają na zgodę/ }).click()
  await fits(roman)
  await press(roman, 'Wydaj zaznaczone')
  await roman.getByText('Zaznacz co najmniej jedną opinię.').first().waitFor()
  const row = roman.locator('main li', { hasText: `pięć metrów od brzegu (${mark})` })
  await row.locator('summary').click()
  await row.getByText(`Dojazd od ulicy Bagrowej (${mark}).`).waitFor()
  await row.getByLabel('Wydaj tę opinię').check()
  await press(roman, 'Wydaj zaznaczone')
  await roman.getByText('Wydano 1 opinię.').waitFor()

  const stranger = await stage.enter(undefined, view)
  await stranger.goto(`/opinie?o=${about}`)
  for (const words of [`pięć metrów od brzegu (${mark})`, `Dojazd od ulicy Bagrowej (${mark})`, 'Część jednostki: Zarząd Dróg Miasta Krakowa'])
    await stranger.getByText(words).first().waitFor()
  await fits(stranger)

  // another question is no longer needed
  const other = await ask(`Czy jest tam prąd? (${mark})`)
  await bartek.locator('summary', { hasText: 'Wycofaj pytanie' }).click()
  await bartek.getByLabel('Dlaczego wycofujesz').fill('Już wiemy, że jest.')
  await press(bartek, 'Wycofaj pytanie')
  await bartek.getByText('Pytanie wycofane. Jednostka już wie.').waitFor()
  await roman.goto(other)
  await roman.getByText('Pytanie wycofano. Powód: Już wiemy, że jest.').waitFor()
  for (const page of [bartek, roman, ewa, adam, irena, stranger]) await page.context().close()
}
test('two units answer as one and the head releases it, with scripts', () => joint(true))
test('two units answer as one and the head releases it, without scripts', () => joint(false))

test('the land under the place of a draft stands beside the question about it, in words, on a plan with the draft over it, and on the map', async () => {
  const ewa = await stage.enter('ewa', { width: 375 })
  await ewa.goto('/opinie')
  await ewa
    .getByRole('link', { name: /Plantach Bieńczyckich/ })
    .first()
    .click()
  await ewa.getByRole('rowheader', { name: '45/2' }).waitFor()
  const plan = ewa.getByRole('img', { name: /Plan: działki i „Ławki i cień na Plantach Bieńczyckich”/ })
  for (const shape of ['.land', '.own.way']) expect(await plan.locator(shape).count(), shape).toBe(1)
  for (const words of ['Działki: 45/2', /Zaznaczone przez autorów\. Linia ma \d+ m\./]) await ewa.getByText(words).waitFor()
  await ewa.getByRole('button', { name: 'Pokaż na mapie' }).click()
  for (const shape of ['.live-land', '.live-line']) await ewa.locator(`${shape}:visible`).first().waitFor()
  expect(await ewa.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)
  await ewa.context().close()
})

test('the queue of an expert with sixty questions is walked by keyboard', async () => {
  const ewa = await stage.enter('ewa')
  await ewa.goto('/opinie')
  const links = ewa.locator('queue-keys li h3 a')
  expect(await links.count()).toBeGreaterThan(40)
  await scriptsHere(ewa)
  await links.first().focus()
  await ewa.keyboard.press('j')
  await ewa.keyboard.press('j')
  await ewa.keyboard.press('k')
  expect(await links.nth(1).evaluate(link => link === document.activeElement)).toBe(true)
  await ewa.keyboard.press('Enter')
  await ewa.getByRole('button', { name: /Opublikuj odpowiedź|Przekaż kierownictwu/ }).waitFor()
})
