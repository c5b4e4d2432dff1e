import { type RawBuilder, sql } from 'kysely'
import type { Channel } from '#kit/channels.ts'
import { notFound } from '#kit/refusal.ts'
import type { Comment, CommentKind, Outcome } from '#modules/discussions/discussions.rules.ts'
import type { QuestionState } from '#modules/discussions/questions.rules.ts'
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
      edited_at: Date | null
    }
    comment_edits: { comment_id: string; text: string; at: Date }
    settlements: { comment_id: string; outcome: Outcome; why: string; by_id: string; at: Date }
  }
}

/** Only of a hidden one, and only the newest: it is the one that hides it. */
const latestCase = sql<boolean>`h.subject_id is not null and m.id = (
  select l.id from moderation_cases l where l.subject_id = c.id order by l.opened_at desc limit 1)`

/** A comment with what became of it, in one statement. */
const comments = ({ db }: Ctx) =>
  db
    .selectFrom('comments as c')
    .leftJoin('questions as q', 'q.comment_id', 'c.id')
    .leftJoin('units as u', 'u.id', 'q.unit_id')
    .leftJoin('settlements as s', 's.comment_id', 'c.id')
    .leftJoin('hidings as h', 'h.subject_id', 'c.id')
    .leftJoin('moderation_cases as m', join => join.on(latestCase))
    .select(['c.id', 'c.subject_id', 'c.reply_to', 'c.kind', 'c.text', 'c.author_id', 'c.entered_by', 'c.channel', 'c.at', 'c.edited_at'])
    .select(['q.state', 'q.unit_id', 'q.due_on', 'q.answer', 'q.answered_at', 'u.code', 'u.name'])
    .select(['s.outcome', 's.why', 's.by_id', 's.at as settled_at'])
    .select(['h.since as hidden_since', 'm.id as case_id', 'm.state as case_state', 'm.rule', 'm.statement'])
type Row = Awaited<ReturnType<ReturnType<typeof comments>['executeTakeFirstOrThrow']>>

const toComment = (row: Row): Comment => ({
  id: row.id,
  subjectId: row.subject_id,
  replyTo: row.reply_to,
  kind: row.kind,
  // whatever reads comments, hidden words are nowhere
  text: row.hidden_since ? '' : row.text,
  authorId: row.author_id,
  enteredBy: row.entered_by,
  channel: row.channel,
  at: row.at,
  editedAt: row.edited_at,
  question: row.state && {
    state: row.state as QuestionState,
    unitId: row.unit_id,
    unitCode: row.code,
    unitName: row.name,
    dueOn: row.due_on,
    answer: row.answer,
    answeredAt: row.answered_at,
  },
  hiding:
    row.hidden_since && row.case_id && row.case_state
      ? {
          since: row.hidden_since,
          caseId: row.case_id,
          state: row.case_state,
          rule: row.rule ?? undefined,
          statement: row.statement ?? undefined,
        }
      : null,
  settlement: row.outcome && row.settled_at && { outcome: row.outcome, why: row.why ?? '', byId: row.by_id ?? '', at: row.settled_at },
})

/** All that was said about a thing, oldest first. */
export async function listComments(ctx: Ctx, subjectId: string): Promise<Comment[]> {
  return (await comments(ctx).where('c.subject_id', '=', subjectId).orderBy('c.at').orderBy('c.id').execute()).map(toComment)
}
/** What was said about any of these, oldest first: the order in which a summary counts them. */
export async function listCommentsOf(ctx: Ctx, subjectIds: readonly string[]): Promise<Comment[]> {
  if (subjectIds.length === 0) return []
  return (await comments(ctx).where('c.subject_id', 'in', subjectIds).orderBy('c.at').orderBy('c.id').execute()).map(toComment)
}
export async function listCommentsById(ctx: Ctx, ids: readonly string[]): Promise<Comment[]> {
  if (ids.length === 0) return []
  return (await comments(ctx).where('c.id', 'in', ids).orderBy('c.at').orderBy('c.id').execute()).map(toComment)
}

export async function findComment(ctx: Ctx, id: string): Promise<Comment | undefined> {
  const row = await comments(ctx).where('c.id', '=', id).executeTakeFirst()
  return row && toComment(row)
}
export const loadComment = async (ctx: Ctx, id: string): Promise<Comment> => (await findComment(ctx, id)) ?? notFound('no such comment')
export const findCommentByKey = async ({ db }: Ctx, key: string): Promise<string | undefined> =>
  (await db.selectFrom('comments').select('id').where('key', '=', key).executeTakeFirst())?.id

/** How many comments a row of an upper store has, for its select: `commentsOn('t.id')`. */
export const commentsOn = (column: string): RawBuilder<number> =>
  sql<number>`(select count(*)::int from comments c where c.subject_id = ${sql.ref(column)})`

type NewComment = Pick<Comment, 'id' | 'subjectId' | 'replyTo' | 'kind' | 'text' | 'authorId' | 'enteredBy'>
/** False when this form was sent before. A question begins its own road to an answer. */
export async function insertComment({ db, now }: Ctx, comment: NewComment & { key: string; channel: Channel }): Promise<boolean> {
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
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  if (written.numInsertedOrUpdatedRows !== 1n) return false
  if (comment.kind === 'question' && comment.replyTo === null)
    await db.insertInto('questions').values({ comment_id: comment.id, state: 'asked' }).execute()
  return true
}

/** All that was said in one talk goes over to another; answers how many. */
export async function carryComments({ db }: Ctx, from: string, into: string): Promise<number> {
  const moved = await db.updateTable('comments').set({ subject_id: into }).where('subject_id', '=', from).executeTakeFirst()
  return Number(moved.numUpdatedRows)
}

/** Keeps what stood there before, for moderators; false when it was edited already. */
export async function editComment({ db, now }: Ctx, { id, text: before }: Comment, text: string): Promise<boolean> {
  const done = await db
    .updateTable('comments')
    .set({ text, edited_at: now })
    .where('id', '=', id)
    .where('edited_at', 'is', null)
    .where('text', '=', before)
    .executeTakeFirst()
  if (done.numUpdatedRows !== 1n) return false
  await db.insertInto('comment_edits').values({ comment_id: id, text: before, at: now }).execute()
  return true
}
/** What stood there before the edit. */
export const earlierTextOf = async ({ db }: Ctx, commentId: string): Promise<string | undefined> =>
  (await db.selectFrom('comment_edits').select('text').where('comment_id', '=', commentId).executeTakeFirst())?.text

/** False when it was settled before. */
export async function insertSettlement(ctx: Ctx, commentId: string, outcome: Outcome, why: string): Promise<boolean> {
  const done = await ctx.db
    .insertInto('settlements')
    .values({ comment_id: commentId, outcome, why, by_id: ctx.actor.id, at: ctx.now })
    .onConflict(clash => clash.column('comment_id').doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

export const commentsBy = ({ db }: Ctx, personId: string) =>
  db
    .selectFrom('comments as c')
    .leftJoin('comment_edits as e', 'e.comment_id', 'c.id')
    .select(['c.subject_id', 'c.kind', 'c.text', 'c.channel', 'c.at', 'e.text as before'])
    .where('c.author_id', '=', personId)
    .orderBy('c.at')
    .execute()

/** What a person said stays in its place in the talk, without the words. */
export async function blankCommentsOf({ db }: Ctx, personId: string): Promise<void> {
  await db
    .deleteFrom('comment_edits')
    .where('comment_id', 'in', db.selectFrom('comments').select('id').where('author_id', '=', personId))
    .execute()
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
