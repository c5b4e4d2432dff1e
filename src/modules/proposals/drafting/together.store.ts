import { sql } from 'kysely'
import type { SectionName } from '#modules/proposals/drafting/drafting.rules.ts'
import type { ProjectState } from '#modules/proposals/proposals.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    /** A section that is, or was, written together: everything up to `compacted` in one piece, which says the section's text at `revision`. */
    project_shared_texts: {
      project_id: string
      section: SectionName
      snapshot: Buffer
      compacted: number
      last: number
      revision: number
      typed_at: Date
    }
    /** What was typed since, in order of its commits. */
    project_text_updates: { project_id: string; section: SectionName; seq: number; update: Buffer; person_id: string; at: Date }
  }
}

export type Place = { readonly projectId: string; readonly section: SectionName }
export type Typed = { readonly personId: string; readonly update: Uint8Array }
export type Stored = {
  readonly snapshot: Uint8Array
  readonly typed: readonly Typed[]
  readonly compacted: number
  readonly last: number
  readonly revision: number
}

/** Takes the shared text for this transaction; whoever writes to it waits. */
export async function holdShared(ctx: Ctx, place: Place): Promise<{ last: number; compacted: number; revision: number } | undefined> {
  return ctx.db
    .selectFrom('project_shared_texts')
    .select(['last', 'compacted', 'revision'])
    .where('project_id', '=', place.projectId)
    .where('section', '=', place.section)
    .forUpdate()
    .executeTakeFirst()
}

/** The text and all that was typed since it was last put together, in one statement. */
export async function readShared({ db }: Ctx, { projectId, section }: Place): Promise<Stored | undefined> {
  const rows = await db
    .selectFrom('project_shared_texts as t')
    .leftJoin('project_text_updates as u', join => join.onRef('u.project_id', '=', 't.project_id').onRef('u.section', '=', 't.section'))
    .select(['t.snapshot', 't.compacted', 't.last', 't.revision', 'u.update', 'u.person_id as personId'])
    .where('t.project_id', '=', projectId)
    .where('t.section', '=', section)
    .orderBy('u.seq')
    .execute()
  const [first] = rows
  if (!first) return undefined
  const typed = rows.flatMap(({ update, personId }) => (update && personId ? [{ update: new Uint8Array(update), personId }] : []))
  return { snapshot: new Uint8Array(first.snapshot), typed, compacted: first.compacted, last: first.last, revision: first.revision }
}

/** Starts a shared text; whoever comes second finds the first one's. */
export async function insertShared({ db, now }: Ctx, { projectId, section }: Place, text: { snapshot: Uint8Array; revision: number }): Promise<void> {
  const row = { project_id: projectId, section, snapshot: Buffer.from(text.snapshot), compacted: 0, last: 0, revision: text.revision, typed_at: now }
  await db
    .insertInto('project_shared_texts')
    .values(row)
    .onConflict(clash => clash.doNothing())
    .execute()
}

/** Adds what was typed behind `last`, which the caller holds. */
export async function appendTyped({ db, now }: Ctx, { projectId, section }: Place, last: number, typed: readonly Typed[]): Promise<void> {
  const rows = typed.map(({ update, personId }, i) => ({
    project_id: projectId,
    section,
    seq: last + 1 + i,
    update: Buffer.from(update),
    person_id: personId,
    at: now,
  }))
  await db.insertInto('project_text_updates').values(rows).execute()
  await db
    .updateTable('project_shared_texts')
    .set({ last: last + rows.length, typed_at: now })
    .where('project_id', '=', projectId)
    .where('section', '=', section)
    .execute()
}

/** Everything in one piece, which says what the section says at `revision`. */
export async function compactShared(
  { db }: Ctx,
  { projectId, section }: Place,
  { snapshot, last, revision }: { snapshot: Uint8Array; last: number; revision: number },
): Promise<void> {
  await db.deleteFrom('project_text_updates').where('project_id', '=', projectId).where('section', '=', section).execute()
  await db
    .updateTable('project_shared_texts')
    .set({ snapshot: Buffer.from(snapshot), compacted: last, last, revision })
    .where('project_id', '=', projectId)
    .where('section', '=', section)
    .execute()
}

/** What was typed and is not yet in the section: of one project, or of any that nobody has typed in since. */
export async function unsettled({ db }: Ctx, of: { projectId: string } | { before: Date }): Promise<Place[]> {
  const query = db.selectFrom('project_shared_texts').select(['project_id as projectId', 'section']).whereRef('last', '>', 'compacted')
  return ('projectId' in of ? query.where('project_id', '=', of.projectId) : query.where('typed_at', '<', of.before)).execute()
}

/** When nobody can write along any more, what it was typed with goes; the text stays in the section. */
export const dropShared = ({ db }: Ctx, projectId: string) => db.deleteFrom('project_shared_texts').where('project_id', '=', projectId).execute()

export type Standing = { readonly state: ProjectState; readonly authorIds: readonly string[]; readonly helperIds: readonly string[] }
const standingColumns = [
  'id',
  'state',
  sql<string[]>`array(select person_id from project_authors a where a.project_id = projects.id and a.state = 'accepted')`.as('authorIds'),
  sql<string[]>`array(select person_id from project_authors a where a.project_id = projects.id and a.state = 'helping')`.as('helperIds'),
] as const

/** Who may write now. Holds the state for this transaction: whoever freezes the project waits, and is waited for. */
export async function standingNow({ db }: Ctx, projectId: string): Promise<Standing | undefined> {
  return db.selectFrom('projects').select(standingColumns).where('id', '=', projectId).forShare().executeTakeFirst()
}
export async function standingsOf({ db }: Ctx, projectIds: readonly string[]): Promise<Map<string, Standing>> {
  const rows = await db.selectFrom('projects').select(standingColumns).where('id', 'in', projectIds).execute()
  return new Map(rows.map(row => [row.id, row]))
}

/** How far the shared texts of these projects have come: `project/section` to the number of the last update. */
export async function lastOf({ db }: Ctx, projectIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.selectFrom('project_shared_texts').select(['project_id', 'section', 'last']).where('project_id', 'in', projectIds).execute()
  return new Map(rows.map(row => [`${row.project_id}/${row.section}`, row.last]))
}
