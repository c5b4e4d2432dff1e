import type { FormState } from '#kit/form.ts'
import type { MapShape, MapShapes } from '#kit/geo.ts'
import { paths } from '#paths'
import { Field } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { mapTextsEn } from '#ui/map.texts.en.ts'
import { mapTexts } from '#ui/map.texts.ts'

const texts = { pl: mapTexts, en: mapTextsEn }
type Words = typeof mapTexts

/** What goes on in an area. `words` is what a screen reader says after its name: "3 rozmowy, 2 szkice". */
export type DistrictMark = { readonly state: 'quiet' | 'talk' | 'drafts'; readonly meeting?: boolean; readonly words?: string }

type MapProps = {
  frame: Frame
  map: MapShapes
  /** Where a click on an area leads, by its number. */
  href: (number: number) => string
  marks?: ReadonlyMap<number, DistrictMark>
  /** Number of the area one is in. */
  here?: number | undefined
  /** Smaller areas drawn over the districts, each a link of its own. */
  areas?: readonly { readonly d: string; readonly title: string; readonly href: string }[]
  /** Offers the map that zooms. */
  live?: boolean
}

/** The emblem and the way in: each area is a link, its colour is said in words too, and a list must always stand beside it. */
export const DistrictMap = ({ frame, map, href, marks, here, areas = [], live }: MapProps) => {
  const t = texts[frame.locale]
  if (map.shapes.length === 0) return null
  return (
    <figure class="stack">
      <svg class="map" viewBox={map.viewBox.join(' ')}>
        <title>{t.map}</title>
        {map.shapes.map(shape => (
          <Cell shape={shape} href={href(shape.number)} mark={marks?.get(shape.number)} here={shape.number === here} t={t} />
        ))}
        {areas.map(area => (
          <a href={area.href} class="area" aria-label={area.title}>
            <title>{area.title}</title>
            <path d={area.d} />
          </a>
        ))}
      </svg>
      <figcaption class="tight">
        {marks && <Legend marks={[...marks.values()]} t={t} />}
        {map.schematic && <p class="small muted">{t.schematic}</p>}
        {live && (
          <district-view
            data-source={paths.districtsMap}
            data-styles={frame.asset('map-leaflet.css')}
            data-label={t.map}
            data-attribution={t.attribution}
            data-district={paths.districts}
          >
            <button class="btn quiet small" type="button" hidden>
              {t.live}
            </button>
          </district-view>
        )}
      </figcaption>
    </figure>
  )
}

const colours = { quiet: '', talk: 'h2', drafts: 'h3' } as const

const Cell = ({ shape, href, mark, here, t }: { shape: MapShape; href: string; mark?: DistrictMark | undefined; here: boolean; t: Words }) => {
  const [x, y] = shape.label
  const classes = here ? 'here' : mark?.meeting ? 'hot' : mark ? colours[mark.state] : 'h2'
  const said = [shape.title, here && t.here, mark && t.states[mark.state], mark?.meeting && t.meeting, mark?.words].filter(Boolean).join(', ')
  return (
    <a href={href} class={classes} aria-label={said} aria-current={here ? 'true' : undefined}>
      <title>{said}</title>
      <path d={shape.d} />
      <text x={x} y={y}>
        {shape.mark}
      </text>
      {mark?.meeting && <circle cx={x} cy={y + 9} r="3.2" />}
    </a>
  )
}

const Legend = ({ marks, t }: { marks: readonly DistrictMark[]; t: Words }) => (
  <>
    <p class="visually-hidden">{t.legend}</p>
    <ul class="legend">
      {(['quiet', 'talk', 'drafts'] as const)
        .filter(state => marks.some(mark => mark.state === state && !mark.meeting))
        .map(state => (
          <li>
            <i class={colours[state]} />
            {t.states[state]}
          </li>
        ))}
      {marks.some(mark => mark.meeting) && (
        <li>
          <i class="hot" />
          {t.meeting}
        </li>
      )}
    </ul>
  </>
)

type PickerProps = {
  frame: Frame
  form: FormState
  lonName?: string
  latName?: string
  value?: { readonly lon: number; readonly lat: number } | undefined
}

/**
 * A place of a form as two fields, `lon` and `lat`. Without script they are typed (or left empty: the place is said in words too);
 * with it a map takes their place.
 */
export const PlacePicker = ({ frame, form, lonName = 'lon', latName = 'lat', value }: PickerProps) => {
  const t = texts[frame.locale]
  const open = form.errors[lonName] !== undefined || form.errors[latName] !== undefined
  return (
    <place-picker
      data-source={paths.districtsMap}
      data-styles={frame.asset('map-leaflet.css')}
      data-label={t.map}
      data-attribution={t.attribution}
      data-lon={lonName}
      data-lat={latName}
      data-pick={t.pick}
      data-centre={t.centre}
      data-picked={t.picked}
      data-clear={t.clear}
      data-how={t.howToPick}
    >
      <details class="fold" open={open}>
        <summary>{t.coordinates}</summary>
        <div class="stack">
          <p class="hint">{t.coordinatesHint}</p>
          <div class="side-by-side">
            <Field name={lonName} label={t.lon} form={form} inputmode="decimal" {...(value ? { value: String(value.lon) } : {})} />
            <Field name={latName} label={t.lat} form={form} inputmode="decimal" {...(value ? { value: String(value.lat) } : {})} />
          </div>
        </div>
      </details>
    </place-picker>
  )
}

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'district-view': Record<string, unknown>
      'place-picker': Record<string, unknown>
    }
  }
}
