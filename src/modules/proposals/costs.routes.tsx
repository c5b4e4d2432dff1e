import { z } from 'zod'
import { dayOf } from '#kit/dates.ts'
import type { FormState } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { type Grosze, moneyTyped, parseMoney } from '#kit/money.ts'
import { listPractices } from '#modules/ambassadors/practices.store.ts'
import { type PriceItem, pricesOn } from '#modules/programme/price-list.rules.ts'
import { listPriceItems } from '#modules/programme/price-list.store.ts'
import { type Clash, costConflicts } from '#modules/proposals/clashes.parts.tsx'
import { type CostRow, CostsPage } from '#modules/proposals/costs.pages.tsx'
import { type CostConflict, saveCosts } from '#modules/proposals/drafting.actions.ts'
import { nameOf, saidOf } from '#modules/proposals/drafting.routes.tsx'
import { type CostLine, formatQuantity, lineTotal, parseQuantity } from '#modules/proposals/drafting.rules.ts'
import { estimate, ownLines, type Reserve, reserveChoices, reserveIn, withReserve } from '#modules/proposals/estimate.rules.ts'
import { termsOf } from '#modules/proposals/limits.store.ts'
import { projectHere, refused } from '#modules/proposals/projects.routes.tsx'
import { mayWrite, type Project } from '#modules/proposals/proposals.rules.ts'
import { costsOf, loadProject } from '#modules/proposals/proposals.store.ts'
import { proposalsTextsEn } from '#modules/proposals/proposals.texts.en.ts'
import { proposalsTexts } from '#modules/proposals/proposals.texts.ts'
import { unitEstimatesOf } from '#modules/proposals/unit-prices.store.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

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

async function askCosts(c: Visit) {
  const { ctx } = c.var
  const project = await projectHere(c)
  const verdict = mayWrite(ctx.actor, project)
  if (!verdict.ok) return refused(c, project.id, verdict)
  const lines = await costsOf(ctx, project.id)
  const rows = lines.length === 0 ? [blank(), blank(), blank()] : ownLines(lines).map(line => shown(line, ctx.locale))
  return showCosts(c, project, { rows, reserve: reserveIn(lines), errors: {}, revision: project.costsRevision })
}

type Shown = { rows: readonly CostRow[]; reserve: Reserve; errors: FormState['errors']; revision: number; clash?: Clash }
async function showCosts(c: Visit, project: Project, costs: Shown, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const { limits } = await termsOf(ctx, project)
  const prices = pricesOn(await listPriceItems(ctx), dayOf(ctx.now))
  const listed = new Map(prices.map(item => [item.code, item]))
  const sums = estimate(
    costs.rows.flatMap(row => countedOf(row) ?? []),
    costs.reserve,
    listed,
  )
  const practices = await listPractices(ctx, { topic: 'section-costs', limit: 5 })
  const estimates = await unitEstimatesOf(ctx, project.id)
  return page(c, <CostsPage {...{ frame, project, limits, prices, estimates, sums, practices }} {...costs} />, status)
}

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

function lineOf(row: CostRow): CostLine | undefined {
  const [quantity, price] = [parseQuantity(row.quantity), parseMoney(row.price)]
  if (row.name === '' || row.unit === '' || !quantity || price === undefined || price > 10_000_000_000) return undefined
  const line = { id: row.id, name: row.name.slice(0, 120), quantity, unit: row.unit.slice(0, 20), price }
  return row.item === '' ? line : { ...line, item: row.item }
}
function errorsOf(rows: readonly CostRow[], t: typeof proposalsTexts.costs.errors): FormState['errors'] {
  const errors: Record<string, string> = rows.length > 60 ? { '': t.many } : {}
  for (const [i, row] of rows.entries()) {
    if (row.name === '') errors[`co-${i}`] = t.name
    if (!parseQuantity(row.quantity)) errors[`ile-${i}`] = t.quantity
    if (row.unit === '') errors[`jednostka-${i}`] = t.unit
    if ((parseMoney(row.price) ?? 10_000_000_001) > 10_000_000_000) errors[`cena-${i}`] = t.price
  }
  return errors
}

async function keepCosts(c: Visit) {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const project = await projectHere(c)
  const { form } = await readForm(c, z.record(z.string(), z.unknown()), t.errors)
  const revision = Number(form.typed.rewizja) || 0
  const action = typeof form.typed.akcja === 'string' ? form.typed.akcja : ''
  const typed = rowsTyped(form.typed)
  const summed = (rows: readonly CostRow[]) => rows.map(row => ({ ...row, sum: sumOf(row) }))
  const reserve = reserveChoices.find(percent => String(percent) === form.typed.rezerwa) ?? 0
  const redraw = (rows: readonly CostRow[]) => showCosts(c, project, { rows: summed(rows), reserve, errors: {}, revision })
  if (action === 'dodaj') return redraw([...typed, blank()])
  if (action === 'cennik') {
    const chosen = pricesOn(await listPriceItems(ctx), dayOf(ctx.now)).find(({ code }) => code === form.typed.cennik)
    return redraw(chosen ? [...typed.filter(row => !isBlank(row)), fromList(chosen)] : typed)
  }
  if (action === 'przelicz') return redraw(typed)
  if (action.startsWith('usun-')) return redraw(typed.filter((_, i) => `usun-${i}` !== action))
  const rows = typed.filter(row => !isBlank(row))
  const errors = errorsOf(rows, t.costs.errors)
  if (Object.keys(errors).length > 0) return showCosts(c, project, { rows: summed(rows), reserve, errors, revision }, 422)
  const lines = withReserve(
    rows.map(lineOf).filter(line => line !== undefined),
    reserve,
    t.costs.reserveLine(reserve),
  )
  const saved = await saveCosts(ctx, project.id, { lines, from: revision })
  if (saved.ok) return done(c, url(paths.project, { id: project.id }), saidOf(saved, t))
  if (saved.why === 'conflict') return showClash(c, saved)
  return showCosts(c, project, { rows: summed(rows), reserve, errors: { '': t.why[saved.why] }, revision }, 409)
}

/** A row that can be counted, though its name or unit may still be missing. */
const countedOf = (row: CostRow): CostLine | undefined => lineOf({ ...row, name: row.name || '-', unit: row.unit || '-' })
const sumOf = (row: CostRow): Grosze | undefined => {
  const line = countedOf(row)
  return line && lineTotal(line)
}

async function showClash(c: Visit, clash: CostConflict) {
  const { ctx } = c.var
  const conflicts = costConflicts(clash.conflicts, ctx.locale)
  const project = await loadProject(ctx, c.req.param('id') ?? '')
  const rows = ownLines(clash.lines).map(line => shown(line, ctx.locale))
  return showCosts(
    c,
    project,
    { rows, reserve: reserveIn(clash.lines), errors: {}, revision: clash.revision, clash: { by: await nameOf(ctx, clash.by), conflicts } },
    409,
  )
}

export const costsRoutes: readonly Route[] = [
  get(paths.projectCosts, 'signed-in', askCosts),
  post(paths.projectCosts, 'signed-in', 'project.priced', keepCosts),
]
