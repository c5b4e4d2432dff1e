import { AxeBuilder } from '@axe-core/playwright'
import { HtmlValidate } from 'html-validate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#paths'
import type { CastKey } from '#seeds/cast.ts'
import { openStage, type Stage } from './stage.ts'

export const validator = new HtmlValidate({
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
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** The body of a page; undefined for what is no page: a feed, a calendar, a document that is downloaded. */
async function read(page: Page, address: string): Promise<string | undefined> {
  const answer = await page.request.get(address)
  return answer.headers()['content-type']?.includes('text/html') ? answer.text() : undefined
}

async function check(page: Page, address: string): Promise<string[]> {
  const answer = await page.goto(address)
  if (!answer) return [`${address}: no answer`]
  const report = await validator.validateString(await answer.text())
  const markup = report.results.flatMap(result =>
    result.messages.map(message => `${address}: html ${message.ruleId}: ${message.message} (${message.line}:${message.column})`),
  )
  // the pages have no frames, so no second window is needed for each
  const axe = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(tags)
    .analyze()
  const barriers = axe.violations.flatMap(found => found.nodes.slice(0, 3).map(node => `${address}: axe ${found.id}: ${node.html.slice(0, 160)}`))
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return [
    ...(answer.status() >= 400 ? [`${address}: status ${answer.status()}`] : []),
    ...markup,
    ...barriers,
    ...(wide > 0 ? [`${address}: ${wide} px wider than the screen`] : []),
  ]
}

const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a\b[^>]*\bhref="(\/[^"#]*)/g)].map(([, link = '']) => link.replaceAll('&amp;', '&')).filter(link => !notPages.test(link))

/** Walks along all links as this person. Each kind of page is opened in the browser once, for the first who reaches it; the others only read its links. */
async function walk(stage: Stage, as: CastKey | undefined, locale: 'pl' | 'en', checked: Set<string>): Promise<string[]> {
  // each page is looked at in both dresses: Polish by day, English by night
  const page = await stage.enter(as, { locale, width: 320, dark: locale === 'en' })
  const found: string[] = []
  const waiting = ['/']
  const visited = new Set<string>()
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const pattern = patternOf(address)
    if (!pattern || visited.has(pattern)) continue
    visited.add(pattern)
    const html = await read(page, address)
    if (html === undefined) continue
    if (!checked.has(pattern)) found.push(...(await check(page, address)))
    checked.add(pattern)
    waiting.push(...linksIn(html))
  }
  await page.context().close()
  return found
}

/** One test for each kind of person; the stage on which they walk is for further tests of the same file. */
export function testEveryPage(locale: 'pl' | 'en'): () => Stage {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())
  const checked = new Set<string>()
  for (const as of kinds)
    test(`every page that ${as ?? 'a visitor'} can reach is valid, free of barriers and fits 320 px (${locale})`, async () => {
      expect(await walk(stage, as, locale, checked)).toEqual([])
    }, 600_000)
  return () => stage
}
