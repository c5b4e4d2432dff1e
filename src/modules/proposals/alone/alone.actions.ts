import { no, yes } from '#kit/verdict.ts'
import { loadEdition } from '#modules/programme/editions/editions.store.ts'
import { hasPart } from '#modules/programme/programme.rules.ts'
import { loadTerritory } from '#modules/programme/territories/territories.store.ts'
import { jointPath, mayMakeJoint } from '#modules/proposals/alone/alone.rules.ts'
import { moveAlone, type PlaceConflict, type Whereabouts } from '#modules/proposals/alone/moving.actions.ts'
import { type CostConflict, saveCosts, saveSection, type TextConflict } from '#modules/proposals/drafting/drafting.actions.ts'
import { type CostLine, type SectionName, sectionNames } from '#modules/proposals/drafting/drafting.rules.ts'
import { changePath } from '#modules/proposals/drafting/drafting.store.ts'
import { freezeProject } from '#modules/proposals/drafting/versions.actions.ts'
import { partOfPath } from '#modules/proposals/proposals.actions.ts'
import { type mayWrite, publicTitle } from '#modules/proposals/proposals.rules.ts'
import { holdProject } from '#modules/proposals/proposals.store.ts'
import { allOrNothing, type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

/** All parts of a draft as one page holds them, each with the revision that it was read at. */
export type Whole = {
  readonly sections: Readonly<Record<SectionName, { readonly text: string; readonly from: number }>>
  readonly costs: { readonly lines: readonly CostLine[]; readonly from: number }
  readonly where: Whereabouts
}
type Refused = Extract<ReturnType<typeof mayWrite>, { ok: false }>['why'] | 'too-long'
type NotMoved = Exclude<Awaited<ReturnType<typeof moveAlone>>, { ok: true } | PlaceConflict>
type Clashed =
  | (TextConflict & { readonly section: SectionName })
  | ((CostConflict | PlaceConflict | NotMoved) & { readonly section?: undefined })
  | { readonly ok: false; readonly why: Refused; readonly section?: SectionName }
export type WholeSaved = { readonly ok: true } | Clashed

/** Saves every part of a draft at once: all of them, or none where one is refused. Whoever saved meanwhile is merged with, as in each part. */
export async function saveWhole(ctx: Ctx, id: string, { sections, costs, where }: Whole): Promise<WholeSaved> {
  return allOrNothing<WholeSaved>(ctx, async ctx => {
    const moved = await moveAlone(ctx, id, where)
    if (!moved.ok) return moved
    for (const section of sectionNames) {
      const saved = await saveSection(ctx, id, section, sections[section])
      if (!saved.ok) return { ...saved, section }
    }
    const saved = await saveCosts(ctx, id, costs)
    return saved.ok ? yes : saved
  })
}

/** The last step before submitting: the version to hand in, with what its author states about themself. Twice is once. */
export async function prepareAlone(
  ctx: Ctx,
  id: string,
): Promise<Exclude<Awaited<ReturnType<typeof freezeProject>>, { ok: true }> | { readonly ok: true }> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, id)
    const frozen = await freezeProject(ctx, id)
    if (!frozen.ok) return frozen.why === 'waits' ? yes : frozen
    await record(ctx, 'project.stated', id, { title: publicTitle(project), version: frozen.version ?? project.version + 1 })
    return yes
  })
}

/** One person's project becomes a joint one: nothing of it changes but who may be invited. */
export async function makeJoint(ctx: Ctx, id: string): Promise<ReturnType<typeof mayMakeJoint>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, id)
    const path = jointPath((await loadTerritory(ctx, project.territoryId)).kind)
    const verdict = mayMakeJoint(ctx.actor, project, await isPathOpen(ctx, project.editionId, path))
    if (!verdict.ok) return verdict
    if (!(await changePath(ctx, id, 'individual', path))) return no('not-alone')
    await record(ctx, 'project.made-joint', id, { title: publicTitle(project) })
    return yes
  })
}
const isPathOpen = async (ctx: Ctx, editionId: string, path: ReturnType<typeof jointPath>): Promise<boolean> =>
  hasPart(await loadEdition(ctx, editionId), partOfPath[path])
