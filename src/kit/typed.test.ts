import { expect, test } from 'vitest'
import { cleanText } from '#kit/typed.ts'

test.each([
  ['words stay as they are', 'Zażółć gęślą jaźń – „cytat”, 5\u00a0zł', 'Zażółć gęślą jaźń – „cytat”, 5\u00a0zł'],
  ['letters are composed', 'Z\u0307o\u0301\u0142c\u0301', 'Żółć'],
  ['line ends are one kind', 'a\r\nb\rc\u2028d\u000be', 'a\nb\nc\nd\ne'],
  ['control characters go', 'a\u0000b\u0007c\u009fd', 'abcd'],
  ['direction cannot be overridden', 'Jan\u202Egro.elpmaxe\u202C \u2066x\u2069', 'Jangro.elpmaxe x'],
  ['right-to-left words stay', 'שלום مرحبا', 'שלום مرحبا'],
  ['words are not split unseen', 'pi\u200bes do\u00adm\ufeff', 'pies dom'],
  ['an emoji keeps its joiners', '👩‍🌾', '👩‍🌾'],
  ['piles of marks are cut', `z${'\u0336\u0322\u0489'.repeat(20)}a`, 'z\u0336\u0322\u0489a'],
  ['lists pasted from a word processor', '•\tŁawki\n·\tDrzewa\no\tKosze', '- Ławki\n- Drzewa\n- Kosze'],
  ['a word that begins with o is no list', 'o tym mówimy', 'o tym mówimy'],
  ['nothing around', '  \n x \t', 'x'],
])('%s', (_, typed, kept) => {
  expect(cleanText(typed)).toBe(kept)
})
test('cleaning twice changes nothing more', () => {
  for (const typed of ['•\ta\u202e', `e${'\u0301'.repeat(50)}`, ' x\u000by ', 'Ż\u0307\u0307\u0307\u0307'])
    expect(cleanText(cleanText(typed))).toBe(cleanText(typed))
})
