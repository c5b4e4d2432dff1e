import type { Addition, Before } from '#modules/ideas/edits.rules.ts'
import type { Said } from '#modules/ideas/space.rules.ts'
import type { Ctx } from '#platform/context.ts'
import { wordsOf } from '#platform/similar.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    said_versions: { subject_id: string; title: string; text: string; until: Date }
    said_additions: { key: string; subject_id: string; text: string; at: Date }
  }
}

/** Keeps what stood there before; false when it was edited already. */
export async function editSaid({ db, now }: Ctx, table: 'needs' | 'ideas', said: Said, title: string, text: string): Promise<boolean> {
  const done = await db
    .updateTable(table as 'needs')
    .set({ title, text, words: wordsOf(title, `${text} ${said.placeWords ?? ''}`), edited_at: now })
    .where('id', '=', said.id)
    .where('edited_at', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows !== 1n) return false
  await db.insertInto('said_versions').values({ subject_id: said.id, title: said.title, text: said.text, until: now }).execute()
  return true
}
/** What it said before the edit. */
export const findBefore = async ({ db }: Ctx, subjectId: string): Promise<Before | undefined> =>
  db.selectFrom('said_versions').select(['title', 'text', 'until']).where('subject_id', '=', subjectId).executeTakeFirst()

export const listAdditions = async ({ db }: Ctx, subjectId: string): Promise<Addition[]> =>
  db.selectFrom('said_additions').select(['text', 'at']).where('subject_id', '=', subjectId).orderBy('at').orderBy('key').execute()

/** False when this form was sent before. */
export async function insertAddition({ db, now }: Ctx, key: string, subjectId: string, text: string): Promise<boolean> {
  const made = await db
    .insertInto('said_additions')
    .values({ key, subject_id: subjectId, text, at: now })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** Earlier words and additions of what this person said, for the export of their own data. */
export async function editsBy({ db }: Ctx, personId: string) {
  const mine = db
    .selectFrom('needs')
    .select('id')
    .where('author_id', '=', personId)
    .union(db.selectFrom('ideas').select('id').where('author_id', '=', personId))
  const before = await db.selectFrom('said_versions').selectAll().where('subject_id', 'in', mine).execute()
  const additions = await db.selectFrom('said_additions').select(['subject_id', 'text', 'at']).where('subject_id', 'in', mine).orderBy('at').execute()
  return { before, additions }
}
