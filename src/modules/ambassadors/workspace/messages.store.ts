import { type Generated, type Selectable, sql } from 'kysely'
import { notFound } from '#kit/refusal.ts'
import type { Message } from '#modules/ambassadors/workspace/messages.rules.ts'
import type { Ctx } from '#platform/context.ts'

type MessageRow = {
  id: string
  key: string
  term_id: string
  from_id: string
  text: string
  shows_address: boolean
  at: Date
  reply: Generated<string | null>
  replied_at: Generated<Date | null>
}
declare module '#platform/schema.ts' {
  interface Tables {
    ambassador_messages: MessageRow
  }
}
const toMessage = (row: Selectable<MessageRow>): Message => ({
  id: row.id,
  termId: row.term_id,
  fromId: row.from_id,
  text: row.text,
  showsAddress: row.shows_address,
  at: row.at,
  reply: row.reply ?? undefined,
  repliedAt: row.replied_at ?? undefined,
})

/** Messages of one sender are written one after another, so that a limit counts them all. */
export async function lockSender({ db, actor }: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`message ${actor.id}`}))`.execute(db)
}
export async function countSent({ db, actor }: Ctx, since: Date): Promise<number> {
  const row = await db
    .selectFrom('ambassador_messages')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('from_id', '=', actor.id)
    .where('at', '>', since)
    .executeTakeFirst()
  return row?.n ?? 0
}
export async function insertMessage(
  { db, now, actor }: Ctx,
  row: Pick<Message, 'id' | 'termId' | 'text' | 'showsAddress'> & { key: string },
): Promise<boolean> {
  const made = await db
    .insertInto('ambassador_messages')
    .values({ id: row.id, key: row.key, term_id: row.termId, from_id: actor.id, text: row.text, shows_address: row.showsAddress, at: now })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}
export const isSent = async ({ db }: Ctx, key: string): Promise<boolean> =>
  (await db.selectFrom('ambassador_messages').select('id').where('key', '=', key).executeTakeFirst()) !== undefined

export async function loadMessage({ db }: Ctx, id: string): Promise<Message> {
  const row = await db.selectFrom('ambassador_messages').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toMessage(row) : notFound('no such message')
}
/** To one term, those without an answer first. */
export async function listMessages({ db }: Ctx, termId: string): Promise<Message[]> {
  const rows = await db
    .selectFrom('ambassador_messages')
    .selectAll()
    .where('term_id', '=', termId)
    .orderBy(sql`replied_at is not null`)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toMessage)
}
export async function writeReply({ db, now }: Ctx, id: string, reply: string): Promise<boolean> {
  const done = await db
    .updateTable('ambassador_messages')
    .set({ reply, replied_at: now })
    .where('id', '=', id)
    .where('reply', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
export const messagesBy = ({ db }: Ctx, personId: string) =>
  db.selectFrom('ambassador_messages').select(['text', 'at', 'reply', 'replied_at']).where('from_id', '=', personId).orderBy('at').execute()
export async function removeMessagesOf({ db }: Ctx, personId: string): Promise<void> {
  await db.deleteFrom('ambassador_messages').where('from_id', '=', personId).execute()
}
export async function removeMessagesBefore({ db }: Ctx, before: Date): Promise<number> {
  return Number((await db.deleteFrom('ambassador_messages').where('at', '<', before).executeTakeFirst()).numDeletedRows)
}
