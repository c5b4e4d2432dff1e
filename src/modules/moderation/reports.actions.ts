import { house } from '#kit/actor.ts'
import type { Thing } from '#kit/things.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { actsAs, type Case, type HostWhy, mayHost } from '#modules/moderation/cases.rules.ts'
import { holdSubject, noteHidden, openCase, wasKept } from '#modules/moderation/cases.store.ts'
import { insertHiding } from '#modules/moderation/hidings.store.ts'
import { hiddenNews } from '#modules/moderation/moderation.mail.tsx'
import { hidesByItself, mayReport, type ReportWhy, weightOf } from '#modules/moderation/reports.rules.ts'
import { findReportKey, insertReport, listReports, type NewReport } from '#modules/moderation/reports.store.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

/** Reports a thing to the moderators. The same form again is the same report; three independent ones hide it until review. */
export async function reportThing(ctx: Ctx, thing: Thing, report: NewReport): Promise<Verdict<ReportWhy>> {
  return inTransaction(ctx, async ctx => {
    await holdSubject(ctx, thing.id)
    const known = await findReportKey(ctx, thing.id, ctx.actor.id)
    if (known === report.key) return yes
    const verdict = mayReport(ctx.actor, thing, known !== undefined)
    if (!verdict.ok) return verdict
    const one = await openCase(ctx, thing)
    if (!(await insertReport(ctx, one.id, thing.id, report))) return no('already-reported')
    await record(ctx, 'moderation.reported', thing.id, { case: one.id })
    const weight = weightOf(await listReports(ctx, [one.id]))
    if (hidesByItself(weight, await wasKept(ctx, thing.id))) await hide({ ...ctx, actor: house }, thing, one, null)
    return yes
  })
}

/** A moderator, or the host of the place, takes a thing out of sight until it has been reviewed. */
export async function hideUntilReview(ctx: Ctx, thing: Thing, why: string): Promise<Verdict<HostWhy>> {
  return inTransaction(ctx, async ctx => {
    await holdSubject(ctx, thing.id)
    const verdict = mayHost(ctx.actor, thing)
    if (verdict.ok) await hide(ctx, thing, await openCase(ctx, thing), why)
    return verdict
  })
}

async function hide(ctx: Ctx, thing: Thing, one: Case, why: string | null): Promise<void> {
  const as = actsAs(ctx.actor, thing)
  if (!(await noteHidden(ctx, one.id, as, why))) return
  await insertHiding(ctx, thing.id)
  await record(ctx, 'moderation.hidden-until-review', thing.id, { case: one.id, as })
  await tell(ctx, thing.authorIds, hiddenNews(one))
}
