import sharp from 'sharp'
import { expect, test } from 'vitest'
import { renderPdf, renderPicture } from '#platform/documents.ts'
import { insideOf, lettersOf, textOf } from '#platform/testing-pdf.ts'

const now = new Date('2026-03-12T10:00:00Z')
const print = (text: string, evaluated = false) =>
  renderPdf(new URL('./documents.test.typ', import.meta.url), { title: 'Wspólny park', foot: 'Kraków', text, evaluated }, now)

const pagesOf = (pdf: Buffer) => [...insideOf(pdf).matchAll(/\/Type\s*\/Page(?![A-Za-z])/g)].length

test('a document is tagged, says that it is PDF/UA and in which language, and is the same for the same data', () => {
  const pdf = print('Zwykłe zdanie.')
  const inside = insideOf(pdf)
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(inside).toMatch(/pdfuaid:part(>|=")1/)
  expect(inside).toMatch(/\/MarkInfo[\s\S]{0,40}\/Marked true/)
  expect(inside).toContain('/StructTreeRoot')
  expect(inside).toMatch(/\/Lang\s*\(pl/)
  expect(print('Zwykłe zdanie.').equals(pdf)).toBe(true)
})

test('what people type is printed as it is, whatever it means in the language of templates', () => {
  const text = 'Plac #1 *bez* $ \\ ] cienia @ulica <tak> _za_ `rogiem` // koniec'
  const letters = lettersOf(print(text))
  for (const letter of '#1*$\\]@<>_`/') expect(letters, letter).toContain(letter)
  for (const typed of ['#panic("x")', '#pagebreak()', '$ x', ']', '[', '\\', '#import "/etc/passwd": x', '#read("/ui/paper.typ")', '"', '}))'])
    expect(pagesOf(print(typed)), typed).toBe(1)
})

test('a letter that no font of ours has stands as a square, and the print never fails over it', () => {
  for (const [typed, ...letters] of [
    ['Drzewo 🌳 i cień', '□', 'ń'],
    ['Plac 中文 Олена', '□', 'О', 'л'],
    ['አዲስ 🇵🇱 „tak” – 5 m²', '□', '„', '–', '²'],
  ] as const)
    for (const letter of letters) expect(lettersOf(print(typed)), `${typed}: ${letter}`).toContain(letter)
  expect(textOf(print('Etap 1️⃣ teraz'))).toContain('Etap 1 teraz')
})

test('its text can be read back', () => {
  expect(textOf(print('Zażółć (gęślą) \\jaźń: Jurij Kowalenko.'))).toContain('Zażółć (gęślą) \\jaźń: Jurij Kowalenko.')
})

test('planted: a template that reads text as its own language stumbles over all this', () => {
  expect(() => print('#panic("x")', true)).toThrow()
  expect(() => print('$ x', true)).toThrow()
  expect(pagesOf(print('jeden #pagebreak() dwa', true))).toBe(2)
  expect(lettersOf(print('Plac *bez* cienia', true))).not.toContain('*')
})

test('a picture for links has the size of its page, a dot for each point', async () => {
  const template = new URL('../modules/programme/archive/archive-picture.typ', import.meta.url)
  const content = { title: 'Łąka #evaluated[x] $1$', kicker: 'Żółw', lead: '', share: 0.5, rows: [['Park', '7 zł']], foot: '', lang: 'pl' }
  const { width, height, format } = await sharp(await renderPicture(template, content)).metadata()
  expect([width, height, format]).toEqual([1200, 630, 'png'])
})
