import { sql } from 'kysely'
import { takeoverRules } from '#modules/people/sign-in/codes.rules.ts'
import type { Ctx } from '#platform/context.ts'

/** One code a person: a new one cancels the one before. */
export async function keepTakeoverCode({ db, wall, actor }: Ctx, personId: string, digest: Buffer): Promise<void> {
  const fresh = { digest, made_by: actor.id, created_at: wall, expires_at: new Date(wall.getTime() + takeoverRules.days * 86_400_000) }
  await db
    .insertInto('takeover_codes')
    .values({ person_id: personId, ...fresh })
    .onConflict(clash => clash.column('person_id').doUpdateSet(fresh))
    .execute()
}

/** Counts this try; false when too many came from this network address within an hour. */
export async function countTakeoverTry({ db, wall }: Ctx, askedFrom: Buffer): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${askedFrom.toString('hex')}, 5))`.execute(db)
  await db.insertInto('takeover_tries').values({ asked_from: askedFrom, at: wall }).execute()
  const { n } = await db
    .selectFrom('takeover_tries')
    .select(from => from.fn.countAll<number>().as('n'))
    .where('asked_from', '=', askedFrom)
    .where('at', '>', new Date(wall.getTime() - 3_600_000))
    .executeTakeFirstOrThrow()
  return Number(n) <= takeoverRules.triesAnHour
}

/** Whose code this is, while it is valid. */
export async function personByTakeoverCode({ db, wall }: Ctx, digest: Buffer): Promise<string | undefined> {
  const row = await db.selectFrom('takeover_codes').select('person_id').where('digest', '=', digest).where('expires_at', '>', wall).executeTakeFirst()
  return row?.person_id
}
export async function makerOfTakeoverCode({ db }: Ctx, personId: string): Promise<string | undefined> {
  return (await db.selectFrom('takeover_codes').select('made_by').where('person_id', '=', personId).executeTakeFirst())?.made_by
}
/** False when somebody has used it already. */
export async function spendTakeoverCode({ db }: Ctx, personId: string, digest: Buffer): Promise<boolean> {
  const gone = await db.deleteFrom('takeover_codes').where('person_id', '=', personId).where('digest', '=', digest).executeTakeFirst()
  return gone.numDeletedRows === 1n
}
export async function sweepTakeoverCodes({ db, wall }: Ctx): Promise<number> {
  return Number((await db.deleteFrom('takeover_codes').where('expires_at', '<=', wall).executeTakeFirst()).numDeletedRows)
}
