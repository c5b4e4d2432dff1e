import { afterAll, beforeAll, expect, test } from 'vitest'
import { house as theHouse } from '#kit/actor.ts'
import { readMore } from '#modules/programme/pages/pages.rules.ts'
import { listShownPages } from '#modules/programme/pages/pages.store.ts'
import { paths } from '#paths'
import { filesOf } from '#platform/files.ts'
import { picturesIn } from '#platform/markdown.ts'
import { installStartingPagesOnce, startingSlugs } from '#seeds/starting-pages.ts'
import { openHouse, type TestHouse } from '#web/testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const patterns = Object.values(paths).map(path => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`))

test('a new city finds six pages in two languages, each with a described picture and links that lead somewhere', async () => {
  await installStartingPagesOnce(house.ctx(theHouse))
  const pages = await listShownPages(house.ctx())
  expect(pages.map(page => page.slug).sort()).toEqual(Object.values(startingSlugs).sort())
  for (const { id, content } of pages) {
    const [file] = await filesOf(house.ctx(), id)
    expect(file).toMatchObject({ visibility: 'public', width: 1600, height: 900 })
    for (const text of [content.pl, content.en]) {
      const [picture, more] = picturesIn(text.body)
      expect([picture?.fileId, more, picture?.alt !== '', picture?.caption !== '']).toEqual([file?.id, undefined, true, true])
      const { links, mistakes } = readMore(text.more)
      expect([links.length > 1, mistakes, links.filter(link => !patterns.some(pattern => pattern.test(link.href)))]).toEqual([true, [], []])
    }
  }
})

test('a second start writes nothing over what the city has made of them', async () => {
  const before = await listShownPages(house.ctx())
  await installStartingPagesOnce(house.ctx(theHouse))
  expect(await listShownPages(house.ctx())).toEqual(before)
})

test('a visitor reads them without a single query more for the picture or the list', async () => {
  house.queries.length = 0
  expect((await house.stranger.get(`/o-programie/${startingSlugs.about}`)).status).toBe(200)
  expect(house.queries.filter(sql => /from "(pages|page_|files)/.test(sql)).length).toBeLessThanOrEqual(5)
})
