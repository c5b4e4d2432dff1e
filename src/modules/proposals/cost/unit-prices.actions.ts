import type { Grosze } from '#kit/money.ts'
import { notFound } from '#kit/refusal.ts'
import { no, type Verdict } from '#kit/verdict.ts'
import { takeOver, type UnitEstimate, type UnitStatement, unitTotal } from '#modules/proposals/cost/unit-prices.rules.ts'
import { dropUnitEstimate, publishUnitEstimates, putUnitEstimate, unitEstimatesOf } from '#modules/proposals/cost/unit-prices.store.ts'
import { saveCosts } from '#modules/proposals/drafting/drafting.actions.ts'
import type { CostLine } from '#modules/proposals/drafting/drafting.rules.ts'
import { contentAt } from '#modules/proposals/drafting/drafting.store.ts'
import { mayEdit, publicTitle } from '#modules/proposals/proposals.rules.ts'
import { costsOf, holdProject, loadProject } from '#modules/proposals/proposals.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

export type StatedPrices = Pick<UnitStatement, 'revision' | 'prices'>
type Stated = Pick<UnitEstimate, 'adviceId' | 'projectId' | 'unitId' | 'lump'> & { readonly stated: StatedPrices | undefined }

/**
 * Part of the action by which a unit answers, which has asked whether it may: keeps its prices of rows, or one sum for all, beside the table as the unit saw
 * it. Others see them once the answer is out. Answers what the whole costs by them.
 */
export async function stateUnitPrices(ctx: Ctx, { stated, lump, ...of }: Stated): Promise<Grosze | undefined> {
  const priced = stated && stated.prices.length > 0 ? stated : undefined
  if (!priced && lump === undefined) {
    await dropUnitEstimate(ctx, of.adviceId)
    return undefined
  }
  const project = await loadProject(ctx, of.projectId)
  const revision = priced?.revision ?? project.costsRevision
  const seen = revision === project.costsRevision ? undefined : await contentAt<CostLine[]>(ctx, of.projectId, 'costs', revision)
  const costs = seen ?? (await costsOf(ctx, of.projectId))
  const statement: UnitStatement = { revision, costs, prices: priced?.prices ?? [], ...(!priced && lump !== undefined && { lump }) }
  await putUnitEstimate(ctx, { ...of, ...statement })
  return unitTotal(statement)
}

/** Part of the action by which the answer comes out, with the parts of other units. */
export async function publishUnitPrices(ctx: Ctx, adviceIds: readonly string[]): Promise<void> {
  for (const { projectId, unitCode, prices } of await publishUnitEstimates(ctx, adviceIds)) {
    const title = publicTitle(await loadProject(ctx, projectId))
    await record(ctx, 'unit-price.stated', projectId, { title, unit: unitCode, rows: prices.length })
  }
}

type TakeWhy = Extract<Awaited<ReturnType<typeof saveCosts>>, { ok: false }>['why'] | 'row-changed'
export type Taken = { readonly ok: true; readonly taken: number; readonly left: number } | Exclude<Verdict<TakeWhy>, { ok: true }>

/** The authors take over what a unit said of one row, or of all. Rows that changed since are left as they are; taking twice is taking once. */
export async function takeUnitPrices(ctx: Ctx, projectId: string, adviceId: string, which: 'all' | string): Promise<Taken> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const verdict = mayEdit(ctx.actor, project)
    if (!verdict.ok) return verdict
    const estimate = (await unitEstimatesOf(ctx, projectId)).find(one => one.adviceId === adviceId) ?? notFound('unit estimate')
    const { lines, taken, left } = takeOver(await costsOf(ctx, projectId), estimate, which)
    if (taken === 0) return left > 0 ? no('row-changed') : { ok: true, taken, left }
    const saved = await saveCosts(ctx, projectId, { lines, from: project.costsRevision, credit: adviceId })
    if (!saved.ok) return no(saved.why)
    await record(ctx, 'unit-price.taken', projectId, { title: publicTitle(project), unit: estimate.unitCode, rows: taken })
    return { ok: true, taken, left }
  })
}
