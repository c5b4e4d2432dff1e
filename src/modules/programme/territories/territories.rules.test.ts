import { expect, test } from 'vitest'
import { isInside, squareKm, wound } from '#kit/geo.ts'
import { schematicArea, schematicCellAt, schematicCells } from '#modules/programme/territories/schematic-map.rules.ts'
import { findByName, fromRoman, readPoint, roman, territoryTitle, whereOf } from '#modules/programme/territories/territories.rules.ts'

test.each([
  [1, 'I'],
  [4, 'IV'],
  [9, 'IX'],
  [13, 'XIII'],
  [14, 'XIV'],
  [18, 'XVIII'],
  [40, 'XL'],
])('%d is %s', (number, numeral) => {
  expect(roman(number)).toBe(numeral)
  expect(fromRoman(numeral)).toBe(number)
})

test('a territory is titled and addressed by its number, the city by a word', () => {
  expect(territoryTitle({ number: 13, name: 'Podgórze' })).toBe('XIII Podgórze')
  expect(whereOf({ id: 't1', kind: 'district', number: 13 })).toBe('13')
  expect(whereOf({ id: 't0', kind: 'city', number: null })).toBe('miasto')
})

test.each(['Lagiewniki-Borek_Falecki', 'ŁAGIEWNIKI BOREK FAŁĘCKI', 'Łagiewniki - Borek Fałęcki'])('%s is found', name => {
  expect(findByName([{ name: 'Podgórze' }, { name: 'Łagiewniki-Borek Fałęcki' }], name)?.name).toBe('Łagiewniki-Borek Fałęcki')
})

test.each([
  ['19.94', '50,06', { lon: 19.94, lat: 50.06 }],
  ['', '', undefined],
  ['', '50', undefined],
  ['abc', '50', undefined],
  ['200', '50', undefined],
])('a point of %s and %s', (lon, lat, point) => expect(readPoint(lon, lat)).toEqual(point))

test('the schematic map finds each centre in its own cell, and nobody outside the city', () => {
  for (const cell of schematicCells) expect(schematicCellAt(cell.centre)?.number).toBe(cell.number)
  expect(schematicCellAt({ lon: 21.01, lat: 52.23 })).toBeUndefined()
})

test('a drawn cell holds its centre and agrees with the formula', () => {
  for (const cell of schematicCells) {
    expect(isInside(cell.centre, schematicArea(cell))).toBe(true)
    for (const other of schematicCells) if (other !== cell) expect(isInside(cell.centre, schematicArea(other))).toBe(false)
  }
})

const square = [
  [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ],
    [
      [0.2, 0.2],
      [0.4, 0.2],
      [0.4, 0.4],
      [0.2, 0.4],
      [0.2, 0.2],
    ],
  ],
] as const
test('a hole is outside; winding is made one', () => {
  expect(isInside({ lon: 0.1, lat: 0.1 }, square)).toBe(true)
  expect(isInside({ lon: 0.3, lat: 0.3 }, square)).toBe(false)
  const [polygon] = wound(square)
  expect(polygon?.[0]?.[1]).toEqual([0, 1])
  expect(polygon?.[1]?.[1]).toEqual([0.4, 0.2])
  expect(wound(wound(square))).toEqual(wound(square))
  expect(squareKm(square)).toBeCloseTo(0.96 * 111.195 ** 2 * Math.cos(Math.PI / 360), 0)
})
