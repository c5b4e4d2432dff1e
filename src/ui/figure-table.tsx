import type { Child } from 'hono/jsx'

type FigureTableProps = {
  /** Of the heading that names the table. */
  readonly labelledBy: string
  readonly head: readonly Child[]
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly Child[])[]
  readonly sum?: readonly Child[] | undefined
}

/** Figures under words: the first column names the row, the others are numbers. Scrolls by itself where the screen is narrow. */
export const FigureTable = ({ labelledBy, head, rows, sum }: FigureTableProps) => (
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
)
