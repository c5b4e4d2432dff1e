import type { Answer, Answered, Question } from '#modules/readiness/readiness.rules.ts'
import type { Ctx } from '#platform/context.ts'
import { eraseFile } from '#platform/files.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    project_answers: { project_id: string; question: Question; answer: Answer; note: string; person_id: string; at: Date }
  }
}

/** The subject under which the consents to a project lie among the files. */
export const consentsOf = (projectId: string) => `consent:${projectId}`

export const answersOf = ({ db }: Ctx, projectId: string): Promise<Answered[]> =>
  db.selectFrom('project_answers').select(['question', 'answer', 'note']).where('project_id', '=', projectId).execute()

export async function putAnswer({ db, now, actor }: Ctx, projectId: string, { question, answer, note }: Answered): Promise<void> {
  const said = { answer, note, person_id: actor.id, at: now }
  await db
    .insertInto('project_answers')
    .values({ project_id: projectId, question, ...said })
    .onConflict(clash => clash.columns(['project_id', 'question']).doUpdateSet(said))
    .execute()
}

/** A consent has done its work once the project is built or forgotten. */
export async function sweepConsents(ctx: Ctx, before: Date): Promise<number> {
  const old = await ctx.db
    .selectFrom('files')
    .select('id')
    .where('subject', 'like', `${consentsOf('')}%`)
    .where('created_at', '<', before)
    .execute()
  for (const { id } of old) await eraseFile(ctx, id)
  return old.length
}

export const answeredBy = ({ db }: Ctx, personId: string) =>
  db.selectFrom('project_answers').select(['project_id as projectId', 'question', 'answer', 'note', 'at']).where('person_id', '=', personId).execute()
/** The answers are the project's; whose hand wrote them is forgotten. */
export async function forgetAnswerer({ db }: Ctx, personId: string): Promise<void> {
  await db.updateTable('project_answers').set({ person_id: '' }).where('person_id', '=', personId).execute()
}
