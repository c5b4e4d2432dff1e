import type { FormState } from '#kit/form.ts'
import { formatMoney, type Grosze, parseMoney } from '#kit/money.ts'
import type { PriceItem } from '#modules/programme/registers/price-list.rules.ts'
import { type Estimate, fitOf, type Reserve, reserveChoices } from '#modules/proposals/cost/estimate.rules.ts'
import { besideRow } from '#modules/proposals/cost/unit-prices.parts.tsx'
import type { UnitEstimate } from '#modules/proposals/cost/unit-prices.rules.ts'
import type { Limits } from '#modules/proposals/drafting/drafting.rules.ts'
import { proposalsTextsEn } from '#modules/proposals/proposals.texts.en.ts'
import { proposalsTexts } from '#modules/proposals/proposals.texts.ts'
import { paths } from '#paths'
import { Button, Field, Hidden, Select } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Acts } from '#ui/parts.tsx'

const texts = { pl: proposalsTexts, en: proposalsTextsEn }

/** One row of the cost form: what is typed, whether it makes sense or not. */
export type CostRow = {
  readonly id: string
  readonly name: string
  readonly quantity: string
  readonly unit: string
  readonly price: string
  /** Code of the price list, or nothing. */
  readonly item: string
  readonly sum?: Grosze | undefined
}

/** The sums as a place to go on from. */
export const sumsField = 'sumy'

/** What is typed in the rows, as the fields read it. */
export const typedRows = (rows: readonly CostRow[], reserve: Reserve): FormState['typed'] => ({
  ...Object.fromEntries(
    rows.flatMap((row, i) => [
      [`co-${i}`, row.name],
      [`ile-${i}`, row.quantity],
      [`jednostka-${i}`, row.unit],
      [`cena-${i}`, row.price],
    ]),
  ),
  rezerwa: String(reserve),
})

export type CostFieldsProps = {
  readonly frame: Frame
  readonly form: FormState
  readonly rows: readonly CostRow[]
  readonly sums: Estimate
  readonly prices: readonly PriceItem[]
  readonly estimates: readonly UnitEstimate[]
  readonly limits: Limits
  /** Where the form is drawn again. */
  readonly here?: string
  /** The field that a form drawn again goes on from. */
  readonly focus?: string | undefined
}

/** The rows of the costs inside a form: what, how many, for how much, from the price list or not; the reserve; and every total, counted while one types. */
export const CostFields = ({ frame, form, rows, sums, prices, estimates, limits, here, focus }: CostFieldsProps) => {
  const t = texts[frame.locale].costs
  const again = here ? { action: here } : {}
  return (
    <cost-sums class="stack" data-costs={JSON.stringify({ listed: listedOf(prices), costMin: limits.costMin, costMax: limits.costMax })}>
      {rows.map((row, i) => (
        <RowFields
          {...{ frame, row, form, again, focus }}
          index={i}
          listed={prices.find(({ code }) => code === row.item)}
          units={besideRow(frame, estimates, { id: row.id, price: parseMoney(row.price) })}
        />
      ))}
      {prices.length > 0 && <FromList frame={frame} prices={prices} {...{ form, again, focus }} />}
      <Select
        name="rezerwa"
        label={t.reserve}
        hint={t.reserveHint}
        form={form}
        options={reserveChoices.map(percent => ({ value: String(percent), label: percent === 0 ? t.noReserve : `${percent}%` }))}
      />
      <Sums {...{ frame, sums, limits, focus }} />
    </cost-sums>
  )
}

/** What the script must know to count as the server does: nothing but the list's own figures. */
const listedOf = (prices: readonly PriceItem[]) => Object.fromEntries(prices.map(({ code, vat, upkeep }) => [code, { vat, upkeep }]))

