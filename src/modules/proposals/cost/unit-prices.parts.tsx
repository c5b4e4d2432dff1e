import type { Child } from 'hono/jsx'
import { longDate, shortDate } from '#kit/dates.ts'
import { type FormState, typedOne } from '#kit/form.ts'
import { formatMoney, type Grosze } from '#kit/money.ts'
import type { Locale } from '#kit/texts.ts'
import { ownLines } from '#modules/proposals/cost/estimate.rules.ts'
import {
  type Compared,
  type ComparedRow,
  priceOfOne,
  priceReasons,
  reasonFrom,
  tenths,
  type UnitEstimate,
} from '#modules/proposals/cost/unit-prices.rules.ts'
import { unitPricesTextsEn } from '#modules/proposals/cost/unit-prices.texts.en.ts'
import { unitPricesTexts } from '#modules/proposals/cost/unit-prices.texts.ts'
import { lackingRows } from '#modules/proposals/cost/unit-prices-form.rules.ts'
import { type CostLine, formatQuantity, lineTotal } from '#modules/proposals/drafting/drafting.rules.ts'
import { paths, url } from '#paths'
import { Button, Checkbox, Field, Hidden, Select } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Figures, Row, Rows } from '#ui/parts.tsx'

const texts = { pl: unitPricesTexts, en: unitPricesTextsEn }
export const unitPricesWords = ({ locale }: Pick<Frame, 'locale'>): typeof unitPricesTexts => texts[locale]

/** "+10,7%": with its sign, since more and less are told apart by it alone. */
export function signedShare(share: number, locale: Locale): string {
  const [whole, rest] = [Math.trunc(Math.abs(share) / 10), Math.abs(share) % 10]
  const sign = share > 0 ? '+' : share < 0 ? '−' : ''
  return `${sign}${whole}${rest === 0 ? '' : `${locale === 'pl' ? ',' : '.'}${rest}`}%`
}
export const signedMoney = (grosze: Grosze, locale: Locale): string => `${grosze > 0 ? '+' : ''}${formatMoney(grosze, locale)}`
const amountOf = ({ quantity, unit }: Pick<CostLine, 'quantity' | 'unit'>, locale: Locale) => `${formatQuantity(quantity, locale)} ${unit}`

type FormProps = { readonly frame: Frame; readonly costs: readonly CostLine[]; readonly revision: number; readonly form: FormState }

/** In the form of a unit's answer: its own price beside each row of the authors, and what the table lacks. */
export const UnitPriceFields = ({ frame, costs, revision, form }: FormProps) => {
  const { form: t } = unitPricesWords(frame)
  const own = ownLines(costs)
  const more = lackingRows(form.typed)
  return (
    <section class="stack" id="ceny">
      <h3>{t.title}</h3>
      <p>{own.length === 0 ? t.noRows : t.lead(reasonFrom)}</p>
      <Hidden name="kosztorys" value={revision} />
      <Hidden name="wierszy" value={more} />
      {own.map(line => (
        <RowFields frame={frame} line={line} form={form} />
      ))}
      {own.length > 0 && <Checkbox name="zgodne" label={t.agreed} hint={t.agreedHint} form={form} />}
      {Array.from({ length: more }, (_, i) => (
        <LackingFields frame={frame} index={i} form={form} fresh={typedOne(form, 'akcja') === 'wiersz' && i === more - 1} />
      ))}
      <Button quiet small name="akcja" value="wiersz">
        {t.addRow}
      </Button>
    </section>
  )
}

const RowFields = ({ frame, line, form }: { frame: Frame; line: CostLine; form: FormState }) => {
  const { form: t } = unitPricesWords(frame)
  const money = (grosze: Grosze) => formatMoney(grosze, frame.locale)
  const words = { name: line.name, amount: amountOf(line, frame.locale), price: money(line.price), sum: money(lineTotal(line)) }
  return (
    <fieldset class="tight">
      <legend>{t.row(words)}</legend>
      <div class="side-by-side">
        <Field name={`cena-${line.id}`} label={t.price(line.unit)} form={form} inputmode="decimal" unmarked />
        <Field name={`suma-${line.id}`} label={t.sum} form={form} inputmode="decimal" unmarked />
        <ReasonField frame={frame} name={`powod-${line.id}`} form={form} />
        <Field name={`slowa-${line.id}`} label={t.words} form={form} maxlength={500} unmarked />
      </div>
    </fieldset>
  )
}

const ReasonField = ({ frame, name, form }: { frame: Frame; name: string; form: FormState }) => {
  const { form: t, reasons } = unitPricesWords(frame)
  const options = priceReasons.filter(reason => reason !== 'missing').map(value => ({ value, label: reasons[value] }))
  return <Select name={name} label={t.reason} form={form} options={options} empty={t.reasonNone} unmarked />
}

