import type { Child } from 'hono/jsx'
import type { Frame } from '#ui/frame.ts'
import { uiTextsEn } from '#ui/ui.texts.en.ts'
import { uiTexts } from '#ui/ui.texts.ts'

const texts = { pl: uiTexts, en: uiTextsEn }

/** Above a table of many columns, where the screen is too narrow for it. */
export const Sideways = ({ frame }: { frame: Frame }) => <p class="sideways small muted">{texts[frame.locale].sideways}</p>

type FigureTableProps = {
  readonly frame: Frame
  /** Of the heading that names the table. */
  readonly labelledBy: string
  readonly head: readonly Child[]
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly Child[])[]
  readonly sum?: readonly Child[] | undefined
}

/** Figures under words: the first column names the row, the others are numbers. Where the screen is narrow it scrolls by itself, and says so. */
export const FigureTable = ({ frame, labelledBy, head, rows, sum }: FigureTableProps) => (
  <>
    {head.length > 3 && <Sideways frame={frame} />}
    <section class={head.length > 3 ? 'scroll' : 'scroll few'} tabindex={0} aria-labelledby={labelledBy}>
      <table>
        <thead>
          <tr>
            {head.map((cell, at) => (
              <th scope="col" class={at > 0 ? 'num' : undefined}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr>
              <th scope="row">{name}</th>
              {cells.map(cell => (
                <td class="num">{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
        {sum && (
          <tfoot>
            <tr>{sum.map((cell, at) => (at === 0 ? <th scope="row">{cell}</th> : <td class="num">{cell}</td>))}</tr>
          </tfoot>
        )}
      </table>
    </section>
  </>
)
