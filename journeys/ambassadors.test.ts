import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inDays, press } from './acts.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const scan = { name: 'podpisane.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') }

/** Days from now as a date field takes them. */

test('the coordinator opens a second call, with a question of its own', async () => {
  const kornelia = await stage.enter('kornelia', { js: false })
  await kornelia.goto('/urzad')
  await kornelia.getByRole('link', { name: 'Nabory i zgłoszenia' }).click()
  await kornelia.getByRole('link', { name: 'Ogłoś nabór' }).click()
  await kornelia.getByLabel('Pierwszy dzień').fill(inDays(-1))
  await kornelia.getByLabel('Ostatni dzień').fill(inDays(20))
  await kornelia.getByLabel('Najniższy wiek').fill('16')
  await kornelia.getByLabel('Regulamin', { exact: true }).fill('## Kto może\n\n- Osoba, która mieszka w Krakowie.')
  await kornelia.getByText('Dodatkowe pytania').click()
  await kornelia.getByLabel('Pytanie 1').last().fill('Gdzie można się u Was spotkać?')
  await press(kornelia, 'Ogłoś nabór')
  await kornelia.getByText('Nabór jest ogłoszony.').waitFor()
  await kornelia.context().close()
})

for (const { js, width, who } of [
  { js: true, width: 1280, who: 'olga' },
  { js: false, width: 375, who: 'tadeusz' },
] as const) {
  test(`from the call to the acceptance (JavaScript: ${js}, ${width} px)`, async () => {
    const page = await stage.enter(who, { js, width })
    await page.goto('/ambasadorzy/nabor')
    await press(page, 'Wypełnij zgłoszenie')
    await heading(page, 'O Tobie')
    await page.getByLabel('Tak', { exact: true }).check()
    await press(page, 'Zapisz i wróć później')
    await page.getByRole('link', { name: 'Wypełniaj dalej' }).click()
    await heading(page, 'Twój obszar')
    if (js) await drawWithKeyboard(page)
    else await page.getByLabel(/^XVIII/).check()
    await page.getByLabel('Obszar słowami').fill('Osiedle Zgody')
    await press(page, 'Zapisz i dalej')
    await heading(page, 'Jak chcesz działać')
    await page.getByLabel('budżet obywatelski').check()
    await page.getByLabel('Doświadczenie').fill('Festyn na podwórku.')
    await page.getByLabel('Dlaczego chcesz zostać ambasadorem').fill('Chcę, żeby sąsiedzi się poznali.')
    await page.getByLabel('Kiedy masz czas').fill('wtorki po 17')
    await press(page, 'Zapisz i dalej')
    await page.getByLabel('Gdzie można się u Was spotkać?').fill('W bibliotece.')
    await press(page, 'Zapisz i dalej')
    await heading(page, 'Oświadczenia')
    for (const words of ['To, co tu piszę', 'Znam regulamin', 'Wiem, że to praca', 'Po przyjęciu']) await page.getByLabel(words).check()
    await press(page, 'Zapisz i sprawdź całość')
    await page.getByText('podpisany wydruk').first().waitFor()
    await page.getByRole('link', { name: 'Wypełniaj dalej' }).click()
    await page.getByLabel('Podpisany wydruk').setInputFiles(scan)
    await press(page, 'Zapisz i sprawdź całość')
    await press(page, 'Wyślij zgłoszenie')
    await page.getByText('Czeka na decyzję').waitFor()
    const address = new URL(page.url()).pathname

    const kornelia = await stage.enter('kornelia', { js, width })
    await kornelia.goto('/moje-sprawy')
    await kornelia.getByRole('link', { name: 'Zgłoszenia ambasadorów czekają na decyzję' }).click()
    await kornelia.getByRole('link', { name: who === 'olga' ? 'Olga Jeleń' : 'Tadeusz Baran', exact: true }).click()
    await kornelia.getByLabel('Poproś o uzupełnienie').check()
    await kornelia.getByLabel('Powód albo to, czego brakuje').fill('Prosimy opisać obszar dokładniej.')
    await press(kornelia, 'Zapisz decyzję')
    await kornelia.getByText('Podaj termin uzupełnienia.').first().waitFor()
    await kornelia.getByLabel('Termin uzupełnienia').fill(inDays(7))
    await press(kornelia, 'Zapisz decyzję')
    await kornelia.getByText('Decyzja jest zapisana').waitFor()
    const office = new URL(kornelia.url()).pathname

    await page.goto('/moje-sprawy')
    await page.getByRole('link', { name: 'Uzupełnij zgłoszenie na ambasadora' }).click()
    await page.getByRole('link', { name: /Popraw.*Obszar/ }).click()
    await page.getByLabel('Obszar słowami').fill('Osiedle Zgody, między aleją Róż a Teatralnym')
    await press(page, 'Zapisz i wróć później')
    await press(page, 'Wyślij uzupełnione')

    await kornelia.goto(office)
    await kornelia.getByText('między aleją Róż').first().waitFor()
    await kornelia.getByLabel('Przyjmij', { exact: true }).check()
    await press(kornelia, 'Zapisz decyzję')
    await kornelia.getByText('Decyzja zapadła').waitFor()
    await page.goto(address)
    await page.getByText('Zgłoszenie jest przyjęte').waitFor()
    expect(await page.getByRole('link', { name: /^Pismo ALP/ }).count()).toBe(2)
    for (const window of [page, kornelia]) await window.context().close()
  })
}

/** No mouse: the map is opened, moved and marked by keys alone. */
async function drawWithKeyboard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Narysuj obszar na mapie' }).press('Enter')
  const map = page.getByRole('group', { name: 'Mapa dzielnic' })
  await map.waitFor()
  const add = page.getByRole('button', { name: 'Dodaj punkt na środku' })
  await add.press('Enter')
  for (const [key, times] of [
    ['ArrowRight', 1],
    ['ArrowDown', 1],
    ['ArrowLeft', 1],
  ] as const) {
    await map.focus()
    for (let n = 0; n < times; n += 1) await map.press(key)
    // the map glides to its new place
    await page.locator('.leaflet-pan-anim').waitFor({ state: 'detached' })
    await add.press('Enter')
  }
  await page.getByText('Obszar jest zamknięty').waitFor()
}
