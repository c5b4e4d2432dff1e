import { dayOf } from '#kit/dates.ts'
import type { Grosze } from '#kit/money.ts'
import { pricesOn } from '#modules/programme/registers/price-list.rules.ts'
import { listPriceItems } from '#modules/programme/registers/price-list.store.ts'
import { ownLines } from '#modules/proposals/cost/estimate.rules.ts'
import type { StatedPrices } from '#modules/proposals/cost/unit-prices.actions.ts'
import type { PriceReason, UnitPrice } from '#modules/proposals/cost/unit-prices.rules.ts'
import { lineTotal } from '#modules/proposals/drafting/drafting.rules.ts'
import { costsOf, loadProject } from '#modules/proposals/proposals.store.ts'
import type { World } from '#seeds/world.ts'

type SaidPrice = { readonly name: string; readonly price: number; readonly reason?: PriceReason; readonly words?: string }
/** What a unit says: of rows by their names in złoty, and of what is lacking. Rows that are not named are right. */
type SaidPrices = {
  readonly rows: readonly SaidPrice[]
  readonly lacking: readonly (SaidPrice & { readonly quantity: number; readonly unit: string })[]
}

export const parkPrices: SaidPrices = {
  rows: [
    { name: 'Ławka z oparciem', price: 2700 },
    { name: 'Drzewo, 18 cm w obwodzie', price: 2900, reason: 'scope', words: 'Z palikami i wymianą ziemi.' },
    { name: 'Poidełko z przyłączem', price: 28500, reason: 'ground', words: 'Przyłącze musi ominąć gazociąg.' },
  ],
  lacking: [{ name: 'Nawadnianie i pielęgnacja, rok', price: 19600, quantity: 1, unit: 'rok', words: 'Bez tego drzewa się nie przyjmą.' }],
}
export const plantyPrices: SaidPrices = {
  rows: [
    { name: 'Ławka z podłokietnikami', price: 3450, reason: 'standard', words: 'Przy alei miasto stawia ławki z atestem.' },
    { name: 'Drzewo z pielęgnacją przez 3 lata', price: 3200, reason: 'tender', words: 'Tyle płacimy po ostatnim przetargu.' },
  ],
  lacking: [{ name: 'Uzgodnienia z sieciami', price: 6500, quantity: 1, unit: 'kpl.' }],
}
export const torPrices: SaidPrices = {
  rows: [
    { name: 'Stacja naprawy z pompką', price: 6100, reason: 'tender' },
    { name: 'Ławka z oparciem', price: 3050 },
    { name: 'Drzewo z palikami', price: 2250, reason: 'ground', words: 'Trzeba wymienić grunt po starym chodniku.' },
  ],
  lacking: [],
}

/** The unit's answer about the rows of a draft as they stand today. */
export async function stated(world: World, adviceId: string, projectId: string, said: SaidPrices): Promise<StatedPrices> {
  const ctx = world.ctx('house')
  const listed = new Map(pricesOn(await listPriceItems(ctx), dayOf(ctx.now)).map(({ code, price }) => [code, price]))
  const rows = ownLines(await costsOf(ctx, projectId)).map(({ id: lineId, name, quantity, unit, price: ours, item }): UnitPrice => {
    const one = said.rows.find(row => row.name === name)
    const known = item === undefined ? {} : { item, ...(listed.has(item) && { listed: listed.get(item) as Grosze }) }
    const sums = sumsOf(quantity, one ? one.price * 100 : ours)
    return {
      lineId,
      lacking: false,
      name,
      quantity,
      unit,
      ours,
      ...known,
      ...sums,
      ...(one?.reason && { reason: one.reason }),
      words: one?.words ?? '',
    }
  })
  const lacking = said.lacking.map(
    ({ name, price, quantity, unit, words = '' }, n): UnitPrice => ({
      ...{ lineId: `line_${adviceId.slice(-20)}${n}`, lacking: true, name, quantity: quantity * 1000, unit, reason: 'missing', words },
      ...sumsOf(quantity * 1000, price * 100),
    }),
  )
  return { revision: (await loadProject(ctx, projectId)).costsRevision, prices: [...rows, ...lacking] }
}
const sumsOf = (quantity: number, price: Grosze) => ({ price, total: lineTotal({ quantity, price }) })
