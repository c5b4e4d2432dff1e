import type { Position } from '#kit/geo.ts'
import { assert } from '#kit/refusal.ts'
import { schematicCells } from '#modules/programme/territories/schematic-map.rules.ts'

const [metresNorth, metresEast] = [111_195, 71_400]
const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6

/** So many metres east and north of the middle of a district. */
export function placeIn(district: number, east: number, north: number): Position {
  const centre = schematicCells.find(({ number }) => number === district)?.centre
  assert(centre, `there is no district ${district}`)
  return [rounded(centre.lon + east / metresEast), rounded(centre.lat + north / metresNorth)]
}
