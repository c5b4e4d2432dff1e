import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inDays, press, scriptsHere } from './acts.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

/** The demo's own clock: a day on, or back to today. */
const moveClock = (page: Page, ruch: string) => page.request.post('/demo/zegar', { form: { ruch, powrot: '/' }, headers: { Origin: stage.base } })

/** Bartek calls a meeting in a library, so many days ahead. */
async function callMeeting(bartek: Page, title: string, place: string, ahead: number): Promise<string> {
  await bartek.goto('/spotkania/nowe?gdzie=13')
  await bartek.locator('input[name=title]').fill(title)
  await bartek.locator('textarea[name=about]').fill('Rozmawiamy o tym, czego brakuje w okolicy.')
  await bartek.locator('input[name=day]').fill(inDays(ahead))
  await bartek.locator('input[name=starts]').fill('18:00')
  await bartek.locator('input[name=ends]').fill('20:00')
  await bartek.locator('input[name=place]').fill(place)
  await bartek.locator('main form button[type=submit]').last().click()
  await bartek.waitForURL(/\/spotkania\/meeting_/)
  await press(bartek, /^Ogłoś/)
  return new URL(bartek.url()).pathname
}

for (const js of [true, false]) {
  test(`a hall meeting goes from paper sheets to minutes and a need (JavaScript: ${js})`, async () => {
    const mark = js ? 'pod lipami' : 'przy szkole'
    const view = { js, width: js ? 1280 : 375 }
    const bartek = await stage.enter('bartek', view)
    const address = await callMeeting(bartek, `Czego brakuje ${mark}?`, `Filia biblioteki ${mark}`, js ? 1 : 2)
    const printed = await bartek.request.post(`${address}/kartki`, { form: { count: '2' }, headers: { Origin: stage.base } })
    expect([printed.status(), printed.headers()['content-type']]).toEqual([200, 'application/pdf'])

    const celina = await stage.enter('celina', view)
    await celina.goto(`${address}/glosy/wpis?kanal=paper`)
    // by keyboard alone: the cursor stands in the words, the place is next, Enter sends
    await celina.getByLabel('Numer kartki').fill('1')
    await celina.getByLabel('Słowa, tak jak padły').focus()
    await celina.keyboard.type(`Brakuje ławek ${mark}, a starsi ludzie nie mają gdzie odpocząć.`)
    await celina.keyboard.press('Tab')
    await celina.keyboard.type('przy pętli')
    await celina.keyboard.press('Enter')
    await celina.getByText('Zapisano:').waitFor()
    expect(await celina.getByLabel('Skąd jest ten głos').inputValue()).toBe('paper')
    expect(await celina.getByLabel('Słowa, tak jak padły').inputValue()).toBe('')

    await bartek.goto(`${address}/glosy`)
    await bartek.getByText('kartka nr 1').waitFor()
    await press(bartek, 'zapis w protokole')
    await bartek.getByRole('heading', { level: 1, name: /^Protokół/ }).waitFor()
    await bartek.getByLabel('Co padło').fill('Ustalono, że policzymy ławki.')
    await bartek.getByLabel('Co to jest').selectOption({ label: 'ustalenie' })
    await press(bartek, 'Zapisz')
    await bartek.getByText('Ustalono, że policzymy ławki.').waitFor()
    await bartek.goto(`${address}/protokol`)
    await press(bartek, 'Zakończ notatki, zacznij szkic')
    await bartek.getByText('Notatki są zakończone').waitFor()
    await bartek.getByLabel('Ile dni na poprawki').fill('1')
    await press(bartek, 'Poproś uczestników o poprawki')
    await bartek.getByText('Protokół czeka na poprawki').waitFor()
    await bartek.getByText('Poprawki można jeszcze zgłaszać').waitFor()
    for (const move of ['dzien', 'dzien']) await moveClock(bartek, move)
    await bartek.goto(`${address}/protokol`)
    await press(bartek, 'Zamknij protokół na zawsze')
    await bartek.getByText('Protokół jest zamknięty').waitFor()
    await bartek.getByRole('link', { name: 'Sprawdź, czy nikt nic nie zmienił' }).click()
    await bartek.getByText('Nikt nie zmienił ani słowa').waitFor()
    await bartek.goto(`${address}/protokol`)

    await bartek.getByRole('link', { name: 'potrzebę' }).first().click()
    await bartek.getByText('Powstaje z tego, co już padło').waitFor()
    expect(await bartek.getByLabel('Opowiedz więcej').inputValue()).toContain(`Brakuje ławek ${mark}`)
    await bartek.getByLabel('Czego brakuje, jednym zdaniem').fill(`Brakuje ławek ${mark}`)
    await press(bartek, 'Dodaj potrzebę')
    await bartek.getByRole('heading', { level: 1, name: `Brakuje ławek ${mark}` }).waitFor()
    await bartek.getByText('z zamkniętego protokołu').waitFor()

    const visitor = await stage.enter(undefined, view)
    await visitor.goto(`${address}/co-dalej`)
    await visitor.getByRole('link', { name: `Brakuje ławek ${mark}` }).waitFor()
    await visitor.getByText('zapis nr 1 w protokole').waitFor()
    await moveClock(bartek, 'dzis')
    for (const page of [bartek, celina, visitor]) await page.context().close()
  })
}

test('frozen minutes of the demo world are checked by anybody, and a need walks back to its line', async () => {
  const visitor = await stage.enter(undefined, { width: 375 })
  await visitor.goto('/potrzeby?gdzie=13')
  await visitor.getByRole('link', { name: 'Nie ma gdzie usiąść w cieniu' }).first().click()
  await visitor.getByText('z zamkniętego protokołu').first().waitFor()
  await visitor.locator('main a[href*="/protokol/zapisy/line_"]').first().click()
  await visitor.getByRole('link', { name: 'Cały protokół' }).click()
  await visitor.getByRole('link', { name: 'Sprawdź, czy nikt nic nie zmienił' }).click()
  await visitor.getByText('Nikt nie zmienił ani słowa').waitFor()
  await visitor.context().close()
})

test('offline for an hour while taking minutes: nothing is lost, nothing is doubled', async () => {
  const bartek = await stage.enter('bartek')
  const address = await callMeeting(bartek, 'Rozmowa bez zasięgu', 'Piwnica domu kultury', 3)
  await bartek.clock.install()
  await bartek.goto(`${address}/protokol`)
  const write = async (text: string) => {
    await bartek.getByLabel('Co padło').fill(text)
    await press(bartek, 'Zapisz')
  }
  await write('Zapisane przed utratą zasięgu.')
  await bartek.locator('#zapisy').getByText('Zapisane przed utratą zasięgu.').waitFor()
  await scriptsHere(bartek)
  await bartek.context().setOffline(true)
  await write('Pierwszy zapis bez zasięgu.')
  await write('Drugi zapis bez zasięgu.')
  await bartek.getByText(/Nie ma połączenia.*2/).waitFor()
  await bartek.clock.fastForward('01:05:00')
  await bartek.getByText(/Nie ma połączenia.*2/).waitFor()
  // the tablet is put away, tab and all, and taken out again where there is a connection
  const tablet = bartek.context()
  await bartek.close()
  await tablet.setOffline(false)
  const later = await tablet.newPage()
  await later.goto(`${address}/protokol`)
  await later.locator('#zapisy').getByText('Drugi zapis bez zasięgu.').waitFor()
  const visitor = await stage.enter(undefined)
  await visitor.goto(`${address}/protokol`)
  expect(await visitor.locator('#zapisy > ol > li').count()).toBe(3)
  for (const context of [tablet, visitor.context()]) await context.close()
})
