import { newId } from '#kit/ids.ts'
import type { Reporter } from '#modules/moderation/reports.rules.ts'
import type { TalkRule } from '#modules/moderation/talk-rules.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    reports: {
      id: string
      key: string
      case_id: string
      subject_id: string
      reporter_id: string
      rule: TalkRule
      words: string
      at: Date
    }
  }
}
export type Report = Reporter & { readonly caseId: string; readonly rule: TalkRule; readonly words: string }

/** Reports of these cases, oldest first, with what weighs in them. One statement for a whole queue. */
export async function listReports({ db }: Ctx, caseIds: readonly string[]): Promise<Report[]> {
  if (caseIds.length === 0) return []
  const rows = await db
    .selectFrom('reports as r')
    .leftJoin('persons as p', 'p.id', 'r.reporter_id')
    .select(['r.case_id', 'r.reporter_id', 'r.rule', 'r.words', 'r.at', 'p.created_at', 'p.entered_by'])
    .where('r.case_id', 'in', caseIds)
    .orderBy('r.at')
    .orderBy('r.id')
    .execute()
  return rows.map(row => ({
    id: row.reporter_id,
    caseId: row.case_id,
    rule: row.rule,
    words: row.words,
    at: row.at,
    joinedAt: row.created_at ?? row.at,
    broughtBy: row.entered_by ?? undefined,
  }))
}

/** The key of the report that this person has made of this thing. */
export async function findReportKey({ db }: Ctx, subjectId: string, reporterId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('reports')
    .select('key')
    .where('subject_id', '=', subjectId)
    .where('reporter_id', '=', reporterId)
    .executeTakeFirst()
  return row?.key
}

export type NewReport = { readonly key: string; readonly rule: TalkRule; readonly words: string }
/** False when this person has reported this thing already. */
export async function insertReport({ db, now, actor }: Ctx, caseId: string, subjectId: string, { key, rule, words }: NewReport): Promise<boolean> {
  const made = await db
    .insertInto('reports')
    .values({ id: newId('report'), key, case_id: caseId, subject_id: subjectId, reporter_id: actor.id, rule, words, at: now })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}
