import { expect, test } from 'vitest'
import { type Source, sourcesIn } from './source.ts'

const most = 300
/** Catalogues are as long as what they list. */
const catalogue =
  /\.texts(\.en)?\.ts$|\/theme\.css$|^src\/paths\.ts$|^house\/retention\.test\.ts$|schematic-map\.ts$|\/content\/|presets?[\w-]*\.rules\.ts$|schema\.snapshot/
const drawer = /(^|\/)(utils?|helpers?|common|misc|shared|services?)(\.|\/)/

/** A module that has more is too large to be looked over: its files stand in rooms by subject. */
const mostInFolder = 50
const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/'))
const overfull = (paths: readonly string[]) => {
  const folders = paths.map(folderOf)
  return [...new Set(folders)].filter(folder => folders.filter(other => other === folder).length > mostInFolder)
}

const tooLong = (sources: readonly Source[]) =>
  sources.filter(({ path, text }) => !catalogue.test(path) && text.split('\n').length - 1 > most).map(({ path }) => path)
const drawers = (sources: readonly Source[]) => sources.filter(({ path }) => drawer.test(path)).map(({ path }) => path)

const all = ['src', 'house', 'journeys', 'bench', 'bin'].flatMap(folder => sourcesIn(folder, ['.ts', '.tsx', '.mjs', '.css']))

test('a file fits on a few screens', () => {
  expect(tooLong(all)).toEqual([])
})
test('no file is a drawer without a label', () => {
  expect(drawers(all)).toEqual([])
})
test('a folder of a module can be looked over', () => {
  expect(overfull(sourcesIn('src/modules', ['.ts', '.tsx', '.typ']).map(({ path }) => path))).toEqual([])
})
/** Whoever wants to trust the verifier must be able to read it whole. */
const linesOf = (sources: readonly Source[]) => sources.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0)
test('the verifier is read in an evening', () => {
  const program = sourcesIn('verifier', ['.js', '.mjs'])
  expect(program.length).toBeGreaterThan(3)
  expect(linesOf(program)).toBeLessThan(600)
})
test('each planted violation is found', () => {
  expect(tooLong([{ path: 'src/kit/long.ts', text: 'x\n'.repeat(most + 1) }])).toHaveLength(1)
  expect(
    drawers([
      { path: 'src/kit/utils.ts', text: '' },
      { path: 'src/modules/ideas/helpers/a.ts', text: '' },
    ]),
  ).toHaveLength(2)
  expect(linesOf([{ path: 'verifier/long.js', text: 'x\n'.repeat(600) }])).toBe(600)
  expect(overfull(Array.from({ length: mostInFolder + 1 }, (_, n) => `src/modules/ideas/a${n}.rules.ts`))).toEqual(['src/modules/ideas'])
})
