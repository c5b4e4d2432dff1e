import { type Day, dayOf } from '#kit/dates.ts'
import { no } from '#kit/verdict.ts'
import { voiceOf } from '#modules/people/office/behalf.actions.ts'
import { type Behalf, type BehalfWhy, mayEnterFor } from '#modules/people/office/behalf.rules.ts'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { addPaperProposal, type PaperProposal } from '#modules/proposals/alone/entering.actions.ts'
import type { Problem } from '#modules/proposals/drafting/drafting.rules.ts'
import { signedPageOf } from '#modules/submission/agreeing/agreeing.store.ts'
import { mayEnterPaper, type PaperWhy } from '#modules/submission/paper.rules.ts'
import { allOrNothing, type Ctx } from '#platform/context.ts'
import { type ChosenFile, keepFile } from '#platform/files.ts'
import type { FileRefusal } from '#platform/uploads.ts'

type Form = Omit<PaperProposal, 'personId'> & {
  readonly behalf: Behalf | undefined
  readonly receivedOn: Day
  readonly scan: ChosenFile | undefined
  readonly alt: string
}
type AddWhy = Extract<Awaited<ReturnType<typeof addPaperProposal>>, { ok: false }>['why']
export type PaperEntered =
  | { readonly ok: true; readonly id: string; readonly publicNo: string }
  | { readonly ok: false; readonly why: PaperWhy | BehalfWhy | FileRefusal | AddWhy | 'nobody'; readonly problems?: readonly Problem[] | undefined }

/** The office writes down a signed paper form of somebody without an account here; it is submitted at once, under that person's name. */
export async function enterPaperProposal(ctx: Ctx, form: Form): Promise<PaperEntered> {
  const { behalf, receivedOn, scan, alt, ...paper } = form
  const edition = await findCurrentEdition(ctx)
  if (!edition) return no('no-edition')
  const asked = { territoryId: paper.territoryId, phases: edition.phases, receivedOn, today: dayOf(ctx.now) }
  const verdict = mayEnterPaper(ctx.actor, asked)
  if (!verdict.ok) return verdict
  if (!behalf) return no('nobody')
  return allOrNothing<PaperEntered>(ctx, async ctx => {
    const voice = await voiceOf(ctx, behalf, mayEnterFor(ctx.actor, paper.territoryId), paper.key)
    if (!voice.ok) return voice
    const personId = voice.voice.authorId
    const added = await addPaperProposal(ctx, { ...paper, personId })
    if (!added.ok || !('id' in added)) return added as Extract<PaperEntered, { ok: false }>
    // the paper itself carries the signature; its scan may come later or lie in the binder
    if (!scan) return added
    const subject = signedPageOf(added.id, 1, personId)
    const file = await keepFile(ctx, { file: scan, key: paper.key, alt, owner: ctx.actor.id, subject, visibility: 'confidential' })
    return file.ok ? added : file
  })
}
