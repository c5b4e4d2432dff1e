import type { CostLine, SectionName } from '#modules/proposals/drafting/drafting.rules.ts'
import type { Part } from '#modules/proposals/drafting/history.rules.ts'
import type { Project, ProjectPath, ProjectState, Visibility } from '#modules/proposals/proposals.rules.ts'
import { keepWords } from '#modules/proposals/words.store.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    project_revisions: {
      project_id: string
      section: Part
      revision: number
      content: unknown
      person_id: string
      at: Date
      credit: string | null
    }
    project_numbers: { edition_id: string; pool_id: string; last: number }
  }
}

type NewProject = Pick<Project, 'id' | 'path' | 'visibility' | 'editionId' | 'territoryId' | 'leadId' | 'ideaId' | 'point'> & { readonly key: string }

/** False when this very form has been posted before. */
export async function insertProject(ctx: Ctx, project: NewProject): Promise<boolean> {
  const { db, now } = ctx
  const { id, key, path, visibility, point } = project
  const made = await db
    .insertInto('projects')
    .values({
      id,
      key,
      path,
      visibility,
      state: 'draft',
      edition_id: project.editionId,
      territory_id: project.territoryId,
      idea_id: project.ideaId ?? null,
      lead_id: project.leadId,
      lon: point?.lon ?? null,
      lat: point?.lat ?? null,
      public_no: null,
      created_at: now,
      changed_at: now,
      frozen_at: null,
      submitted_at: null,
      withdrawn_at: null,
      withdrawal_reason: null,
    })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  const isNew = made.numInsertedOrUpdatedRows === 1n
  if (isNew && point) await keepRevision(ctx, id, 'spot', 1, { point })
  return isNew
}

export type Revised<T> = { readonly revision: number; readonly content: T; readonly personId: string | undefined }

export async function sectionNow({ db }: Ctx, projectId: string, section: SectionName): Promise<Revised<string>> {
  const row = await db
    .selectFrom('project_sections as s')
    .leftJoin('project_revisions as r', join =>
      join.onRef('r.project_id', '=', 's.project_id').onRef('r.section', '=', 's.section').onRef('r.revision', '=', 's.revision'),
    )
    .select(['s.revision', 's.text', 'r.person_id'])
    .where('s.project_id', '=', projectId)
    .where('s.section', '=', section)
    .executeTakeFirst()
  return { revision: row?.revision ?? 0, content: row?.text ?? '', personId: row?.person_id ?? undefined }
}

/** What a section (or the cost table) said at a revision; undefined for a revision that never was. */
export async function contentAt<T>({ db }: Ctx, projectId: string, section: Part, revision: number): Promise<T | undefined> {
  const row = await db
    .selectFrom('project_revisions')
    .select('content')
    .where('project_id', '=', projectId)
    .where('section', '=', section)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return row?.content as T | undefined
}

/** Who changed a section or the cost table last. */
export async function lastEditor({ db }: Ctx, projectId: string, section: SectionName | 'costs', revision: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('project_revisions')
    .select('person_id')
    .where('project_id', '=', projectId)
    .where('section', '=', section)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return row?.person_id
}

/** Writes a section only over the revision it was made from; false when somebody was faster. */
export async function writeSection(ctx: Ctx, projectId: string, section: SectionName, from: number, text: string): Promise<boolean> {
  const { db } = ctx
  const row = { project_id: projectId, section, text, revision: from + 1 }
  const written =
    from === 0
      ? (
          await db
            .insertInto('project_sections')
            .values(row)
            .onConflict(clash => clash.doNothing())
            .executeTakeFirst()
        ).numInsertedOrUpdatedRows
      : (
          await db
            .updateTable('project_sections')
            .set({ text, revision: from + 1 })
            .where('project_id', '=', projectId)
            .where('section', '=', section)
            .where('revision', '=', from)
            .executeTakeFirst()
        ).numUpdatedRows
  if (written !== 1n) return false
  await keepRevision(ctx, projectId, section, from + 1, text)
  await keepWords(ctx, projectId, section)
  return true
}

