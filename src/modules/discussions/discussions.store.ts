import { sql } from 'kysely'
import type { Channel } from '#kit/channels.ts'
import type { Comment, CommentKind } from '#modules/discussions/discussions.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    comments: {
      id: string
      key: string
      subject_id: string
      reply_to: string | null
      kind: CommentKind
      text: string
      author_id: string
      entered_by: string | null
      channel: Channel
      at: Date
    }
  }
}
const columns = ['id', 'subject_id', 'reply_to', 'kind', 'text', 'author_id', 'entered_by', 'channel', 'at'] as const
type Row = Pick<import('#platform/schema.ts').Tables['comments'], (typeof columns)[number]>
const toComment = (row: Row): Comment => ({
  id: row.id,
  subjectId: row.subject_id,
  replyTo: row.reply_to,
  kind: row.kind,
  text: row.text,
  authorId: row.author_id,
  enteredBy: row.entered_by,
  channel: row.channel,
  at: row.at,
})

/** All that was said about a thing, oldest first. */
export async function listComments({ db }: Ctx, subjectId: string): Promise<Comment[]> {
  const rows = await db.selectFrom('comments').select(columns).where('subject_id', '=', subjectId).orderBy('at').orderBy('id').execute()
  return rows.map(toComment)
}

export async function findComment({ db }: Ctx, id: string): Promise<Comment | undefined> {
  const row = await db.selectFrom('comments').select(columns).where('id', '=', id).executeTakeFirst()
  return row && toComment(row)
}
export const findCommentByKey = async ({ db }: Ctx, key: string): Promise<string | undefined> =>
  (await db.selectFrom('comments').select('id').where('key', '=', key).executeTakeFirst())?.id

export async function countComments({ db }: Ctx, subjectIds: readonly string[]): Promise<Map<string, number>> {
  if (subjectIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('comments')
    .select(['subject_id', sql<number>`count(*)::int`.as('count')])
    .where('subject_id', 'in', subjectIds)
    .groupBy('subject_id')
    .execute()
  return new Map(rows.map(row => [row.subject_id, row.count]))
}

/** False when this form was sent before. */
export async function insertComment(
  { db, now }: Ctx,
  comment: Omit<Comment, 'at' | 'channel'> & { key: string; channel: Channel },
): Promise<boolean> {
  const written = await db
    .insertInto('comments')
    .values({
      id: comment.id,
      key: comment.key,
      subject_id: comment.subjectId,
      reply_to: comment.replyTo,
      kind: comment.kind,
      text: comment.text,
      author_id: comment.authorId,
      entered_by: comment.enteredBy,
      channel: comment.channel,
      at: now,
    })
    .onConflict(clash => clash.column('key').doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

export const commentsBy = ({ db }: Ctx, personId: string) =>
  db.selectFrom('comments').select(['subject_id', 'kind', 'text', 'channel', 'at']).where('author_id', '=', personId).orderBy('at').execute()

/** What a person said stays in its place in the talk, without the words. */
export async function blankCommentsOf({ db }: Ctx, personId: string): Promise<void> {
  await db.updateTable('comments').set({ text: '' }).where('author_id', '=', personId).execute()
}

export async function removeCommentsBefore({ db }: Ctx, before: Date): Promise<number> {
  const answers = await db.deleteFrom('comments').where('at', '<', before).where('reply_to', 'is not', null).executeTakeFirst()
  const gone = await db
    .deleteFrom('comments')
    .where('at', '<', before)
    .where(sql<boolean>`not exists (select from comments r where r.reply_to = comments.id)`)
    .executeTakeFirst()
  return Number(answers.numDeletedRows) + Number(gone.numDeletedRows)
}
