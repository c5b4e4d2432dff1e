import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    /** What moderation, or three independent reports, have taken out of sight. Every store leaves it out; nothing of theirs is rewritten. */
    hidings: { subject_id: string; since: Date }
  }
}

/** For the where of a store: `notHidden('t.id')`. */
export const notHidden = (column: string): RawBuilder<boolean> =>
  sql<boolean>`not exists (select from hidings h where h.subject_id = ${sql.ref(column)})`

/** Of these, the ones out of sight. */
export async function hiddenAmong({ db }: Pick<Ctx, 'db'>, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db.selectFrom('hidings').select('subject_id').where('subject_id', 'in', ids).execute()
  return new Set(rows.map(row => row.subject_id))
}
