import type { Remembered } from '#modules/consultation/desk/memory.rules.ts'
import type { Ctx } from '#platform/context.ts'
import { ancestorsOf } from '#platform/origins.ts'

/**
 * Everything units said about a project before it was submitted, criterion by criterion, the oldest first: about the project, and about the
 * ideas and lines of minutes it grew out of, with every part of a joint opinion under its own unit. Drafts of answers are not in it.
 */
export async function adviceOf(ctx: Ctx, projectId: string): Promise<Remembered[]> {
  const about = [projectId, ...(await ancestorsOf(ctx, projectId))]
  const rows = await ctx.db
    .selectFrom('advice as a')
    .innerJoin('advice_criteria as c', 'c.advice_id', 'a.id')
    .select(['a.id as adviceId', 'a.unit_id as unitId', 'a.answered_at as answeredAt', 'c.criterion', 'c.verdict', 'c.remark', 'c.basis'])
    .where('a.subject_id', 'in', about)
    .where('a.state', '=', 'answered')
    .orderBy('a.answered_at')
    .orderBy('a.id')
    .orderBy('c.criterion')
    .execute()
  return rows.flatMap(({ answeredAt, ...row }) => (answeredAt ? [{ ...row, answeredAt }] : []))
}
