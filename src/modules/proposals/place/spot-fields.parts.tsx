import type { FormState } from '#kit/form.ts'
import { AddressSearch } from '#modules/programme/territories/addresses.parts.tsx'
import type { Addresses } from '#modules/programme/territories/addresses.rules.ts'
import { noSpot, type Spot } from '#modules/proposals/place/spots.rules.ts'
import { spotsTextsEn } from '#modules/proposals/place/spots.texts.en.ts'
import { spotsTexts } from '#modules/proposals/place/spots.texts.ts'
import { AreaInput, drawnValue, LineInput, lineValue } from '#ui/area-input.tsx'
import type { Frame } from '#ui/frame.ts'
import { PlacePicker } from '#ui/map.tsx'

const texts = { pl: spotsTexts, en: spotsTextsEn }

type Props = {
  readonly frame: Frame
  readonly form: FormState
  readonly addresses: Addresses
  /** Of the form they stand in. */
  readonly action: string
  readonly spot?: Spot
  readonly level?: 'h2' | 'h3'
}
/** Where a project lies, inside a form: an address, a point, a line, an area. */
export const SpotFields = ({ frame, form, addresses, action, spot = noSpot, level: Heading = 'h2' }: Props) => {
  const t = texts[frame.locale]
  return (
    <>
      <Heading>{t.point}</Heading>
      <AddressSearch frame={frame} form={form} addresses={addresses} action={action} />
      <PlacePicker frame={frame} form={form} value={spot.point} />
      <Heading>{t.line}</Heading>
      <p>{t.lineWhen}</p>
      <LineInput frame={frame} form={form} value={spot.line} />
      <Heading>{t.area}</Heading>
      <p>{t.areaWhen}</p>
      <AreaInput frame={frame} form={form} value={spot.area} />
    </>
  )
}

/** A place as these fields hold it. */
export const typedSpot = ({ point, line, area }: Spot): FormState['typed'] => ({
  lon: point ? String(point.lon) : '',
  lat: point ? String(point.lat) : '',
  line: lineValue(line),
  area: drawnValue(area),
})
