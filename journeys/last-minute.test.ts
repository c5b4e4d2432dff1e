import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bringIn, follow, press, priceBenches, textOf, writeSections } from './acts.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const sections: Readonly<Record<string, string>> = {
  streszczenie: 'Pas drzew i pięć ławek między przystankiem a szkołą, żeby latem dało się przejść w cieniu i odpocząć.',
  opis: 'Miasto sadzi dwanaście drzew i stawia pięć ławek z oparciem.',
  miejsce: 'os. Kalinowe, między przystankiem a szkołą podstawową',
  uzasadnienie: 'Dziś nie ma tam cienia ani miejsca do siedzenia.',
  odbiorcy: 'Wszyscy, którzy idą z przystanku.',
}

async function writeDraft(lead: Page, title: string): Promise<string> {
  await lead.goto('/projekty/nowy')
  await lead.getByLabel('Tytuł roboczy').fill(title)
  await lead.getByLabel('Z sąsiadami z dzielnicy').check()
  await lead.locator('select[name="gdzie"]').selectOption({ label: 'XVI Bieńczyce' })
  await lead.getByLabel('Wszyscy').check()
  await press(lead, 'Zacznij pisać')
  await lead.waitForURL(/\/projekty\/project_/)
  const project = lead.url().split('?')[0] ?? ''
  await writeSections(lead, project, sections)
  await priceBenches(lead, project)
  return project
}

/** By the demo's own clock: to the phase of submission, then day by day to its last one. */
async function toLastDay(page: Page, project: string): Promise<void> {
  const move = async (name: RegExp) => {
    await page.locator('.demo-tools summary').click()
    await press(page, name)
    await page.goto(project)
  }
  for (let moves = 0; moves < 8 && !/Składanie projektów\. Otwarte/.test(await textOf(page)); moves++) await move(/Przejdź do etapu/)
  for (let moves = 0; moves < 45 && !/Składanie projektów\. Otwarte do.*dziś ostatni dzień/.test(await textOf(page)); moves++)
    await move(/Dzień dalej/)
  expect(await textOf(page)).toMatch(/Składanie projektów\. Otwarte do.*dziś ostatni dzień/)
}

/** Three neighbours; two agree, the third is missing until the last day. Everybody may see how many are missing, the authors alone who. */
async function story(js: boolean): Promise<void> {
  const view = { js, width: 375 }
  const [olga, marta, jurij, stranger] = [
    await stage.enter('olga', view),
    await stage.enter('marta', view),
    await stage.enter('jurij', view),
    await stage.enter(undefined, view),
  ]
  const project = await writeDraft(olga, js ? 'Cień w ostatniej chwili' : 'Ławki w ostatniej chwili')
  await bringIn(olga, project, marta, 'marta')
  await bringIn(olga, project, jurij, 'jurij')
  await olga.goto(project)
  await press(olga, 'Przygotuj wersję do przyjęcia')
  await marta.goto(project)
  await press(marta, 'Przyjmij wersję 1')
  await marta.getByText('Wersja 1 przyjęta').waitFor()

  await stranger.goto(project)
  const outside = await textOf(stranger)
  expect(outside).toContain('Brakuje zgody: 1 osoba')
  expect(outside).not.toMatch(/Kto jeszcze nie przyjął|Czekamy na/)
  await olga.goto(project)
  await olga.getByRole('heading', { name: 'Kto jeszcze nie przyjął wersji 1' }).waitFor()
  expect(await textOf(olga)).toContain('Czekamy na: Jurij')

  await toLastDay(olga, project)
  await olga.goto(`${project}/zlozenie`)
  expect(await textOf(olga)).toContain('Nie wszyscy autorzy przyjęli')
  expect(await olga.getByRole('button', { name: 'Złóż projekt' }).count()).toBe(0)
  await olga.goto(project)
  await press(olga, 'Przypomnij im teraz')
  await olga.getByText('Przypomnienie wysłane').waitFor()
  expect(await textOf(olga)).toContain('Dziś już było przypomnienie')

  // the one who was missing sees what waits, accepts, and the lead submits with no day to spare
  await jurij.goto('/moje-sprawy')
  await follow(jurij, /w ostatniej chwili/)
  await jurij.goto(project)
  await press(jurij, 'Przyjmij wersję 1')
  await jurij.getByText('Wszyscy przyjęli tę samą wersję').first().waitFor()
  await olga.goto(project)
  await follow(olga, 'Przejdź do złożenia')
  await olga.getByRole('button', { name: 'Złóż projekt' }).dblclick()
  await olga
    .getByText(/Złożono pod numerem BO\.D16\.\d+\/\d\d/)
    .first()
    .waitFor()
  const receipt = olga.getByRole('link', { name: 'Pobierz potwierdzenie (PDF)' })
  const pdf = await olga.request.get((await receipt.getAttribute('href')) ?? '')
  expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf'])
  await follow(olga, 'Sprawdź je tak, jak każdy może')
  const check = olga.url()
  await stranger.goto(check)
  await stranger.getByText('Zgadza się').first().waitFor()
  expect(await textOf(stranger)).not.toMatch(/Olga|Jurij|Marta/)
  for (const page of [olga, stranger]) expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)

  await olga.locator('.demo-tools summary').click()
  await press(olga, 'Wróć do dziś')
  for (const page of [olga, marta, jurij, stranger]) await page.context().close()
}

test('one co-author is missing until the last day, without JavaScript', () => story(false))
test('one co-author is missing until the last day, with JavaScript', () => story(true))
