import { dateAndTime, warsaw } from '#kit/dates.ts'
import { type FormState, filled, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { EditPagePage, NewPagePage, OfficePagesPage } from '#modules/programme/pages/page-editor.pages.tsx'
import {
  changesBetween,
  contentIn,
  contentSchema,
  fieldOfPicture,
  newPageSchema,
  previewOf,
  publicationSchema,
  typedOf,
} from '#modules/programme/pages/page-forms.routes.ts'
import type { EditorState } from '#modules/programme/pages/page-state.pages.tsx'
import {
  addPicture,
  callOffPublication,
  createPage,
  publishPage,
  restorePage,
  takeOffPage,
  type WriteWhy,
  writePage,
} from '#modules/programme/pages/pages.actions.ts'
import { mayPublish, plannedAfter, shownNow } from '#modules/programme/pages/pages.rules.ts'
import { listAllPages, loadPage, loadPageVersion, publicationsOf, versionsOf } from '#modules/programme/pages/pages.store.ts'
import { pagesTextsEn } from '#modules/programme/pages/pages.texts.en.ts'
import { pagesTexts } from '#modules/programme/pages/pages.texts.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { filesOf } from '#platform/files.ts'
import { filesTextsEn } from '#ui/files.texts.en.ts'
import { filesTexts } from '#ui/files.texts.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Visit } from '#web/http.ts'
import { chosenFile, holdFiles } from '#web/uploads.ts'

const texts = { pl: pagesTexts, en: pagesTextsEn }
const fileTexts = { pl: filesTexts, en: filesTextsEn }
const editors = ['editor'] as const
const idIn = (c: Visit) => c.req.param('id') ?? ''
const wordsFor = (c: Visit) => texts[c.var.frame.locale]

async function stateOf(ctx: Ctx, id: string): Promise<EditorState> {
  const [found, versions, publications, files] = await Promise.all([
    loadPage(ctx, id),
    versionsOf(ctx, id),
    publicationsOf(ctx, id),
    filesOf(ctx, id),
  ])
  const newest = versions.find(one => one.version === found.version)
  return {
    page: found,
    title: newest?.pl.title ?? found.slug,
    versions,
    shown: shownNow(publications, ctx.now),
    planned: plannedAfter(publications, ctx.now),
    pictures: files.map(file => ({ id: file.id, alt: file.alt, line: pictureLine(file.id, file.alt, file.caption) })),
    publishing: mayPublish(ctx.actor, found, publications, found.version, undefined, ctx.now),
  }
}
/** Quotes and brackets would end the mark before its time. */
const pictureLine = (id: string, alt: string, caption: string) =>
  `![${alt.replace(/[[\]]/g, '')}](${url(paths.file, { id })} "${caption.replace(/"/g, '”')}")`

type Shown = Omit<Parameters<typeof EditPagePage>[0], 'frame' | 'state' | 'formKey' | 'form'> & { readonly form?: FormState }
async function editorPage(c: Visit, id: string, shown: Shown = {}, status: 200 | 409 | 422 = 200) {
  const state = await stateOf(c.var.ctx, id)
  const stored = async () => filled(typedOf({ ...(await loadPageVersion(c.var.ctx, id, state.page.version)), note: '' }))
  // a picture that was added just now waits no longer
  const form = shown.form && !shown.said ? await holdFiles(c, shown.form, 'image') : (shown.form ?? (await stored()))
  return page(c, <EditPagePage frame={c.var.frame} state={state} formKey={newId('key')} {...shown} form={form} />, status)
}

/** A "no" of the action, said beside the field it is about. */
const asError = (c: Visit, form: FormState, why: WriteWhy): FormState => {
  const sentence = wordsFor(c).why[why]
  return { ...form, errors: { [why === 'slug-taken' ? 'slug' : why.startsWith('picture') ? fieldOfPicture(form) : '']: sentence } }
}

export const pageEditorRoutes = [
  get(paths.officePages, editors, async c => {
    const { ctx, frame } = c.var
    const rows = (await listAllPages(ctx)).map(one => ({
      ...one,
      shown: shownNow(one.publications, ctx.now)?.version,
      planned: plannedAfter(one.publications, ctx.now),
    }))
    return page(c, <OfficePagesPage frame={frame} pages={rows} />)
  }),
  get(paths.officePageNew, editors, c => page(c, <NewPagePage frame={c.var.frame} formKey={newId('key')} />)),

  post(paths.officePages, editors, 'page.written', async c => {
    const read = await readForm(c, newPageSchema, wordsFor(c).errors)
    const again = (form: FormState) => page(c, <NewPagePage frame={c.var.frame} form={form} formKey={typedOne(form, 'key') || newId('key')} />, 422)
    if (!read.ok) return again(read.form)
    const { slug, key } = read.value
    const made = await createPage(c.var.ctx, { slug, key, content: contentIn(read.value) })
    return made.ok ? done(c, url(paths.officePage, { id: made.id }), wordsFor(c).done.saved(made.version)) : again(asError(c, read.form, made.why))
  }),

  post(paths.officePagePreview, editors, { noFact: 'shows what was typed, keeps nothing' }, async c => {
    const { form } = await readForm(c, newPageSchema, {})
    const shown = { form: filled(form.typed), preview: await previewOf(c.var.ctx, idIn(c), form) }
    if (idIn(c) !== 'nowa') return editorPage(c, idIn(c), shown)
    return page(c, <NewPagePage frame={c.var.frame} formKey={typedOne(form, 'key') || newId('key')} {...shown} />)
  }),

  get(paths.officePage, editors, c => editorPage(c, idIn(c))),

  post(paths.officePage, editors, 'page.written', async c => {
    const read = await readForm(c, contentSchema, wordsFor(c).errors)
    if (!read.ok) return editorPage(c, idIn(c), { form: read.form }, 422)
    const content = contentIn(read.value)
    const written = await writePage(c.var.ctx, idIn(c), read.value.base, content)
    if (written.ok) return done(c, url(paths.officePage, { id: idIn(c) }), wordsFor(c).done.saved(written.version))
    if (written.why !== 'page-changed') return editorPage(c, idIn(c), { form: asError(c, read.form, written.why) }, 422)
    const { version } = await loadPage(c.var.ctx, idIn(c))
    const theirs = await loadPageVersion(c.var.ctx, idIn(c), version)
    return editorPage(c, idIn(c), { form: read.form, conflict: { theirs, changes: changesBetween(theirs, content) } }, 409)
  }),

  post(paths.officePagePictures, editors, 'page.illustrated', async c => {
    const t = wordsFor(c)
    const { form } = await readForm(c, newPageSchema, {})
    const [altPl, captionPl, file] = [typedOne(form, 'altPl'), typedOne(form, 'captionPl'), await chosenFile(c, 'picture')]
    const refuse = (errors: FormState['errors']) =>
      editorPage(c, idIn(c), { form: { typed: form.typed, errors }, errorTitle: t.pictures.errors }, 422)
    const missing = { ...(altPl ? {} : { altPl: t.errors['alt-missing'] }), ...(captionPl ? {} : { captionPl: t.errors['caption-missing'] }) }
    if (!file) return refuse({ picture: fileTexts[c.var.frame.locale].why['file-missing'], ...missing })
    if (!altPl || !captionPl) return refuse(missing)
    const key = `${typedOne(form, 'key')}-picture`
    const kept = await addPicture(c.var.ctx, idIn(c), { file, alt: altPl, caption: captionPl, key })
    if (!kept.ok) return refuse({ picture: kept.why === 'not-editor' ? t.why[kept.why] : fileTexts[c.var.frame.locale].why[kept.why] })
    const english = [typedOne(form, 'altEn') || altPl, typedOne(form, 'captionEn') || captionPl] as const
    const bodyEn = typedOne(form, 'bodyEn')
    const typed = {
      ...form.typed,
      bodyPl: `${typedOne(form, 'bodyPl')}\n\n${pictureLine(kept.id, altPl, captionPl)}`.trim(),
      bodyEn: bodyEn && `${bodyEn}\n\n${pictureLine(kept.id, ...english)}`,
      ...{ altPl: '', captionPl: '', altEn: '', captionEn: '' },
    }
    return editorPage(c, idIn(c), { form: filled(typed), said: t.pictures.added })
  }),

  post(paths.officePagePublication, editors, 'page.published', async c => {
    const t = wordsFor(c)
    const read = await readForm(c, publicationSchema, t.errors)
    if (!read.ok) return editorPage(c, idIn(c), { planning: read.form }, 422)
    const { version, when, day, time } = read.value
    const at = when === 'later' && day ? warsaw(day, time) : undefined
    const verdict = await publishPage(c.var.ctx, idIn(c), version, at)
    if (!verdict.ok) return editorPage(c, idIn(c), { refused: verdict.why }, 409)
    return done(c, url(paths.officePage, { id: idIn(c) }), at ? t.done.planned(dateAndTime(at, c.var.frame.locale)) : t.done.published)
  }),
  post(paths.officePagePublicationEnd, editors, 'page.called-off', async c => {
    const verdict = await callOffPublication(c.var.ctx, idIn(c))
    return verdict.ok
      ? done(c, url(paths.officePage, { id: idIn(c) }), wordsFor(c).done.calledOff)
      : editorPage(c, idIn(c), { refused: verdict.why }, 409)
  }),
  post(paths.officePageRemoval, editors, 'page.taken-off', async c => {
    const verdict = await takeOffPage(c.var.ctx, idIn(c))
    return verdict.ok
      ? done(c, url(paths.officePage, { id: idIn(c) }), wordsFor(c).done.takenOff)
      : editorPage(c, idIn(c), { refused: verdict.why }, 409)
  }),
  post(paths.officePageRestoration, editors, 'page.restored', async c => {
    const body = await c.req.parseBody()
    const version = Number(c.req.param('version'))
    const verdict = await restorePage(c.var.ctx, idIn(c), version, Number(body.base))
    if (!verdict.ok) return editorPage(c, idIn(c), { refused: verdict.why }, 409)
    return done(c, url(paths.officePage, { id: idIn(c) }), wordsFor(c).done.restored(version))
  }),
]
