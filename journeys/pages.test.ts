import { AxeBuilder } from '@axe-core/playwright'
import { HtmlValidate } from 'html-validate'
import type { Page, Response } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#paths'
import type { CastKey } from '#seeds/cast.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'long-title': 'off',
    'tel-non-breaking': 'off',
    'no-implicit-button-type': 'error',
    'doctype-style': 'off',
  },
})

/** `/potrzeby/need_7k…` -> `/potrzeby/:id`, so that each kind of page is looked at and not each page. */
const patterns = Object.values(paths)
  .map(path => ({ path, sign: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+')}$`) }))
  .sort((a, b) => a.path.split(':').length - b.path.split(':').length)
const patternOf = (address: string) => patterns.find(({ sign }) => sign.test(new URL(address, 'http://x').pathname))?.path

const kinds: readonly (CastKey | undefined)[] = [undefined, 'marta', 'bartek', 'kornelia', 'celina', 'monika', 'edyta', 'roman', 'ewa', 'waldemar']
const notPages = /\.(ics|json|geojson|csv|pdf|atom)(\?|$)|^\/(pliki|zasoby|na-zywo|mapa|zdrowie|robots)/
/** Seen by an earlier person in this language; a page is checked once, for the first who reaches it. */
const seen = new Map<string, Set<string>>()

/** Undefined for what is no page: a feed, a calendar, a document that is downloaded. */
async function open(page: Page, address: string): Promise<Response | undefined> {
  try {
    const answer = await page.goto(address)
    return answer?.headers()['content-type']?.includes('text/html') ? answer : undefined
  } catch (error) {
    if (/Download is starting|ERR_ABORTED/.test(String(error))) return undefined
    throw error
  }
}

async function check(page: Page, answer: Response, address: string): Promise<string[]> {
  const html = await answer.text()
  const report = await validator.validateString(html)
  const markup = report.results.flatMap(result =>
    result.messages.map(message => `${address}: html ${message.ruleId}: ${message.message} (${message.line}:${message.column})`),
  )
  const axe = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  const barriers = axe.violations.flatMap(found => found.nodes.slice(0, 3).map(node => `${address}: axe ${found.id}: ${node.html.slice(0, 160)}`))
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return [
    ...(answer.status() >= 400 ? [`${address}: status ${answer.status()}`] : []),
    ...markup,
    ...barriers,
    ...(wide > 0 ? [`${address}: ${wide} px wider than the screen`] : []),
  ]
}

async function walk(as: CastKey | undefined, locale: 'pl' | 'en'): Promise<string[]> {
  // each page is looked at in both dresses: Polish by day, English by night
  const page = await stage.enter(as, { locale, width: 320, dark: locale === 'en' })
  const found: string[] = []
  const waiting = ['/']
  const checked = seen.get(locale) ?? new Set<string>()
  seen.set(locale, checked)
  const visited = new Set<string>()
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const pattern = patternOf(address)
    const mine = `${as ?? ''} ${pattern}`
    if (!pattern || visited.has(mine)) continue
    visited.add(mine)
    const answer = await open(page, address)
    if (!answer) continue
    if (!checked.has(pattern)) found.push(...(await check(page, answer, address)))
    checked.add(pattern)
    const links = await page.locator('a[href^="/"]').evaluateAll(all => all.map(one => one.getAttribute('href') ?? ''))
    waiting.push(...links.map(link => link.split('#')[0] ?? '').filter(link => link && !notPages.test(link)))
  }
  await page.context().close()
  return found
}

for (const locale of ['pl', 'en'] as const) {
  for (const as of kinds) {
    test(`every page that ${as ?? 'a visitor'} can reach is valid, free of barriers and fits 320 px (${locale})`, async () => {
      expect(await walk(as, locale)).toEqual([])
    }, 600_000)
  }
}

test('the check has teeth', async () => {
  const page = await stage.enter()
  const report = await validator.validateString('<!doctype html><html lang="pl"><head><title>x</title></head><body><lable>x</lable></body></html>')
  expect(report.valid).toBe(false)
  await page.setContent('<html lang="pl"><head><title>x</title></head><body><main><h1>x</h1><img src="a.png"></main></body></html>')
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toContain('image-alt')
})

test('the first view of home is light: at most 100 kB without fonts, 20 kB of script', async () => {
  const page = await stage.enter()
  const bytes = { all: 0, script: 0 }
  page.on('requestfinished', async request => {
    const size = (await request.sizes()).responseBodySize
    if (request.resourceType() === 'font') return
    bytes.all += size
    if (request.resourceType() === 'script') bytes.script += size
  })
  await page.goto('/', { waitUntil: 'networkidle' })
  expect(bytes.all).toBeLessThan(100_000)
  expect(bytes.script).toBeLessThan(20_000)
})
