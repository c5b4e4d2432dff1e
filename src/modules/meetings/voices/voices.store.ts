import type { Channel } from '#kit/channels.ts'
import type { MeetingVoice, VoiceKind } from '#modules/meetings/voices/voices.rules.ts'
import type { Ctx } from '#platform/context.ts'
import { notHidden } from '#platform/hidings.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    meeting_voices: {
      id: string
      key: string
      meeting_id: string
      sheet_id: string | null
      about: string | null
      kind: VoiceKind
      text: string
      place_words: string | null
      channel: Channel
      author_id: string
      entered_by: string | null
      at: Date
    }
  }
}

const voices = ({ db }: Ctx) =>
  db
    .selectFrom('meeting_voices as t')
    .leftJoin('meeting_sheets as s', 's.id', 't.sheet_id')
    .select([
      't.id',
      't.meeting_id as meetingId',
      't.about',
      't.kind',
      't.text',
      't.place_words as placeWords',
      't.channel',
      't.author_id as authorId',
      't.entered_by as enteredBy',
      's.number as sheetNumber',
      't.at',
    ])

/** What was said, however it came, in the order it came; what a moderator has hidden is left out. */
export const listVoices = (ctx: Ctx, meetingId: string): Promise<MeetingVoice[]> =>
  voices(ctx).where('t.meeting_id', '=', meetingId).where(notHidden('t.id')).orderBy('t.at').orderBy('t.id').execute()
export const listVoicesById = async (ctx: Ctx, ids: readonly string[]): Promise<MeetingVoice[]> =>
  ids.length === 0 ? [] : voices(ctx).where('t.id', 'in', ids).execute()
export const findVoice = async (ctx: Ctx, id: string): Promise<MeetingVoice | undefined> => (await listVoicesById(ctx, [id]))[0]

export const findVoiceByKey = async ({ db }: Ctx, key: string): Promise<string | undefined> =>
  (await db.selectFrom('meeting_voices').select('id').where('key', '=', key).executeTakeFirst())?.id

export type NewVoice = Omit<MeetingVoice, 'sheetNumber' | 'at'> & { readonly key: string; readonly sheetId: string | null }
/** False when this form was sent before. */
export async function insertVoice({ db, now }: Ctx, voice: NewVoice): Promise<boolean> {
  const { id, key, meetingId, sheetId, about, kind, text, placeWords, channel, authorId, enteredBy } = voice
  const row = { id, key, meeting_id: meetingId, sheet_id: sheetId, about, kind, text, place_words: placeWords }
  const added = await db
    .insertInto('meeting_voices')
    .values({ ...row, channel, author_id: authorId, entered_by: enteredBy, at: now })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** Voices of a sheet get their author; those that have one keep it. */
export async function claimVoices({ db }: Ctx, sheetId: string, personId: string): Promise<number> {
  const done = await db
    .updateTable('meeting_voices')
    .set({ author_id: personId })
    .where('sheet_id', '=', sheetId)
    .where('author_id', '=', '')
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

export async function blankVoicesBefore({ db }: Ctx, before: Date): Promise<number> {
  const done = await db
    .updateTable('meeting_voices')
    .set({ author_id: '', entered_by: null })
    .where('at', '<', before)
    .where(is => is.or([is('author_id', '<>', ''), is('entered_by', 'is not', null)]))
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}
export const voicesBy = ({ db }: Ctx, personId: string) =>
  db
    .selectFrom('meeting_voices')
    .select(['id', 'meeting_id', 'kind', 'text', 'place_words', 'channel', 'at'])
    .where('author_id', '=', personId)
    .orderBy('at')
    .execute()
/** What was said belongs to the meeting and stays, without whose it was. */
export async function blankVoicesOf({ db }: Ctx, personId: string): Promise<void> {
  await db.updateTable('meeting_voices').set({ author_id: '' }).where('author_id', '=', personId).execute()
  await db.updateTable('meeting_voices').set({ entered_by: null }).where('entered_by', '=', personId).execute()
}
