import { expect, test } from 'vitest'
import { readLine } from '#kit/area.ts'
import { lineMetres } from '#kit/distance.ts'
import type { Position } from '#kit/geo.ts'
import { isElsewhere, movedMetres, type Spot, spotChanges, touches } from '#modules/proposals/place/spots.rules.ts'

/** Metres east and north of a place in the city, as degrees. */
const at = (east: number, north: number): Position => [20 + east / (111_195 * Math.cos((50.05 * Math.PI) / 180)), 50.05 + north / 111_195]
const point = (east: number, north: number) => ({ lon: at(east, north)[0], lat: at(east, north)[1] })
const square = (west: number, south: number, side: number) => [
  [[at(west, south), at(west + side, south), at(west + side, south + side), at(west, south + side)]],
]
const line = (...points: [number, number][]) => points.map(([east, north]) => at(east, north))

test.each<[string, Spot, Spot, number]>([
  ['nothing marked before', {}, { point: point(0, 0) }, 0],
  ['all taken away', { point: point(0, 0) }, {}, 0],
  ['a point within reach', { point: point(0, 0) }, { point: point(30, 40) }, 50],
  ['a point farther', { point: point(0, 0) }, { point: point(120, 0) }, 120],
  ['an area around the point', { point: point(0, 0) }, { area: square(-100, -100, 200) }, 0],
  ['an area beside the point', { point: point(0, 0) }, { area: square(80, -100, 200) }, 80],
  ['a line through the point', { point: point(0, 0) }, { line: line([-300, 0], [300, 0]) }, 0],
  ['an area of which a corner is left', { area: square(0, 0, 200) }, { area: square(0, 0, 100) }, 141],
  ['an area that has grown', { area: square(0, 0, 100) }, { area: square(0, 0, 200) }, 141],
  ['a line made longer', { line: line([0, 0], [100, 0]) }, { line: line([0, 0], [300, 0]) }, 200],
  ['a line with one point more on its way', { line: line([0, 0], [100, 0]) }, { line: line([0, 0], [50, 0], [100, 0]) }, 0],
  ['a point within the area that stays', { area: square(0, 0, 200), point: point(10, 10) }, { area: square(0, 0, 200), point: point(190, 190) }, 0],
])('moved: %s', (_, was, is, metres) => {
  expect(Math.round(movedMetres(was, is))).toBe(metres)
})

test('fifty metres are the same place, a step more is another', () => {
  expect(isElsewhere({ point: point(0, 0) }, { point: point(49.9, 0) })).toBe(false)
  expect(isElsewhere({ point: point(0, 0) }, { point: point(50.5, 0) })).toBe(true)
})

test('what changed, shape by shape; the order of keys is no change', () => {
  const was: Spot = { point: { lon: 20, lat: 50 }, line: line([0, 0], [100, 0]) }
  const { lon, lat } = { lon: 20, lat: 50 }
  expect(spotChanges(was, { point: { lat, lon }, line: was.line })).toEqual([])
  expect(spotChanges(was, { point: { lon: 20.001, lat }, area: square(0, 0, 100) })).toEqual([
    { shape: 'point', what: 'changed' },
    { shape: 'line', what: 'gone' },
    { shape: 'area', what: 'added' },
  ])
})

test.each<[string, Spot, boolean]>([
  ['a point inside', { point: point(50, 50) }, true],
  ['a point outside', { point: point(150, 50) }, false],
  ['a line through it, with no point inside', { line: line([-50, 50], [150, 50]) }, true],
  ['a line past it', { line: line([-50, 120], [150, 120]) }, false],
  ['an area around it', { area: square(-100, -100, 400) }, true],
  ['an area over its corner', { area: square(90, 90, 50) }, true],
  ['an area crossing it like a plus', { area: [[[at(40, -50), at(60, -50), at(60, 150), at(40, 150)]]] }, true],
  ['an area beside it', { area: square(120, 0, 50) }, false],
])('touches a square of a hundred metres: %s', (_, spot, meant) => {
  expect(touches(spot, square(0, 0, 100))).toBe(meant)
})

test.each([
  ['20, 50', 'line-few'],
  ['20, 50\n20, 50', 'line-few'],
  ['20, 50\ntam', 'line-broken'],
  ['20, 50\n20.00001, 50', 'line-short'],
  [Array.from({ length: 61 }, (_, i) => `20, ${50 + i / 1000}`).join('\n'), 'line-many'],
])('a line that is none: %j', (typed, why) => {
  expect(readLine(typed)).toMatchObject({ ok: false, why })
})
test('a line may cross itself, and knows its length', () => {
  const read = readLine('20, 50\n20.01, 50\n20.005, 50.005\n20.005, 49.995')
  expect(read.ok && Math.round(lineMetres(read.line))).toBe(2488)
})
