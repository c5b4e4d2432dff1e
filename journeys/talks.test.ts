import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const follow = (page: Page, name: string | RegExp) => page.locator('main').getByRole('link', { name }).first().click()
const voice = (page: Page, words: string) => page.locator('#rozmowa li.tight', { hasText: words }).first()

async function openTalk(page: Page, name: RegExp): Promise<string> {
  await page.goto('/rozmowy')
  await follow(page, name)
  await page.waitForURL(/\/rozmowy\/talk_/)
  return new URL(page.url()).pathname
}

async function speak(page: Page, kind: RegExp, words: string): Promise<void> {
  await page.locator('#zabierz-glos').getByLabel(kind).check()
  await page.getByLabel('Twoje słowa').fill(words)
  await press(page, 'Dodaj głos')
  await voice(page, words).waitFor()
}

for (const js of [true, false]) {
  const view = { js, width: js ? 1280 : 375 }

  test(`a round of a talk: two windows at once, a voice becomes a need, a unit answers, the host sums up (JavaScript: ${js})`, async () => {
    const mark = js ? 'przy pętli' : 'przy przychodni'
    const [asked, lived] = [`Kiedy stanie wiata ${mark}?`, `W upale nie ma gdzie się schować ${mark}.`]
    const olga = await stage.enter('olga', view)
    const address = await openTalk(olga, /XIII Podgórze$/)
    await olga.getByLabel('Twoje słowa').fill(lived)
    const jurij = await stage.enter('jurij', view)
    await jurij.goto(address)
    await speak(jurij, /^Pytanie/, asked)
    if (js) {
      await olga.getByText('1 nowy,').waitFor()
      await olga.getByRole('link', { name: 'pokaż', exact: true }).click()
      await voice(olga, asked).waitFor()
      expect(await olga.getByLabel('Twoje słowa').inputValue()).toBe(lived)
      expect(await olga.getByText('1 nowy,').isVisible()).toBe(false)
    }
    await speak(olga, /^Doświadczenie/, lived)

    await voice(olga, lived).getByRole('link', { name: 'Zrób z tego potrzebę' }).click()
    await olga.getByText('Powstaje z tego, co już padło').waitFor()
    await olga.getByLabel('Czego brakuje, jednym zdaniem').fill(`Brakuje cienia ${mark}`)
    await olga.getByLabel('Dzielnica albo całe miasto').selectOption({ label: 'XIII Podgórze' })
    await press(olga, 'Dodaj potrzebę')
    await olga.getByRole('heading', { level: 1, name: `Brakuje cienia ${mark}` }).waitFor()
    await olga.locator('main a[href*="comment_"]').first().waitFor()

    const bartek = await stage.enter('bartek', view)
    await bartek.goto(address)
    await voice(bartek, asked).getByRole('link', { name: 'Przekaż jednostce' }).click()
    const unit = await bartek.locator('select[name=unit] option', { hasText: 'Zieleni' }).first().getAttribute('value')
    await bartek.locator('select[name=unit]').selectOption(unit ?? '')
    await press(bartek, 'Przekaż jednostce')
    await voice(bartek, asked).getByText('Pytanie ma Zarząd Zieleni').waitFor()
    const ewa = await stage.enter('ewa', view)
    await ewa.goto(address)
    await voice(ewa, asked).getByRole('link', { name: 'Odpowiedz na pytanie' }).click()
    await ewa.getByLabel('Odpowiedź', { exact: true }).fill('Wiata stanie jesienią, po przetargu.')
    await press(ewa, 'Opublikuj odpowiedź')
    await voice(ewa, asked).getByText('Wiata stanie jesienią').waitFor()

    await bartek.goto(address)
    await follow(bartek, /^Napisz (następną wersję|podsumowanie)/)
    await bartek.locator('[name=zdanie-0]').fill(`Ludzie szukają cienia ${mark}.`)
    await bartek.locator('[name=glosy-0]').fill('999')
    await press(bartek, 'Opublikuj podsumowanie')
    await bartek.getByText('Nie ma głosu o takim numerze').first().waitFor()
    expect(await bartek.locator('[name=zdanie-0]').inputValue()).toContain(mark)
    const number = await bartek.locator('ol li.said', { hasText: lived }).locator('b').first().textContent()
    await bartek.locator('[name=glosy-0]').fill(number?.replace(/\D/g, '') ?? '')
    await press(bartek, 'Opublikuj podsumowanie')
    await bartek.locator('#ustalenia').getByText(`Ludzie szukają cienia ${mark}.`).waitFor()

    await jurij.goto(address)
    await press(jurij, 'Zgadzam się')
    await jurij.getByText('Zgadzasz się z tym podsumowaniem.').waitFor()
    await olga.goto(address)
    await olga.locator('#ustalenia summary', { hasText: 'Nie zgadzam się' }).first().click()
    await olga.getByLabel('Nie zgadzam się, bo…').fill('Najpierw policzmy, ile osób tu czeka.')
    await press(olga, 'Nie zgadzam się')
    await olga.getByText('1 osoba się zgadza, 1 się nie zgadza.').waitFor()
    await olga
      .locator('#ustalenia')
      .getByRole('link', { name: /^głos \d/ })
      .first()
      .click()
    await olga.getByRole('heading', { level: 1, name: 'Głos w rozmowie' }).waitFor()
    expect(await olga.locator('main .said').first().textContent()).toContain(lived)
    for (const page of [olga, jurij, bartek, ewa]) await page.context().close()
  })

  test(`a district is split into smaller areas in words, and joined again with what was said (JavaScript: ${js})`, async () => {
    const name = js ? 'Osiedle Zielone' : 'Osiedle Kwiatowe'
    const kornelia = await stage.enter('kornelia', view)
    const district = await openTalk(kornelia, /^V Krowodrza/)
    await follow(kornelia, 'Prowadzenie rozmowy')
    const area = kornelia.getByRole('group', { name: 'Okolica 1' })
    await area.getByLabel('Nazwa okolicy').fill(name)
    await area.getByLabel('Ulice albo osiedle, w słowach').fill('między parkiem a torami')
    await kornelia.locator('#powod-podzialu').fill('Sąsiedzi poprosili o własną rozmowę.')
    await press(kornelia, 'Wydziel okolice')
    await follow(kornelia, new RegExp(name))
    await kornelia.getByText('Obejmuje: między parkiem a torami').waitFor()
    const small = new URL(kornelia.url()).pathname
    const jurij = await stage.enter('jurij', view)
    await jurij.goto(small)
    await speak(jurij, /^Za/, `W parku obok brakuje ławek, ${name}.`)

    await follow(kornelia, 'Prowadzenie rozmowy')
    await kornelia.getByLabel('Z którą rozmową').selectOption({ label: 'V Krowodrza' })
    await kornelia.locator('#powod-polaczenia').fill('Rozmawiajmy znowu razem.')
    await press(kornelia, 'Połącz rozmowy')
    await voice(kornelia, name).waitFor()
    expect(new URL(kornelia.url()).pathname).toBe(district)
    await jurij.goto(small)
    await jurij.getByText('Ta rozmowa jest częścią większej.').waitFor()
    await follow(jurij, 'Przejdź do wspólnej rozmowy')
    await voice(jurij, name).waitFor()
    for (const page of [kornelia, jurij]) await page.context().close()
  })
}
