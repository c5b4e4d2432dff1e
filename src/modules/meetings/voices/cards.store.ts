import { sql } from 'kysely'
import { notFound } from '#kit/refusal.ts'
import type { Card, CardField, Table } from '#modules/meetings/workshops/workshops.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    workshop_tables: { id: string; key: string; workshop_id: string; name: string; group_id: string | null }
    table_members: { table_id: string; person_id: string; at: Date }
    idea_cards: {
      id: string
      key: string
      workshop_id: string
      table_id: string
      title: string
      problem: string
      for_whom: string
      solution: string
      place: string
      ask_unit: string
      version: number
      made_by: string
      at: Date
      changed_at: Date
    }
  }
}

/** Tables with who sits at them, in one statement. */
export async function listTables({ db }: Ctx, workshopId: string): Promise<Table[]> {
  const { rows } = await sql<Table>`
    select t.id, t.name, t.group_id as "groupId",
      coalesce((select array_agg(m.person_id order by m.at) from table_members m where m.table_id = t.id), '{}') as "memberIds"
    from workshop_tables t where t.workshop_id = ${workshopId} order by t.name collate "pl-x-icu", t.id`.execute(db)
  return rows
}
export async function insertTable(
  { db }: Ctx,
  table: { id: string; key: string; workshopId: string; name: string; groupId: string | null },
): Promise<boolean> {
  const added = await db
    .insertInto('workshop_tables')
    .values({ id: table.id, key: table.key, workshop_id: table.workshopId, name: table.name, group_id: table.groupId })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}
/** One sits at one table of a workshop: sitting down elsewhere is getting up here. */
export async function sitDown({ db, now, actor }: Ctx, workshopId: string, tableId: string): Promise<void> {
  const tables = db.selectFrom('workshop_tables').select('id').where('workshop_id', '=', workshopId)
  await db.deleteFrom('table_members').where('person_id', '=', actor.id).where('table_id', 'in', tables).execute()
  await db.insertInto('table_members').values({ table_id: tableId, person_id: actor.id, at: now }).execute()
}

const cards = ({ db }: Ctx) =>
  db
    .selectFrom('idea_cards')
    .select([
      ...(['id', 'title', 'problem', 'solution', 'place', 'version'] as const),
      'workshop_id as workshopId',
      'table_id as tableId',
      'for_whom as forWhom',
      'ask_unit as askUnit',
      'made_by as madeBy',
    ])
    .orderBy('at')
    .orderBy('id')
export const listCards = (ctx: Ctx, workshopId: string): Promise<Card[]> => cards(ctx).where('workshop_id', '=', workshopId).execute()
export const listCardsById = async (ctx: Ctx, ids: readonly string[]): Promise<Card[]> =>
  ids.length === 0 ? [] : cards(ctx).where('id', 'in', ids).execute()
export const loadCard = async (ctx: Ctx, id: string): Promise<Card> => (await listCardsById(ctx, [id]))[0] ?? notFound('no such card')

type Words = Readonly<Record<CardField, string>>
const columnsOf = ({ title, problem, forWhom, solution, place, askUnit }: Words) => ({
  title,
  problem,
  solution,
  place,
  for_whom: forWhom,
  ask_unit: askUnit,
})

export async function insertCard(
  { db, now, actor }: Ctx,
  card: Words & { id: string; key: string; workshopId: string; tableId: string },
): Promise<boolean> {
  const { id, key, workshopId, tableId } = card
  const row = { ...columnsOf(card), id, key, workshop_id: workshopId, table_id: tableId, version: 1, made_by: actor.id, at: now, changed_at: now }
  const added = await db
    .insertInto('idea_cards')
    .values(row)
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}
/** Writes only over the version that was read. */
export async function updateCard({ db, now }: Ctx, id: string, version: number, words: Words): Promise<boolean> {
  const done = await db
    .updateTable('idea_cards')
    .set({ ...columnsOf(words), version: version + 1, changed_at: now })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function blankCardsBefore({ db }: Ctx, before: Date): Promise<number> {
  const cards = await db.updateTable('idea_cards').set({ made_by: '' }).where('at', '<', before).where('made_by', '<>', '').executeTakeFirst()
  const seats = await db.deleteFrom('table_members').where('at', '<', before).executeTakeFirst()
  return Number(cards.numUpdatedRows) + Number(seats.numDeletedRows)
}
export const cardsBy = ({ db }: Ctx, personId: string) =>
  db.selectFrom('idea_cards').select(['id', 'title', 'problem', 'solution', 'at']).where('made_by', '=', personId).execute()
export async function blankCardsOf({ db }: Ctx, personId: string): Promise<void> {
  await db.updateTable('idea_cards').set({ made_by: '' }).where('made_by', '=', personId).execute()
  await db.deleteFrom('table_members').where('person_id', '=', personId).execute()
}
