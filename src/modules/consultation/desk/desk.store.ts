import type { Generated } from 'kysely'
import { type Day, dayOf } from '#kit/dates.ts'
import type { Deputy } from '#modules/consultation/advice.rules.ts'
import { type Absence, type Desk, plainDesk } from '#modules/consultation/desk/desk.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    unit_desks: { unit_id: string; releases: boolean; cap: number | null; version: Generated<number> }
    unit_deputies: {
      id: string
      key: string
      unit_id: string
      person_id: string
      deputy_id: string
      head: boolean
      first_day: Day
      last_day: Day
    }
  }
}

export async function findDesk({ db }: Ctx, unitId: string): Promise<Desk> {
  const row = await db.selectFrom('unit_desks').selectAll().where('unit_id', '=', unitId).executeTakeFirst()
  return row ? { unitId, releases: row.releases, cap: row.cap, version: row.version } : plainDesk(unitId)
}

/** How these units work today: who stands in, and whether the head releases. */
export async function desksOf(
  { db, now }: Ctx,
  rows: readonly { readonly unitId: string }[],
): Promise<{ readonly of: (unitId: string) => { readonly deputies: readonly Deputy[]; readonly releases: boolean } }> {
  const ids = [...new Set(rows.map(({ unitId }) => unitId))]
  const today = dayOf(now)
  const [desks, absences] = [
    await db.selectFrom('unit_desks').select(['unit_id', 'releases']).where('unit_id', 'in', ids).execute(),
    await db
      .selectFrom('unit_deputies')
      .select(['unit_id', 'person_id as personId', 'deputy_id as deputyId', 'head'])
      .where('unit_id', 'in', ids)
      .where('first_day', '<=', today)
      .where('last_day', '>=', today)
      .execute(),
  ]
  const releases = new Map(desks.map(row => [row.unit_id, row.releases]))
  return {
    of: unitId => ({
      releases: releases.get(unitId) ?? false,
      deputies: absences.filter(row => row.unit_id === unitId).map(({ personId, deputyId, head }) => ({ personId, deputyId, head })),
    }),
  }
}

/** False when somebody changed it meanwhile. */
export async function putDesk({ db }: Ctx, { unitId, releases, cap, version }: Desk): Promise<boolean> {
  const done = await db
    .insertInto('unit_desks')
    .values({ unit_id: unitId, releases, cap, version: version + 1 })
    .onConflict(clash =>
      clash
        .column('unit_id')
        .doUpdateSet({ releases, cap, version: version + 1 })
        .where('unit_desks.version', '=', version),
    )
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

/** Two questions to one unit at once are let in one after the other, so that the cap holds. */
export const holdDesk = async ({ db }: Ctx, unitId: string): Promise<void> => {
  await db.selectFrom('units').select('id').where('id', '=', unitId).forUpdate().execute()
}

/** How many questions of this edition the unit has let in; what it passed on, or what waits, does not count. */
export async function countTaken({ db }: Ctx, unitId: string, editionId: string): Promise<number> {
  const row = await db
    .selectFrom('advice')
    .select(eb => eb.fn.countAll().as('n'))
    .where('unit_id', '=', unitId)
    .where('edition_id', '=', editionId)
    .where('leading_id', 'is', null)
    .where('state', 'not in', ['queued', 'dropped', 'withdrawn'])
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Who waits for room, the longest first; of one edition, or of all. */
export async function listWaitingList({ db }: Ctx, unitId: string, editionId?: string): Promise<{ id: string; editionId: string }[]> {
  let query = db.selectFrom('advice').select(['id', 'edition_id as editionId']).where('unit_id', '=', unitId).where('state', '=', 'queued')
  if (editionId !== undefined) query = query.where('edition_id', '=', editionId)
  return query.orderBy('asked_at').orderBy('id').execute()
}

const absences = ({ db }: Ctx) =>
  db
    .selectFrom('unit_deputies')
    .select(['id', 'unit_id as unitId', 'person_id as personId', 'deputy_id as deputyId', 'head', 'first_day as firstDay', 'last_day as lastDay'])

/** Who is away now or will be. */
export const listAbsences = (ctx: Ctx, unitId: string): Promise<Absence[]> =>
  absences(ctx).where('unit_id', '=', unitId).where('last_day', '>=', dayOf(ctx.now)).orderBy('first_day').orderBy('id').execute()
export const findAbsence = (ctx: Ctx, id: string): Promise<Absence | undefined> => absences(ctx).where('id', '=', id).executeTakeFirst()

/** Again by the same form: nothing. */
export async function insertAbsence(
  { db }: Ctx,
  { id, unitId, personId, deputyId, head, firstDay, lastDay }: Absence,
  key: string,
): Promise<boolean> {
  const row = { id, key, unit_id: unitId, person_id: personId, deputy_id: deputyId, head, first_day: firstDay, last_day: lastDay }
  const made = await db
    .insertInto('unit_deputies')
    .values(row)
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}
export async function deleteAbsence({ db }: Ctx, id: string): Promise<boolean> {
  return (await db.deleteFrom('unit_deputies').where('id', '=', id).executeTakeFirst()).numDeletedRows === 1n
}

/** Who stood in for whom is nobody's business a year later. */
export async function sweepAbsences({ db }: Ctx, before: Date): Promise<number> {
  return Number((await db.deleteFrom('unit_deputies').where('last_day', '<', dayOf(before)).executeTakeFirst()).numDeletedRows)
}
