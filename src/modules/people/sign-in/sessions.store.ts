import { sql } from 'kysely'
import type { Actor, Grant } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import type { Locale } from '#kit/texts.ts'
import type { OpenSession } from '#modules/people/sign-in/device.rules.ts'
import { newToken, tokenHash } from '#platform/codes.ts'
import type { Ctx } from '#platform/context.ts'
import type { Db } from '#platform/db.ts'
import { changed, kept } from '#platform/kept.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    sessions: { id: string; token_hash: Buffer; person_id: string; created_at: Date; last_seen_at: Date; expires_at: Date; device: string }
  }
}

const hour = 3_600_000
/** A session ends by itself after so long without a visit: an office desk is shared more often than a phone. */
export const sessionHours = { resident: 30 * 24, staff: 12 } as const
const touchEvery = 10 * 60_000

/** A new session. Only a digest of the token is kept; of the browser, only its family and system. */
export async function openSession({ db, wall }: Ctx, personId: string, device = ''): Promise<string> {
  const token = newToken()
  const expires_at = new Date(wall.getTime() + sessionHours.resident * hour)
  const row = { id: newId('session'), person_id: personId, created_at: wall, last_seen_at: wall, expires_at, device }
  await db
    .insertInto('sessions')
    .values({ ...row, token_hash: tokenHash(token) })
    .execute()
  return token
}

export type ReadSession = { readonly actor: Actor; readonly locale: Locale; readonly sessionId: string }

const hold = 2_000
const ended = 'session.ended'

/**
 * Who comes with this token, and what they may do today. Held for two seconds: a sign-out, a role or a name counts at once in this process, and a moment
 * later in another.
 */
export const readSession = (db: Db, token: string, wall: Date): Promise<ReadSession | undefined> =>
  kept(db, `session ${tokenHash(token).toString('base64')}`, [ended, 'role.', 'person.', 'profile.'], () => findSession(db, token, wall), hold)

/** One query, which now and then also moves the end of the session. */
async function findSession(db: Db, token: string, wall: Date): Promise<ReadSession | undefined> {
  const staffSince = new Date(wall.getTime() - sessionHours.staff * hour)
  const { rows } = await sql<{ id: string; person_id: string; display_name: string; level: 0 | 1; locale: Locale; grants: Grant[] }>`
    with found as (
      select s.id, s.last_seen_at, p.id as person_id, p.display_name, p.level, p.locale, coalesce(g.grants, '[]') as grants
      from sessions s join persons p on p.id = s.person_id
      left join lateral (
        select bool_or(role <> 'ambassador') as staff, json_agg(json_strip_nulls(
          json_build_object('role', role, 'editionId', edition_id, 'territoryId', territory_id, 'unitId', unit_id))) as grants
        from grants where person_id = p.id and since <= ${wall} and (until is null or until > ${wall})) g on true
      where s.token_hash = ${tokenHash(token)} and s.expires_at > ${wall} and p.erased_at is null
        and (g.staff is not true or s.last_seen_at > ${staffSince})),
    touched as (
      update sessions set last_seen_at = ${wall}, expires_at = ${new Date(wall.getTime() + sessionHours.resident * hour)}
      from found where sessions.id = found.id and found.last_seen_at < ${new Date(wall.getTime() - touchEvery)})
    select id, person_id, display_name, level, locale, grants from found`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  return {
    actor: { id: row.person_id, name: row.display_name, level: row.level, grants: row.grants },
    locale: row.locale,
    sessionId: row.id,
  }
}

export async function listSessions({ db, wall }: Ctx, personId: string): Promise<OpenSession[]> {
  const rows = await db
    .selectFrom('sessions')
    .select(['id', 'device', 'created_at as createdAt', 'last_seen_at as lastSeenAt'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', wall)
    .orderBy('last_seen_at', 'desc')
    .execute()
  return rows
}

export async function endSession({ db }: Ctx, personId: string, sessionId: string): Promise<void> {
  await db.deleteFrom('sessions').where('id', '=', sessionId).where('person_id', '=', personId).execute()
  changed(db, ended)
}
/** Signs a person out on every device; `but` is the session to leave. Answers how many ended. */
export async function endSessionsOf({ db }: Ctx, personId: string, but?: string): Promise<number> {
  let query = db.deleteFrom('sessions').where('person_id', '=', personId)
  if (but !== undefined) query = query.where('id', '<>', but)
  const gone = await query.executeTakeFirst()
  changed(db, ended)
  return Number(gone.numDeletedRows)
}
export async function sweepSessions({ db, wall }: Ctx): Promise<number> {
  return Number((await db.deleteFrom('sessions').where('expires_at', '<=', wall).executeTakeFirst()).numDeletedRows)
}
