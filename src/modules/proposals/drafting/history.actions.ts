import { notFound } from '#kit/refusal.ts'
import { type Verdict, yes } from '#kit/verdict.ts'
import { saveCosts, saveSection } from '#modules/proposals/drafting/drafting.actions.ts'
import type { CostLine } from '#modules/proposals/drafting/drafting.rules.ts'
import { contentAt, sectionNow } from '#modules/proposals/drafting/drafting.store.ts'
import type { Part } from '#modules/proposals/drafting/history.rules.ts'
import { insertNamed } from '#modules/proposals/drafting/history.store.ts'
import { settleProject, settleShared } from '#modules/proposals/drafting/together.actions.ts'
import { keepPlace } from '#modules/proposals/place/spots.actions.ts'
import { noSpot, type Spot } from '#modules/proposals/place/spots.rules.ts'
import { mayEdit, mayWrite, publicTitle } from '#modules/proposals/proposals.rules.ts'
import { holdProject } from '#modules/proposals/proposals.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

/** Gives what the draft says now a name, so that it is found and compared later. The same form twice names it once. */
export async function nameVersion(ctx: Ctx, projectId: string, named: { key: string; name: string }): Promise<ReturnType<typeof mayEdit>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const verdict = mayEdit(ctx.actor, project)
    if (!verdict.ok) return verdict
    await settleProject(ctx, projectId)
    if (await insertNamed(ctx, projectId, named)) await record(ctx, 'version.named', projectId, { title: publicTitle(project) })
    return yes
  })
}

type RestoreWhy = Extract<ReturnType<typeof mayWrite>, { ok: false }>['why'] | 'too-long' | 'conflict' | 'waits'
/** Brings back what a part said at a revision: as a new change over the newest text, so that nothing is lost. Twice is once. */
export async function restorePart(ctx: Ctx, projectId: string, part: Part, revision: number): Promise<Verdict<RestoreWhy>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const was = revision === 0 ? undefined : ((await contentAt(ctx, projectId, part, revision)) ?? notFound('revision'))
    if (part === 'spot') return keepPlace(ctx, project, (was as Spot | undefined) ?? noSpot)
    if (part === 'costs') return saveCosts(ctx, projectId, { lines: (was as CostLine[] | undefined) ?? [], from: project.costsRevision })
    if (mayWrite(ctx.actor, project).ok) await settleShared(ctx, { projectId, section: part })
    const now = await sectionNow(ctx, projectId, part)
    return saveSection(ctx, projectId, part, { text: (was as string | undefined) ?? '', from: now.revision })
  })
}
