import { z } from 'zod'
import { emptyForm, type FormState } from '#kit/form.ts'
import { forbidden } from '#kit/refusal.ts'
import { addProjectPhoto, type PhotoWhy, removeProjectPhoto, withdrawPhoto } from '#modules/proposals/place/photos.actions.ts'
import { PhotosBeside, PhotosPage } from '#modules/proposals/place/photos.pages.tsx'
import { photoLimits, photoSubjects, photosOf } from '#modules/proposals/place/photos.rules.ts'
import { photosTextsEn } from '#modules/proposals/place/photos.texts.en.ts'
import { photosTexts } from '#modules/proposals/place/photos.texts.ts'
import { spotBeside } from '#modules/proposals/place/spots.routes.tsx'
import { projectHere, refused } from '#modules/proposals/projects.routes.tsx'
import { mayFind, mayWriteAlong } from '#modules/proposals/proposals.rules.ts'
import { findProject } from '#modules/proposals/proposals.store.ts'
import { paths, url } from '#paths'
import { filesOf } from '#platform/files.ts'
import { filesTextsEn } from '#ui/files.texts.en.ts'
import { filesTexts } from '#ui/files.texts.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'
import type { FileDoor } from '#web/module.ts'
import { chosenFile, holdFiles } from '#web/uploads.ts'

const texts = { pl: photosTexts, en: photosTextsEn }
const files = { pl: filesTexts, en: filesTextsEn }

async function showPhotos(c: Visit, form: FormState = emptyForm, why?: string, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const project = await projectHere(c)
  const verdict = mayWriteAlong(ctx.actor, project)
  if (!verdict.ok) return refused(c, project.id, verdict)
  const held = await holdFiles(c, form, 'image')
  return page(c, <PhotosPage {...{ frame, project, why }} form={held} photos={await filesOf(ctx, photosOf(project.id))} />, status)
}

const photoForm = z.object({
  key: z.string().regex(/^key_\w{10,40}$/),
  alt: z.string('required').max(photoLimits.alt, 'long'),
  caption: z.string().max(photoLimits.caption, 'long').default(''),
  consent: z.string().optional(),
})

async function add(c: Visit) {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const project = await projectHere(c)
  const read = await readForm(c, photoForm, t.errors)
  if (!read.ok) return showPhotos(c, read.form, undefined, 422)
  const file = await chosenFile(c, 'photo')
  const refuse = (why: PhotoWhy) => {
    const said: Readonly<Record<string, string>> = { ...files[ctx.locale].why, ...t.why }
    return said[why]
      ? showPhotos(c, { ...read.form, errors: { [why === 'consent-missing' ? 'consent' : 'photo']: said[why] } }, undefined, 422)
      : showPhotos(c)
  }
  if (!file) return refuse('file-missing')
  const { key, alt, caption, consent } = read.value
  const verdict = await addProjectPhoto(ctx, project.id, { key, file, alt, caption, consent: consent !== undefined })
  return verdict.ok ? done(c, url(paths.projectPhotos, { id: project.id }), t.added) : refuse(verdict.why)
}

async function remove(c: Visit) {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const project = await projectHere(c)
  const verdict = await removeProjectPhoto(ctx, project.id, c.req.param('file') ?? '')
  if (verdict.ok) return done(c, url(paths.projectPhotos, { id: project.id }), t.removed)
  return showPhotos(c, emptyForm, verdict.why === 'no-photo' ? t.why['no-photo'] : undefined, 409)
}

/** From the page of a version: the draft may be closed, or show the photo no longer. */
async function withdraw(c: Visit) {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const project = await projectHere(c)
  const verdict = await withdrawPhoto(ctx, project.id, c.req.param('file') ?? '')
  return verdict.ok || verdict.why === 'no-photo' ? done(c, url(paths.projectVersions, { id: project.id }), t.withdrawal.done) : forbidden()
}

async function photosBeside(c: Visit, id: string) {
  const { ctx, frame } = c.var
  const project = id.startsWith('project_') ? await findProject(ctx, id) : undefined
  if (!project) return undefined
  const [photos, editing] = [await filesOf(ctx, photosOf(id)), mayWriteAlong(ctx.actor, project).ok]
  return photos.length > 0 || editing ? <PhotosBeside {...{ frame, id, photos, editing }} /> : undefined
}

/** What the project's own page shows of its place. */
export const placeBeside = async (c: Visit, id: string) => (
  <>
    {await spotBeside(c, id)}
    {await photosBeside(c, id)}
  </>
)

/** Whoever finds the draft sees its photos, and nobody else. */
export const photoDoors: readonly FileDoor[] = photoSubjects.map(of => ({
  of,
  async maySee(ctx, id) {
    const project = await findProject(ctx, id)
    return project !== undefined && mayFind(ctx.actor, project)
  },
}))

export const photosRoutes: readonly Route[] = [
  get(paths.projectPhotos, 'signed-in', c => showPhotos(c)),
  post(paths.projectPhotos, 'signed-in', 'project.photo-added', add),
  post(paths.projectPhotoRemoval, 'signed-in', 'project.photo-removed', remove),
  post(paths.projectPhotoWithdrawal, 'signed-in', 'project.photo-withdrawn', withdraw),
]
