import type { CaseState } from '#modules/moderation/cases.rules.ts'
import type { TalkRule } from '#modules/moderation/talk-rules.rules.ts'
import type { Ctx } from '#platform/context.ts'

/** Why a thing is out of sight: what its stub says. */
export type Hiding = {
  readonly subjectId: string
  readonly since: Date
  readonly caseId: string
  readonly state: CaseState
  readonly rule: TalkRule | undefined
  readonly statement: string | undefined
}

/** Those of these things that are hidden, by id: one statement, whatever their number. */
export async function findHidings({ db }: Ctx, ids: readonly string[]): Promise<Map<string, Hiding>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('hidings as h')
    .innerJoin('moderation_cases as c', 'c.subject_id', 'h.subject_id')
    .distinctOn('h.subject_id')
    .select(['h.subject_id', 'h.since', 'c.id', 'c.state', 'c.rule', 'c.statement'])
    .where('h.subject_id', 'in', ids)
    .orderBy('h.subject_id')
    .orderBy('c.opened_at', 'desc')
    .execute()
  return new Map(
    rows.map(({ subject_id: subjectId, since, id: caseId, state, rule, statement }) => [
      subjectId,
      { subjectId, since, caseId, state, rule: rule ?? undefined, statement: statement ?? undefined },
    ]),
  )
}
export const findHiding = async (ctx: Ctx, id: string): Promise<Hiding | undefined> => (await findHidings(ctx, [id])).get(id)

export async function insertHiding({ db, now }: Ctx, subjectId: string): Promise<boolean> {
  const made = await db
    .insertInto('hidings')
    .values({ subject_id: subjectId, since: now })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}
export async function removeHiding({ db }: Ctx, subjectId: string): Promise<void> {
  await db.deleteFrom('hidings').where('subject_id', '=', subjectId).execute()
}
