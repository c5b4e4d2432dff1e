import type { SpokenAnswer } from '#modules/meetings/agenda.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    agenda_ideas: { meeting_id: string; idea_id: string; added_by: string; at: Date }
    spoken_answers: {
      id: string
      key: string
      meeting_id: string
      idea_id: string
      unit_id: string
      text: string
      written_by: string
      at: Date
      confirmed_by: string | null
      confirmed_at: Date | null
    }
  }
}

export const listAgendaIdeas = async ({ db }: Ctx, meetingId: string): Promise<string[]> =>
  (await db.selectFrom('agenda_ideas').select('idea_id').where('meeting_id', '=', meetingId).orderBy('at').orderBy('idea_id').execute()).map(
    row => row.idea_id,
  )
export async function insertAgendaIdea({ db, now, actor }: Ctx, meetingId: string, ideaId: string): Promise<boolean> {
  const added = await db
    .insertInto('agenda_ideas')
    .values({ meeting_id: meetingId, idea_id: ideaId, added_by: actor.id, at: now })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

const answers = ({ db }: Ctx) =>
  db
    .selectFrom('spoken_answers')
    .select(['id', 'meeting_id as meetingId', 'idea_id as ideaId', 'unit_id as unitId', 'text', 'at', 'confirmed_at as confirmedAt'])
    .orderBy('at')
    .orderBy('id')
/** What was said about these ideas, at whatever meeting. */
export const spokenAbout = async (ctx: Ctx, ideaIds: readonly string[]): Promise<SpokenAnswer[]> =>
  ideaIds.length === 0 ? [] : answers(ctx).where('idea_id', 'in', ideaIds).execute()
export const findSpoken = (ctx: Ctx, id: string): Promise<SpokenAnswer | undefined> => answers(ctx).where('id', '=', id).executeTakeFirst()

export async function insertSpoken(
  { db, now, actor }: Ctx,
  said: Omit<SpokenAnswer, 'at' | 'confirmedAt'> & { readonly key: string },
): Promise<boolean> {
  const { id, key, meetingId, ideaId, unitId, text } = said
  const row = { id, key, meeting_id: meetingId, idea_id: ideaId, unit_id: unitId, text, written_by: actor.id, at: now }
  const added = await db
    .insertInto('spoken_answers')
    .values({ ...row, confirmed_by: null, confirmed_at: null })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}
export async function confirmSpoken({ db, now, actor }: Ctx, id: string): Promise<boolean> {
  const done = await db
    .updateTable('spoken_answers')
    .set({ confirmed_by: actor.id, confirmed_at: now })
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
export async function blankSpokenBefore({ db }: Ctx, before: Date): Promise<number> {
  const done = await db
    .updateTable('spoken_answers')
    .set({ written_by: '', confirmed_by: null })
    .where('at', '<', before)
    .where('written_by', '<>', '')
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}
export async function blankSpokenOf({ db }: Ctx, personId: string): Promise<void> {
  await db.updateTable('spoken_answers').set({ written_by: '' }).where('written_by', '=', personId).execute()
  await db.updateTable('spoken_answers').set({ confirmed_by: null }).where('confirmed_by', '=', personId).execute()
  await db.updateTable('agenda_ideas').set({ added_by: '' }).where('added_by', '=', personId).execute()
}
