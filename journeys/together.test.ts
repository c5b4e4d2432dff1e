import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CastKey } from '#seeds/cast.ts'
import { bringIn, press, textOf } from './acts.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const field = (page: Page) => page.locator('[name="tekst"]')
const said = (page: Page) => page.locator('shared-text [role="status"]')
const saysText = (page: Page, text: string) =>
  page.waitForFunction(text => document.querySelector<HTMLTextAreaElement>('[name="tekst"]')?.value === text, text)
const enter = (as: CastKey, js = true) => stage.enter(as, { js, width: 375 })

/** A shared draft of two neighbours, with a first sentence in it. */
async function draftOfTwo(olga: Page, marta: Page): Promise<string> {
  await olga.goto('/projekty/nowy')
  await olga.locator('input[name="tytul"]').fill('Skwer przy szkole')
  await olga.locator('select[name="gdzie"]').selectOption({ label: 'XVI Bieńczyce' })
  await olga.getByLabel('Z sąsiadami z dzielnicy').check()
  await olga.getByLabel('Wszyscy').check()
  await press(olga, 'Zacznij pisać')
  await olga.waitForURL(/\/projekty\/project_/)
  const project = olga.url().split('?')[0] ?? ''
  await bringIn(olga, project, marta, 'marta')
  return project
}

test('two neighbours write one section at once, a third way without scripts joins in, and nothing typed is lost', async () => {
  const [olga, marta] = [await enter('olga'), await enter('marta')]
  const project = await draftOfTwo(olga, marta)
  let cut = false
  await olga.routeWebSocket(/linia/, line => {
    const server = line.connectToServer()
    line.onMessage(message => (cut ? undefined : server.send(message)))
  })
  for (const page of [olga, marta]) {
    await page.goto(`${project}/czesci/opis`)
    await field(page).focus()
    await said(page).getByText('Wszystko zapisane').waitFor()
  }

  // letter by letter, both ways, with names and carets
  await field(olga).pressSequentially('Sześć ławek.')
  await saysText(marta, 'Sześć ławek.')
  await field(marta).press('Control+End')
  await field(marta).pressSequentially(' Dziewięć drzew.')
  await saysText(olga, 'Sześć ławek. Dziewięć drzew.')
  await olga.getByText('Piszą tu teraz także: Marta Wilk').waitFor()
  await olga.locator('.other-caret[data-name="Marta Wilk"]').waitFor({ state: 'attached' })

  // what I undo is mine
  await field(olga).press('Control+z')
  await saysText(marta, ' Dziewięć drzew.')
  await field(olga).press('Control+Shift+z')
  await saysText(marta, 'Sześć ławek. Dziewięć drzew.')

  // without scripts, from a page that was opened before the others went on
  const plain = await enter('marta', false)
  await said(olga).getByText('Wszystko zapisane').waitFor()
  await plain.goto(`${project}/czesci/opis`)
  for (let i = 0; i < 40 && (await field(plain).inputValue()) === ''; i++) await plain.reload()
  await field(olga).press('Control+End')
  await field(olga).pressSequentially(' Kran.')
  await said(olga).getByText('Wszystko zapisane').waitFor()
  await field(plain).fill('Oto pomysł. Sześć ławek. Dziewięć drzew.')
  await press(plain, 'Zapisz')
  await plain.waitForURL(project)
  await saysText(marta, 'Oto pomysł. Sześć ławek. Dziewięć drzew. Kran.')

  // nothing gets through any more, and then the tab is closed: the text waits in the browser and joins what others wrote meanwhile
  cut = true
  await field(olga).press('Control+End')
  await field(olga).pressSequentially(' Zapisane w tramwaju.')
  await said(olga).getByText('Zapisujemy').waitFor()
  await field(marta).press('Control+Home')
  await field(marta).pressSequentially('Razem: ')
  const later = await olga.context().newPage()
  await olga.close()
  await later.goto(`${project}/czesci/opis`)
  for (const page of [later, marta]) await saysText(page, 'Razem: Oto pomysł. Sześć ławek. Dziewięć drzew. Kran. Zapisane w tramwaju.')

  // "Save" only says that all is kept, and the project shows every letter
  await said(marta).getByText('Wszystko zapisane').waitFor()
  const whole = await field(marta).inputValue()
  await press(marta, 'Zapisz')
  await marta.waitForURL(project)
  expect(await textOf(marta)).toContain(whole)

  // who leaves the authors is stopped in the open tab
  await marta.goto(`${project}/czesci/uzasadnienie`)
  await field(marta).focus()
  await said(marta).getByText('Wszystko zapisane').waitFor()
  await plain.goto(`${project}/autorzy`)
  await plain.locator('summary', { hasText: 'Zmień udział' }).first().click()
  await press(plain, 'Rezygnuję ze współautorstwa')
  await marta.getByText('Nie jesteś już autorem tego szkicu').waitFor()
  for (const page of [later, marta, plain]) await page.context().close()
})

test('whoever is quicker than the line, or has none, saves with one press', async () => {
  const olga = await enter('olga')
  await olga.goto('/projekty/nowy')
  await olga.locator('input[name="tytul"]').fill('Ławka przy studni')
  await olga.locator('select[name="gdzie"]').selectOption({ label: 'XVI Bieńczyce' })
  await press(olga, 'Zacznij pisać')
  await olga.waitForURL(/\/projekty\/project_/)
  const project = olga.url().split('?')[0] ?? ''
  // a line that never opens
  const dialled = new Promise<void>(resolve => {
    void olga.routeWebSocket(/linia/, () => resolve())
  })
  await olga.goto(`${project}/czesci/opis`)
  await field(olga).fill('Jedna ławka z oparciem.')
  await dialled
  await press(olga, 'Zapisz')
  await olga.waitForURL(project)
  await olga.getByText('Jedna ławka z oparciem.').first().waitFor()
})

test('a press counts although the page grows while the finger is down, and a finger drawn away presses nothing', async () => {
  const olga = await enter('olga')
  await olga.goto('/projekty/nowy')
  await olga.locator('input[name="tytul"]').fill('Poidełko przy boisku')
  await olga.locator('select[name="gdzie"]').selectOption({ label: 'XVI Bieńczyce' })
  await press(olga, 'Zacznij pisać')
  await olga.waitForURL(/\/projekty\/project_/)
  const project = olga.url().split('?')[0] ?? ''
  await olga.goto(`${project}/czesci/opis`)
  await field(olga).focus()
  await said(olga).getByText('Wszystko zapisane').waitFor()
  await field(olga).fill('Poidełko dla ludzi i psów.')
  await said(olga).getByText('Wszystko zapisane').waitFor()

  const pressOn = async (moved: number) => {
    const save = olga.getByRole('button', { name: 'Zapisz' }).first()
    await save.scrollIntoViewIfNeeded()
    const box = await save.boundingBox()
    if (!box) throw new Error('no button')
    await olga.mouse.move(box.x + 20, box.y + 10)
    await olga.mouse.down()
    // as when a neighbour types ten lines
    await field(olga).evaluate((element: HTMLTextAreaElement) => {
      element.style.minHeight = `${element.offsetHeight + 240}px`
    })
    await olga.mouse.move(box.x + 20, box.y + 10 + moved)
    await olga.mouse.up()
  }
  await pressOn(-60)
  await olga.waitForTimeout(300)
  expect(olga.url()).toBe(`${project}/czesci/opis`)
  await pressOn(0)
  await olga.waitForURL(project)
})
