import type { Verdict } from '#kit/verdict.ts'
import { addComment, type NewComment } from '#modules/discussions/discussions.actions.ts'
import type { Said } from '#modules/ideas/space.rules.ts'
import { voiceOf } from '#modules/people/office/behalf.actions.ts'
import { type Behalf, mayEnterFor } from '#modules/people/office/behalf.rules.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'

type Answer = Awaited<ReturnType<typeof addComment<string>>>
type Spoken = Omit<NewComment, 'subjectId' | 'voice'> & { readonly behalf?: Behalf | undefined }

/** Says something about a need or an idea, for oneself or for a person without e-mail. */
export async function speakAbout(
  ctx: Ctx,
  said: Pick<Said, 'id' | 'territoryId'>,
  { behalf, ...comment }: Spoken,
  open: Verdict<string>,
): Promise<Answer> {
  return inTransaction(ctx, async ctx => {
    if (!open.ok || !behalf) return addComment<string>(ctx, { ...comment, subjectId: said.id }, open)
    const spoken = await voiceOf(ctx, behalf, mayEnterFor(ctx.actor, said.territoryId), comment.key)
    return spoken.ok ? addComment<string>(ctx, { ...comment, subjectId: said.id, voice: spoken.voice }, open) : spoken
  })
}
