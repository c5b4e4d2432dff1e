import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countElection, usual } from '#modules/counting/engine/count.rules.ts'
import { certificateOf, readText, realFiles, realFolder } from '#modules/counting/engine/testing-elections.ts'
import { root } from '../house/source.ts'
import { openStage, type Stage } from './stage.ts'

// a whole real edition of Kraków lies beside the project, never in it
const edition = realFiles.filter(file => /^Poland_Krakow_2024.*\.pb$/.test(file)).map(file => `${realFolder}/${file}`)
const pool = '/archiwum/2024/4'

if (edition.length === 0) {
  test.skip('results of Kraków: skipped, because there is no ../shared/data/pabulib beside the project', () => {})
} else {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
    const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}bin/command.mjs`, 'import-pabulib', ...edition], {
      env: { ...stage.env, INIT_CWD: process.cwd() },
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`${stdout}${stderr}`)
  })
  afterAll(() => stage.close())

  /** Nothing is wider than the screen; a wide table scrolls within its own frame. */
  const fits = (width: number) => expect(width).toBeLessThanOrEqual(375)

  for (const js of [true, false])
    test(`a resident looks why something won and something did not, and checks it (JavaScript: ${js})`, async () => {
      const visitor = await stage.enter(undefined, { js, width: 375 })
      const width = async () => (js ? visitor.evaluate(() => document.documentElement.scrollWidth) : 375)
      const at = async (path: string) => {
        await visitor.goto(path)
        fits(await width())
      }
      await at('/archiwum/2024')
      await visitor
        .getByRole('link', { name: /Prądnik Biały|Dzielnica IV/ })
        .first()
        .click()
      await visitor.waitForURL(`**${pool}`)
      await visitor.getByText('Jak policzono, w pięciu zdaniach').click()
      await visitor.getByText('Punkty ze wszystkich kart dodano').waitFor()
      const lost = visitor.locator('ol.fill li', { hasText: 'nie starczyło' }).first().getByRole('link').first()
      await lost.click()
      await visitor.getByText(/Wystarczyłoby .* więcej .*poparł[ay]?o? tylko jego/).waitFor()
      fits(await width())
      for (const page of ['glosujacy', 'zasady']) await at(`${pool}/liczenie/${page}`)
      await at('/laboratorium/2024/4?zasada=phragmen')
      if (!js) await visitor.getByRole('button', { name: 'Policz' }).click()
      await visitor.locator('tbody td b').first().waitFor()

      await at('/laboratorium/sprawdzenie')
      const file = edition.find(name => name.includes('Pradnik_Bialy')) ?? edition[0] ?? ''
      const drop = async (content: string) => {
        await visitor.getByLabel('Plik .pb').setInputFiles({ name: 'glosy.pb', mimeType: 'text/plain', buffer: Buffer.from(content) })
        if (!js) await visitor.getByRole('button', { name: 'Sprawdź plik' }).click()
      }
      const text = readFileSync(file, 'utf8')
      await drop(text)
      await visitor.getByText('glosy.pb: Plik jest poprawny.').waitFor()
      await drop(text.replace(/^rule;greedy/m, 'rule;best'))
      await visitor.getByText('nieznana zasada wyboru (rule: best)').waitFor()
      fits(await width())
      await at('/losowanie')
      await visitor.context().close()
    })

  test('a result is shared with its picture, its ballots are downloaded and counted to the same winners, and what was left is tried elsewhere', async () => {
    const visitor = await stage.enter(undefined, { width: 375, js: false })
    await visitor.goto(pool)
    const picture = await visitor.locator('meta[property="og:image"]').getAttribute('content')
    expect(await visitor.locator('meta[property="og:title"]').getAttribute('content')).toBe(await visitor.locator('h1').textContent())
    const png = await visitor.request.get(picture ?? '')
    expect([png.headers()['content-type'], (await png.body()).readUInt32BE(16), (await png.body()).readUInt32BE(20)]).toEqual([
      'image/png',
      1200,
      630,
    ])
    const won = await visitor.locator('ol.fill li:not(:has(.tag)) a').allTextContents()
    const address = await visitor.getByRole('link', { name: 'Pobierz karty tej puli (.pb)' }).getAttribute('href')
    const { read, e } = readText(await (await visitor.request.get(address ?? '')).text())
    const titles = new Map(read.projects.map(({ id, title }) => [id, title]))
    expect(countElection(e, 'greedy', usual('greedy')).winners.map(id => titles.get(id))).toEqual(won)
    await visitor.getByRole('link', { name: 'Edycja 2024' }).first().click()
    await visitor.getByRole('link', { name: /Co by było, gdyby pieniądze/ }).click()
    await visitor.getByLabel('Co z pieniędzmi, które zostały').selectOption('edition')
    await visitor.getByRole('button', { name: 'Pokaż' }).click()
    await visitor.getByText(/Do następnej edycji przechodzi/).waitFor()
    await visitor.context().close()
  })

  test('on paper nothing is folded or cut away, and each page says where and when it comes from', async () => {
    const visitor = await stage.enter(undefined, { width: 700, js: false })
    await visitor.goto(pool)
    const lost = (await visitor.locator('ol.fill li', { hasText: 'nie starczyło' }).first().getByRole('link').first().getAttribute('href')) ?? ''
    for (const path of [pool, lost]) {
      await visitor.emulateMedia({ media: 'screen' })
      await visitor.goto(path)
      await visitor.emulateMedia({ media: 'print' })
      const seen = await visitor.evaluate(() => {
        const tall = (one: Element) => one.checkVisibility() && one.getBoundingClientRect().height > 0
        const parts = [...document.querySelectorAll('main details > :not(summary), main table, main svg, main h2:not(.visually-hidden)')]
        const wide = [...document.querySelectorAll('main table, main svg')].filter(one => one.getBoundingClientRect().right > innerWidth + 1)
        const left = [...document.querySelectorAll('nav, form, .acts, .foot')].filter(tall)
        return {
          hidden: parts.filter(one => !tall(one) && !one.closest('.no-print')).map(one => one.outerHTML.slice(0, 80)),
          wide: wide.length,
          left: left.map(one => one.className),
          foot: document.querySelector('.printed-foot')?.textContent,
        }
      })
      expect(seen).toMatchObject({ hidden: [], wide: 0, left: [] })
      expect(seen.foot).toContain(path)
      expect((await visitor.screenshot({ fullPage: true })).length).toBeGreaterThan(10_000)
      expect((await visitor.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000)
    }
    await visitor.context().close()
  })

  test('without scripts the verifier says how to do the same by command, and shows nothing that would not work', async () => {
    const visitor = await stage.enter(undefined, { width: 375, js: false })
    await visitor.goto('/weryfikator/index.html')
    await visitor.getByText(/Bez skryptów ta strona nie policzy głosów.*node verify\.mjs PLIK\.pb/).waitFor()
    expect(await visitor.locator('input:visible, button:visible').count()).toBe(0)
    for (const name of ['recount.js', 'words.js', 'verify.mjs']) expect((await visitor.request.get(`/weryfikator/${name}`)).status()).toBe(200)
    await visitor.context().close()
  })

  test('the verifier says in words whether a published result holds, without asking the server', async () => {
    const visitor = await stage.enter(undefined, { width: 375 })
    await visitor.goto('/laboratorium/sprawdzenie')
    await visitor.getByRole('link', { name: 'Otwórz weryfikator' }).click()
    await visitor.getByRole('button', { name: 'In English' }).waitFor()
    const asked: string[] = []
    visitor.on('request', request => asked.push(request.url()))
    const text = readFileSync(edition[0] ?? '', 'utf8')
    const said = certificateOf(text, readText(text).e, 'greedy', { steps: ['points', 'firsts', 'votes', 'cost', 'id'] })
    const give = async (content: object) => {
      const buffer = Buffer.from(JSON.stringify(content))
      await visitor.getByLabel(/Dowód/).setInputFiles({ name: 'dowod.json', mimeType: 'application/json', buffer })
    }
    await visitor.getByLabel(/Plik z głosami/).setInputFiles({ name: 'glosy.pb', mimeType: 'text/plain', buffer: Buffer.from(text) })
    await visitor.getByText('Zwycięzcy: wynikają z głosów.').waitFor()
    await give(said)
    await visitor.getByText('Dowód: każdy krok wynika z głosów').waitFor()
    await give({ ...said, winners: said.winners.slice(1) })
    await visitor.getByText('Zwycięzcy: nie zgadza się').waitFor()
    fits(await visitor.evaluate(() => document.documentElement.scrollWidth))
    expect(asked).toEqual([])
    await visitor.context().close()
  })
}
