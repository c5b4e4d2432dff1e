import { dayOf } from '#kit/dates.ts'
import type { FormState } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { type Grosze, moneyTyped, parseMoney } from '#kit/money.ts'
import { type PriceItem, pricesOn } from '#modules/programme/registers/price-list.rules.ts'
import { listPriceItems } from '#modules/programme/registers/price-list.store.ts'
import { type CostRow, sumsField } from '#modules/proposals/cost/cost-fields.parts.tsx'
import { type Estimate, estimate, ownLines, type Reserve, reserveChoices, reserveIn, withReserve } from '#modules/proposals/cost/estimate.rules.ts'
import { type CostLine, formatQuantity, lineTotal, parseQuantity } from '#modules/proposals/drafting/drafting.rules.ts'
import { proposalsTextsEn } from '#modules/proposals/proposals.texts.en.ts'
import { proposalsTexts } from '#modules/proposals/proposals.texts.ts'
import type { Ctx } from '#platform/context.ts'

const texts = { pl: proposalsTexts, en: proposalsTextsEn }

const blank = (): CostRow => ({ id: newId('line'), name: '', quantity: '', unit: '', price: '', item: '' })
const fromList = (item: PriceItem): CostRow => ({
  id: newId('line'),
  name: item.name,
  quantity: '1',
  unit: item.unit,
  price: moneyTyped(item.price),
  item: item.code,
})
const shown = (line: CostLine, locale: Ctx['locale']): CostRow => ({
  id: line.id,
  name: line.name,
  unit: line.unit,
  quantity: formatQuantity(line.quantity, locale),
  price: moneyTyped(line.price),
  item: line.item ?? '',
  sum: lineTotal(line),
})

/** What stands in the form, row by row; a row without a single word is no row. */
function rowsTyped(typed: FormState['typed']): CostRow[] {
  const numbers = [...new Set(Object.keys(typed).flatMap(name => /^(?:id|co|ile|jednostka|cena|kod)-(\d{1,3})$/.exec(name)?.[1] ?? []))].map(Number)
  const at = (name: string, i: number) => {
    const value = typed[`${name}-${i}`]
    return typeof value === 'string' ? value : ''
  }
  return numbers
    .sort((a, b) => a - b)
    .map(i => ({
      id: /^line_\w{10,30}$/.test(at('id', i)) ? at('id', i) : newId('line'),
      name: at('co', i),
      quantity: at('ile', i),
      unit: at('jednostka', i),
      price: at('cena', i),
      item: /^[\w-]{1,30}$/.test(at('kod', i)) ? at('kod', i) : '',
    }))
}
const isBlank = (row: CostRow) => row.name === '' && row.quantity === '' && row.unit === '' && row.price === ''

/** More than any pool of a city; beyond it sums would no longer be exact. */
const lineMax = 10_000_000_000

function lineOf(row: CostRow): CostLine | undefined {
  const [quantity, price] = [parseQuantity(row.quantity), parseMoney(row.price)]
  if (row.name === '' || row.unit === '' || !quantity || price === undefined || price > lineMax) return undefined
  const line = { id: row.id, name: row.name.slice(0, 120), quantity, unit: row.unit.slice(0, 20), price }
  if (lineTotal(line) > lineMax) return undefined
  return row.item === '' ? line : { ...line, item: row.item }
}
function errorsOf(rows: readonly CostRow[], t: typeof proposalsTexts.costs.errors): FormState['errors'] {
  const errors: Record<string, string> = rows.length > 60 ? { '': t.many } : {}
  for (const [i, row] of rows.entries()) {
    if (row.name === '') errors[`co-${i}`] = t.name
    if (!parseQuantity(row.quantity)) errors[`ile-${i}`] = t.quantity
    if (row.unit === '') errors[`jednostka-${i}`] = t.unit
    const price = parseMoney(row.price)
    if (price === undefined) errors[`cena-${i}`] = t.price
    else if (!countedOf(row) && !errors[`ile-${i}`]) errors[`cena-${i}`] = t.huge
  }
  return errors
}

