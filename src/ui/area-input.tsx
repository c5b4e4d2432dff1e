import { writeDrawn } from '#kit/area.ts'
import type { FormState } from '#kit/form.ts'
import type { Area, Ring } from '#kit/geo.ts'
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

/**
 * An area of a form, drawn on a map or typed as points; the server reads it by `settleDrawnArea`. It is never the only way:
 * a field for the same in words must stand beside it.
 */
export const AreaInput = ({
  frame,
  form,
  name = 'area',
  value,
}: {
  frame: Frame
  form: FormState
  name?: string
  value?: Area | null | undefined
}) => {
  const { area: t } = texts[frame.locale]
  return (
    <area-draw
      {...mapWords(frame)}
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
          <TextArea name={name} label={t.pointsLabel} hint={t.pointsHint} form={form} rows={4} value={drawnValue(value)} />
        </div>
      </details>
    </area-draw>
  )
}

export type NamedArea = { readonly title: string; readonly href?: string; readonly area: Area }
const outlineOf = (area: Area): Ring => area[0]?.[0] ?? []

/** A button that brings a map with these areas; a list of them in words must stand beside it. */
export const AreaView = ({ frame, areas }: { frame: Frame; areas: readonly NamedArea[] }) => {
  const { area: t } = texts[frame.locale]
  if (areas.length === 0) return null
  const shown = areas.map(({ area, ...words }) => ({ ...words, ring: outlineOf(area) }))
  return (
    <area-view {...mapWords(frame)} data-areas={JSON.stringify(shown)}>
      <button class="btn quiet small" type="button" hidden>
        {t.show}
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
