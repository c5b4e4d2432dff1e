import { longDate, startOfDay } from '#kit/dates.ts'
import type { FormState } from '#kit/form.ts'
import { formatMoney } from '#kit/money.ts'
import { type PriceChanges, type PriceFault, type PriceItem, pricesOn, taxIn } from '#modules/programme/registers/price-list.rules.ts'
import { priceListTextsEn } from '#modules/programme/registers/price-list.texts.en.ts'
import { priceListTexts } from '#modules/programme/registers/price-list.texts.ts'
import { paths } from '#paths'
import { Button, Form, Hidden } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Empty, Fold } from '#ui/parts.tsx'
import { TableImport } from '#ui/table-import.tsx'

const texts = { pl: priceListTexts, en: priceListTextsEn }
const since = (frame: Frame, { from }: PriceItem) => longDate(startOfDay(from), frame.locale)
const categoriesOf = (items: readonly PriceItem[]) => [...new Set(items.map(({ category }) => category))]

type ListProps = { frame: Frame; items: readonly PriceItem[]; today: string; mayEdit: boolean }
export const PriceListPage = ({ frame, items, today, mayEdit }: ListProps) => {
  const t = texts[frame.locale]
  const now = pricesOn(items, today)
  const former = items.filter(item => item.from <= today && !now.includes(item))
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} wide>
      <p>
        <a href={paths.priceListError}>{t.error}</a>
        {mayEdit && (
          <>
            {' · '}
            <a href={paths.priceListImport}>{t.edit}</a>
          </>
        )}
      </p>
      {now.length === 0 && (
        <Empty title={t.empty}>
          <p>{t.emptyHelp}</p>
        </Empty>
      )}
      {categoriesOf(now).map(category => (
        <section class="stack">
          <h2>{category}</h2>
          <PriceTable frame={frame} caption={t.caption(category)} items={now.filter(item => item.category === category)} />
        </section>
      ))}
      {former.length > 0 && (
        <Fold summary={t.former}>
          <ul class="tight">
            {former.map(item => (
              <li>
                {t.formerLine({ name: item.name, price: formatMoney(item.price, frame.locale), since: since(frame, item), source: item.source })}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </Layout>
  )
}

const PriceTable = ({ frame, caption, items }: { frame: Frame; caption: string; items: readonly PriceItem[] }) => {
  const t = texts[frame.locale]
  const money = (grosze: number) => formatMoney(grosze, frame.locale)
  return (
    <section class="scroll stacked" tabindex={0} aria-label={caption}>
      <table>
        <thead>
          <tr>
            {Object.values(t.columns).map(name => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(item => (
            <tr>
              <th scope="row">{item.name}</th>
              <td data-term={t.columns.unit}>{item.unit}</td>
              <td class="num" data-term={t.columns.price}>
                {money(item.price)}
              </td>
              <td class="num" data-term={t.columns.tax}>
                {t.taxOf({ tax: money(taxIn(item.price, item.vat).tax), rate: item.vat })}
              </td>
              <td class="num" data-term={t.columns.upkeep}>
                {item.upkeep === 0 ? t.noUpkeep : money(item.upkeep)}
              </td>
              <td data-term={t.columns.source}>{item.source}</td>
              <td data-term={t.columns.since}>{since(frame, item)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type ImportProps = { frame: Frame; form: FormState; count: number; faults?: readonly PriceFault[] }
export const PricesImportPage = ({ frame, form, count, faults = [] }: ImportProps) => {
  const t = texts[frame.locale].import
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      <p>{t.now(count)}</p>
      <TableImport
        action={paths.priceListImport}
        form={form}
        words={t}
        faults={faults.map(({ line, why, what }) => t.fault(line, t.why[why](what)))}
      />
    </Layout>
  )
}

export const PricesPreviewPage = ({ frame, table, changes }: { frame: Frame; table: string; changes: PriceChanges }) => {
  const t = texts[frame.locale].import
  const any = changes.added.length + changes.changed.length > 0
  return (
    <Layout frame={frame} title={t.previewTitle} kicker={<a href={paths.priceListImport}>{t.title}</a>} wide>
      {!any && <Empty title={t.nothing} />}
      {(
        [
          [changes.added, t.added],
          [changes.changed, t.changed],
        ] as const
      ).map(([items, words]) =>
        items.length === 0 ? null : (
          <section class="stack">
            <h2>{words(items.length)}</h2>
            <PriceTable frame={frame} caption={words(items.length)} items={items} />
          </section>
        ),
      )}
      {changes.same > 0 && <p>{t.same(changes.same)}</p>}
      {any && (
        <Form action={paths.priceListImport}>
          <Hidden name="tabela" value={table} />
          <Hidden name="krok" value="zapis" />
          <Button>{t.save}</Button>
        </Form>
      )}
    </Layout>
  )
}
