import { expect, test } from 'vitest'
import { productCode, type Source, sourcesIn } from './source.ts'

type Catalogue = Readonly<Record<string, unknown>>
const isTree = (value: unknown): value is Catalogue => typeof value === 'object' && value !== null && !Array.isArray(value)
const keysOf = (tree: Catalogue, prefix = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) => (isTree(value) ? keysOf(value, `${prefix}${key}.`) : [`${prefix}${key}`]))

/** Groups read by a key that is only known while running: t.why[verdict.why]. */
const lookedUp =
  /^(facts|why|errors|states|phases|parts|roles|channels|criteria|verdicts|kinds|sentences|lint|rules|units|levels|wishes|categories)\b|\.(facts|why|errors|states|phases|parts|roles|kinds|sentences|options|steps|sections|hints)\./

const catalogues = sourcesIn('src', ['.texts.ts'])
const load = async (path: string): Promise<Catalogue> => Object.values(await import(/* @vite-ignore */ `../${path}`)).find(isTree) as Catalogue

function unused(keys: readonly string[], sources: readonly Source[]): string[] {
  const code = sources.map(({ text }) => text).join('\n')
  return keys.filter(key => !lookedUp.test(key) && !new RegExp(`\\b${key.split('.').at(-1)}\\b`).test(code))
}

/** A run of letters between tags, or in an attribute that people hear or read. */
function sentencesIn({ text }: Source): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const between = [...code.matchAll(/(?<!\w)<\/?[a-zA-Z][^<>{}]*>\s*([^<>{}()=;]*\p{L}{3,}[^<>{}()=;]*?)\s*<\/?[a-zA-Z]/gu)].map(
    ([, words = '']) => words,
  )
  const spoken = [...code.matchAll(/\b(?:aria-label|title|placeholder|alt|label|hint|lead)="([^"]*\p{L}{3,}[^"]*)"/gu)].map(([, words = '']) => words)
  const polish = [...code.matchAll(/['"`>][^'"`<>]*[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ][^'"`<>]*['"`<]/gu)]
    .map(([words]) => words)
    .filter(words => !/^.Wspólne Projekty.$/.test(words))
  return [...between, ...spoken, ...polish]
}

for (const { path } of catalogues) {
  test(`${path}: Polish and English have the same keys`, async () => {
    const [pl, en] = [await load(path), await load(path.replace('.texts.ts', '.texts.en.ts'))]
    expect(keysOf(en).sort()).toEqual(keysOf(pl).sort())
  })
  test(`${path}: nothing is unused`, async () => {
    const users = productCode().filter(source => !source.path.includes('.texts.'))
    expect(unused(keysOf(await load(path)), users)).toEqual([])
  })
}
test('no sentence in tsx', () => {
  const wrong = sourcesIn('src', ['.tsx'])
    .filter(({ path }) => !path.includes('.test.'))
    .flatMap(source => sentencesIn(source).map(words => `${source.path}: ${words}`))
  expect(wrong).toEqual([])
})
test('each planted violation is found', () => {
  expect(unused(['neverSaid'], productCode())).toEqual(['neverSaid'])
  expect(sentencesIn({ path: 'a.tsx', text: '<p>Nie ma takiej strony</p>' })).not.toEqual([])
  expect(sentencesIn({ path: 'a.tsx', text: '<img alt="A bench" />' })).toEqual(['A bench'])
})
