import { sql } from 'kysely'
import type { Day } from '#kit/dates.ts'
import type { Examination, Tally } from '#modules/support/examining.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    support_examinations: {
      project_id: string
      at: Date
      until: Day
      lines: number
      counted: number
      duplicates: number
      late: number
      needed: number
    }
    support_reminders: { project_id: string; until: Day; days: number }
  }
}

const figures = sql<Tally>`count(*)::int as lines, count(*) filter (where state = 'valid')::int as counted,
  count(*) filter (where why = 'duplicate')::int as duplicates, count(*) filter (where why = 'late')::int as late`
export async function tallyOf({ db }: Ctx, projectId: string): Promise<Tally> {
  const { rows } = await sql<Tally>`select ${figures} from support_lines where project_id = ${projectId} and why is distinct from 'mistyped'`.execute(
    db,
  )
  return rows[0] ?? { lines: 0, counted: 0, duplicates: 0, late: 0 }
}

export const findExamination = ({ db }: Ctx, projectId: string): Promise<Examination | undefined> =>
  db
    .selectFrom('support_examinations')
    .select(['at', 'until', 'lines', 'counted', 'duplicates', 'late', 'needed'])
    .where('project_id', '=', projectId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()

export async function insertExamination({ db }: Ctx, projectId: string, examination: Examination): Promise<void> {
  await db
    .insertInto('support_examinations')
    .values({ project_id: projectId, ...examination })
    .onConflict(clash => clash.columns(['project_id', 'at']).doUpdateSet(examination))
    .execute()
}

/** False where this reminder has gone out for this very end. */
export async function insertReminder({ db }: Ctx, projectId: string, until: Day, days: number): Promise<boolean> {
  const made = await db
    .insertInto('support_reminders')
    .values({ project_id: projectId, until, days })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

type Listed = { readonly id: string; readonly tally: Tally; readonly examination: Examination | undefined; readonly extendedTo: Day | undefined }
/** The list of every project of an edition whose text no longer changes, in one statement. */
export async function listLists({ db }: Ctx, editionId: string): Promise<Listed[]> {
  const { rows } = await sql<{ id: string; tally: Tally; examined: (Omit<Examination, 'at'> & { at: string }) | null; extended: Day | null }>`
    select p.id, to_json(t) as tally, to_json(e) as examined, (select max(x.until) from support_extensions x where x.project_id = p.id) as extended
    from projects p
      cross join lateral (select ${figures} from support_lines l where l.project_id = p.id and l.why is distinct from 'mistyped') t
      left join lateral (select * from support_examinations e where e.project_id = p.id order by e.at desc limit 1) e on true
    where p.edition_id = ${editionId} and p.state in ('agreeing', 'submitted') order by p.id`.execute(db)
  return rows.map(({ id, tally, examined, extended }) => ({
    id,
    tally,
    examination: examined ? { ...examined, at: new Date(examined.at) } : undefined,
    extendedTo: extended ?? undefined,
  }))
}
