import type { Answer, Lesson, Question } from '#modules/ambassadors/training/course.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    course_answers: { person_id: string; lesson: Lesson; question: Question; answer: number; at: Date }
    course_finishes: { person_id: string; at: Date }
  }
}

export const listAnswers = ({ db }: Ctx, personId: string): Promise<Answer[]> =>
  db.selectFrom('course_answers').select(['lesson', 'question', 'answer']).where('person_id', '=', personId).execute()

/** The last answer counts: one may try again. */
export async function keepAnswers({ db, now, actor }: Ctx, answers: readonly Answer[]): Promise<void> {
  if (answers.length === 0) return
  await db
    .insertInto('course_answers')
    .values(answers.map(answer => ({ ...answer, person_id: actor.id, at: now })))
    .onConflict(clash => clash.columns(['person_id', 'lesson', 'question']).doUpdateSet(is => ({ answer: is.ref('excluded.answer'), at: now })))
    .execute()
}
/** False when the course was finished before. */
export async function keepFinish({ db, now, actor }: Ctx): Promise<boolean> {
  const made = await db
    .insertInto('course_finishes')
    .values({ person_id: actor.id, at: now })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}
export async function removeCourseOf({ db }: Ctx, personId: string): Promise<void> {
  await db.deleteFrom('course_answers').where('person_id', '=', personId).execute()
  await db.deleteFrom('course_finishes').where('person_id', '=', personId).execute()
}
export async function removeAnswersBefore({ db }: Ctx, before: Date): Promise<number> {
  const answers = await db.deleteFrom('course_answers').where('at', '<', before).executeTakeFirst()
  const finishes = await db.deleteFrom('course_finishes').where('at', '<', before).executeTakeFirst()
  return Number(answers.numDeletedRows) + Number(finishes.numDeletedRows)
}
