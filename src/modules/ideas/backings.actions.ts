import { type Verdict, yes } from '#kit/verdict.ts'
import { type Backed, backingRow, type Kind, loadBacked, removeBacking } from '#modules/ideas/backings.store.ts'
import { type IdeaState, isLiveIdea } from '#modules/ideas/ideas.rules.ts'
import { isLiveNeed, type NeedState } from '#modules/ideas/needs.rules.ts'
import { openFor } from '#modules/ideas/season.actions.ts'
import { mayBack, phaseOf, type SeasonWhy } from '#modules/ideas/space.rules.ts'
import { voiceOf } from '#modules/people/office/behalf.actions.ts'
import { type Behalf, type BehalfWhy, mayEnterFor } from '#modules/people/office/behalf.rules.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record, recordWith } from '#platform/ledger.ts'

export type BackWhy = SeasonWhy | BehalfWhy | 'sign-in' | 'own' | 'ended'
const backed = { need: 'need.backed', idea: 'idea.backed' } as const
const withdrawn = { need: 'need.backing-withdrawn', idea: 'idea.backing-withdrawn' } as const

async function load(ctx: Ctx, kind: Kind, id: string): Promise<Backed & { live: boolean }> {
  const said = await loadBacked(ctx, kind, id)
  const { hidden, state } = said
  return { ...said, live: kind === 'need' ? isLiveNeed({ hidden, state: state as NeedState }) : isLiveIdea({ hidden, state: state as IdeaState }) }
}

/** Backs a need or an idea, for oneself or for a person without e-mail. Backing twice is backing once. */
export const back = (ctx: Ctx, kind: Kind, id: string, behalf?: Behalf & { key: string }): Promise<Verdict<BackWhy>> =>
  // somebody who is written down now, and their backing, come together or not at all
  behalf ? inTransaction(ctx, ctx => write(ctx, kind, id, behalf)) : write(ctx, kind, id)

async function write(ctx: Ctx, kind: Kind, id: string, behalf?: Behalf & { key: string }): Promise<Verdict<BackWhy>> {
  const said = await load(ctx, kind, id)
  const open: Verdict<BackWhy> = await openFor(ctx, said, phaseOf[kind])
  if (!open.ok) return open
  const spoken = await voiceOf(ctx, behalf, mayEnterFor(ctx.actor, said.territoryId), behalf?.key ?? '')
  if (!spoken.ok) return spoken
  const { authorId, enteredBy, channel } = spoken.voice
  const verdict = mayBack<BackWhy>({ ...ctx.actor, id: authorId }, said, open)
  if (!verdict.ok) return verdict
  const row = backingRow(ctx, kind, said, { subjectId: id, personId: authorId, enteredBy, channel })
  if (await recordWith(ctx, row, backed[kind], id, { title: said.title })) return yes
  // backed before; or it has moved in between, and is asked about anew
  const now = await load(ctx, kind, id)
  return now.state === said.state && now.live ? yes : write(ctx, kind, id, behalf)
}

/** Part of an action of another module: somebody, asked again after what they back became something else, steps out whatever the season. */
export async function letBackerGo(ctx: Ctx, ideaId: string, personId: string): Promise<void> {
  const { title } = await loadBacked(ctx, 'idea', ideaId)
  if (await removeBacking(ctx, ideaId, personId)) await record(ctx, withdrawn.idea, ideaId, { title })
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
