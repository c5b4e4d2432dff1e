import { expect, test } from 'vitest'
import { type Source, sourcesIn } from './source.ts'

const most = 300
/** Catalogues are as long as what they list. */
const catalogue =
  /\.texts(\.en)?\.ts$|\/theme\.css$|^src\/paths\.ts$|^house\/retention\.test\.ts$|schematic-map\.ts$|\/content\/|presets?[\w-]*\.rules\.ts$|schema\.snapshot/
const drawer = /(^|\/)(utils?|helpers?|common|misc|shared|services?)(\.|\/)/

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
test('each planted violation is found', () => {
  expect(tooLong([{ path: 'src/kit/long.ts', text: 'x\n'.repeat(most + 1) }])).toHaveLength(1)
  expect(
    drawers([
      { path: 'src/kit/utils.ts', text: '' },
      { path: 'src/modules/ideas/helpers/a.ts', text: '' },
    ]),
  ).toHaveLength(2)
})
