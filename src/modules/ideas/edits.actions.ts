import { no, type Verdict, yes } from '#kit/verdict.ts'
import { countBackings } from '#modules/ideas/backings.store.ts'
import { type EditWhy, mayEditSaid, mayExtend } from '#modules/ideas/edits.rules.ts'
import { editSaid, insertAddition, listAdditions } from '#modules/ideas/edits.store.ts'
import { isLiveIdea } from '#modules/ideas/ideas.rules.ts'
import { loadIdea } from '#modules/ideas/ideas.store.ts'
import { isLiveNeed } from '#modules/ideas/needs.rules.ts'
import { loadNeed } from '#modules/ideas/needs.store.ts'
import type { Said } from '#modules/ideas/space.rules.ts'
import type { Limited } from '#modules/moderation/limits.rules.ts'
import { admitPost } from '#modules/moderation/posts.actions.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

export type SaidKind = 'need' | 'idea'
export async function loadLive(ctx: Ctx, kind: SaidKind, id: string): Promise<Said & { live: boolean }> {
  if (kind === 'idea') {
    const idea = await loadIdea(ctx, id)
    return { ...idea, live: isLiveIdea(idea) }
  }
  const need = await loadNeed(ctx, id)
  return { ...need, live: isLiveNeed(need) }
}

/** The author mends title and text, once; what stood there before is kept. Two tabs at once: the second is told. */
export async function mendSaid(ctx: Ctx, kind: SaidKind, id: string, words: { title: string; text: string }): Promise<Verdict<EditWhy>> {
  return inTransaction(ctx, async ctx => {
    const said = await loadLive(ctx, kind, id)
    const verdict = mayEditSaid(ctx.actor, said, await countBackings(ctx, id), ctx.now)
    if (!verdict.ok || (said.title === words.title && said.text === words.text)) return verdict
    if (!(await editSaid(ctx, kind === 'need' ? 'needs' : 'ideas', said, words.title, words.text))) return no('edited')
    if (kind === 'need') await record(ctx, 'need.edited', id, { title: words.title })
    else await record(ctx, 'idea.edited', id, { title: words.title })
    return yes
  })
}

/** The author adds to what they said, with the time. The form's key makes it one, however often it is sent. */
export async function extendSaid(
  ctx: Ctx,
  kind: SaidKind,
  id: string,
  addition: { key: string; text: string },
): Promise<Verdict<'not-author' | 'ended' | 'too-many-additions'> | Limited> {
  return inTransaction(ctx, async ctx => {
    const said = await loadLive(ctx, kind, id)
    const verdict = mayExtend(ctx.actor, said, (await listAdditions(ctx, id)).length)
    if (!verdict.ok) return verdict
    const limit = await admitPost(ctx, addition.key, { subjectId: id, text: addition.text })
    if (!limit.ok) return { ok: false, why: 'limited', limit }
    if (!(await insertAddition(ctx, addition.key, id, addition.text))) return yes
    if (kind === 'need') await record(ctx, 'need.extended', id, { title: said.title })
    else await record(ctx, 'idea.extended', id, { title: said.title })
    return yes
  })
}
