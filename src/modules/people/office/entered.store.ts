import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'

/** People without e-mail whom the office or an ambassador has written down, by name; an ambassador finds those written down by themself. */
export const listEnteredPeople = ({ db }: Ctx, options: { by?: string; limit: number }): Promise<{ id: string; name: string }[]> =>
  db
    .selectFrom('persons')
    .select(['id', 'display_name as name'])
    .where('entered_by', 'is not', null)
    .where('email', 'is', null)
    .where('erased_at', 'is', null)
    .$if(options.by !== undefined, query => query.where('entered_by', '=', options.by ?? ''))
    .orderBy(sql`display_name collate "pl-x-icu"`)
    .limit(options.limit)
    .execute()
