import type { Verdict } from '#kit/verdict.ts'
import { mayFillArchive, type Result } from '#modules/programme/archive/archive.rules.ts'
import { keepResult } from '#modules/programme/archive/archive.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

export type Kept = Verdict<'not-yours'> & { readonly kept?: 'added' | 'replaced' | 'unchanged' }

/** Takes the result of one pool into the archive, whole or not at all. */
export async function archiveResult(ctx: Ctx, result: Result): Promise<Kept> {
  const verdict = mayFillArchive(ctx.actor)
  if (!verdict.ok) return verdict
  return inTransaction(ctx, async ctx => {
    const kept = await keepResult(ctx, result)
    if (kept !== 'unchanged')
      await record(ctx, 'archive.imported', `${result.edition.slug}/${result.pool.slug}`, {
        title: `${result.edition.year} ${result.pool.name}`,
        projects: result.projects.length,
      })
    return { ok: true, kept }
  })
}
