import type { Day } from '#kit/dates.ts'
import { notFound } from '#kit/refusal.ts'
import type { LineFault, LineState, SupportLine, TypedLine } from '#modules/support/support.rules.ts'
import type { Ctx } from '#platform/context.ts'
import { eraseFile } from '#platform/files.ts'

type LineRow = {
  id: string
  project_id: string
  number: number | null
  person_id: string | null
  name: string
  address: string
  digest: Buffer | null
  state: LineState
  why: LineFault | null
  keyed_by: string
  at: Date
  received_on: Day | null
}
declare module '#platform/schema.ts' {
  interface Tables {
    support_lines: LineRow
    support_extensions: { project_id: string; until: Day; reason: string; by_id: string; at: Date }
  }
}

/** The subject under which the scans of a project's list lie among the files. */
export const scansOf = (projectId: string) => `support:${projectId}`

const toLine = ({ id, number, name, address, state, why, received_on: receivedOn }: LineRow): SupportLine => ({
  id,
  number,
  name,
  address,
  state,
  why,
  receivedOn,
})

export async function listSupport({ db }: Ctx, projectId: string): Promise<SupportLine[]> {
  const rows = await db.selectFrom('support_lines').selectAll().where('project_id', '=', projectId).orderBy('number').orderBy('at').execute()
  return rows.map(toLine)
}
export async function loadLine({ db }: Ctx, projectId: string, id: string): Promise<LineRow> {
  const row = await db.selectFrom('support_lines').selectAll().where('project_id', '=', projectId).where('id', '=', id).executeTakeFirst()
  return row ?? notFound('support line')
}
/** The line that stands under this number of the paper. */
export const findNumbered = ({ db }: Ctx, projectId: string, number: number): Promise<LineRow | undefined> =>
  db
    .selectFrom('support_lines')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('number', '=', number)
    .where(eb => eb.or([eb('why', 'is', null), eb('why', '<>', 'mistyped')]))
    .executeTakeFirst()

export const findOwnLine = ({ db, actor }: Ctx, projectId: string, personId = actor.id): Promise<{ id: string } | undefined> =>
  db
    .selectFrom('support_lines')
    .select('id')
    .where('project_id', '=', projectId)
    .where('person_id', '=', personId)
    .where('state', '=', 'valid')
    .executeTakeFirst()

/** Lines that came too late, but not later than this day. */
export const listLate = ({ db }: Ctx, projectId: string, until: Day): Promise<LineRow[]> =>
  db
    .selectFrom('support_lines')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('state', '=', 'invalid')
    .where('why', '=', 'late')
    .where('received_on', '<=', until)
    .orderBy('number')
    .execute()

type NewLine = Pick<TypedLine, 'name' | 'address'> & {
  readonly receivedOn?: Day | undefined
  readonly id: string
  readonly projectId: string
  readonly number: number | null
  readonly personId: string | null
  readonly digest: Buffer
  readonly state: LineState
  readonly why: LineFault | null
}
/** False where the person is already in the list, or the number is taken: the indexes say so, however many ask at once. */
export async function insertLine({ db, now, actor }: Ctx, { projectId, personId, receivedOn, ...line }: NewLine): Promise<boolean> {
  const made = await db
    .insertInto('support_lines')
    .values({ ...line, project_id: projectId, person_id: personId, received_on: receivedOn ?? null, keyed_by: actor.id, at: now })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** Moves a line only from the state it leaves; false where it has moved, or where the same person counts already. */
export async function moveLine({ db }: Ctx, id: string, from: LineState, to: LineState, why: LineFault | null = null): Promise<boolean> {
  const moved = await db
    .updateTable('support_lines')
    .set({ state: to, why })
    .where('id', '=', id)
    .where('state', '=', from)
    .where(eb =>
      to === 'valid'
        ? eb.not(
            eb.exists(
              eb
                .selectFrom('support_lines as other')
                .select('other.id')
                .whereRef('other.project_id', '=', 'support_lines.project_id')
                .whereRef('other.digest', '=', 'support_lines.digest')
                .where('other.state', '=', 'valid'),
            ),
          )
        : eb.lit(true),
    )
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}

/** Another reason why a line does not count. */
export async function faultLine({ db }: Ctx, id: string, why: LineFault): Promise<void> {
  await db.updateTable('support_lines').set({ why }).where('id', '=', id).where('state', '=', 'invalid').execute()
}

export async function findExtension({ db }: Ctx, projectId: string): Promise<{ until: Day; reason: string } | undefined> {
  return db
    .selectFrom('support_extensions')
    .select(['until', 'reason'])
    .where('project_id', '=', projectId)
    .orderBy('until', 'desc')
    .executeTakeFirst()
}
export async function insertExtension({ db, now, actor }: Ctx, projectId: string, until: Day, reason: string): Promise<boolean> {
  const made = await db
    .insertInto('support_extensions')
    .values({ project_id: projectId, until, reason, by_id: actor.id, at: now })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export const supportBy = ({ db }: Ctx, personId: string) =>
  db.selectFrom('support_lines').select(['project_id', 'name', 'address', 'state', 'at']).where('person_id', '=', personId).execute()

const unknownPerson = { name: '', address: '', digest: null, person_id: null }
/** The line stays in the count, without whose it was. */
export async function forgetSupporter({ db }: Ctx, personId: string): Promise<void> {
  await db.updateTable('support_lines').set(unknownPerson).where('person_id', '=', personId).execute()
  await db.updateTable('support_lines').set({ keyed_by: '' }).where('keyed_by', '=', personId).execute()
  await db.updateTable('support_extensions').set({ by_id: '' }).where('by_id', '=', personId).execute()
}
/** Past its period a line says nobody any more, and the scans of its list are gone. */
export async function sweepSupport(ctx: Ctx, before: Date): Promise<number> {
  const scans = await ctx.db
    .selectFrom('files')
    .select('id')
    .where('subject', 'like', `${scansOf('')}%`)
    .where('created_at', '<', before)
    .execute()
  for (const { id } of scans) await eraseFile(ctx, id)
  const swept = await ctx.db
    .updateTable('support_lines')
    .set({ ...unknownPerson, keyed_by: '' })
    .where('at', '<', before)
    .where(eb => eb.or([eb('digest', 'is not', null), eb('name', '<>', ''), eb('keyed_by', '<>', '')]))
    .executeTakeFirst()
  return Number(swept.numUpdatedRows) + scans.length
}
