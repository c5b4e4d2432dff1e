import type { Child } from 'hono/jsx'
import { type Line, metresBetween, pointOf } from '#kit/distance.ts'
import type { Area, Point, Position } from '#kit/geo.ts'
import type { Frame } from '#ui/frame.ts'
import { mapTextsEn } from '#ui/map.texts.en.ts'
import { mapTexts } from '#ui/map.texts.ts'

const texts = { pl: mapTexts, en: mapTextsEn }

type Place = { readonly point?: Point | undefined; readonly line?: Line | undefined; readonly area?: Area | undefined }
export type Land = Pick<Place, 'point' | 'area'> & { readonly name: string }
type PlanProps = {
  readonly frame: Frame
  readonly title: string
  /** What lies there already: dashed, with its name. */
  readonly land: readonly Land[]
  /** What it is about: drawn over it. */
  readonly place: Place
  /** What the shapes are, in words; those that are not drawn are left out. */
  readonly words: { readonly land: Child; readonly area: Child; readonly line: Child; readonly point: Child }
}

const [width, height, edge] = [400, 260, 30]
/** A lone point is shown with this much around it. */
const leastMetres = 60
const round = (value: number) => Math.round(value * 10) / 10

const positionsOf = ({ point, line = [], area = [] }: Place): readonly Position[] => [
  ...(point ? [[point.lon, point.lat] as const] : []),
  ...line,
  ...area.flat(2),
]

/** From the world to the drawing, north upwards: everything fits, and a metre is as long across as along. */
function drawingOf(positions: readonly Position[]) {
  const [lons, lats] = [positions.map(([lon]) => lon), positions.map(([, lat]) => lat)]
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)]
  const middle = { lon: (west + east) / 2, lat: (south + north) / 2 }
  const across = metresBetween({ ...middle, lon: west }, { ...middle, lon: east })
  const along = metresBetween({ ...middle, lat: south }, { ...middle, lat: north })
  const scale = Math.min((width - 2 * edge) / Math.max(across, leastMetres), (height - 2 * edge) / Math.max(along, leastMetres))
  const at = (position: Position) => {
    const { lon, lat } = pointOf(position)
    const [right, up] = [metresBetween(middle, { ...middle, lon }), metresBetween(middle, { ...middle, lat })]
    return { x: round(width / 2 + Math.sign(lon - middle.lon) * right * scale), y: round(height / 2 - Math.sign(lat - middle.lat) * up * scale) }
  }
  return { at, scale }
}
type At = ReturnType<typeof drawingOf>['at']

const pathOf = (at: At, points: readonly Position[], end: string) =>
  `M${points
    .map(at)
    .map(({ x, y }) => `${x} ${y}`)
    .join('L')}${end}`
const outlinesOf = (at: At, area: Area) =>
  area
    .flat()
    .map(ring => pathOf(at, ring, 'z'))
    .join('')

/** 1, 2 or 5 times a power of ten metres, at most a third of the drawing. */
function rulerOf(scale: number): number {
  const most = width / 3 / scale
  const power = 10 ** Math.floor(Math.log10(most))
  return [5, 2, 1].map(times => times * power).find(metres => metres <= most) ?? power
}

/** Plots of land and what is to be on them, drawn here on the server: no script and no background map is needed. */
export const SitePlan = ({ frame, title, land, place, words }: PlanProps) => {
  const t = texts[frame.locale].plan
  const positions = [place, ...land].flatMap(positionsOf)
  if (positions.length === 0) return null
  const { at, scale } = drawingOf(positions)
  const ruler = rulerOf(scale)
  return (
    <figure class="tight">
      <svg class="site" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
        {land.map(one => (
          <LandMark at={at} land={one} />
        ))}
        {place.area && <path class="own" d={outlinesOf(at, place.area)} fill-rule="evenodd" />}
        {place.line && <path class="own way" d={pathOf(at, place.line, '')} />}
        {place.point && <Spot {...at([place.point.lon, place.point.lat])} />}
        {land.map(one => (
          <LandName at={at} land={one} />
        ))}
        <path class="ruler" d={`M10 ${height - 10}v-6v3h${round(ruler * scale)}v-3v6`} />
        <text x={16 + round(ruler * scale)} y={height - 9}>
          {t.metres(ruler)}
        </text>
      </svg>
      <figcaption class="tight">
        <ul class="legend">
          {land.length > 0 && <Key shape={<rect class="land" x="1" y="2" width="22" height="12" />}>{words.land}</Key>}
          {place.area && <Key shape={<rect class="own" x="1" y="2" width="22" height="12" />}>{words.area}</Key>}
          {place.line && <Key shape={<path class="own way" d="M1 8h22" />}>{words.line}</Key>}
          {place.point && <Key shape={<Spot x={12} y={8} />}>{words.point}</Key>}
        </ul>
        <p class="small muted">{t.how(ruler)}</p>
      </figcaption>
    </figure>
  )
}

const Spot = ({ x, y }: { x: number; y: number }) => <circle class="own spot" cx={x} cy={y} r="6" />

const LandMark = ({ at, land: { area, point } }: { at: At; land: Land }) => {
  if (area) return <path class="land" d={outlinesOf(at, area)} fill-rule="evenodd" />
  const mark = point && at([point.lon, point.lat])
  return mark ? <circle class="land" cx={mark.x} cy={mark.y} r="5" /> : null
}

/** In the middle of its first outline, or above its mark. */
const LandName = ({ at, land: { name, area, point } }: { at: At; land: Land }) => {
  const drawn = (area?.[0]?.[0] ?? (point ? [[point.lon, point.lat] as const] : [])).map(at)
  const middle = (values: readonly number[]) => round((Math.min(...values) + Math.max(...values)) / 2)
  if (drawn.length === 0) return null
  return (
    <text x={middle(drawn.map(({ x }) => x))} y={middle(drawn.map(({ y }) => y)) + (area ? 5 : -9)} text-anchor="middle">
      {name}
    </text>
  )
}

const Key = ({ shape, children }: { shape: Child; children: Child }) => (
  <li>
    <svg class="site key" viewBox="0 0 24 16" aria-hidden="true">
      {shape}
    </svg>
    {children}
  </li>
)
