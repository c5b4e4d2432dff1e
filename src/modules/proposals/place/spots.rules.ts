import { meet } from '#kit/area.ts'
import { edgesOf, type Line, metresBetween, metresToLine, pointOf } from '#kit/distance.ts'
import { type Area, isInside, type Point, squareKm } from '#kit/geo.ts'

/** Where a project lies on the map: a point, a line, an area, all or none of them; in words it is said by its section. */
export type Spot = { readonly point?: Point | undefined; readonly line?: Line | undefined; readonly area?: Area | undefined }
export const noSpot: Spot = {}
export const isMarked = ({ point, line, area }: Spot): boolean => point !== undefined || line !== undefined || area !== undefined

/** Whoever supported a project meant its place: farther than this from where it lay is another place. */
export const farMetres = 50

const cornersOf = ({ point, line = [], area = [] }: Spot): readonly Point[] => [
  ...(point ? [point] : []),
  ...[...line, ...area.flatMap(([outline = []]) => outline)].map(pointOf),
]
export function metresToSpot(from: Point, { point, line, area }: Spot): number {
  if (area && isInside(from, area)) return 0
  const lines = [...(line ? [line] : []), ...(area ? edgesOf(area) : [])]
  return Math.min(...(point ? [metresBetween(from, point)] : []), ...lines.map(one => metresToLine(from, one)))
}
const farthest = (from: Spot, to: Spot): number => Math.max(0, ...cornersOf(from).map(corner => metresToSpot(corner, to)))

/**
 * How far the place has moved: the farthest that anything marked before lies from what is marked now, and for a shape that was there before
 * the way back too. What is only marked more exactly (an area around the point) has not moved; what was not marked cannot move.
 */
export function movedMetres(was: Spot, is: Spot): number {
  if (!isMarked(was) || !isMarked(is)) return 0
  const both = (['line', 'area'] as const).filter(shape => was[shape] && is[shape])
  return Math.max(farthest(was, is), ...both.map(shape => farthest({ [shape]: is[shape] }, { [shape]: was[shape] })))
}
export const isElsewhere = (was: Spot, is: Spot): boolean => movedMetres(was, is) > farMetres

export const hectares = (area: Area): number => squareKm(area) * 100
export type SpotChange = { readonly shape: 'point' | 'line' | 'area'; readonly what: 'added' | 'gone' | 'changed' }

/** What of the place is other than before, shape by shape. */
export function spotChanges(was: Spot, is: Spot): readonly SpotChange[] {
  return (['point', 'line', 'area'] as const).flatMap(shape => {
    const [before, now] = [was[shape], is[shape]]
    if (JSON.stringify(sorted(before)) === JSON.stringify(sorted(now))) return []
    return [{ shape, what: before === undefined ? ('added' as const) : now === undefined ? ('gone' as const) : ('changed' as const) }]
  })
}
/** A point read back from the database may have its two numbers the other way round. */
const sorted = (shape: Spot[keyof Spot]) => (shape && 'lon' in shape ? [shape.lon, shape.lat] : shape)

/** Do two places touch: one within the other, or their lines crossing? */
export function touches(spot: Spot, area: Area): boolean {
  if (cornersOf(spot).some(corner => isInside(corner, area))) return true
  if (spot.area && area.some(([outline = []]) => outline.some(corner => spot.area && isInside(pointOf(corner), spot.area)))) return true
  const lines = [...(spot.line ? [spot.line] : []), ...(spot.area ? edgesOf(spot.area) : [])]
  return lines.some(one => edgesOf(area).some(edge => cross(one, edge)))
}
const piecesOf = (line: Line) => line.slice(1).map((to, i) => [line[i] ?? to, to] as const)
const cross = (one: Line, other: Line) => piecesOf(one).some(([a, b]) => piecesOf(other).some(([c, d]) => meet(a, b, c, d)))
