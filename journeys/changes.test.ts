import { afterAll, beforeAll, expect, test } from 'vitest'
import { press } from './acts.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

for (const js of [true, false]) {
  test(`a neighbour proposes a change, an author takes it over, everybody sees whose it was (JavaScript: ${js}, 375 px)`, async () => {
    const [words, title] = js ? ['Dodajcie stojak na rowery.', 'Zielony kąt'] : ['Dodajcie poidełko dla ptaków.', 'Cichy kąt']
    const marta = await stage.enter('marta', { js, width: 375 })
    await marta.goto('/projekty/nowy?gdzie=13')
    await marta.getByLabel('Tytuł roboczy').fill(title)
    await press(marta, 'Zacznij pisać')
    await marta.getByRole('heading', { level: 1, name: title }).waitFor()
    const address = new URL(marta.url()).pathname

    const olga = await stage.enter('olga', { js, width: 375 })
    await olga.goto(address)
    await olga.getByLabel(/^Propozycja zmiany/).check()
    await olga.getByLabel('Twoje słowa').fill(words)
    await press(olga, 'Dodaj głos')
    await olga.getByText(words).first().waitFor()
    expect(await olga.getByRole('link', { name: 'Odpowiedz na propozycję' }).count()).toBe(0)

    await marta.goto(address)
    await marta.getByRole('link', { name: 'Odpowiedz na propozycję' }).click()
    await press(marta, 'Odpowiedz na propozycję')
    await marta.getByText('Wybierz, co robicie z tą propozycją.').first().waitFor()
    await marta.getByLabel('Przyjmujemy', { exact: true }).check()
    await marta.getByLabel('Dlaczego').fill('Zmieści się przy wejściu od ulicy.')
    await press(marta, 'Odpowiedz na propozycję')
    await marta.getByRole('heading', { name: 'Zmiany przyjęte' }).waitFor()

    const visitor = await stage.enter(undefined, { js, width: 375 })
    await visitor.goto(address)
    const taken = visitor.locator('#zmiany-przyjete')
    await taken.getByText(words).waitFor()
    await taken.getByText('podpowiada: Olga Jeleń').waitFor()
    await visitor.getByText('Zmieści się przy wejściu od ulicy.').waitFor()
    expect(await visitor.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)
    for (const page of [marta, olga, visitor]) await page.context().close()
  })
}
