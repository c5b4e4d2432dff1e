import { type Generated, sql } from 'kysely'
import { codeRules } from '#modules/people/sign-in/codes.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    sign_in_codes: {
      id: string
      purpose: CodePurpose
      email: string
      person_id: string | null
      digest: Buffer
      asked_from: Buffer
      attempts: Generated<number>
      created_at: Date
      expires_at: Date
      used_at: Date | null
    }
    takeover_codes: { person_id: string; digest: Buffer; made_by: string; created_at: Date; expires_at: Date }
    takeover_tries: { asked_from: Buffer; at: Date }
  }
}

export type CodePurpose = 'sign-in' | 'new-email'
export type SentCode = {
  readonly id: string
  readonly purpose: CodePurpose
  readonly email: string
  readonly personId: string | null
  readonly digest: Buffer
  readonly usedAt: Date | null
}

/** Letters asked for one address wait for each other until the transaction ends, so that their count is true. */
export async function lockEmail({ db }: Ctx, email: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${email}, 4))`.execute(db)
}

/** How many codes were asked for in the last hour: for this e-mail, and from this network address. */
export async function countCodes({ db, wall }: Ctx, email: string, askedFrom: Buffer): Promise<{ email: number; address: number }> {
  const since = new Date(wall.getTime() - 3_600_000)
  const row = await db
    .selectNoFrom(from => [
      from
        .selectFrom('sign_in_codes')
        .select(from.fn.countAll<number>().as('n'))
        .where('email', '=', email)
        .where('created_at', '>', since)
        .as('email'),
      from
        .selectFrom('sign_in_codes')
        .select(from.fn.countAll<number>().as('n'))
        .where('asked_from', '=', askedFrom)
        .where('created_at', '>', since)
        .as('address'),
    ])
    .executeTakeFirstOrThrow()
  return { email: Number(row.email), address: Number(row.address) }
}

export async function insertCode({ db, wall }: Ctx, code: Omit<SentCode, 'usedAt'> & { askedFrom: Buffer }): Promise<void> {
  const { id, purpose, email, personId, digest, askedFrom } = code
  await db
    .insertInto('sign_in_codes')
    .values({
      ...{ id, purpose, email, digest },
      person_id: personId,
      asked_from: askedFrom,
      created_at: wall,
      expires_at: new Date(wall.getTime() + codeRules.minutes * 60_000),
      used_at: null,
    })
    .execute()
}

/** Takes one try of the code before it is compared: tries made at once cannot share one. Absent when none is left or its time has passed. */
export async function takeTry({ db, wall }: Ctx, id: string, purpose: CodePurpose): Promise<SentCode | undefined> {
  const grace = new Date(wall.getTime() - codeRules.graceSeconds * 1000)
  return db
    .updateTable('sign_in_codes')
    .set({ attempts: sql`attempts + 1` })
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .where('attempts', '<', codeRules.attempts)
    .where('expires_at', '>', wall)
    .where(is => is.or([is('used_at', 'is', null), is('used_at', '>', grace)]))
    .returning(['id', 'purpose', 'email', 'person_id as personId', 'digest', 'used_at as usedAt'])
    .executeTakeFirst()
}

/** The code was right: it does not count as a try, and once `used` it is spent. */
export async function giveTryBack({ db, wall }: Ctx, id: string, used: boolean): Promise<void> {
  await db
    .updateTable('sign_in_codes')
    .set({ attempts: sql`attempts - 1`, ...(used && { used_at: sql<Date>`coalesce(used_at, ${wall})` }) })
    .where('id', '=', id)
    .execute()
}

export async function findCode({ db, wall }: Ctx, id: string, purpose: CodePurpose): Promise<{ email: string; triesLeft: number } | undefined> {
  const row = await db
    .selectFrom('sign_in_codes')
    .select(['email', 'attempts'])
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', wall)
    .executeTakeFirst()
  return row && { email: row.email, triesLeft: codeRules.attempts - row.attempts }
}

export async function sweepCodes({ db }: Ctx, before: Date): Promise<number> {
  const codes = await db.deleteFrom('sign_in_codes').where('created_at', '<', before).executeTakeFirst()
  const tries = await db.deleteFrom('takeover_tries').where('at', '<', before).executeTakeFirst()
  return Number(codes.numDeletedRows) + Number(tries.numDeletedRows)
}
