import type { Plot } from '#modules/consultation/registers/plots.rules.ts'
import { registersTextsEn } from '#modules/consultation/registers/registers.texts.en.ts'
import { registersTexts } from '#modules/consultation/registers/registers.texts.ts'
import { spotInWords } from '#modules/proposals/place/spots.parts.tsx'
import type { Spot } from '#modules/proposals/place/spots.rules.ts'
import { AreaView, PlaceView } from '#ui/area-input.tsx'
import type { Frame } from '#ui/frame.ts'
import { SitePlan } from '#ui/site-plan.tsx'

const texts = { pl: registersTexts, en: registersTextsEn }

const named = ({ number, precinct, outline }: Plot) => (outline ? [{ title: `${number}, ${precinct}`, area: outline }] : [])

/** What the office's table says of the land. */
export const PlotTable = ({ frame, plots, caption }: { frame: Frame; plots: readonly Plot[]; caption?: string }) => {
  const t = texts[frame.locale].plots
  const { number: numberHead, ...columns } = t.columns
  return (
    <section class="scroll stacked" tabindex={0} aria-label={caption ?? t.caption}>
      <table>
        <thead>
          <tr>
            {[numberHead, ...Object.values(columns)].map(name => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plots.map(({ number, precinct, manager, status }) => (
            <tr>
              <th scope="row">{number}</th>
              <td data-term={columns.precinct}>{precinct}</td>
              <td data-term={columns.manager}>{manager}</td>
              <td data-term={columns.status}>{status}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Where the land is, as far as it has outlines. */
export const PlotsOnMap = ({ frame, plots }: { frame: Frame; plots: readonly Plot[] }) => <AreaView frame={frame} areas={plots.flatMap(named)} />

/** The land and what is to be on it, one over the other; on the map that zooms too. */
export const PlotsAndPlace = ({ frame, title, plots, spot }: { frame: Frame; title: string; plots: readonly Plot[]; spot: Spot }) => {
  const t = texts[frame.locale].plots
  const { point, line, area } = spot
  const land = plots.flatMap(({ number, outline, point }) => (outline || point ? [{ name: number, area: outline, point }] : []))
  const own = (shape: Spot) => t.ofAuthors(spotInWords(frame, shape).join(' '))
  const words = {
    land: t.onPlan(land.map(({ name }) => name).join(', ')),
    area: own({ area }),
    line: own({ line }),
    point: own({ point }),
  }
  return (
    <>
      <SitePlan frame={frame} title={t.plan(title)} land={land} place={spot} words={words} />
      <PlaceView frame={frame} title={title} place={spot} around={plots.flatMap(named)} />
    </>
  )
}