const LackingFields = ({ frame, index, form, fresh }: { frame: Frame; index: number; form: FormState; fresh: boolean }) => {
  const { form: t } = unitPricesWords(frame)
  const key = `brak-${index}`
  return (
    <fieldset class="tight">
      <legend>{t.lacking(index + 1)}</legend>
      <div class="side-by-side">
        <Field name={`co-${key}`} label={t.name} form={form} maxlength={120} unmarked autofocus={fresh} />
        <Field name={`ile-${key}`} label={t.quantity} form={form} inputmode="decimal" unmarked />
        <Field name={`jednostka-${key}`} label={t.unit} form={form} maxlength={20} unmarked />
        <Field name={`cena-${key}`} label={t.onePrice} form={form} inputmode="decimal" unmarked />
        <Field name={`suma-${key}`} label={t.sum} form={form} inputmode="decimal" unmarked />
        <Field name={`slowa-${key}`} label={t.words} form={form} maxlength={500} unmarked />
      </div>
    </fieldset>
  )
}

/** Whose prices, and when. */
export const whoseWords = ({ estimate }: Compared, locale: Locale): string =>
  texts[locale].page.by({ unit: estimate.unitName, day: longDate(estimate.at ?? new Date(0), locale) })

/** How the unit's total stands to the authors'. */
export function totalsWords({ ours, unit, difference, share }: Compared, locale: Locale): string {
  const { page: t, share: shared } = texts[locale]
  const money = (grosze: Grosze) => formatMoney(grosze, locale)
  const words = { sum: money(Math.abs(difference)), share: share === undefined ? '' : shared(signedShare(Math.abs(share), locale).replace('+', '')) }
  const how = difference === 0 ? t.same : difference > 0 ? t.more(words) : t.less(words)
  return `${t.totals({ ours: money(ours), unit: money(unit) })} ${how}`
}

/** Under the costs of a project: what units said of them. */
export const UnitEstimates = ({ frame, projectId, compared }: { frame: Frame; projectId: string; compared: readonly Compared[] }) =>
  compared.length === 0 ? null : (
    <div class="said tight">
      {compared.map(one => (
        <p>{`${whoseWords(one, frame.locale)}. ${totalsWords(one, frame.locale)}`}</p>
      ))}
      <p>
        <a href={url(paths.projectUnitPrices, { id: projectId })}>{unitPricesWords(frame).page.link}</a>
      </p>
    </div>
  )

/** Beside a row of the cost form: what units said of it. */
export const besideRow = (
  frame: Frame,
  estimates: readonly UnitEstimate[],
  line: { readonly id: string; readonly price?: Grosze | undefined },
): string[] =>
  estimates.flatMap(({ unitCode, prices, at }) => {
    const row = prices.find(({ lineId }) => lineId === line.id)
    if (!row) return []
    const price = priceOfOne(row)
    const share = line.price === undefined ? undefined : tenths(price - line.price, line.price)
    const difference = share === undefined ? '' : unitPricesWords(frame).share(signedShare(share, frame.locale))
    const unit = at ? `${unitCode}, ${shortDate(at, frame.locale)}` : unitCode
    return [unitPricesWords(frame).beside({ unit, price: formatMoney(price, frame.locale), difference })]
  })

/** The reason and the words of a row, as they are read. */
export const reasonOf = (frame: Pick<Frame, 'locale'>, { reason, words }: Pick<ComparedRow, 'reason' | 'words'>): string =>
  [reason && reason !== 'other' && unitPricesWords(frame).reasons[reason], words].filter(Boolean).join('. ')

/** Rows of the authors and the unit beside each other; `act` is what may be done about a row. */
export const ComparedRows = ({ frame, compared, act }: { frame: Frame; compared: Compared; act?: (row: ComparedRow) => Child }) => {
  const { page: t } = unitPricesWords(frame)
  const { locale } = frame
  const each = (who: string, row: ComparedRow, price: Grosze) => t.each({ who, amount: amountOf(row, locale), price: formatMoney(price, locale) })
  return (
    <Rows plain>
      {compared.rows.map(row => (
        <Row title={row.name} note={reasonOf(frame, row)}>
          <Figures
            figures={[
              row.oursTotal === undefined
                ? { figure: '—', words: t.lacking }
                : { figure: formatMoney(row.oursTotal, locale), words: each(t.authors, row, row.ours ?? 0) },
              { figure: formatMoney(row.total, locale), words: each(compared.estimate.unitCode, row, priceOfOne(row)) },
              {
                figure: signedMoney(row.difference ?? row.total, locale),
                words: row.share === undefined ? t.difference : `${t.difference}: ${signedShare(row.share, locale)}`,
              },
            ]}
          />
          {t.now[row.now] && <p class="small">{t.now[row.now]}</p>}
          {act?.(row)}
        </Row>
      ))}
    </Rows>
  )
}

/** Typed or kept: the number of the table that the expert saw. */
export const seenRevision = (form: FormState): number => Number(typedOne(form, 'kosztorys')) || 0
