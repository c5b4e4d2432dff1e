import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).first().click()

for (const js of [true, false]) {
  test(`a neighbour sets a condition, an author meets it, the neighbour says so (JavaScript: ${js}, 375 px)`, async () => {
    const title = js ? 'Ławki z oparciem' : 'Ławki w cieniu'
    const marta = await stage.enter('marta', { js, width: 375 })
    await marta.goto('/projekty/nowy?gdzie=13')
    await marta.getByLabel('Tytuł roboczy').fill(title)
    await press(marta, 'Zacznij pisać')
    await marta.getByRole('heading', { level: 1, name: title }).waitFor()
    const address = new URL(marta.url()).pathname
    await marta.goto(`${address}/czesci/opis`)
    await marta.locator('textarea[name="tekst"]').fill('Sześć ławek przy alejce.')
    await press(marta, 'Zapisz')
    await marta.getByText('Sześć ławek przy alejce.').first().waitFor()

    const olga = await stage.enter('olga', { js, width: 375 })
    await olga.goto(address)
    await olga.getByRole('link', { name: /Zaproponuj zmianę w tej części.*Co ma powstać/ }).click()
    await olga.getByRole('heading', { name: 'Propozycja zmiany: Co ma powstać' }).waitFor()
    await olga.getByLabel('To warunek: poprę projekt, jeśli tak będzie').check()
    await olga.getByLabel('Co zmienić i dlaczego').fill('Ławki muszą mieć oparcia, bo siadają na nich starsi.')
    await press(olga, 'Wyślij propozycję')
    await olga.getByText('Ocenisz, gdy autorzy odpowiedzą albo zmienią tę część.').waitFor()
    expect(await olga.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)

    await marta.goto(address)
    await marta.getByRole('link', { name: 'Odpowiedz na propozycję' }).click()
    await marta.getByLabel('Przyjmujemy', { exact: true }).check()
    await marta.getByLabel('Dlaczego').fill('Oparcia dopisujemy do opisu.')
    await press(marta, 'Odpowiedz na propozycję')
    await marta.getByRole('heading', { name: 'Zmiany przyjęte' }).waitFor()

    await olga.goto(address)
    await olga.getByText('Czy to, co jest teraz w projekcie, spełnia Twoją propozycję?').waitFor()
    await press(olga, 'Tak')
    await olga.getByText('Ocena zapisana.').waitFor()
    const visitor = await stage.enter(undefined, { js, width: 375 })
    await visitor.goto(address)
    await visitor.getByText('Pełna zgoda.').waitFor()
    await visitor.getByText(/spełniona zdaniem osoby, która ją zgłosiła/).waitFor()

    for (const page of [marta, olga, visitor]) await page.context().close()
  })
}
