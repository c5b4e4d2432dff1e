import { newId } from '#kit/ids.ts'
import { no, type Verdict } from '#kit/verdict.ts'
import { withReserve } from '#modules/proposals/cost/estimate.rules.ts'
import {
  type CostLine,
  costTotal,
  type LineConflict,
  mergeCosts,
  type SectionName,
  sectionProblem,
} from '#modules/proposals/drafting/drafting.rules.ts'
import { contentAt, lastEditor, moveProject, sectionNow, writeCosts, writeSection } from '#modules/proposals/drafting/drafting.store.ts'
import { adoptSaved, settleShared } from '#modules/proposals/drafting/together.actions.ts'
import { termsOf } from '#modules/proposals/limits.store.ts'
import { tellReopened } from '#modules/proposals/news.actions.ts'
import { drafting, mayWrite, type Project, publicTitle } from '#modules/proposals/proposals.rules.ts'
import { costsOf, holdProject } from '#modules/proposals/proposals.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'
import { type Merged, mergeTexts } from '#platform/merge.ts'

type EditWhy = Extract<ReturnType<typeof mayWrite>, { ok: false }>['why']
export type Saved = { readonly ok: true; readonly changed: boolean; readonly merged: boolean; readonly reopened: boolean }
/** Both changed the same sentence. `revision` is what the next attempt starts from; `merged.text` holds both texts. */
export type TextConflict = { readonly ok: false; readonly why: 'conflict'; readonly merged: Merged; readonly revision: number; readonly by?: string }
export type CostConflict = {
  readonly ok: false
  readonly why: 'conflict'
  readonly lines: readonly CostLine[]
  readonly conflicts: readonly LineConflict[]
  readonly revision: number
  readonly by?: string
}

/**
 * Saves one section. `from` is the revision that stood in the form: whoever saved meanwhile is merged with, never overwritten.
 * Correcting a frozen version opens the draft again.
 */
export async function saveSection(
  ctx: Ctx,
  projectId: string,
  section: SectionName,
  { text, from }: { text: string; from: number },
): Promise<Saved | TextConflict | Exclude<Verdict<EditWhy | 'too-long'>, { ok: true }>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const verdict = mayWrite(ctx.actor, project)
    if (!verdict.ok) return verdict
    const { limits } = await termsOf(ctx, project)
    const place = { projectId, section }
    await settleShared(ctx, place)
    const now = await sectionNow(ctx, projectId, section)
    const base = from === now.revision ? now.content : ((await contentAt<string>(ctx, projectId, section, from)) ?? '')
    const merged = mergeTexts(base, text, now.content)
    if (merged.conflicts.length > 0) return { ok: false, why: 'conflict', merged, revision: now.revision, by: now.personId }
    if (merged.text === now.content) return { ok: true, changed: false, merged: false, reopened: false }
    if (sectionProblem(section, merged.text, limits)?.what === 'too-long') return no('too-long')
    const reopened = await reopenForEdit(ctx, project)
    await writeSection(ctx, projectId, section, now.revision, merged.text)
    await adoptSaved(ctx, place, { text: merged.text, revision: now.revision + 1 })
    const title = publicTitle(section === 'title' ? { ...project, title: merged.text } : project)
    await record(ctx, 'project.changed', projectId, { title, section })
    return { ok: true, changed: true, merged: merged.text !== text, reopened }
  })
}

/** Saves the whole cost table; line by line, whoever changed a line is heard. */
export async function saveCosts(
  ctx: Ctx,
  projectId: string,
  { lines, from, credit }: { lines: readonly CostLine[]; from: number; credit?: string },
): Promise<Saved | CostConflict | Exclude<Verdict<EditWhy>, { ok: true }>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const verdict = mayWrite(ctx.actor, project)
    if (!verdict.ok) return verdict
    const now = await costsOf(ctx, projectId)
    const revision = project.costsRevision
    const base = from === revision ? now : ((await contentAt<CostLine[]>(ctx, projectId, 'costs', from)) ?? [])
    const merged = mergeCosts(base, lines, now)
    if (merged.conflicts.length > 0)
      return { ok: false, why: 'conflict', ...merged, lines: apart(merged.lines), revision, by: await lastEditor(ctx, projectId, 'costs', revision) }
    const counted = withReserve(merged.lines)
    if (JSON.stringify(counted) === JSON.stringify(now)) return { ok: true, changed: false, merged: false, reopened: false }
    const reopened = await reopenForEdit(ctx, project)
    await writeCosts(ctx, projectId, revision, counted, credit)
    await record(ctx, 'project.priced', projectId, { title: publicTitle(project), total: costTotal(counted) })
    return { ok: true, changed: true, merged: from !== revision, reopened }
  })
}

/** Where both texts of one line stand in the table, the second gets an id of its own. */
export const apart = (lines: readonly CostLine[]) =>
  lines.map((line, i) => (lines.findIndex(other => other.id === line.id) < i ? { ...line, id: newId('line') } : line))

/** Part of the actions that correct a frozen version: the draft is open again. */
export async function reopenForEdit(ctx: Ctx, project: Project): Promise<boolean> {
  if (project.state !== 'agreeing') return false
  if (!(await moveProject(ctx, project.id, 'agreeing', drafting.steps.reopen.to))) return false
  await record(ctx, 'project.reopened', project.id, { title: publicTitle(project), version: project.version, reason: '' })
  await tellReopened(ctx, project, '')
  return true
}
