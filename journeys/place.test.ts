import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).first().click()
const picture = (background: string) =>
  sharp({ create: { width: 800, height: 500, channels: 3, background } })
    .jpeg()
    .toBuffer()

test('a register of addresses is imported beside the running product: a broken one leaves nothing, a good one is found at once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wspolne-addresses-'))
  const load = (rows: string, ...flags: string[]) => {
    const file = join(folder, 'adresy.csv')
    writeFileSync(file, `ulica;numer;lat;lon;dzielnica\n${rows}`)
    const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/command.mjs', 'import-addresses', ...flags, file], {
      env: stage.env,
      encoding: 'utf8',
    })
    return { status, said: stdout + stderr }
  }
  const good = 'Bursztynowych Świetlików;7;50.0405;20.0110;13\n'
  expect(load(`${good}Bursztynowych Świetlików;9;20.0110;50.0405;\n`)).toMatchObject({ status: 1, said: expect.stringContaining('line 3') })
  expect(load(good)).toMatchObject({ status: 0, said: expect.stringContaining('New: 1, moved: 0') })
  expect(load(good)).toMatchObject({ status: 0, said: expect.stringContaining('New: 0, moved: 0, as they were: 1') })
  const other = good.replace(';7;', ';11;')
  expect(load(other)).toMatchObject({ status: 0, said: expect.stringMatching(/Not in the file, though in its districts: \d+\. They stay/) })
  expect(load(other, '--repalce')).toMatchObject({ status: 2, said: expect.stringContaining('Usage') })
  rmSync(folder, { recursive: true })
  const olga = await stage.enter('olga', { width: 375 })
  await olga.goto('/potrzeby/nowa')
  await olga.getByLabel('Ulica i numer').fill('bursztynowe świetliki 7')
  await press(olga, 'Szukaj adresu')
  await press(olga, 'Bursztynowych Świetlików 7 XIII Podgórze')
  await olga.getByText('Wybrano: Bursztynowych Świetlików 7.').waitFor()
  await olga.context().close()
})

/** A way along the street: drawn on the map by its buttons, or typed as points. */
async function drawLine(page: Page, js: boolean) {
  if (!js) {
    await page.getByText('Punkty linii (jeśli je znasz)').click()
    return page.locator('textarea[name="line"]').fill('20.0095, 50.0402\n20.0105, 50.0402\n20.0112, 50.0406')
  }
  await press(page, 'Narysuj linię na mapie')
  const canvas = page.locator('area-draw[data-shape="line"] .live-map')
  await canvas.scrollIntoViewIfNeeded()
  await canvas.locator('.live-area').first().waitFor()
  const box = await canvas.boundingBox()
  if (!box) throw new Error('no map')
  for (const aside of [-30, 0, 30]) await page.mouse.click(box.x + box.width / 2 + aside, box.y + box.height / 2 + aside / 3)
  await page.getByText(/Punktów: 3\. Długość: [\d\s]+ m\./).waitFor()
}

