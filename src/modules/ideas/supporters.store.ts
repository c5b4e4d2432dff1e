import type { Ctx } from '#platform/context.ts'
import { ancestorsOf } from '#platform/origins.ts'

/** People who proposed, backed or discussed an idea or the needs behind it: those whom a joint draft may ask to join. */
export async function supportersOf(ctx: Ctx, ideaId: string): Promise<string[]> {
  const subjects = [ideaId, ...(await ancestorsOf(ctx, ideaId))]
  const rows = await ctx.db
    .selectFrom('ideas')
    .select('author_id as id')
    .where('id', 'in', subjects)
    .union(ctx.db.selectFrom('needs').select('author_id as id').where('id', 'in', subjects))
    .union(ctx.db.selectFrom('backings').select('person_id as id').where('subject_id', 'in', subjects))
    .union(ctx.db.selectFrom('comments').select('author_id as id').where('subject_id', 'in', subjects))
    .execute()
  return rows.map(row => row.id)
}
