import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inDays, press } from './acts.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

/** Around this hour, so that the story is the same at every hour of the day it is told. */
const firstHour = () => {
  const hour = Number(new Date().toLocaleTimeString('en-GB', { timeZone: 'Europe/Warsaw' }).slice(0, 2))
  return Math.max(0, Math.min(hour - 6, 10))
}
/** The demo's own clock: a day on, or back to today. */
const moveClock = (page: Page, ruch: string) => page.request.post('/demo/zegar', { form: { ruch, powrot: '/' }, headers: { Origin: stage.base } })

async function callMeeting(kornelia: Page, title: string, ahead: number): Promise<string> {
  await kornelia.goto('/spotkania/nowe?gdzie=miasto')
  await kornelia.locator('input[name=title]').fill(title)
  await kornelia.locator('textarea[name=about]').fill('Rozmawiamy o tym, czego brakuje w całym mieście.')
  await kornelia.locator('input[name=day]').fill(inDays(ahead))
  await kornelia.locator('input[name=starts]').fill(`${firstHour()}:00`)
  await kornelia.locator('input[name=ends]').fill(`${firstHour() + 13}:30`)
  await kornelia.locator('input[name=place]').fill(`Sala ${title}`)
  await kornelia.locator('input[name=capacity]').fill('1')
  await kornelia.locator('main form button[type=submit]').last().click()
  await kornelia.waitForURL(/\/spotkania\/meeting_/)
  await press(kornelia, /^Ogłoś/)
  return new URL(kornelia.url()).pathname
}

async function signUp(page: Page, address: string, button: string, answer: string): Promise<void> {
  await page.goto(address)
  await press(page, button)
  await page.getByText(answer).first().waitFor()
}

/** The city asks a unit for somebody, and its expert promises to come. */
async function askExpert(kornelia: Page, ewa: Page, address: string, title: string): Promise<void> {
  await kornelia.goto(address)
  await kornelia.getByText('Zaproś eksperta').first().click()
  const unit = kornelia.getByLabel('Jednostka')
  await unit.selectOption((await unit.locator('option', { hasText: 'Zieleni' }).first().getAttribute('value')) ?? '')
  await kornelia.getByLabel('O czym będzie rozmowa').fill('Drzewa przy torach')
  await press(kornelia, 'Zaproś eksperta')
  await kornelia.getByText('Zaproszenie jest wysłane').waitFor()
  await ewa.goto('/urzad/eksperci')
  const row = ewa.locator('main li', { hasText: title }).first()
  await row.getByText('Odpowiedz', { exact: true }).click()
  await row.getByLabel('Przyjdę').check()
  await row.getByRole('button', { name: 'Wyślij odpowiedź' }).click()
  await ewa.getByText('Odpowiedź jest wysłana').waitFor()
  await kornelia.goto(address)
  await kornelia.getByText('Przyjdą eksperci').waitFor()
}

/** Every hall of the city path turns remote by one act; this meeting goes back. */
async function turnAndReturn(kornelia: Page, title: string, ahead: number): Promise<void> {
  await kornelia.goto('/urzad/formula-online')
  await kornelia.getByLabel('ścieżka miejska').check()
  await kornelia.getByLabel('Od którego dnia').fill(inDays(ahead))
  await kornelia.getByLabel('online, pod adresem w internecie').check()
  await kornelia.getByLabel('Adres spotkań online').fill('https://rozmowy.example/{numer}')
  await kornelia.getByLabel('Powód').fill('W sali zalało podłogę i trzeba ją wysuszyć.')
  await press(kornelia, 'Zamień spotkania na zdalne')
  await kornelia.getByText('Spotkania są zdalne').waitFor()
  await press(kornelia, new RegExp(`^Przywróć na salę\\s*: ${title}`))
  await kornelia.getByText('Spotkanie wraca na salę').waitFor()
}

for (const js of [true, false]) {
  test(`a full meeting moves, turns remote and back, and is held with whoever came (JavaScript: ${js})`, async () => {
    const title = js ? 'Cień nad chodnikami' : 'Woda na placach'
    const ahead = js ? 1 : 2
    const view = { js, width: js ? 1280 : 375 }
    const kornelia = await stage.enter('kornelia', view)
    const marta = await stage.enter('marta', view)
    const olga = await stage.enter('olga', view)
    const ewa = await stage.enter('ewa', view)
    const address = await callMeeting(kornelia, title, ahead)
    await signUp(marta, address, 'Zapisz mnie', 'Masz miejsce na tym spotkaniu')
    await signUp(olga, address, 'Zapisz mnie na listę oczekujących', 'Jesteś na liście oczekujących')
    await askExpert(kornelia, ewa, address, title)

    await kornelia.goto(`${address}/zmiana`)
    await kornelia.locator('input[name=place]').fill(`Większa sala ${title}`)
    await kornelia.getByLabel('Powód zmiany').fill('Poprzednia sala ma za wąskie drzwi.')
    await press(kornelia, 'Zapisz zmiany')
    await signUp(marta, address, 'Tak, wezmę udział', 'Czekamy na Ciebie')
    await turnAndReturn(kornelia, title, ahead)
    await marta.goto(address)
    await marta.getByText('Masz miejsce na tym spotkaniu').waitFor()
    await press(marta, 'Wypisz mnie')
    await olga.goto(address)
    await olga.getByText('Masz miejsce na tym spotkaniu').waitFor()

    for (let n = 0; n < ahead; n += 1) await moveClock(kornelia, 'dzien')
    await kornelia.goto(`${address}/obecnosc`)
    const code = (await kornelia.locator('.said .over b').textContent()) ?? ''
    await olga.goto('/obecnosc')
    await olga.getByLabel('Kod z sali').fill(code.toLowerCase().replace('-', ' '))
    await press(olga, 'Dalej')
    await press(olga, /^Zaznacz obecność/)
    await olga.getByText('Twoja obecność jest zaznaczona').waitFor()
    await kornelia.goto(`${address}/obecnosc`)
    await kornelia.getByText('sama zaznaczyła').waitFor()
    expect(await kornelia.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await moveClock(kornelia, 'dzis')
    for (const page of [kornelia, marta, olga, ewa]) await page.context().close()
  })
}