/** Every total, and how it stands to what one project may cost. The same outputs are written by the script while one types. */
type SumsProps = Pick<CostFieldsProps, 'frame' | 'sums' | 'limits' | 'focus'>
const Sums = ({ frame, sums, limits, focus }: SumsProps) => {
  const { costs: t } = texts[frame.locale]
  const money = (grosze: Grosze) => formatMoney(grosze, frame.locale)
  const fit = fitOf(sums.total, limits)
  const Said = ({ name, words, amount }: { name: string; words: (sum: string) => string; amount: Grosze | undefined }) => (
    <output data-sum={name} data-words={words('{}')} hidden={amount === undefined}>
      {amount === undefined ? '' : words(money(amount))}
    </output>
  )
  return (
    <div class="tight" aria-live="polite" tabindex={-1} autofocus={focus === sumsField}>
      <b>
        <Said name="total" words={t.total} amount={sums.total} />
      </b>
      <Said name="reserve" words={t.inReserve} amount={sums.reserve || undefined} />
      <Said name="vat" words={t.vat} amount={sums.vat || undefined} />
      <Said name="upkeep" words={t.upkeep} amount={sums.upkeep || undefined} />
      {limits.costMin !== undefined && limits.costMax !== undefined && (
        <p class="small muted">{t.limits({ min: money(limits.costMin), max: money(limits.costMax) })}</p>
      )}
      <Said name="cheap" words={t.tooCheap} amount={fit.fit === 'cheap' ? fit.by : undefined} />
      <Said name="dear" words={t.tooDear} amount={fit.fit === 'dear' ? fit.by : undefined} />
      <Said name="fits" words={() => t.fits} amount={fit.fit === 'fits' ? 0 : undefined} />
      {limits.costOptional && <p class="small muted">{t.optional}</p>}
    </div>
  )
}

/** A thing from the city's price list becomes a row; its price may still be changed. */
type Again = { readonly action?: string }
type FromListProps = Pick<CostFieldsProps, 'frame' | 'prices' | 'form' | 'focus'> & { again: Again }
const FromList = ({ frame, prices, form, again, focus }: FromListProps) => {
  const t = texts[frame.locale].costs
  const options = prices.map(item => ({
    value: item.code,
    label: `${item.category}: ${item.name}, ${formatMoney(item.price, frame.locale)} / ${item.unit}`,
  }))
  return (
    <div class="said tight">
      <Select name="cennik" label={t.fromList} form={form} options={options} empty={t.fromListNone} autofocus={focus === 'cennik'} />
      <Acts>
        <Button quiet small name="akcja" value="cennik" {...again}>
          {t.fromListAdd}
        </Button>
        <a href={paths.priceList}>{t.wholeList}</a>
      </Acts>
    </div>
  )
}

type FieldsProps = {
  frame: Frame
  row: CostRow
  index: number
  form: FormState
  listed: PriceItem | undefined
  units: readonly string[]
  again: Again
  focus: string | undefined
}
const RowFields = ({ frame, row, index, form, listed, units, again, focus }: FieldsProps) => {
  const t = texts[frame.locale].costs
  return (
    <fieldset class="tight" data-line>
      <legend>{t.line(index + 1)}</legend>
      <Hidden name={`id-${index}`} value={row.id} />
      {row.item !== '' && <Hidden name={`kod-${index}`} value={row.item} />}
      <div class="side-by-side">
        <Field
          name={`co-${index}`}
          label={t.name}
          form={form}
          required
          maxlength={120}
          autofocus={focus === `co-${index}`}
          {...(index === 0 ? { hint: t.nameHint } : {})}
        />
        <Field name={`ile-${index}`} label={t.quantity} form={form} required inputmode="decimal" autofocus={focus === `ile-${index}`} />
        <Field name={`jednostka-${index}`} label={t.unit} form={form} required maxlength={20} {...(index === 0 ? { hint: t.unitHint } : {})} />
        <Field name={`cena-${index}`} label={t.price} form={form} required inputmode="decimal" />
      </div>
      <Acts>
        <output data-words={t.lineSum('{}')} hidden={row.sum === undefined}>
          {row.sum === undefined ? '' : t.lineSum(formatMoney(row.sum, frame.locale))}
        </output>
        {listed && <span class="small muted">{t.listed({ price: formatMoney(listed.price, frame.locale), source: listed.source })}</span>}
        {units.map(words => (
          <span class="small">{words}</span>
        ))}
        <Button quiet small name="akcja" value={`usun-${index}`} {...again}>
          {t.remove(index + 1)}
        </Button>
      </Acts>
    </fieldset>
  )
}

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'cost-sums': Record<string, unknown>
    }
  }
}