/** A row that can be counted, though its name or unit may still be missing. */
const countedOf = (row: CostRow): CostLine | undefined => lineOf({ ...row, name: row.name || '-', unit: row.unit || '-' })
const sumOf = (row: CostRow): Grosze | undefined => {
  const line = countedOf(row)
  return line && lineTotal(line)
}

const summed = (rows: readonly CostRow[]): CostRow[] => rows.map(row => ({ ...row, sum: sumOf(row) }))

/** The costs as they are kept, to be written on. */
export function rowsOf(
  lines: readonly CostLine[],
  locale: Ctx['locale'],
  empty = 3,
): { readonly rows: readonly CostRow[]; readonly reserve: Reserve } {
  const rows = lines.length === 0 ? Array.from({ length: empty }, blank) : ownLines(lines).map(line => shown(line, locale))
  return { rows, reserve: reserveIn(lines) }
}

export type TypedCosts = {
  readonly rows: readonly CostRow[]
  readonly reserve: Reserve
  /** A button that only redraws the form was pressed: another row, one less, one from the list, or only to count. */
  readonly redraws: boolean
  /** Where the hands go on after that button: the new row, the one that took the place of another, or the sums. */
  readonly focus?: string | undefined
  readonly errors: FormState['errors']
  /** The table, where nothing is wrong with it. */
  readonly lines: readonly CostLine[]
}

/** What somebody typed into the rows of the cost form, and what the button they pressed makes of it. */
export async function readCosts(ctx: Ctx, typed: FormState['typed']): Promise<TypedCosts> {
  const t = texts[ctx.locale].costs
  const action = typeof typed.akcja === 'string' ? typed.akcja : ''
  const all = rowsTyped(typed)
  const reserve = reserveChoices.find(percent => String(percent) === typed.rezerwa) ?? 0
  const redrawn = await redraw(ctx, typed, action, all)
  if (redrawn) return { rows: summed(redrawn.rows), reserve, redraws: true, focus: redrawn.focus, errors: {}, lines: [] }
  const rows = all.filter(row => !isBlank(row))
  const errors = errorsOf(rows, t.errors)
  const lines = rows.map(lineOf).filter(line => line !== undefined)
  return { rows: summed(rows), reserve, redraws: false, errors, lines: withReserve(lines, reserve, t.reserveLine(reserve)) }
}

type Redrawn = { readonly rows: readonly CostRow[]; readonly focus: string }
async function redraw(ctx: Ctx, typed: FormState['typed'], action: string, rows: readonly CostRow[]): Promise<Redrawn | undefined> {
  if (action === 'dodaj') return { rows: [...rows, blank()], focus: `co-${rows.length}` }
  if (action === 'przelicz') return { rows, focus: sumsField }
  if (action.startsWith('usun-')) {
    const left = rows.filter((_, i) => `usun-${i}` !== action)
    return { rows: left, focus: left.length === 0 ? sumsField : `co-${Math.min(Number(action.slice('usun-'.length)) || 0, left.length - 1)}` }
  }
  if (action !== 'cennik') return undefined
  const chosen = pricesOn(await listPriceItems(ctx), dayOf(ctx.now)).find(({ code }) => code === typed.cennik)
  if (!chosen) return { rows, focus: 'cennik' }
  const said = rows.filter(row => !isBlank(row))
  return { rows: [...said, fromList(chosen)], focus: `ile-${said.length}` }
}

/** The prices of today, and every total of these rows. */
export async function countRows(ctx: Ctx, rows: readonly CostRow[], reserve: Reserve): Promise<{ prices: PriceItem[]; sums: Estimate }> {
  const prices = pricesOn(await listPriceItems(ctx), dayOf(ctx.now))
  const listed = new Map(prices.map(item => [item.code, item]))
  const lines = rows.flatMap(row => countedOf(row) ?? [])
  return { prices, sums: estimate(lines, reserve, listed) }
}
