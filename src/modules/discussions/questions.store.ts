import { sql } from 'kysely'
import type { Day } from '#kit/dates.ts'
import type { QuestionState } from '#modules/discussions/questions.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    questions: {
      comment_id: string
      state: QuestionState
      unit_id: string | null
      due_on: string | null
      passed_by: string | null
      passed_at: Date | null
      answer: string | null
      answered_by: string | null
      answered_at: Date | null
    }
  }
}

/** Writes only from the state that was read; whoever was first wins. */
export async function passQuestionRow(ctx: Ctx, commentId: string, from: QuestionState, unitId: string, dueOn: Day): Promise<boolean> {
  const done = await ctx.db
    .updateTable('questions')
    .set({ state: 'passed', unit_id: unitId, due_on: dueOn, passed_by: ctx.actor.id, passed_at: ctx.now })
    .where('comment_id', '=', commentId)
    .where('state', '=', from)
    .where(sql<boolean>`unit_id is distinct from ${unitId}`)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
export async function answerQuestionRow(ctx: Ctx, commentId: string, from: QuestionState, answer: string): Promise<boolean> {
  const done = await ctx.db
    .updateTable('questions')
    .set({ state: 'answered', answer, answered_by: ctx.actor.id, answered_at: ctx.now })
    .where('comment_id', '=', commentId)
    .where('state', '=', from)
    .where('state', '<>', 'answered')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export type WaitingQuestion = {
  readonly id: string
  readonly subjectId: string
  readonly text: string
  readonly dueOn: Day | null
  readonly unitCode: string
}
/** Questions that these units have and have not answered, the oldest due first. */
export async function listWaitingQuestions({ db }: Ctx, unitIds: readonly string[], limit = 200): Promise<WaitingQuestion[]> {
  if (unitIds.length === 0) return []
  return db
    .selectFrom('questions as q')
    .innerJoin('comments as c', 'c.id', 'q.comment_id')
    .innerJoin('units as u', 'u.id', 'q.unit_id')
    .select(['c.id', 'c.subject_id as subjectId', 'c.text', 'q.due_on as dueOn', 'u.code as unitCode'])
    .where('q.state', '=', 'passed')
    .where('q.unit_id', 'in', unitIds)
    .orderBy('q.due_on')
    .orderBy('c.at')
    .limit(limit)
    .execute()
}

export const answersBy = ({ db }: Ctx, personId: string) =>
  db.selectFrom('questions').select(['comment_id', 'answer', 'answered_at']).where('answered_by', '=', personId).orderBy('answered_at').execute()
/** The answer is the unit's and stays; who wrote it goes with the account. */
export async function forgetHandlersOf({ db }: Ctx, personId: string): Promise<void> {
  await db.updateTable('questions').set({ passed_by: null }).where('passed_by', '=', personId).execute()
  await db.updateTable('questions').set({ answered_by: null }).where('answered_by', '=', personId).execute()
}
