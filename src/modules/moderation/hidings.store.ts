import { type RawBuilder, sql } from 'kysely'

declare module '#platform/schema.ts' {
  interface Tables {
    /** What a moderator, or three independent reports, have taken out of sight. Upper stores leave it out; nothing of theirs is rewritten. */
    hidings: { subject_id: string; since: Date }
  }
}

/** For the where of an upper store: `notHidden('t.id')`. */
export const notHidden = (column: string): RawBuilder<boolean> =>
  sql<boolean>`not exists (select from hidings h where h.subject_id = ${sql.ref(column)})`
