import { expect, test } from 'vitest'
import { readAreas } from '#modules/programme/territories/geojson.rules.ts'
import type { Territory } from '#modules/programme/territories/territories.rules.ts'

const territories: Territory[] = [
  { id: 'city', kind: 'city', number: null, name: 'Kraków', parentId: null },
  { id: 'd9', kind: 'district', number: 9, name: 'Łagiewniki-Borek Fałęcki', parentId: 'city' },
  { id: 'd13', kind: 'district', number: 13, name: 'Podgórze', parentId: 'city' },
  { id: 'e1', kind: 'estate', number: null, name: 'Zabłocie', parentId: 'd13' },
]
const ring = [
  [19.9, 50],
  [20, 50],
  [20, 50.1],
  [19.9, 50],
]
const feature = (properties: object, geometry: unknown = { type: 'Polygon', coordinates: [ring] }) => ({ type: 'Feature', properties, geometry })
const read = (...features: readonly unknown[]) => readAreas({ type: 'FeatureCollection', features }, territories)

test.each([
  [{ number: 13 }, 'd13'],
  [{ number: '13', name: 'Podgórze' }, 'd13'],
  [{ roman: 'XIII' }, 'd13'],
  [{ name: 'podgorze' }, 'd13'],
  [{ nazwa: 'Lagiewniki - Borek Falecki' }, 'd9'],
  [{ number: 13, name: 'Dzielnica XIII Podgórze' }, 'd13'],
  [{ kind: 'estate', name: 'Zabłocie', parent: 'XIII' }, 'e1'],
  [{ kind: 'estate', name: 'Zabłocie', parent: 'Podgórze' }, 'e1'],
  [{ kind: 'custom', name: 'Bulwary', parent: 13 }, undefined],
  [{ kind: 'custom', name: 'Cała Wisła' }, undefined],
])('%j is matched', (properties, id) => {
  const { areas, faults } = read(feature(properties))
  expect(faults).toEqual([])
  expect(areas[0]?.territory?.id).toBe(id)
  // clockwise, whatever the file says
  expect(areas[0]?.area[0]?.[0]?.[1]).toEqual([20, 50.1])
})

test.each([
  [{ number: 13, name: 'Nowa Huta' }, undefined, 'name-differs'],
  [{ number: 77 }, undefined, 'no-such-district'],
  [{ name: 'Wilanów' }, undefined, 'no-such-district'],
  [{}, undefined, 'no-name'],
  [{ kind: 'village', name: 'X' }, undefined, 'kind'],
  [{ kind: 'estate', name: 'X', parent: 'Y' }, undefined, 'no-such-parent'],
  [{ kind: 'estate' }, undefined, 'no-name'],
  [{ number: 13 }, null, 'not-area'],
  [{ number: 13 }, { type: 'Point', coordinates: [1, 2] }, 'not-area'],
  [
    { number: 13 },
    {
      type: 'Polygon',
      coordinates: [
        [
          [1, 1],
          [2, 2],
        ],
      ],
    },
    'short-ring',
  ],
  [
    { number: 13 },
    {
      type: 'Polygon',
      coordinates: [
        [
          [7_420_000, 5_540_000],
          [1, 1],
          [1, 2],
          [2, 2],
        ],
      ],
    },
    'not-degrees',
  ],
  [
    { number: 13 },
    {
      type: 'Polygon',
      coordinates: [
        [
          ['19', '50'],
          [1, 1],
          [1, 2],
          [2, 2],
        ],
      ],
    },
    'not-degrees',
  ],
])('%j with %j is refused', (properties, geometry, why) => {
  expect(read(feature({ number: 9 }), feature(properties, geometry === undefined ? undefined : geometry)).faults).toMatchObject([{ feature: 2, why }])
})

test('what is not a collection, is empty, or says the same twice', () => {
  expect(readAreas([], territories).faults[0]?.why).toBe('not-features')
  expect(readAreas({ type: 'Topology' }, territories).faults[0]?.why).toBe('not-features')
  expect(read().faults[0]?.why).toBe('empty')
  expect(read(feature({ number: 13 }), feature({ name: 'Podgórze' })).faults).toMatchObject([{ feature: 2, why: 'twice' }])
})

test('a city without districts takes them from the file', () => {
  const { areas } = readAreas({ type: 'FeatureCollection', features: [feature({ number: 1, name: 'Centrum' })] }, territories.slice(0, 1))
  expect(areas[0]).toMatchObject({ number: 1, name: 'Centrum', territory: undefined, parentId: 'city' })
})
