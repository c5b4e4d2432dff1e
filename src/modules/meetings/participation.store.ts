import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'

/** Whoever said something at a meeting, or was marked present, was there. */
export async function tookPart({ db }: Ctx, meetingId: string, personId: string): Promise<boolean> {
  const found = await db
    .selectNoFrom(({ exists, or, selectFrom }) => [
      or([
        exists(selectFrom('meeting_voices').select('id').where('meeting_id', '=', meetingId).where('author_id', '=', personId)),
        exists(selectFrom('meeting_attendance').select('id').where('meeting_id', '=', meetingId).where('person_id', '=', personId)),
      ]).as('there'),
    ])
    .executeTakeFirst()
  return Boolean(found?.there)
}

export async function countLines({ db }: Ctx, meetingId: string): Promise<{ lines: number; unanswered: number }> {
  const { rows } = await sql<{ lines: number; unanswered: number }>`
    select (select count(*)::int from minute_lines where meeting_id = ${meetingId}) as lines,
      (select count(*)::int from minute_corrections where meeting_id = ${meetingId} and outcome is null) as unanswered`.execute(db)
  return rows[0] ?? { lines: 0, unanswered: 0 }
}
