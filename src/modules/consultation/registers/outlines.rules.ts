import { type Area, type Position, type Ring, squareKm } from '#kit/geo.ts'

const ringForm = /\(([^()]+)\)/g
const positionOf = (pair: string): Position | undefined => {
  const [lon, lat, ...more] = pair.trim().split(/\s+/).map(Number)
  if (lon === undefined || lat === undefined || more.length > 1 || !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) return undefined
  return [lon, lat]
}
const ringOf = (typed: string): Ring | undefined => {
  const positions = typed.split(',').map(positionOf)
  return positions.length < 4 || positions.includes(undefined) ? undefined : (positions as Position[])
}

/** "POLYGON ((lon lat, …))" or "MULTIPOLYGON (((…)))" in degrees, as every map program writes it; undefined for anything else. */
export function readOutline(typed: string): Area | undefined {
  const [, multi, body = ''] = /^\s*(MULTI)?POLYGON\s*(?:Z\s*)?\((.*)\)\s*$/is.exec(typed) ?? []
  const polygons = multi ? [...body.matchAll(/\((\s*\([^()]+\)\s*(?:,\s*\([^()]+\)\s*)*)\)/g)].map(([, rings = '']) => rings) : [body]
  const area = polygons.map(polygon => [...polygon.matchAll(ringForm)].map(([, ring = '']) => ringOf(ring)))
  if (area.length === 0 || area.some(rings => rings.length === 0 || rings.includes(undefined))) return undefined
  const read = area as Area
  return squareKm(read) > 0 ? read : undefined
}

/** The box that positions lie in. */
export function boxOf(positions: readonly Position[]): {
  readonly west: number
  readonly east: number
  readonly south: number
  readonly north: number
} {
  const [lons, lats] = [positions.map(([lon]) => lon), positions.map(([, lat]) => lat)]
  return { west: Math.min(...lons), east: Math.max(...lons), south: Math.min(...lats), north: Math.max(...lats) }
}
