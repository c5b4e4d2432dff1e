import { no, type Verdict, yes } from '#kit/verdict.ts'
import { mayChangePractice, mayShare, type PracticeFields, sharing } from '#modules/ambassadors/workspace/practices.rules.ts'
import { insertPractice, loadPractice, movePractice, updatePractice } from '#modules/ambassadors/workspace/practices.store.ts'
import { allOrNothing, type Ctx, inTransaction } from '#platform/context.ts'
import { type ChosenFile, keepFile } from '#platform/files.ts'
import { record } from '#platform/ledger.ts'
import type { FileRefusal } from '#platform/uploads.ts'

export type Picture = { readonly file: ChosenFile; readonly alt: string }
export type ShareWhy = 'not-yours' | 'wrong-state' | 'changed-meanwhile' | FileRefusal

/** Shows an example to everybody; sent twice with one key, it is one. */
export async function sharePractice(
  ctx: Ctx,
  given: PracticeFields & { readonly key: string; readonly picture?: Picture | undefined },
): Promise<Verdict<ShareWhy> & { readonly id?: string }> {
  return inTransaction(ctx, async ctx => {
    const verdict = mayShare(ctx.actor)
    if (!verdict.ok) return verdict
    const { key, picture, ...fields } = given
    const id = key.replace(/^key/, 'practice')
    const kept = picture && (await keepPicture(ctx, id, key, picture))
    if (kept && !kept.ok) return kept
    if (await insertPractice(ctx, id, key, fields, sharing.first)) await record(ctx, 'practice.added', id, { title: fields.title })
    return { ...yes, id }
  })
}
const keepPicture = (ctx: Ctx, id: string, key: string, { file, alt }: Picture) =>
  keepFile(ctx, { file, alt, owner: ctx.actor.id, subject: id, visibility: 'public', key, only: 'image' })

export async function changePractice(
  ctx: Ctx,
  id: string,
  version: number,
  { picture, key, ...fields }: PracticeFields & { readonly key: string; readonly picture?: Picture | undefined },
): Promise<Verdict<ShareWhy>> {
  return allOrNothing(ctx, async ctx => {
    const before = await loadPractice(ctx, id)
    const verdict = mayChangePractice(ctx.actor, before)
    if (!verdict.ok) return verdict
    const kept = picture && (await keepPicture(ctx, id, key, picture))
    if (kept && !kept.ok) return kept
    if (!(await updatePractice(ctx, id, version, fields))) return no('changed-meanwhile')
    await record(ctx, 'practice.changed', id, { title: fields.title })
    return yes
  })
}

export async function withdrawPractice(ctx: Ctx, id: string): Promise<Verdict<ShareWhy>> {
  return inTransaction(ctx, async ctx => {
    const before = await loadPractice(ctx, id)
    const verdict = sharing.may(ctx.actor, 'withdraw', before)
    if (!verdict.ok) return verdict
    if (!(await movePractice(ctx, id, before.state, sharing.steps.withdraw.to))) return no('wrong-state')
    await record(ctx, 'practice.withdrawn', id, { title: before.title })
    return yes
  })
}
