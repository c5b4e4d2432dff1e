import { formatMoney } from '#kit/money.ts'
import type { Locale } from '#kit/texts.ts'
import type { PriceItem } from '#modules/programme/registers/price-list.rules.ts'
import { type ErrorFigure, fewestOfAll, fewestOfItem, type ListError } from '#modules/proposals/cost/list-error.rules.ts'
import { unitPricesWords } from '#modules/proposals/cost/unit-prices.parts.tsx'
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
        {all.median !== undefined && <p>{sides(frame, all)}</p>}
      </section>
      {items.length > 0 && (
        <section class="stack">
          <h2>{t.table}</h2>
          <Items frame={frame} items={items} prices={prices} />
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
      <Items frame={frame} items={worst} prices={prices} />
      <p>
        <a href={paths.priceListImport}>{t.toImport}</a>
      </p>
    </section>
  )
}

const sides = (frame: Frame, figure: ErrorFigure) => unitPricesWords(frame).error.sides({ ...figure, same: same(figure) })

const Items = ({ frame, items, prices }: Pick<Props, 'frame' | 'prices'> & { items: readonly Item[] }) => {
  const { error: t } = unitPricesWords(frame)
  return (
    <Rows plain>
      {items.map(item => {
        const listed = prices.get(item.code)
        const price = listed && t.price({ price: formatMoney(listed.price, frame.locale), unit: listed.unit })
        const figure =
          item.median === undefined ? t.fewShort(item.count) : t.usual({ percent: percentWords(item.median, frame.locale), count: item.count })
        return (
          <Row title={listed?.name ?? item.code} note={price}>
            <p>{item.median === undefined ? <span class="muted">{figure}</span> : `${figure} ${sides(frame, item)}`}</p>
          </Row>
        )
      })}
    </Rows>
  )
}
