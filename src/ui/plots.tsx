import type { Child } from 'hono/jsx'

export type PlotPoint = {
  readonly x: number
  readonly y: number
  readonly good: boolean
  readonly label: string
  readonly href?: string
  readonly chosen?: boolean
}
type Axis = { readonly words: string; readonly format: (value: number) => string }

const [width, height, left, right, top, bottom] = [400, 300, 48, 10, 22, 44]

/** 1, 2 or 5 times a power of ten, so that about four of them fit. */
function stepOf(most: number): number {
  const rough = most / 4 || 1
  const power = 10 ** Math.floor(Math.log10(rough))
  return [1, 2, 5, 10].map(times => times * power).find(step => step >= rough) ?? rough
}
const ticksTo = (most: number): readonly number[] => {
  const step = stepOf(most)
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step)
}

/** Marks on a plane: circles are good, crosses are not, so that colour never stands alone. The same figures must stand in a list beside it. */
export const ScatterPlot = ({ points, x, y, title, note }: { points: readonly PlotPoint[]; x: Axis; y: Axis; title: string; note?: Child }) => {
  const [mostX, mostY] = [Math.max(1, ...points.map(point => point.x)) * 1.04, Math.max(1, ...points.map(point => point.y)) * 1.06]
  const atX = (value: number) => left + (value / mostX) * (width - left - right)
  const atY = (value: number) => height - bottom - (value / mostY) * (height - top - bottom)
  return (
    <figure class="tight">
      <svg class="plot" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
        {ticksTo(mostY).map(value => (
          <>
            <line x1={left} x2={width - right} y1={round(atY(value))} y2={round(atY(value))} stroke-dasharray={value === 0 ? undefined : '2 4'} />
            <text x={left - 7} y={round(atY(value) + 4)} text-anchor="end">
              {y.format(value)}
            </text>
          </>
        ))}
        {ticksTo(mostX).map(value => (
          <text x={round(atX(value))} y={height - bottom + 18} text-anchor="middle">
            {x.format(value)}
          </text>
        ))}
        <text x={left} y={13}>
          {y.words}
        </text>
        <text x={width - right} y={height - 8} text-anchor="end">
          {x.words}
        </text>
        {points.map(point => (
          <Mark point={point} cx={round(atX(point.x))} cy={round(atY(point.y))} />
        ))}
      </svg>
      {note && <figcaption class="small muted">{note}</figcaption>}
    </figure>
  )
}

const round = (value: number) => Math.round(value * 10) / 10

const Mark = ({ point, cx, cy }: { point: PlotPoint; cx: number; cy: number }) => (
  <g class={point.chosen ? 'chosen' : undefined}>
    <title>{point.label}</title>
    {point.chosen && <circle class="axis" cx={cx} cy={cy} r="11" />}
    {point.good ? <circle class="mark good" cx={cx} cy={cy} r="4.5" /> : <path class="cross" d={`M${cx - 4} ${cy - 4}l8 8m0 -8l-8 8`} />}
  </g>
)

export type PlotColumn = { readonly words: string; readonly value: number; readonly said: string }

/** A few columns, each with its figure in words above. */
export const ColumnPlot = ({ columns, title }: { columns: readonly PlotColumn[]; title: string }) => {
  const most = Math.max(1, ...columns.map(column => column.value))
  const wide = Math.min(90, (width - 20) / Math.max(1, columns.length))
  return (
    <figure class="tight">
      <figcaption class="small muted">{title}</figcaption>
      <svg
        class="plot"
        viewBox={`0 0 ${width} 190`}
        role="img"
        aria-label={`${title}: ${columns.map(({ words, said }) => `${words} ${said}`).join(', ')}`}
      >
        {columns.map(({ words, value, said }, i) => {
          const tall = (value / most) * 120
          const middle = round(10 + wide * (i + 0.5))
          return (
            <>
              <rect class="mark" x={round(middle - wide * 0.32)} y={round(160 - tall)} width={round(wide * 0.64)} height={round(tall)} />
              <text x={middle} y={round(152 - tall)} text-anchor="middle">
                {said}
              </text>
              <text x={middle} y={180} text-anchor="middle">
                {words}
              </text>
            </>
          )
        })}
      </svg>
    </figure>
  )
}

export type PlaceDot = { readonly lon: number; readonly lat: number; readonly label: string }

/** Where things lie: all places faint, the marked ones strong. A sketch to compare with another of the same size, not a map. */
export const DotsPlot = ({ title, all, marked }: { title: string; all: readonly Omit<PlaceDot, 'label'>[]; marked: readonly PlaceDot[] }) => {
  const [west, east] = [Math.min(...all.map(({ lon }) => lon)), Math.max(...all.map(({ lon }) => lon))]
  const [south, north] = [Math.min(...all.map(({ lat }) => lat)), Math.max(...all.map(({ lat }) => lat))]
  // a degree of longitude is shorter the farther north
  const across = (east - west) * Math.cos(((south + north) / 2) * (Math.PI / 180)) || 1e-6
  const scale = Math.min((width - 24) / across, (height - 24) / (north - south || 1e-6))
  const at = ({ lon, lat }: Omit<PlaceDot, 'label'>) => ({
    cx: round(width / 2 + ((lon - (west + east) / 2) / (east - west || 1)) * across * scale),
    cy: round(height / 2 - (lat - (south + north) / 2) * scale),
  })
  return (
    <figure class="tight">
      <svg class="plot" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
        {all.map(place => (
          <circle class="axis" {...at(place)} r="3" />
        ))}
        {marked.map(place => (
          <circle class="mark good" {...at(place)} r="6">
            <title>{place.label}</title>
          </circle>
        ))}
      </svg>
      <figcaption class="small muted">{title}</figcaption>
    </figure>
  )
}
