import { createHash } from 'node:crypto'
import { assert } from '#kit/refusal.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import type { VersionPhoto } from '#modules/proposals/drafting/drafting.rules.ts'
import { formerPhotosOf, type HeldPhoto, mayWithdrawPhoto, photoLimits, photosOf } from '#modules/proposals/place/photos.rules.ts'
import { mayWriteAlong, type Project, publicTitle } from '#modules/proposals/proposals.rules.ts'
import { holdProject, versionsOf } from '#modules/proposals/proposals.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { type ChosenFile, eraseFile, filesOf, keepFile, readFile, setFileAside } from '#platform/files.ts'
import { record } from '#platform/ledger.ts'
import type { FileRefusal } from '#platform/uploads.ts'

export type NewPhoto = { readonly key: string; readonly file: ChosenFile; readonly alt: string; readonly caption: string; readonly consent: boolean }
type WriteWhy = Extract<ReturnType<typeof mayWriteAlong>, { ok: false }>['why']
export type PhotoWhy = WriteWhy | FileRefusal | 'too-many-photos' | 'consent-missing'

/** A photo of the place. Whoever is to be recognised on it has agreed, or it is not shown. The form's key makes it one. */
export async function addProjectPhoto(ctx: Ctx, projectId: string, { consent, ...photo }: NewPhoto): Promise<Verdict<PhotoWhy>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const verdict = mayWriteAlong(ctx.actor, project)
    if (!verdict.ok) return verdict
    if (!consent) return no('consent-missing')
    const before = await filesOf(ctx, photosOf(projectId))
    if (before.length >= photoLimits.most) return no('too-many-photos')
    const visibility = project.visibility === 'shared' ? 'public' : 'private'
    const kept = await keepFile(ctx, { ...photo, owner: ctx.actor.id, subject: photosOf(projectId), visibility, only: 'image' })
    if (!kept.ok) return kept
    if (!before.some(({ id }) => id === kept.id)) await record(ctx, 'project.photo-added', projectId, { title: publicTitle(project) })
    return yes
  })
}

/** Takes a photo out of the draft. A version that holds it keeps it; without one it is gone. */
export async function removeProjectPhoto(ctx: Ctx, projectId: string, fileId: string): Promise<Verdict<WriteWhy | 'no-photo'>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const verdict = mayWriteAlong(ctx.actor, project)
    if (!verdict.ok) return verdict
    if (!(await filesOf(ctx, photosOf(projectId))).some(({ id }) => id === fileId)) return no('no-photo')
    const held = (await versionsOf(ctx, projectId)).some(({ snapshot }) => snapshot.photos?.some(photo => photo.fileId === fileId))
    if (held) await setFileAside(ctx, fileId, formerPhotosOf(projectId))
    else await eraseFile(ctx, fileId)
    await record(ctx, 'project.photo-removed', projectId, { title: publicTitle(project) })
    return yes
  })
}

/** Somebody on it takes their consent back: the picture is gone for good, from the draft and from every version. Words and digest stay: the hash still holds. */
export async function withdrawPhoto(ctx: Ctx, projectId: string, fileId: string): Promise<Verdict<'not-yours' | 'no-photo'>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const verdict = mayWithdrawPhoto(ctx.actor, project)
    if (!verdict.ok) return verdict
    if (!(await filesOf(ctx, [photosOf(projectId), formerPhotosOf(projectId)])).some(({ id }) => id === fileId)) return no('no-photo')
    await eraseFile(ctx, fileId)
    await record(ctx, 'project.photo-withdrawn', projectId, { title: publicTitle(project) })
    return yes
  })
}

/**
 * The photos of a version, on a page and on paper. A picture that its authors took out of a later version stays with this one; of a project hidden by a
 * moderator, or after consent was withdrawn, no picture is shown anywhere, and the photo is said in words.
 */
export async function heldPhotos(
  ctx: Ctx,
  { id, hidden }: Pick<Project, 'id' | 'hidden'>,
  photos: readonly VersionPhoto[] = [],
): Promise<HeldPhoto[]> {
  const files = hidden ? [] : await filesOf(ctx, [photosOf(id), formerPhotosOf(id)])
  return photos.map(photo => ({ ...photo, there: files.some(file => file.id === photo.fileId) }))
}

/** Part of the action that freezes a version: its photos, each with the digest of its picture. */
export async function photosToFreeze(ctx: Ctx, projectId: string): Promise<VersionPhoto[]> {
  const photos = await filesOf(ctx, photosOf(projectId))
  return Promise.all(
    photos.map(async ({ id, alt, caption }) => {
      const picture = await readFile(ctx, id, 'full')
      assert(picture, 'a kept photo has its picture')
      return { fileId: id, digest: createHash('sha256').update(picture).digest('hex'), alt, caption }
    }),
  )
}