/** `credit`: whose word it follows, a unit's advice or somebody's suggestion. */
export async function writeCosts(ctx: Ctx, projectId: string, from: number, lines: readonly CostLine[], credit?: string): Promise<boolean> {
  const { db } = ctx
  const moved = await db
    .updateTable('projects')
    .set({ costs_revision: from + 1 })
    .where('id', '=', projectId)
    .where('costs_revision', '=', from)
    .executeTakeFirst()
  if (moved.numUpdatedRows !== 1n) return false
  await db.deleteFrom('project_cost_lines').where('project_id', '=', projectId).execute()
  if (lines.length > 0)
    await db
      .insertInto('project_cost_lines')
      .values(lines.map((line, position) => ({ ...line, item: line.item ?? null, project_id: projectId, position })))
      .execute()
  await keepRevision(ctx, projectId, 'costs', from + 1, lines, credit)
  return true
}

export async function keepRevision(
  { db, actor, now }: Ctx,
  projectId: string,
  section: Part,
  revision: number,
  content: unknown,
  credit?: string,
): Promise<void> {
  await db
    .insertInto('project_revisions')
    .values({ project_id: projectId, section, revision, content: JSON.stringify(content), person_id: actor.id, at: now, credit: credit ?? null })
    .execute()
  await db.updateTable('projects').set({ changed_at: now }).where('id', '=', projectId).execute()
}

type Moved = {
  readonly version?: number
  readonly publicNo?: string
  readonly withdrawalReason?: string
}
const stamp = { draft: undefined, agreeing: 'frozen_at', submitted: 'submitted_at', withdrawn: 'withdrawn_at', continued: undefined } as const

/** Moves a project only if nobody moved it meanwhile. */
export async function moveProject({ db, now }: Ctx, id: string, from: ProjectState, to: ProjectState, moved: Moved = {}): Promise<boolean> {
  const at = stamp[to]
  const done = await db
    .updateTable('projects')
    .set({
      state: to,
      changed_at: now,
      ...(at && { [at]: now }),
      ...(moved.version !== undefined && { version: moved.version }),
      ...(moved.publicNo !== undefined && { public_no: moved.publicNo }),
      ...(moved.withdrawalReason !== undefined && { withdrawal_reason: moved.withdrawalReason }),
    })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Takes back what this very transaction has begun. */
export const dropUnborn = async ({ db }: Ctx, id: string): Promise<void> => {
  await db.deleteFrom('projects').where('id', '=', id).where('state', '=', 'draft').where('version', '=', 0).execute()
}

/** A submitted project gets a newer version; when it was submitted stays. */
export async function raiseVersion({ db, now }: Ctx, id: string, from: number, to: number): Promise<boolean> {
  const done = await db
    .updateTable('projects')
    .set({ version: to, changed_at: now })
    .where('id', '=', id)
    .where('state', '=', 'submitted')
    .where('version', '=', from)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function showProject({ db, now }: Ctx, id: string, from: Visibility, to: Visibility): Promise<boolean> {
  const done = await db
    .updateTable('projects')
    .set({ visibility: to, changed_at: now })
    .where('id', '=', id)
    .where('visibility', '=', from)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function changeLead({ db, now }: Ctx, id: string, from: string, to: string): Promise<boolean> {
  const done = await db
    .updateTable('projects')
    .set({ lead_id: to, changed_at: now })
    .where('id', '=', id)
    .where('lead_id', '=', from)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** The next number of a pool. The row is held until the transaction ends, so a number that is rolled back is given again: no gaps. */
export async function nextNumber({ db }: Ctx, editionId: string, poolId: string): Promise<number> {
  const row = await db
    .insertInto('project_numbers')
    .values({ edition_id: editionId, pool_id: poolId, last: 1 })
    .onConflict(clash => clash.columns(['edition_id', 'pool_id']).doUpdateSet(is => ({ last: is('project_numbers.last', '+', 1) })))
    .returning('last')
    .executeTakeFirstOrThrow()
  return row.last
}

/** Whether it is written alone or together, only if nobody has changed it meanwhile. */
export async function changePath({ db, now }: Ctx, id: string, from: ProjectPath, to: ProjectPath): Promise<boolean> {
  const done = await db.updateTable('projects').set({ path: to, changed_at: now }).where('id', '=', id).where('path', '=', from).executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function changeTerritory({ db, now }: Ctx, id: string, territoryId: string): Promise<void> {
  await db.updateTable('projects').set({ territory_id: territoryId, changed_at: now }).where('id', '=', id).execute()
}
