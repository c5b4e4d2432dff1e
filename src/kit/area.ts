import { type Line, lineMetres } from '#kit/distance.ts'
import { type Point, type Position, type Ring, squareKm } from '#kit/geo.ts'
import { no } from '#kit/verdict.ts'

/** An area that somebody drew: one outline without holes. It travels in a form as lines of "lon, lat", so that it can be read and typed too. */
export const drawnLimits = { least: 3, most: 60, squareKm: 0.0005 } as const
export const lineLimits = { least: 2, most: 60, metres: 10 } as const
export type DrawnFault = 'area-broken' | 'area-few' | 'area-many' | 'area-crossing' | 'area-tiny'
export type LineFault = 'line-broken' | 'line-few' | 'line-many' | 'line-short'
export type Drawn = { readonly ok: true; readonly ring: Ring } | { readonly ok: false; readonly why: DrawnFault }

const number = /-?\d{1,3}(?:[.,]\d{1,12})?/g
function positionOf(line: string): Position | undefined {
  const found = line.match(number)?.map(typed => Number(typed.replace(',', '.')))
  const [lon, lat] = found ?? []
  if (found?.length !== 2 || lon === undefined || lat === undefined) return undefined
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [rounded(lon), rounded(lat)] : undefined
}
const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6

const readPositions = (typed: string) =>
  typed
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(positionOf)

/** What was drawn or typed, as a way on the ground. It may cross itself, as paths do. */
export function readLine(typed: string): { readonly ok: true; readonly line: Line } | { readonly ok: false; readonly why: LineFault } {
  const read = readPositions(typed)
  if (read.length > lineLimits.most) return no('line-many')
  if (read.includes(undefined)) return no('line-broken')
  const line = (read as Position[]).filter(([x, y], i, all) => i === 0 || x !== all[i - 1]?.[0] || y !== all[i - 1]?.[1])
  if (line.length < lineLimits.least) return no('line-few')
  return lineMetres(line) < lineLimits.metres ? no('line-short') : { ok: true, line }
}

/** What was drawn or typed, as an outline that is safe to keep: enough points, no crossing, not a line. */
export function readDrawn(typed: string): Drawn {
  const read = readPositions(typed)
  if (read.length > drawnLimits.most + 1) return no('area-many')
  if (read.includes(undefined)) return no('area-broken')
  const ring = withoutRepeats(read as Position[])
  if (ring.length < drawnLimits.least) return no('area-few')
  if (crossesItself(ring)) return no('area-crossing')
  return squareKm([[ring]]) < drawnLimits.squareKm ? no('area-tiny') : { ok: true, ring }
}
export const writeDrawn = (ring: Ring | Line): string => ring.map(([lon, lat]) => `${lon}, ${lat}`).join('\n')

/** The last point may repeat the first, as GeoJSON has it, and a second click in one place is no point. */
function withoutRepeats(ring: Ring): Ring {
  return ring.filter(([x, y], i) => {
    const [beforeX, beforeY] = ring[(i + ring.length - 1) % ring.length] ?? [x, y]
    return ring.length === 1 || x !== beforeX || y !== beforeY
  })
}

const side = ([ax, ay]: Position, [bx, by]: Position, [px, py]: Position) => Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax))
const between = ([ax, ay]: Position, [bx, by]: Position, [px, py]: Position) =>
  Math.min(ax, bx) <= px && px <= Math.max(ax, bx) && Math.min(ay, by) <= py && py <= Math.max(ay, by)

/** Do two pieces touch or cross? */
export function meet(a: Position, b: Position, c: Position, d: Position): boolean {
  const [c1, d1, a1, b1] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)]
  if (c1 !== d1 && a1 !== b1 && c1 * d1 <= 0 && a1 * b1 <= 0) return true
  return (c1 === 0 && between(a, b, c)) || (d1 === 0 && between(a, b, d)) || (a1 === 0 && between(c, d, a)) || (b1 === 0 && between(c, d, b))
}

/** Pieces that share an end may meet there; all others must not. */
export function crossesItself(ring: Ring): boolean {
  const pieces = ring.map((from, i) => [from, ring[(i + 1) % ring.length] ?? from] as const)
  return pieces.some(([a, b], i) => pieces.some(([c, d], j) => j > i + 1 && !(i === 0 && j === pieces.length - 1) && meet(a, b, c, d)))
}

/** Points spread evenly over the box of an outline, for asking in which places it lies. */
export function pointsOver(ring: Ring, aside = 14): Point[] {
  const [lons, lats] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)]
  const [west, south] = [Math.min(...lons), Math.min(...lats)]
  const [wide, tall] = [Math.max(...lons) - west, Math.max(...lats) - south]
  const steps = Array.from({ length: aside }, (_, i) => (i + 0.5) / aside)
  return steps.flatMap(x => steps.map(y => ({ lon: west + wide * x, lat: south + tall * y })))
}