for (const js of [true, false]) {
  test(`a photo chosen before an address was looked for goes with the need, and may be taken away (JavaScript: ${js}, 375 px)`, async () => {
    const olga = await stage.enter('olga', { js, width: 375 })
    await olga.goto('/potrzeby/nowa')
    const title = js ? 'Ławka przy przystanku na Łąkowej' : 'Kosz przy przystanku na Łąkowej'
    await olga.getByLabel('Czego brakuje, jednym zdaniem').fill(title)
    await olga.getByLabel('Opowiedz więcej').fill('Starsi nie mają gdzie usiąść, gdy czekają na autobus.')
    const choose = async (name: string) =>
      olga.locator('input[name="photo"]').setInputFiles({ name, mimeType: 'image/jpeg', buffer: await picture('#2f7a52') })
    await choose('pomylka.jpg')
    await olga.getByLabel('Ulica i numer').fill('przy łakowej 14')
    await press(olga, 'Szukaj adresu')
    await olga.getByText('Plik, który już mamy: pomylka.jpg.').waitFor()
    await olga.getByLabel('Nie wysyłaj tego pliku').check()
    await press(olga, 'Szukaj adresu')
    await olga.getByText('Plik, który już mamy').waitFor({ state: 'detached' })
    await choose('przystanek.jpg')
    await press(olga, 'Szukaj adresu')
    await press(olga, 'Łąkowa 14 XIII Podgórze')
    await olga.getByText('Plik, który już mamy: przystanek.jpg.').waitFor()
    expect(await olga.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)
    await olga.getByLabel('Co jest na zdjęciu').fill('Przystanek bez ławki.')
    await press(olga, 'Dodaj potrzebę')
    await olga.getByRole('heading', { level: 1, name: title }).waitFor()
    await olga.getByRole('img', { name: 'Przystanek bez ławki.' }).waitFor()
    await olga.context().close()
  })

  test(`a place is found by its street, drawn as a line, shown on photos and kept by a version (JavaScript: ${js}, 375 px)`, async () => {
    const marta = await stage.enter('marta', { js, width: 375 })
    await marta.goto('/projekty/nowy?gdzie=13')
    await marta.getByLabel('Tytuł roboczy').fill(js ? 'Chodnik przy Łąkowej' : 'Ścieżka przy Łąkowej')
    await press(marta, 'Zacznij pisać')
    await marta.getByRole('link', { name: 'Zaznacz miejsce na mapie' }).click()
    const address = new URL(marta.url()).pathname.replace('/mapa', '')

    await marta.getByLabel('Ulica i numer').fill('przy łakowej 14')
    await press(marta, 'Szukaj adresu')
    await press(marta, 'Łąkowa 14 XIII Podgórze')
    await marta.getByText('Wybrano: Łąkowa 14. Punkt jest zaznaczony.').waitFor()
    expect(await marta.getByLabel('Opis miejsca słowami').inputValue()).toBe('Łąkowa 14')
    await drawLine(marta, js)
    expect(await marta.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)
    await press(marta, 'Zapisz miejsce')
    await marta.getByText('Miejsce na mapie jest zapisane.').waitFor()
    await marta.getByText(/Linia ma [\d\s]+ m\./).waitFor()

    await marta.getByRole('link', { name: 'Dodaj albo usuń zdjęcia' }).click()
    await marta
      .getByLabel('Zdjęcie', { exact: true })
      .setInputFiles({ name: 'chodnik.jpg', mimeType: 'image/jpeg', buffer: await picture('#2f7a52') })
    await marta.getByLabel('Co widać na zdjęciu').fill('Wąski chodnik przy samej jezdni.')
    await marta.getByLabel('Podpis').fill('Chodnik dziś')
    await press(marta, 'Dodaj zdjęcie')
    await marta.getByText('Bez tego nie możemy pokazać zdjęcia.').first().waitFor()
    await marta.getByText('Plik, który już mamy: chodnik.jpg.').waitFor()
    await marta.getByLabel('Na zdjęciu nikogo nie da się rozpoznać').check()
    await press(marta, 'Dodaj zdjęcie')
    await marta.getByText('Zdjęcia: 1 z 5.').waitFor()
    expect(await marta.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)

    await finish(marta, address)
    const visitor = await stage.enter(undefined, { js, width: 375 })
    await visitor.goto(`${address}/wersje/1`)
    await visitor.getByRole('heading', { name: 'Miejsce na mapie' }).waitFor()
    await visitor.getByText(/Linia ma [\d\s]+ m\./).waitFor()
    await visitor.getByRole('img', { name: 'Wąski chodnik przy samej jezdni.' }).waitFor()
    expect(await visitor.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)
    if (js) {
      await press(visitor, 'Pokaż na mapie')
      await visitor.locator('.live-line').waitFor()
    }
    for (const page of [marta, visitor]) await page.context().close()
  })
}

/** Writes what a version needs, and asks everybody to accept it. */
async function finish(page: Page, address: string) {
  const parts = {
    streszczenie: 'Bezpieczny chodnik, po którym przejdą obok siebie wózek i dziecko na rowerze, od przystanku aż do szkoły.',
    opis: 'Sto metrów chodnika.',
    uzasadnienie: 'Dziś idzie się jezdnią.',
    odbiorcy: 'Wszyscy z okolicy.',
  }
  for (const [part, text] of Object.entries(parts)) {
    await page.goto(`${address}/czesci/${part}`)
    await page.locator('textarea[name="tekst"]').fill(text)
    await press(page, 'Zapisz')
    await page.getByText(text).first().waitFor()
  }
  await page.goto(`${address}/koszty`)
  await page.getByLabel('Co', { exact: true }).first().fill('Chodnik')
  await page.getByLabel('Ile', { exact: true }).first().fill('150')
  await page.getByLabel('Jednostka').first().fill('m²')
  await page.getByLabel('Cena za jednostkę').first().fill('300')
  await press(page, 'Zapisz kosztorys')
  await page.goto(address)
  await press(page, 'Przygotuj wersję do przyjęcia')
  await page.waitForURL(url => url.pathname === address)
}
