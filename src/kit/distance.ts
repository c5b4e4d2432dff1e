import type { Area, Point, Position } from '#kit/geo.ts'

/** A way on the ground: pieces from point to point, open at both ends. */
export type Line = readonly Position[]

const metresPerDegree = 111_195
/** On a plane that touches the globe where both lie: exact enough within one city. */
const plane = ({ lon, lat }: Point, { lon: fromLon, lat: fromLat }: Point) => ({
  x: (lon - fromLon) * metresPerDegree * Math.cos((((lat + fromLat) / 2) * Math.PI) / 180),
  y: (lat - fromLat) * metresPerDegree,
})
export const pointOf = ([lon, lat]: Position): Point => ({ lon, lat })

export function metresBetween(one: Point, other: Point): number {
  const { x, y } = plane(other, one)
  return Math.hypot(x, y)
}

export const lineMetres = (line: Line): number =>
  line.slice(1).reduce((sum, here, i) => sum + metresBetween(pointOf(line[i] ?? here), pointOf(here)), 0)

function metresToPiece(point: Point, from: Position, to: Position): number {
  const [a, b] = [plane(pointOf(from), point), plane(pointOf(to), point)]
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(a.x * dx + a.y * dy) / length))
  return Math.hypot(a.x + along * dx, a.y + along * dy)
}

/** From a point to the nearest place of a line. */
export const metresToLine = (point: Point, line: Line): number =>
  line.length === 1
    ? metresBetween(point, pointOf(line[0] ?? [point.lon, point.lat]))
    : Math.min(...line.slice(1).map((to, i) => metresToPiece(point, line[i] ?? to, to)))

/** Outlines and holes as closed lines. */
export const edgesOf = (area: Area): readonly Line[] => area.flatMap(polygon => polygon.map(ring => (ring[0] ? [...ring, ring[0]] : ring)))
