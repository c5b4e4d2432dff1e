import { lineMetres, metresBetween } from '#kit/distance.ts'
import { farMetres, hectares, isElsewhere, movedMetres, type Spot, spotChanges } from '#modules/proposals/place/spots.rules.ts'
import { spotsTextsEn } from '#modules/proposals/place/spots.texts.en.ts'
import { spotsTexts } from '#modules/proposals/place/spots.texts.ts'
import { PlaceView } from '#ui/area-input.tsx'
import type { Frame } from '#ui/frame.ts'

type InLocale = Pick<Frame, 'locale'>
const texts = { pl: spotsTexts, en: spotsTextsEn }
const formatted = ({ locale }: InLocale, value: number, digits: number) => value.toLocaleString(locale, { maximumFractionDigits: digits })

/** A place on the map without the map: one sentence for each of its shapes. */
export function spotInWords(frame: InLocale, { point, line, area }: Spot): readonly string[] {
  const t = texts[frame.locale]
  return [
    ...(point ? [t.at({ lat: formatted(frame, point.lat, 5), lon: formatted(frame, point.lon, 5) })] : []),
    ...(line ? [t.length(formatted(frame, lineMetres(line), 0))] : []),
    ...(area ? [t.size(formatted(frame, hectares(area), 2))] : []),
  ]
}

/** What is other than before, one sentence for each shape, and whether that is another place. */
export function spotChangesInWords(frame: InLocale, was: Spot, is: Spot): readonly string[] {
  const t = texts[frame.locale]
  const sizes = {
    point: () => ({ moved: was.point && is.point ? formatted(frame, metresBetween(was.point, is.point), 0) : '' }),
    line: ({ line }: Spot) => (line ? formatted(frame, lineMetres(line), 0) : ''),
    area: ({ area }: Spot) => (area ? formatted(frame, hectares(area), 2) : ''),
  }
  const said = spotChanges(was, is).map(({ shape, what }) =>
    shape === 'point' ? t.changes.point[what](sizes.point()) : t.changes[shape][what]({ was: sizes[shape](was), is: sizes[shape](is) }),
  )
  const far = { moved: formatted(frame, movedMetres(was, is), 0), limit: String(farMetres) }
  return isElsewhere(was, is) ? [...said, t.far(far)] : said
}

/** Where a project lies, in words and on a map that comes when asked for. */
export const SpotShown = ({ frame, title, spot }: { frame: Frame; title: string; spot: Spot }) => (
  <>
    {spotInWords(frame, spot).map(words => (
      <p>{words}</p>
    ))}
    <PlaceView frame={frame} title={title} place={spot} />
  </>
)
