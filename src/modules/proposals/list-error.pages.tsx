import { formatMoney } from '#kit/money.ts'
import type { Locale } from '#kit/texts.ts'
import type { PriceItem } from '#modules/programme/price-list.rules.ts'
import { type ErrorFigure, fewestOfAll, fewestOfItem, type ListError } from '#modules/proposals/list-error.rules.ts'
import { unitPricesWords } from '#modules/proposals/unit-prices.parts.tsx'
import { paths } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Fold, Row, Rows } from '#ui/parts.tsx'

type Item = ListError['items'][number]
type Props = { readonly frame: Frame; readonly error: ListError; readonly prices: ReadonlyMap<string, PriceItem>; readonly edits: boolean }

/** Hundredths of a percent as people read them: "12,4%", half a tenth upwards. */
export function percentWords(hundredths: number, locale: Locale): string {
  const tenth = Math.floor((hundredths + 5) / 10)
  return `${Math.trunc(tenth / 10)}${locale === 'pl' ? ',' : '.'}${tenth % 10}%`
}

/** The price list's own error, for everybody; whoever keeps the list sees first what is furthest off. */
export const ListErrorPage = ({ frame, error, prices, edits }: Props) => {
  const { error: t } = unitPricesWords(frame)
  const { all, items } = error
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={<a href={paths.priceList}>{t.toList}</a>}>
      {edits && <FurthestOff frame={frame} items={items} prices={prices} />}
      <section class="now plain">
        <h2 class="what">{t.all}</h2>
        <p>
          {all.count === 0
            ? t.none
            : all.median === undefined
              ? t.few({ count: all.count, fewest: fewestOfAll })
              : t.figure({ percent: percentWords(all.median, frame.locale), count: all.count })}
        </p>
        {all.median !== undefined && <p>{t.sides({ ...all, same: same(all) })}</p>}
      </section>
      {items.length > 0 && (
        <section class="stack">
          <h2>{t.table}</h2>
          <ItemTable frame={frame} items={items} prices={prices} />
        </section>
      )}
      <Fold summary={t.howTitle}>
        <p>{t.how}</p>
        <p>{t.howFew({ item: fewestOfItem, all: fewestOfAll })}</p>
      </Fold>
    </Layout>
  )
}
const same = ({ count, low, high }: ErrorFigure) => count - low - high

const FurthestOff = ({ frame, items, prices }: Pick<Props, 'frame' | 'prices'> & { items: readonly Item[] }) => {
  const { error: t } = unitPricesWords(frame)
  const worst = items.filter(({ median }) => median !== undefined && median > 0).slice(0, 5)
  return (
    <section class="said tight">
      <h2>{t.editor}</h2>
      <p>{worst.length === 0 ? t.editorNone : t.editorLead}</p>
      <Rows plain>
        {worst.map(item => (
          <Row title={prices.get(item.code)?.name ?? item.code} note={`${percentWords(item.median ?? 0, frame.locale)} · ${sides(frame, item)}`} />
        ))}
      </Rows>
      <p>
        <a href={paths.priceListImport}>{t.toImport}</a>
      </p>
    </section>
  )
}

const sides = (frame: Frame, figure: ErrorFigure) => {
  const { error: t } = unitPricesWords(frame)
  return [figure.low > 0 && t.low(figure.low), figure.high > 0 && t.high(figure.high), same(figure) > 0 && t.same(same(figure))]
    .filter(Boolean)
    .join(', ')
}

const ItemTable = ({ frame, items, prices }: Pick<Props, 'frame' | 'prices'> & { items: readonly Item[] }) => {
  const { error: t } = unitPricesWords(frame)
  return (
    <section class="scroll" tabindex={0} aria-label={t.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.columns.name}</th>
            <th scope="col">{t.columns.error}</th>
            <th scope="col" class="num">
              {t.columns.count}
            </th>
            <th scope="col">{t.columns.side}</th>
            <th scope="col">{t.columns.price}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(item => {
            const listed = prices.get(item.code)
            const few = item.median === undefined
            return (
              <tr>
                <th scope="row">{listed?.name ?? item.code}</th>
                <td>{few ? <span class="muted">{t.fewShort}</span> : percentWords(item.median ?? 0, frame.locale)}</td>
                <td class="num">{item.count}</td>
                <td>{few ? '' : sides(frame, item)}</td>
                <td>{listed && `${formatMoney(listed.price, frame.locale)} / ${listed.unit}`}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
