/** Longitude and latitude in degrees, WGS84. Plane geometry is exact enough within one city. */
export type Point = { readonly lon: number; readonly lat: number }
export type Position = readonly [number, number]
export type Ring = readonly Position[]
/** Always a list of polygons; the first ring of each is its outline, the others are holes. */
export type Area = readonly (readonly Ring[])[]

/** Twice the signed surface: positive when the ring runs against the clock. */
const winding = (ring: Ring): number =>
  ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0)

/** One winding for all, clockwise outlines, as d3-geo reads them: the other way round would be the whole world but this area. */
export const wound = (area: Area): Area =>
  area.map(polygon => polygon.map((ring, i) => (winding(ring) > 0 === (i === 0) ? [...ring].reverse() : ring)))

const crosses = ({ lon, lat }: Point, [x1, y1]: Position, [x2, y2]: Position): boolean =>
  y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1

function isInRing(point: Point, ring: Ring): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [a, b] = [ring[i], ring[j]]
    if (a && b && crosses(point, a, b)) inside = !inside
  }
  return inside
}

/** Inside an odd number of rings: within an outline and not in its hole. */
export const isInside = (point: Point, area: Area): boolean => area.some(polygon => polygon.filter(ring => isInRing(point, ring)).length % 2 === 1)

/** Of a globe with the mean radius of the Earth. */
const kmPerDegree = 111.195
/** Surface in square kilometres. */
export function squareKm(area: Area): number {
  const lats = area.flatMap(polygon => polygon[0]?.map(([, lat]) => lat) ?? [])
  const middle = (Math.min(...lats) + Math.max(...lats)) / 2
  const own = (polygon: readonly Ring[]) => polygon.reduce((sum, ring, i) => sum + ((i === 0 ? 1 : -1) * Math.abs(winding(ring))) / 2, 0)
  return area.reduce((sum, polygon) => sum + own(polygon), 0) * kmPerDegree ** 2 * Math.cos((middle * Math.PI) / 180)
}

/** Areas ready to be drawn: outlines as SVG paths, where the label stands, and how to find a point of the world on the drawing. */
export type MapShapes = {
  /** Changes when the boundaries do. */
  readonly version: string
  readonly viewBox: readonly [number, number, number, number]
  readonly schematic: boolean
  readonly shapes: readonly MapShape[]
}
export type MapShape = {
  readonly id: string
  readonly number: number
  /** What stands on the drawing ("XIII") and what it is called in full ("XIII Podgórze"). */
  readonly mark: string
  readonly title: string
  readonly d: string
  readonly label: Position
}
