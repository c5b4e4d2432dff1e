import { expect, test } from 'vitest'
import { crossesItself, pointsOver, readDrawn, writeDrawn } from '#kit/area.ts'
import { isInside, type Ring } from '#kit/geo.ts'

const square: Ring = [
  [19.95, 50.04],
  [19.96, 50.04],
  [19.96, 50.05],
  [19.95, 50.05],
]
const lines = (ring: Ring) => writeDrawn(ring)

test.each([
  ['four points', lines(square), 'ok'],
  ['decimal commas and semicolons', '19,95; 50,04\n19,96; 50,04\n19,96; 50,05', 'ok'],
  ['closed as GeoJSON has it', lines([...square, square[0] ?? [0, 0]]), 'ok'],
  ['a click twice in one place', lines([...square, ...square.slice(-1)]), 'ok'],
  ['nothing', '', 'area-few'],
  ['two points', '19.95, 50.04\n19.96, 50.04', 'area-few'],
  ['words', 'Zabłocie\nPodgórze\nGrzegórzki', 'area-broken'],
  ['three numbers a line', '19.95, 50.04, 3\n19.96, 50.04, 3\n19.96, 50.05, 3', 'area-broken'],
  ['off the Earth', '19.95, 95\n19.96, 50.04\n19.96, 50.05', 'area-broken'],
  ['a bow tie', '19.95, 50.04\n19.96, 50.05\n19.96, 50.04\n19.95, 50.05', 'area-crossing'],
  ['a spike that runs back', '19.95, 50.04\n19.97, 50.04\n19.96, 50.04\n19.96, 50.05', 'area-crossing'],
  ['three points in a row', '19.95, 50.04\n19.96, 50.04\n19.97, 50.04', 'area-tiny'],
  ['a doormat', '19.95, 50.04\n19.95001, 50.04\n19.95001, 50.04001', 'area-tiny'],
  ['too many points', Array.from({ length: 70 }, (_, i) => `19.95, ${50 + i / 1000}`).join('\n'), 'area-many'],
])('%s: %s', (_, typed, said) => {
  const read = readDrawn(typed)
  expect(read.ok ? 'ok' : read.why).toBe(said)
})

test('what is written reads back as the same, whichever way it runs', () => {
  for (const ring of [square, [...square].reverse()]) {
    expect(readDrawn(writeDrawn(ring))).toEqual({ ok: true, ring })
    expect(crossesItself(ring)).toBe(false)
  }
})
test('points over an outline lie in its box, and most in a square lie inside', () => {
  const points = pointsOver(square)
  expect(points).toHaveLength(196)
  expect(points.every(point => isInside(point, [[square]]))).toBe(true)
})
