import type { Plot } from '#modules/consultation/registers/plots.rules.ts'
import { registersTextsEn } from '#modules/consultation/registers/registers.texts.en.ts'
import { registersTexts } from '#modules/consultation/registers/registers.texts.ts'
import { AreaView } from '#ui/area-input.tsx'
import type { Frame } from '#ui/frame.ts'

const texts = { pl: registersTexts, en: registersTextsEn }

const named = ({ number, precinct, outline }: Plot) => (outline ? [{ title: `${number}, ${precinct}`, area: outline }] : [])

/** What the office's table says of the land, and where that is as far as it has outlines. */
export const PlotTable = ({ frame, plots, caption }: { frame: Frame; plots: readonly Plot[]; caption?: string }) => {
  const t = texts[frame.locale].plots
  return (
    <>
      <section class="scroll" tabindex={0} aria-label={caption ?? t.caption}>
        <table>
          <thead>
            <tr>
              {Object.values(t.columns).map(name => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plots.map(({ number, precinct, manager, status }) => (
              <tr>
                <th scope="row">{number}</th>
                <td>{precinct}</td>
                <td>{manager}</td>
                <td>{status}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <AreaView frame={frame} areas={plots.flatMap(named)} />
    </>
  )
}
