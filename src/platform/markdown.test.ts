import { expect, test } from 'vitest'
import { picturesIn, renderMarkdown } from '#platform/markdown.ts'

test.each([
  ['a title goes one level down', '# Tytuł', '<h2>Tytuł</h2>'],
  ['whatever mark the writer began with', '### A\n\n#### B', '<h2>A</h2>\n<h3>B</h3>'],
  ['html stays words', '<script>alert(1)</script><b>x</b>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;&lt;b&gt;x&lt;/b&gt;</p>'],
  ['an inner link stays bare', '[mapa](/dzielnice/13)', '<p><a href="/dzielnice/13">mapa</a></p>'],
  ['an outer link is marked', '[BIP](https://bip.example.pl)', '<p><a href="https://bip.example.pl" rel="nofollow noopener noreferrer">BIP</a></p>'],
  [
    'a written address becomes a link',
    'https://bip.example.pl',
    '<p><a href="https://bip.example.pl" rel="nofollow noopener noreferrer">https://bip.example.pl</a></p>',
  ],
  ['a link that runs is only words', '[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>'],
  ['a link to a foreign host by two slashes loses its address', '[x](//evil.example)', '<p><a>x</a></p>'],
  ['a foreign picture is only its words', '![kot](https://evil.example/k.png)', '<p>kot</p>'],
  ['a picture pretending to be ours is only its words', '![kot](/pliki/file_a/../../x)', '<p>kot</p>'],
  [
    'a heading of a table is a heading',
    '| a |\n|---|\n| 1 |',
    '<table>\n<thead>\n<tr>\n<th scope="col">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n</tr>\n</tbody>\n</table>',
  ],
])('%s', (_, text, html) => expect(renderMarkdown(text).trim()).toBe(html))

test('a picture of ours becomes a figure with its caption, measured where its size is known', () => {
  const sizes = new Map([['file_abc', { width: 1600, height: 900 }]])
  expect(renderMarkdown('![Ludzie przy stole](/pliki/file_abc "Warsztat w bibliotece")', sizes).trim()).toBe(
    '<figure><img src="/pliki/file_abc" srcset="/pliki/file_abc?rozmiar=640 640w, /pliki/file_abc 1600w" sizes="(min-width: 48rem) 44rem, 92vw" alt="Ludzie przy stole" width="1600" height="900" loading="lazy" decoding="async" /><figcaption>Warsztat w bibliotece</figcaption></figure>',
  )
})

test('words of a picture cannot break out of their attribute', () => {
  const html = renderMarkdown('![a" onload="x](/pliki/file_abc "b</figcaption><script>")')
  expect(html).not.toContain('<script')
  expect(html).toContain('alt="a&quot; onload=&quot;x"')
})

test('pictures are found wherever they stand, and a missing description shows', () => {
  expect(picturesIn('![](/pliki/file_a)\n\n- punkt ![b](https://x.example/y.png "c")')).toEqual([
    { fileId: 'file_a', alt: '', caption: '' },
    { fileId: undefined, alt: 'b', caption: 'c' },
  ])
})
