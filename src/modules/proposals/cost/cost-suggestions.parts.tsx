import type { FormState } from '#kit/form.ts'
import { formatMoney } from '#kit/money.ts'
import type { CostChange } from '#modules/proposals/cost/cost-changes.rules.ts'
import { costSuggestionsTextsEn } from '#modules/proposals/cost/cost-suggestions.texts.en.ts'
import { costSuggestionsTexts } from '#modules/proposals/cost/cost-suggestions.texts.ts'
import { signedMoney } from '#modules/proposals/cost/unit-prices.parts.tsx'
import { type CostLine, formatQuantity, lineTotal } from '#modules/proposals/drafting/drafting.rules.ts'
import { Field } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'

export const costSuggestionsWords = ({ locale }: Pick<Frame, 'locale'>): typeof costSuggestionsTexts =>
  ({ pl: costSuggestionsTexts, en: costSuggestionsTextsEn })[locale]

/** How many, at what price, together. */
export function amountWords({ locale }: Pick<Frame, 'locale'>, row: CostLine): string {
  const money = (grosze: number) => formatMoney(grosze, locale)
  const amount = `${formatQuantity(row.quantity, locale)} ${row.unit}`
  return costSuggestionsWords({ locale }).amount({ amount, price: money(row.price), sum: money(lineTotal(row)) })
}
export const rowWords = (frame: Pick<Frame, 'locale'>, row: CostLine): string => `${row.name}: ${amountWords(frame, row)}`

/** The row as it was and as it is suggested, beside each other, with the change of the total. */
export const ChangeBeside = ({ frame, change }: { frame: Frame; change: CostChange }) => {
  const t = costSuggestionsWords(frame)
  const money = (grosze: number) => formatMoney(grosze, frame.locale)
  const { was, is } = change.totals
  return (
    <div class="tight">
      <dl class="side-by-side">
        <div>
          <dt class="small muted">{t.was}</dt>
          <dd>{change.kind === 'add' ? <span class="muted">{t.nothing}</span> : rowWords(frame, change.was)}</dd>
        </div>
        <div>
          <dt class="small muted">{t.is}</dt>
          <dd>{change.kind === 'remove' ? <span class="muted">{t.gone}</span> : <b>{rowWords(frame, change.is)}</b>}</dd>
        </div>
      </dl>
      <p class="small">{t.totals({ was: money(was), is: money(is), difference: signedMoney(is - was, frame.locale) })}</p>
    </div>
  )
}

/** The four fields of one row. */
export const RowFields = ({ frame, form, required = true }: { frame: Frame; form: FormState; required?: boolean }) => {
  const t = costSuggestionsWords(frame)
  return (
    <div class="side-by-side">
      <Field name="co" label={t.name} form={form} required={required} unmarked maxlength={120} />
      <Field name="ile" label={t.quantity} form={form} required={required} unmarked inputmode="decimal" />
      <Field name="jednostka" label={t.unit} form={form} required={required} unmarked maxlength={20} />
      <Field name="cena" label={t.price} form={form} required={required} unmarked inputmode="decimal" />
    </div>
  )
}
