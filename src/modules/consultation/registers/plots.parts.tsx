import type { Plot } from '#modules/consultation/registers/plots.rules.ts'
import { registersTextsEn } from '#modules/consultation/registers/registers.texts.en.ts'
import { registersTexts } from '#modules/consultation/registers/registers.texts.ts'
import type { Frame } from '#ui/frame.ts'

const texts = { pl: registersTexts, en: registersTextsEn }

/** What the office's table says of the land. */
export const PlotTable = ({ frame, plots, caption }: { frame: Frame; plots: readonly Plot[]; caption?: string }) => {
  const t = texts[frame.locale].plots
  return (
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
  )
}
