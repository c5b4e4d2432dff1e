import { expect, test } from 'vitest'
import { proposeUnits, type Topic } from '#modules/consultation/registers/competences.rules.ts'
import { readOutline } from '#modules/consultation/registers/outlines.rules.ts'
import { type Plot, plotChanges, plotNumbersIn, plotsMeant } from '#modules/consultation/registers/plots.rules.ts'
import type { Spot } from '#modules/proposals/place/spots.rules.ts'

const topic = (...words: string[]): Topic[] => words.map(word => ({ topic: word, lemmas: word.split(' ') }))
const line = (unitId: string, topics: string[], more: { territoryId?: string; manager?: string } = {}) => ({
  unitId,
  topics: topic(...topics),
  territoryId: more.territoryId,
  manager: more.manager ?? '',
})
const lines = [
  line('ZZM', ['drzewo', 'plac zabaw']),
  line('ZDMK', ['chodnik']),
  line('ZDMK', ['drzewo'], { territoryId: 'd1' }),
  line('ZBK', [], { manager: 'Zarząd Budynków' }),
]
const propose = (words: string[], territoryId = 'd13', managers: string[] = []) =>
  proposeUnits(lines, { lemmas: new Set(words), territoryId, managers }).map(({ unitId }) => unitId)

test.each([
  [['drzewo'], 'd13', [], ['ZZM']],
  [['drzewo'], 'd1', [], ['ZDMK', 'ZZM']],
  [['chodnik', 'drzewo'], 'd13', [], ['ZZM', 'ZDMK']],
  [['plac'], 'd13', [], []],
  [['plac', 'zabaw'], 'd13', [], ['ZZM']],
  [['drzewo'], 'd13', ['zarzad budynkow'], ['ZBK', 'ZZM']],
  [['kot'], 'd13', [], []],
] as const)('%j in %s on land of %j: %j', (words, place, managers, units) => {
  expect(propose([...words], place, [...managers])).toEqual(units)
})

test.each([
  ['Działka 214/7 obr. 14', ['214/7']],
  ['ławki: 6, drzew 12', []],
  ['działka nr 88, dz. 90 i dz. 91/2', ['91/2', '88', '90']],
  ['termin 12.03.2026, droga 1/2/3', ['1/2/3']],
])('plots named in "%s"', (text, numbers) => {
  expect(plotNumbersIn(text)).toEqual(numbers)
})

const plot = (number: string, precinct: string, more: Partial<Plot> = {}): Plot => ({
  number,
  precinct,
  manager: 'ZZM',
  status: 'gmina',
  point: undefined,
  ...more,
})
test('of two plots with one number the one whose precinct is named is meant; one close to the point is meant too', () => {
  const [old, young] = [plot('214/7', '14 Podgórze'), plot('214/7', '5 Nowa Huta')]
  const near = plot('3', '1', { point: { lon: 19.96, lat: 50.03 } })
  const about = (text: string, point?: { lon: number; lat: number }) => plotsMeant([old, young, near], { text, spot: { point } })
  expect(about('dz. 214/7')).toEqual([])
  expect(about('dz. 214/7 obręb 14 Podgorze')).toEqual([old])
  expect(about('ławki', { lon: 19.9601, lat: 50.0301 })).toEqual([near])
  expect(about('ławki', { lon: 19.97, lat: 50.03 })).toEqual([])
})
test('an outline decides where there is one; what is drawn counts as well as a point', () => {
  const read = readOutline('POLYGON ((19.96 50.03, 19.962 50.03, 19.962 50.031, 19.96 50.031, 19.96 50.03))')
  const wide = plot('1', 'A', { outline: read, point: { lon: 19.9605, lat: 50.0305 } })
  const marked = plot('2', 'A', { point: { lon: 19.9605, lat: 50.0318 } })
  const meant = (spot: Spot) => plotsMeant([wide, marked], { text: '', spot }).map(({ number }) => number)
  const along = (lat: number): Spot => ({
    line: [
      [19.958, lat],
      [19.97, lat],
    ],
  })
  expect(meant({ point: { lon: 19.9619, lat: 50.0309 } })).toEqual(['1'])
  // close to its mark, yet beyond its border
  expect(meant({ point: { lon: 19.9599, lat: 50.0305 } })).toEqual([])
  expect(meant(along(50.0305))).toEqual(['1'])
  expect(meant(along(50.0316))).toEqual(['2'])
  expect(meant({ area: readOutline('POLYGON ((19.95 50.02, 19.97 50.02, 19.97 50.04, 19.95 50.04))') })).toEqual(['1', '2'])
  expect(meant({})).toEqual([])
})
test.each([
  ['POLYGON ((20 50, 20.1 50, 20.1 50.1, 20 50))', 1],
  ['polygon((20 50, 20.1 50, 20.1 50.1, 20 50), (20.05 50.01, 20.06 50.01, 20.06 50.02, 20.05 50.01))', 1],
  ['MULTIPOLYGON (((20 50, 20.1 50, 20.1 50.1, 20 50)), ((21 50, 21.1 50, 21.1 50.1, 21 50)))', 2],
  ['POLYGON ((20 50, 20.1 50))', undefined],
  ['POLYGON ((7420000 5540000, 7420010 5540000, 7420010 5540010, 7420000 5540000))', undefined],
  ['POLYGON EMPTY', undefined],
  ['tu i tam', undefined],
])('an outline: %s', (typed, polygons) => {
  expect(readOutline(typed)?.length).toBe(polygons)
})

test('what a new table changes', () => {
  const before = [plot('1', 'A'), plot('2', 'A')]
  const rows = [plot('1', 'A', { status: 'Skarb Państwa' }), plot('3', 'A')]
  const said = ({ added, changed, gone, same }: ReturnType<typeof plotChanges>) => [
    added.map(({ number }) => number),
    changed.map(({ number }) => number),
    gone.map(({ number }) => number),
    same,
  ]
  expect(said(plotChanges(rows, before, false))).toEqual([['3'], ['1'], [], 0])
  expect(said(plotChanges(rows, before, true))).toEqual([['3'], ['1'], ['2'], 0])
  expect(said(plotChanges(before, before, true))).toEqual([[], [], [], 2])
})
