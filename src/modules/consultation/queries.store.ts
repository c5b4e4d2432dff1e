import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    advice_queries: {
      id: string
      key: string
      advice_id: string
      question: string
      asked_by: string
      asked_at: Date
      reply: string | null
      replied_by: string | null
      replied_at: Date | null
    }
    advice_notes: { id: string; key: string; advice_id: string; unit_id: string; author_id: string; text: string; at: Date }
  }
}

/** What a unit asked the authors, and what they said. */
export type Query = {
  readonly id: string
  readonly question: string
  readonly askedAt: Date
  readonly reply: string | null
  readonly repliedAt: Date | null
}
export const queriesOf = ({ db }: Ctx, adviceId: string): Promise<Query[]> =>
  db
    .selectFrom('advice_queries')
    .select(['id', 'question', 'asked_at as askedAt', 'reply', 'replied_at as repliedAt'])
    .where('advice_id', '=', adviceId)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()

export async function insertQuery({ db, now, actor }: Ctx, query: { id: string; key: string; adviceId: string; question: string }): Promise<boolean> {
  const { id, key, adviceId, question } = query
  const blank = { reply: null, replied_by: null, replied_at: null }
  const made = await db
    .insertInto('advice_queries')
    .values({ id, key, advice_id: adviceId, question, asked_by: actor.id, asked_at: now, ...blank })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}
export const isKnownQuery = async ({ db }: Ctx, key: string): Promise<boolean> =>
  (await db.selectFrom('advice_queries').select('id').where('key', '=', key).executeTakeFirst()) !== undefined

export async function answerQuery({ db, now, actor }: Ctx, adviceId: string, reply: string): Promise<void> {
  await db
    .updateTable('advice_queries')
    .set({ reply, replied_by: actor.id, replied_at: now })
    .where('advice_id', '=', adviceId)
    .where('reply', 'is', null)
    .execute()
}

/** What people of the unit write to each other about a question. */
export type Note = { readonly id: string; readonly authorId: string; readonly text: string; readonly at: Date }
export const notesOf = ({ db }: Ctx, adviceId: string, unitId: string): Promise<Note[]> =>
  db
    .selectFrom('advice_notes')
    .select(['id', 'author_id as authorId', 'text', 'at'])
    .where('advice_id', '=', adviceId)
    .where('unit_id', '=', unitId)
    .orderBy('at')
    .orderBy('id')
    .execute()

export async function insertNote(
  { db, now, actor }: Ctx,
  note: { id: string; key: string; adviceId: string; unitId: string; text: string },
): Promise<boolean> {
  const { id, key, adviceId, unitId, text } = note
  const made = await db
    .insertInto('advice_notes')
    .values({ id, key, advice_id: adviceId, unit_id: unitId, author_id: actor.id, text, at: now })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** Notes, and what was asked back and replied: neither is part of the public answer. */
export async function sweepNotes({ db }: Ctx, before: Date): Promise<number> {
  const notes = await db.deleteFrom('advice_notes').where('at', '<', before).executeTakeFirst()
  const queries = await db.deleteFrom('advice_queries').where('asked_at', '<', before).executeTakeFirst()
  return Number(notes.numDeletedRows + queries.numDeletedRows)
}
