import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inDays, press } from './acts.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

async function planWorkshop(kornelia: Page, title: string, ahead: number, hour: number): Promise<void> {
  await kornelia.goto('/spotkania/nowe?gdzie=miasto')
  await kornelia.locator('select[name=kind]').selectOption('workshop')
  await kornelia.locator('input[name=title]').fill(title)
  await kornelia.locator('textarea[name=about]').fill('Warsztat dla całego miasta.')
  await kornelia.locator('input[name=day]').fill(inDays(ahead))
  await kornelia.locator('input[name=starts]').fill(`${hour}:00`)
  await kornelia.locator('input[name=ends]').fill(`${hour + 1}:30`)
  await kornelia.locator('input[name=place]').fill(`Sala ${title}`)
  await kornelia.locator('main form button[type=submit]').last().click()
  await kornelia.waitForURL(/\/spotkania\/meeting_/)
  await press(kornelia, /^Ogłoś/)
}

for (const js of [true, false]) {
  test(`three city workshops go from needs to a joint draft (JavaScript: ${js})`, async () => {
    const mark = js ? 'zimą' : 'jesienią'
    const view = { js, width: js ? 1280 : 375 }
    const kornelia = await stage.enter('kornelia', view)
    for (const [n, ahead] of [4, 8, 12].entries()) await planWorkshop(kornelia, `Miasto ${mark} ${n + 1}`, ahead, js ? 9 : 13)
    await kornelia.goto('/warsztaty/nowe')
    await kornelia.getByLabel('Nazwa cyklu').fill(`Miasto ${mark}`)
    await kornelia.getByLabel('O czym są te warsztaty').fill('Jak żyć w mieście o tej porze roku.')
    await kornelia.getByLabel('Ile znaków ma każda osoba').fill('1')
    for (const [n, ahead] of [6, 10, 14].entries()) {
      const select = kornelia.getByLabel(`Spotkanie: warsztat ${n + 1}`)
      const option = await select.locator('option', { hasText: `Miasto ${mark} ${n + 1}` }).getAttribute('value')
      await select.selectOption(option ?? '')
      await kornelia.getByLabel(`Warsztat ${n + 1}: do kiedy można dopisywać`).fill(inDays(ahead))
    }
    await press(kornelia, 'Zaplanuj cykl')
    await kornelia.getByRole('heading', { level: 1, name: `Miasto ${mark}` }).waitFor()
    const series = new URL(kornelia.url()).pathname
    await kornelia.goto(`${series}/1`)
    await press(kornelia, 'Otwórz warsztat')
    await kornelia.getByText('Warsztat jest otwarty').waitFor()

    const olga = await stage.enter('olga', view)
    await olga.goto(`${series}/1`)
    await olga.getByLabel('Nocny autobus omija szpitale').first().check()
    await olga.getByLabel('Nikt nie wie, gdzie oddać duże śmieci').first().check()
    await press(olga, 'Dołącz')
    await olga.getByText('Potrzeby są dołączone').waitFor()
    await olga.getByRole('link', { name: 'Powiedz nową potrzebę' }).click()
    await olga.getByLabel('Czego brakuje, jednym zdaniem').fill(`Śliskie mosty ${mark}`)
    await olga.getByLabel('Opowiedz więcej').fill('Na kładkach jest tak ślisko, że ludzie wracają naokoło.')
    await press(olga, 'Dodaj potrzebę')
    await olga.goto(`${series}/1`)
    await olga.locator('#znaki').getByLabel(`Śliskie mosty ${mark}`).check()
    await press(olga, 'Zapisz moje znaki')
    await olga.getByText('Twoje znaki są zapisane').waitFor()
    expect(await olga.locator('.tag', { hasText: 'remis' }).count()).toBe(2)

    await kornelia.goto(`${series}/1`)
    await press(kornelia, 'Zakończ i ustal wynik')
    await kornelia.goto(`${series}/2`)
    await press(kornelia, 'Otwórz warsztat')
    await kornelia.getByLabel('Nazwa stolika').fill('Stolik o mostach')
    await kornelia.getByLabel('Grupa potrzeb').selectOption({ label: `Śliskie mosty ${mark}` })
    await press(kornelia, 'Ustaw stolik')
    await kornelia.getByText('Stolik stoi').waitFor()

    await olga.goto(`${series}/2`)
    await press(olga, 'Siadam tutaj')
    await olga.getByText('Nowa karta').first().click()
    await olga.getByLabel('Nazwa pomysłu').first().fill(`Maty na kładkach ${mark}`)
    await olga.getByLabel('Jaki problem rozwiązuje').first().fill('Na kładkach jest ślisko.')
    await olga.getByLabel('Co zrobić').first().fill('Maty z gumy na dziesięciu kładkach, zdejmowane na wiosnę.')
    await press(olga, 'Zapisz kartę')
    await olga.getByText('Karta jest zapisana').waitFor()
    await olga.getByRole('link', { name: 'Zrób z tego pomysł' }).click()
    expect(await olga.getByLabel('Nazwa pomysłu').inputValue()).toBe(`Maty na kładkach ${mark}`)
    await press(olga, 'Dodaj pomysł')
    await olga.getByText('z karty pomysłu z warsztatu').waitFor()

    await kornelia.goto(`${series}/2`)
    await press(kornelia, 'Zakończ i ustal wynik')
    await kornelia.goto(`${series}/3`)
    await press(kornelia, 'Otwórz warsztat')
    await olga.goto(`${series}/3`)
    await olga.getByRole('link', { name: 'Zacznij wspólny szkic' }).click()
    await olga.waitForURL(/\/projekty\/nowy/)
    for (const page of [olga, kornelia]) await page.context().close()
  })
}

test('the series of the demo world is read by anybody on a small screen', async () => {
  const visitor = await stage.enter(undefined, { width: 375 })
  await visitor.goto('/warsztaty')
  await visitor.getByRole('link', { name: 'Miasto na upał i na co dzień' }).click()
  await visitor.getByRole('link', { name: /^Warsztat 1/ }).click()
  await visitor.getByText('Które potrzeby są najpilniejsze').waitFor()
  await visitor.getByRole('link', { name: 'Warsztat 3' }).first().click()
  await visitor.getByText('Wspólny szkic:').waitFor()
  expect(await visitor.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await visitor.context().close()
})
