import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inDays, press } from './acts.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)

for (const [js, width] of [
  [true, 1280],
  [false, 375],
] as const) {
  test(`a need goes to an office and comes back answered; its author and everybody see its road (JavaScript: ${js}, ${width} px)`, async () => {
    const title = js ? 'Kładka bez poręczy' : 'Zgaszona latarnia przy szkole'
    const olga = await stage.enter('olga', { js, width })
    await olga.goto('/potrzeby/nowa?gdzie=13')
    await olga.getByLabel('Czego brakuje, jednym zdaniem').fill(title)
    await olga.getByLabel('Opowiedz więcej').fill('Od miesiąca nikt tego nie naprawia, a dzieci chodzą tędy codziennie.')
    await olga.getByLabel('Dzielnica albo całe miasto').selectOption({ label: 'XIII Podgórze' })
    await press(olga, 'Dodaj potrzebę')
    await olga.getByRole('heading', { level: 1, name: title }).waitFor()
    expect(await olga.getByRole('link', { name: 'Przekaż do urzędu' }).count()).toBe(0)
    const need = new URL(olga.url()).pathname

    const bartek = await stage.enter('bartek', { js, width })
    await bartek.goto(need)
    await bartek.getByRole('link', { name: 'Przekaż do urzędu' }).click()
    await bartek.getByLabel('Dlaczego tam').fill('To zwykła naprawa, nie nowy projekt.')
    await press(bartek, 'Przekaż')
    await bartek.getByText('Wybierz, dokąd prowadzi ta sprawa.').first().waitFor()
    expect(await bartek.getByLabel('Dlaczego tam').inputValue()).toContain('zwykła naprawa')
    await bartek.getByLabel('bieżące utrzymanie').check()
    await bartek.getByLabel('Jednostka miejska').selectOption({ index: 1 })
    await press(bartek, 'Przekaż')
    await bartek.getByText('Czekamy na odpowiedź urzędu').waitFor()
    expect(await fits(bartek)).toBe(true)
    const handover = new URL(bartek.url()).pathname

    const kornelia = await stage.enter('kornelia', { js, width })
    await kornelia.goto(handover)
    await kornelia.locator('#odpowiedziano').fill(inDays(0))
    await kornelia.getByLabel('zrobione').check()
    await kornelia.getByLabel('Treść odpowiedzi i powód').fill('Naprawiliśmy to dziś rano. Dziękujemy za zgłoszenie.')
    await press(kornelia, 'Zapisz odpowiedź')
    await kornelia.getByText('Naprawiliśmy to dziś rano.').waitFor()

    await olga.goto(need)
    await olga.getByText('Naprawiliśmy to dziś rano.').waitFor()
    await olga.goto('/potrzeby?stan=przekazane')
    await olga.getByRole('link', { name: title }).first().waitFor()
    await olga.goto('/przekazane')
    await olga.getByRole('link', { name: title }).waitFor()
    const packet = await olga.request.get(`${handover}/pakiet.pdf`)
    expect([packet.status(), (await packet.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    for (const page of [olga, bartek, kornelia]) await page.context().close()
  })

  test(`the coordinator takes a matter of today by keyboard and gives it back (JavaScript: ${js}, ${width} px)`, async () => {
    const kornelia = await stage.enter('kornelia', { js, width })
    await kornelia.goto('/urzad')
    await kornelia.getByRole('link', { name: 'Dziś w urzędzie' }).click()
    const take = kornelia.getByRole('button', { name: /^Biorę\s*:/ }).first()
    await take.focus()
    await kornelia.keyboard.press('Enter')
    await kornelia.getByText('Masz teraz: 1 sprawa.').waitFor()
    await kornelia.getByLabel('Czyje').selectOption({ label: 'moje' })
    await press(kornelia, 'Pokaż')
    await kornelia.getByText('masz to Ty').first().waitFor()
    expect(await fits(kornelia)).toBe(true)
    await kornelia.getByRole('checkbox').first().focus()
    await kornelia.keyboard.press('Space')
    await press(kornelia, 'Oddaję zaznaczone')
    await kornelia.getByText('Oddane: 1 sprawa.').waitFor()
    await kornelia.context().close()
  })
}

test('the report on the pilot is read by anybody, on a telephone too, and taken away as CSV and PDF', async () => {
  const page = await stage.enter(undefined, { js: false, width: 375 })
  await page.goto('/raport')
  await page.getByRole('heading', { name: 'Dzielnica po dzielnicy' }).waitFor()
  expect(await fits(page)).toBe(true)
  expect(await page.getByText('Jak liczymy:').count()).toBeGreaterThanOrEqual(6)
  for (const [file, start] of [
    ['/raport.csv', '\uFEFF"dział"'],
    ['/raport.pdf', '%PDF-'],
  ] as const) {
    const answer = await page.request.get(file)
    expect([answer.status(), (await answer.body()).toString('utf8').startsWith(start)]).toEqual([200, true])
  }
  await page.context().close()
})
