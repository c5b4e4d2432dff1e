import { expect, test } from 'vitest'
import { atomOf } from '#kit/atom.ts'

const entry = (title: string) => ({
  id: 'https://x/1',
  title,
  summary: 'dodano potrzebę',
  href: 'https://x/potrzeby/1?a=1&b=2',
  updated: new Date(0),
})
const feed = (...titles: string[]) =>
  atomOf({
    id: 'https://x/kanal.atom',
    title: 'Nowości',
    author: 'Miasto',
    self: 'https://x/kanal.atom?gdzie=13',
    alternate: 'https://x/',
    lang: 'pl',
    updated: new Date(0),
    entries: titles.map(entry),
  })

test.each([
  ['<b>ławka</b> & "stół"', '&lt;b&gt;ławka&lt;/b&gt; &amp; &quot;stół&quot;'],
  [']]>', ']]&gt;'],
  ['a\u0000b\u0008c\ud800d\uffffe', 'abcde'],
  ['🌳 drzewo', '🌳 drzewo'],
])('what people type stays text: %j', (typed, written) => {
  expect(feed(typed)).toContain(`<title>${written}</title>`)
})
test('addresses are escaped too, and an empty feed is a feed', () => {
  expect(feed('x')).toContain('href="https://x/potrzeby/1?a=1&amp;b=2"')
  expect(feed()).toMatch(/^<\?xml[\s\S]*<updated>1970-01-01T00:00:00.000Z<\/updated>[\s\S]*<\/feed>\n$/)
})
