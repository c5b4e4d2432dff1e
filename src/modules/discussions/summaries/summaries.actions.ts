import { notFound } from '#kit/refusal.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { maySummarise, mayView, type Sentence } from '#modules/discussions/summaries/summaries.rules.ts'
import { findSummaryByKey, insertSummary, listSummaries, putView } from '#modules/discussions/summaries/summaries.store.ts'
import { talkTitle } from '#modules/discussions/talks.rules.ts'
import { loadTalk } from '#modules/discussions/talks.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

export type NewSummary = {
  readonly key: string
  /** The version that the writer saw; 0 when there was none. */
  readonly after: number
  readonly sentences: readonly Sentence[]
  /** Whose the cited contributions are, and whose the things they are about. */
  readonly cited: readonly { readonly authorIds: readonly string[] }[]
}

/** Publishes the next version. Whoever wrote another one meanwhile is never overwritten. */
export async function publishSummary(
  ctx: Ctx,
  talkId: string,
  { key, after, sentences, cited }: NewSummary,
): Promise<Verdict<'not-host' | 'co-author' | 'joined' | 'changed'>> {
  return inTransaction(ctx, async ctx => {
    if (await findSummaryByKey(ctx, key)) return yes
    const talk = await loadTalk(ctx, talkId)
    const verdict = maySummarise(ctx.actor, talk, cited)
    if (!verdict.ok) return verdict
    const newest = (await listSummaries(ctx, talkId))[0]?.version ?? 0
    const summary = { id: key.replace(/^key/, 'summary'), key, talkId, version: after + 1, sentences }
    if (newest !== after || !(await insertSummary(ctx, summary))) return (await findSummaryByKey(ctx, key)) ? yes : no('changed')
    await record(ctx, 'summary.published', talkId, { title: talkTitle(talk), version: after + 1 })
    return yes
  })
}

/** A reader agrees with the newest version, or objects and says why. Said again, the last counts. */
export async function sayView(
  ctx: Ctx,
  talkId: string,
  { version, agrees, reason }: { readonly version: number; readonly agrees: boolean; readonly reason: string },
): Promise<Verdict<'sign-in' | 'own-summary' | 'newer-summary'>> {
  return inTransaction(ctx, async ctx => {
    const talk = await loadTalk(ctx, talkId)
    const all = await listSummaries(ctx, talkId)
    const summary = all.find(one => one.version === version) ?? notFound('no such version')
    const verdict = mayView(ctx.actor, summary, all[0]?.version ?? 0)
    if (!verdict.ok) return verdict
    const said = { title: talkTitle(talk), version }
    if (!(await putView(ctx, summary.id, agrees, agrees ? '' : reason))) return yes
    await record(ctx, agrees ? 'summary.agreed' : 'summary.objected', talkId, said)
    return yes
  })
}
