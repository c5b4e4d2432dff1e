import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { press } from './acts.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

for (const js of [true, false]) {
  test(`a need is said, backed, talked over and becomes an idea that others find (JavaScript: ${js})`, async () => {
    const mark = js ? 'przy szkole' : 'przy przychodni'
    const olga = await stage.enter('olga', { js })
    await olga.goto('/potrzeby?gdzie=16')
    await olga.getByRole('link', { name: 'Powiedz, czego brakuje' }).click()
    await olga.getByLabel('Czego brakuje, jednym zdaniem').fill(`Nie ma stojaków na rowery ${mark}`)
    await olga.getByLabel('Opowiedz więcej').fill('Za krótko')
    await press(olga, 'Dodaj potrzebę')
    await olga.getByText('Opowiedz trochę więcej').first().waitFor()
    expect(await olga.getByLabel('Czego brakuje, jednym zdaniem').inputValue()).toContain(mark)
    await olga.getByLabel('Opowiedz więcej').fill('Rowery stoją przypięte do drzew i barierek, a deszcz niszczy łańcuchy.')
    await olga.getByLabel('Dzielnica albo całe miasto').selectOption({ label: 'XVI Bieńczyce' })
    await press(olga, 'Dodaj potrzebę')
    await heading(olga, `Nie ma stojaków na rowery ${mark}`)
    const address = new URL(olga.url()).pathname

    const jurij = await stage.enter('jurij', { js })
    await jurij.goto(address)
    await press(jurij, 'Popieram tę potrzebę')
    await jurij.getByText('1 osoba popiera').first().waitFor()
    await jurij.getByLabel(/^Pytanie/).check()
    await jurij.getByLabel('Twoje słowa').fill('Ile rowerów stoi tam w zwykły dzień?')
    await press(jurij, 'Dodaj głos')
    await jurij.getByText('Ile rowerów stoi tam').waitFor()

    await olga.goto(address)
    await olga.getByText('Odpowiedz', { exact: true }).click()
    await olga.getByLabel('Twoja odpowiedź').fill('Rano około dwudziestu.')
    await press(olga, 'Dodaj odpowiedź')
    await olga.getByText('Rano około dwudziestu.').waitFor()

    await olga.getByRole('link', { name: 'Zrób z tego pomysł' }).click()
    await olga.getByLabel('Nazwa pomysłu').fill(`Zadaszone stojaki rowerowe ${mark}`)
    await olga.getByLabel('Co zrobić').fill('Dwadzieścia miejsc pod dachem, z pompką i miejscem na rower towarowy.')
    await press(olga, 'Dodaj pomysł')
    await heading(olga, `Zadaszone stojaki rowerowe ${mark}`)
    await olga
      .getByRole('link', { name: `Nie ma stojaków na rowery ${mark}` })
      .first()
      .waitFor()

    await jurij.goto('/pomysly/nowy?gdzie=16')
    await jurij.getByLabel('Nazwa pomysłu').fill(`stojak dla rowerów pod dachem ${mark}`)
    if (!js) await press(jurij, 'Sprawdź, czy jest coś podobnego')
    await jurij.getByRole('link', { name: `Zadaszone stojaki rowerowe ${mark}` }).click()
    await press(jurij, 'Popieram ten pomysł')
    await jurij.getByText('Popierasz ten pomysł.').waitFor()
    await press(jurij, 'Wycofaj poparcie')
    await jurij.getByText('Nikt jeszcze nie poparł').waitFor()
    for (const page of [olga, jurij]) await page.context().close()
  })
}

test('the office writes down what somebody without the internet says, and everybody sees how it came', async () => {
  const celina = await stage.enter('celina', { js: false })
  await celina.goto('/potrzeby/nowa?gdzie=13')
  await celina.getByLabel('Czego brakuje, jednym zdaniem').fill('Śliskie schody do kościoła')
  await celina.getByLabel('Opowiedz więcej').fill('Zimą nie da się po nich zejść bez pomocy drugiej osoby.')
  await celina.getByText('Zapisz słowa osoby, która nie korzysta z internetu').click()
  await celina.getByLabel('Osoba, którą już mamy').selectOption({ label: 'Halina Sikora' })
  await celina.getByLabel('Skąd są te słowa').selectOption({ label: 'z rozmowy telefonicznej' })
  await press(celina, 'Dodaj potrzebę')
  await celina.getByText('Halina Sikora, powiedziane przez telefon, zapisane przez: Celina Dudek').waitFor()
  await celina.context().close()
})
