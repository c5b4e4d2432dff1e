import { type Verdict, yes } from '#kit/verdict.ts'
import { addBacking, removeBacking } from '#modules/ideas/backings.store.ts'
import { isLiveIdea } from '#modules/ideas/ideas.rules.ts'
import { loadIdea } from '#modules/ideas/ideas.store.ts'
import { isLiveNeed } from '#modules/ideas/needs.rules.ts'
import { loadNeed } from '#modules/ideas/needs.store.ts'
import { openFor } from '#modules/ideas/season.actions.ts'
import { mayBack, type Said, type SeasonWhy } from '#modules/ideas/space.rules.ts'
import { type Behalf, type VoiceWhy, voiceOf } from '#modules/ideas/voices.actions.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

export type BackWhy = SeasonWhy | VoiceWhy | 'sign-in' | 'own' | 'ended'
type Kind = 'need' | 'idea'
const phaseOf = { need: 'needs', idea: 'ideas' } as const
const backed = { need: 'need.backed', idea: 'idea.backed' } as const
const withdrawn = { need: 'need.backing-withdrawn', idea: 'idea.backing-withdrawn' } as const

async function load(ctx: Ctx, kind: Kind, id: string): Promise<Said & { live: boolean }> {
  if (kind === 'need') {
    const need = await loadNeed(ctx, id)
    return { ...need, live: isLiveNeed(need) }
  }
  const idea = await loadIdea(ctx, id)
  return { ...idea, live: isLiveIdea(idea) }
}

/** Backs a need or an idea, for oneself or for a person without e-mail. Backing twice is backing once. */
export async function back(ctx: Ctx, kind: Kind, id: string, behalf?: Behalf & { key: string }): Promise<Verdict<BackWhy>> {
  return inTransaction(ctx, async ctx => {
    const said = await load(ctx, kind, id)
    const open: Verdict<BackWhy> = await openFor(ctx, said, phaseOf[kind])
    if (!open.ok) return open
    const spoken = await voiceOf(ctx, behalf, said.territoryId, behalf?.key ?? '')
    if (!spoken.ok) return spoken
    const verdict = mayBack<BackWhy>({ ...ctx.actor, id: spoken.voice.authorId }, said, open)
    if (!verdict.ok) return verdict
    const { authorId, enteredBy, channel } = spoken.voice
    if (await addBacking(ctx, { subjectId: id, personId: authorId, enteredBy, channel })) await record(ctx, backed[kind], id, { title: said.title })
    return yes
  })
}

export async function withdrawBacking(ctx: Ctx, kind: Kind, id: string): Promise<Verdict<BackWhy>> {
  return inTransaction(ctx, async ctx => {
    const said = await load(ctx, kind, id)
    const verdict = mayBack(ctx.actor, said, await openFor(ctx, said, phaseOf[kind]))
    if (!verdict.ok) return verdict
    if (await removeBacking(ctx, id, ctx.actor.id)) await record(ctx, withdrawn[kind], id, { title: said.title })
    return yes
  })
}
