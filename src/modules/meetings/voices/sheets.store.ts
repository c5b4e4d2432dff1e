import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import { eraseFile } from '#platform/files.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    meeting_sheets: {
      id: string
      meeting_id: string
      number: number
      claim_digest: Buffer
      made_by: string
      made_at: Date
      claimed_by: string | null
      claimed_at: Date | null
    }
    sheet_claim_tries: { asked_from: Buffer; at: Date }
    sheet_photos: {
      id: string
      meeting_id: string
      file_id: string
      label: string
      taken_by: string
      taken_at: Date
      keyed_by: string | null
      keyed_at: Date | null
    }
  }
}

/** The number of the first new sheet. Those who print at once wait for each other, so that no number is printed twice. */
export async function nextSheetNumber({ db }: Ctx, meetingId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${meetingId}, 12))`.execute(db)
  const last = await db
    .selectFrom('meeting_sheets')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst()
  return Number(last?.last ?? 0) + 1
}
export type NewSheet = { readonly id: string; readonly meetingId: string; readonly number: number; readonly digest: Buffer }
export async function insertSheets({ db, now, actor }: Ctx, sheets: readonly NewSheet[]): Promise<void> {
  const rows = sheets.map(({ id, meetingId, number, digest }) => ({
    id,
    meeting_id: meetingId,
    number,
    claim_digest: digest,
    made_by: actor.id,
    made_at: now,
  }))
  await db
    .insertInto('meeting_sheets')
    .values(rows.map(row => ({ ...row, claimed_by: null, claimed_at: null })))
    .execute()
}
export const countSheets = async ({ db }: Ctx, meetingId: string): Promise<number> =>
  Number(
    (
      await db
        .selectFrom('meeting_sheets')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('meeting_id', '=', meetingId)
        .executeTakeFirst()
    )?.n ?? 0,
  )
export const findSheetId = async ({ db }: Ctx, meetingId: string, number: number): Promise<string | undefined> =>
  (await db.selectFrom('meeting_sheets').select('id').where('meeting_id', '=', meetingId).where('number', '=', number).executeTakeFirst())?.id

export const sheetByCode = ({ db }: Ctx, digest: Buffer) =>
  db
    .selectFrom('meeting_sheets')
    .select(['id', 'meeting_id as meetingId', 'number', 'claimed_by as claimedBy'])
    .where('claim_digest', '=', digest)
    .executeTakeFirst()
/** Whose sheet it is now and for good; false when somebody was first. */
export async function claimSheet({ db, now, actor }: Ctx, id: string): Promise<boolean> {
  const done = await db
    .updateTable('meeting_sheets')
    .set({ claimed_by: actor.id, claimed_at: now })
    .where('id', '=', id)
    .where('claimed_by', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
/** The author of what is keyed in after the sheet was claimed. */
export const claimerOf = async ({ db }: Ctx, sheetId: string): Promise<string> =>
  (await db.selectFrom('meeting_sheets').select('claimed_by').where('id', '=', sheetId).executeTakeFirst())?.claimed_by ?? ''

/** Counts this try; false when too many came from this person or network address within an hour. */
export async function countClaimTry({ db, wall }: Ctx, askedFrom: Buffer, most: number): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${askedFrom.toString('hex')}, 13))`.execute(db)
  await db.insertInto('sheet_claim_tries').values({ asked_from: askedFrom, at: wall }).execute()
  const tries = await db
    .selectFrom('sheet_claim_tries')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('asked_from', '=', askedFrom)
    .where('at', '>', new Date(wall.getTime() - 3_600_000))
    .executeTakeFirstOrThrow()
  return Number(tries.n) <= most
}
export async function sweepClaimTries({ db }: Ctx, before: Date): Promise<number> {
  return Number((await db.deleteFrom('sheet_claim_tries').where('at', '<', before).executeTakeFirst()).numDeletedRows)
}

// photographs of sheets that wait to be keyed in

export type SheetPhoto = {
  readonly id: string
  readonly meetingId: string
  readonly fileId: string
  readonly label: string
  readonly takenAt: Date
  readonly keyedAt: Date | null
}
const photos = ({ db }: Ctx) =>
  db
    .selectFrom('sheet_photos')
    .select(['id', 'meeting_id as meetingId', 'file_id as fileId', 'label', 'taken_at as takenAt', 'keyed_at as keyedAt'])
    .orderBy('taken_at')
    .orderBy('id')
export const listWaitingPhotos = (ctx: Ctx, options: { meetingId?: string; limit?: number } = {}): Promise<SheetPhoto[]> =>
  photos(ctx)
    .where('keyed_at', 'is', null)
    .$if(options.meetingId !== undefined, q => q.where('meeting_id', '=', options.meetingId ?? ''))
    .limit(options.limit ?? 100)
    .execute()
export const findPhoto = (ctx: Ctx, id: string): Promise<SheetPhoto | undefined> => photos(ctx).where('id', '=', id).executeTakeFirst()
export async function insertPhoto({ db, now, actor }: Ctx, photo: Pick<SheetPhoto, 'id' | 'meetingId' | 'fileId' | 'label'>): Promise<boolean> {
  const row = {
    id: photo.id,
    meeting_id: photo.meetingId,
    file_id: photo.fileId,
    label: photo.label,
    taken_by: actor.id,
    taken_at: now,
    keyed_by: null,
    keyed_at: null,
  }
  const added = await db
    .insertInto('sheet_photos')
    .values(row)
    .onConflict(clash => clash.column('id').doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}
export async function markKeyed({ db, now, actor }: Ctx, id: string): Promise<boolean> {
  const done = await db
    .updateTable('sheet_photos')
    .set({ keyed_by: actor.id, keyed_at: now })
    .where('id', '=', id)
    .where('keyed_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
/** A keyed-in photograph has done its work. */
export async function sweepPhotos(ctx: Ctx, before: Date): Promise<number> {
  const gone = await ctx.db.deleteFrom('sheet_photos').where('keyed_at', '<', before).returning('file_id').execute()
  for (const { file_id } of gone) await eraseFile(ctx, file_id)
  return gone.length
}
/** Who printed, claimed or photographed goes with the account. */
export async function blankSheetsOf({ db }: Ctx, personId: string): Promise<void> {
  await db.updateTable('meeting_sheets').set({ claimed_by: '' }).where('claimed_by', '=', personId).execute()
  await db.updateTable('meeting_sheets').set({ made_by: '' }).where('made_by', '=', personId).execute()
  await db.updateTable('sheet_photos').set({ taken_by: '' }).where('taken_by', '=', personId).execute()
  await db.updateTable('sheet_photos').set({ keyed_by: '' }).where('keyed_by', '=', personId).execute()
}
export async function blankSheetsBefore({ db }: Ctx, before: Date): Promise<number> {
  const done = await db
    .updateTable('meeting_sheets')
    .set({ claimed_by: '' })
    .where('claimed_at', '<', before)
    .where('claimed_by', '<>', '')
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}
