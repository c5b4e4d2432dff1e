import { writeDrawn } from '#kit/area.ts'
import type { Line } from '#kit/distance.ts'
import type { FormState } from '#kit/form.ts'
import type { Area, Point, Position, Ring } from '#kit/geo.ts'
import { paths } from '#paths'
import { TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { mapTextsEn } from '#ui/map.texts.en.ts'
import { mapTexts } from '#ui/map.texts.ts'

const texts = { pl: mapTexts, en: mapTextsEn }
const mapWords = (frame: Frame) => ({
  'data-source': paths.districtsMap,
  'data-styles': frame.asset('map-leaflet.css'),
  'data-label': texts[frame.locale].map,
  'data-attribution': texts[frame.locale].attribution,
})

/** How an area stands in a form: its outline as lines of "lon, lat". */
export const drawnValue = (area: Area | null | undefined): string => {
  const outline = area?.[0]?.[0]
  return outline ? writeDrawn(outline) : ''
}

/** A line likewise. */
export const lineValue = (line: Line | null | undefined): string => (line ? writeDrawn(line) : '')

type Drawing<T> = { frame: Frame; form: FormState; name?: string; value?: T | null | undefined }

/**
 * An area of a form, drawn on a map or typed as points; the server reads it by `settleDrawnArea`. It is never the only way:
 * a field for the same in words must stand beside it.
 */
export const AreaInput = ({ frame, form, name = 'area', value }: Drawing<Area>) => (
  <DrawInput frame={frame} form={form} name={name} shape="area" value={drawnValue(value)} />
)
/** A line likewise; the server reads it by `settleDrawnLine`. */
export const LineInput = ({ frame, form, name = 'line', value }: Drawing<Line>) => (
  <DrawInput frame={frame} form={form} name={name} shape="line" value={lineValue(value)} />
)

const DrawInput = ({ frame, form, name, shape, value }: { frame: Frame; form: FormState; name: string; shape: 'area' | 'line'; value: string }) => {
  const t = texts[frame.locale][shape]
  return (
    <area-draw
      {...mapWords(frame)}
      data-shape={shape}
      data-draw={t.draw}
      data-how={t.how}
      data-add={t.add}
      data-undo={t.undo}
      data-clear={t.clear}
      data-none={t.none}
      data-few={t.few}
      data-drawn={t.drawn}
      data-crossing={t.crossing}
    >
      <details class="fold" open={form.errors[name] !== undefined}>
        <summary>{t.points}</summary>
        <div class="stack">
          <TextArea name={name} label={t.pointsLabel} hint={t.pointsHint} form={form} rows={4} value={value} />
        </div>
      </details>
    </area-draw>
  )
}

export type NamedArea = { readonly title: string; readonly href?: string; readonly area: Area }
const outlineOf = (area: Area): Ring => area[0]?.[0] ?? []

/** A button that brings a map with these areas; a list of them in words must stand beside it. */
export const AreaView = ({ frame, areas }: { frame: Frame; areas: readonly NamedArea[] }) => (
  <ShapeView
    frame={frame}
    label={texts[frame.locale].area.show}
    shapes={areas.map(({ area, ...words }) => ({ ...words, kind: 'area', points: outlineOf(area) }))}
  />
)

type PlaceProps = {
  readonly frame: Frame
  readonly title: string
  readonly place: { readonly point?: Point | undefined; readonly line?: Line | undefined; readonly area?: Area | undefined }
  /** What lies there already. */
  readonly around?: readonly NamedArea[]
}
/** One place of up to three shapes; the same in words must stand beside it. */
export const PlaceView = ({ frame, title, place, around = [] }: PlaceProps) => {
  const { point, line, area } = place
  const shapes: Shape[] = [
    ...around.map(one => ({ ...one, kind: 'land' as const, points: outlineOf(one.area) })),
    ...(area ? [{ title, kind: 'area' as const, points: outlineOf(area) }] : []),
    ...(line ? [{ title, kind: 'line' as const, points: line }] : []),
    ...(point ? [{ title, kind: 'point' as const, points: [[point.lon, point.lat] as const] }] : []),
  ]
  return <ShapeView frame={frame} label={texts[frame.locale].place} shapes={shapes} />
}

type Shape = {
  readonly title: string
  readonly href?: string
  readonly kind: 'land' | 'area' | 'line' | 'point'
  readonly points: readonly Position[]
}
const ShapeView = ({ frame, label, shapes }: { frame: Frame; label: string; shapes: readonly Shape[] }) => {
  if (shapes.length === 0) return null
  return (
    <area-view {...mapWords(frame)} data-shapes={JSON.stringify(shapes)}>
      <button class="btn quiet small" type="button" hidden>
        {label}
      </button>
    </area-view>
  )
}

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'area-draw': Record<string, unknown>
      'area-view': Record<string, unknown>
    }
  }
}
