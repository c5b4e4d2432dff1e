import { newId } from '#kit/ids.ts'
import { assert } from '#kit/refusal.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { mayCallOff, mayPublish, mayTakeOff, mayWritePages, type PageContent, type PublishWhy } from '#modules/programme/pages/pages.rules.ts'
import {
  callOffPlanned,
  findPageByKey,
  findPageBySlug,
  insertPage,
  insertPublication,
  insertVersion,
  loadPage,
  loadPageVersion,
  lockPage,
  publicationsOf,
  takeVersion,
} from '#modules/programme/pages/pages.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { type ChosenFile, filesOf, keepFile, publishFiles } from '#platform/files.ts'
import { record } from '#platform/ledger.ts'
import { picturesIn } from '#platform/markdown.ts'
import type { FileRefusal } from '#platform/uploads.ts'

export type WriteWhy = 'not-editor' | 'slug-taken' | 'page-changed' | 'picture-foreign' | 'picture-without-words'
type Written = { readonly ok: true; readonly id: string; readonly version: number } | { readonly ok: false; readonly why: WriteWhy }

/** A new page with its first version. A second post of the same form answers with the first. */
export async function createPage(ctx: Ctx, wanted: { slug: string; key: string; content: PageContent }): Promise<Written> {
  const verdict = allOfPictures(ctx, wanted.content)
  if (!verdict.ok) return verdict
  return inTransaction(ctx, async ctx => {
    const there = await findPageByKey(ctx, wanted.key)
    if (there) return { ok: true, id: there.id, version: there.version }
    const id = newId('page')
    if (await beginPage(ctx, id, wanted)) return { ok: true, id, version: 1 }
    const twin = await findPageByKey(ctx, wanted.key)
    return twin ? { ok: true, id: twin.id, version: twin.version } : no('slug-taken')
  })
}

async function beginPage(ctx: Ctx, id: string, { slug, key, content }: { slug: string; key: string | null; content: PageContent }): Promise<boolean> {
  if (!(await insertPage(ctx, { id, slug, key }))) return false
  await insertVersion(ctx, id, 1, content)
  await record(ctx, 'page.written', id, { slug, title: content.pl.title, version: 1 })
  return true
}

/** The next version, written on top of `base`. If somebody saved meanwhile, nothing is written and both are shown. */
export async function writePage(ctx: Ctx, id: string, base: number, content: PageContent): Promise<Written> {
  const verdict = allOfPictures(ctx, content)
  if (!verdict.ok) return verdict
  return inTransaction(ctx, async ctx => {
    const page = await loadPage(ctx, id)
    if (!(await takeVersion(ctx, id, base))) return no('page-changed')
    await insertVersion(ctx, id, base + 1, content)
    await record(ctx, 'page.written', id, { slug: page.slug, title: content.pl.title, version: base + 1 })
    return { ok: true, id, version: base + 1 }
  })
}

/** Whoever does not see a picture gets its words; whoever sees it learns what it is. */
function allOfPictures(ctx: Ctx, { pl, en }: PageContent): Verdict<WriteWhy> {
  const may = mayWritePages(ctx.actor)
  if (!may.ok) return may
  const pictures = [...picturesIn(pl.body), ...picturesIn(en.body)]
  if (pictures.some(picture => picture.fileId === undefined)) return no('picture-foreign')
  return pictures.some(picture => picture.alt === '' || picture.caption === '') ? no('picture-without-words') : yes
}

/** An old version comes back as the newest one; nothing in between is lost. */
export async function restorePage(ctx: Ctx, id: string, from: number, base: number): Promise<Verdict<'not-editor' | 'page-changed'>> {
  const may = mayWritePages(ctx.actor)
  if (!may.ok) return may
  return inTransaction(ctx, async ctx => {
    const [page, old] = [await loadPage(ctx, id), await loadPageVersion(ctx, id, from)]
    if (!(await takeVersion(ctx, id, base))) return no('page-changed')
    await insertVersion(ctx, id, base + 1, { ...old, note: '' }, from)
    await record(ctx, 'page.restored', id, { slug: page.slug, title: old.pl.title, version: base + 1, from })
    return yes
  })
}

/** Shows a version now, or from a moment to come. What was planned before gives way: there is one plan at a time. */
export async function publishPage(ctx: Ctx, id: string, version: number, at?: Date): Promise<Verdict<PublishWhy>> {
  return inTransaction(ctx, async ctx => {
    const page = await lockPage(ctx, id)
    const verdict = mayPublish(ctx.actor, page, await publicationsOf(ctx, id), version, at, ctx.now)
    if (!verdict.ok) return verdict
    const content = await loadPageVersion(ctx, id, version)
    await callOffPlanned(ctx, id)
    await insertPublication(ctx, id, version, at ?? ctx.now)
    const shown = new Set([...picturesIn(content.pl.body), ...picturesIn(content.en.body)].map(picture => picture.fileId))
    await publishFiles(
      ctx,
      id,
      (await filesOf(ctx, id)).map(file => file.id).filter(file => shown.has(file)),
    )
    const what = { slug: page.slug, title: content.pl.title, version }
    if (at) await record(ctx, 'page.planned', id, { ...what, at: at.toISOString() })
    else await record(ctx, 'page.published', id, what)
    return yes
  })
}

export async function callOffPublication(ctx: Ctx, id: string): Promise<Verdict<'not-editor' | 'nothing-planned'>> {
  return inTransaction(ctx, async ctx => {
    const page = await lockPage(ctx, id)
    const verdict = mayCallOff(ctx.actor, await publicationsOf(ctx, id), ctx.now)
    if (!verdict.ok) return verdict
    await callOffPlanned(ctx, id)
    const { pl } = await loadPageVersion(ctx, id, page.version)
    await record(ctx, 'page.called-off', id, { slug: page.slug, title: pl.title })
    return yes
  })
}

export async function takeOffPage(ctx: Ctx, id: string): Promise<Verdict<'not-editor' | 'not-shown'>> {
  return inTransaction(ctx, async ctx => {
    const page = await lockPage(ctx, id)
    const verdict = mayTakeOff(ctx.actor, await publicationsOf(ctx, id), ctx.now)
    if (!verdict.ok) return verdict
    await callOffPlanned(ctx, id)
    await insertPublication(ctx, id, null, ctx.now)
    const { pl } = await loadPageVersion(ctx, id, page.version)
    await record(ctx, 'page.taken-off', id, { slug: page.slug, title: pl.title })
    return yes
  })
}

type NewPicture = { readonly file: ChosenFile; readonly alt: string; readonly caption: string; readonly key: string }
/** Keeps a picture for a page, seen by the office until the page that shows it is published. */
export async function addPicture(
  ctx: Ctx,
  id: string,
  picture: NewPicture,
): Promise<{ ok: true; id: string } | { ok: false; why: FileRefusal | 'not-editor' }> {
  const may = mayWritePages(ctx.actor)
  if (!may.ok) return may
  return inTransaction(ctx, async ctx => {
    const page = await loadPage(ctx, id)
    const kept = await keepFile(ctx, { ...picture, only: 'image', owner: ctx.actor.id, subject: id, visibility: 'private' })
    if (kept.ok) await record(ctx, 'page.illustrated', id, { slug: page.slug })
    return kept
  })
}

/** What the product itself brings along: written and shown once, and never again once the city has a page at this address. */
export async function installPage(
  ctx: Ctx,
  slug: string,
  picture: Omit<NewPicture, 'key'>,
  contentWith: (pictureAddress: string) => PageContent,
): Promise<string> {
  const there = await findPageBySlug(ctx, slug)
  if (there) return there.id
  return inTransaction(ctx, async ctx => {
    const id = newId('page')
    const kept = await keepFile(ctx, { ...picture, only: 'image', owner: ctx.actor.id, subject: id, visibility: 'private' })
    assert(kept.ok, `the picture of ${slug} cannot be kept`)
    const content = contentWith(`/pliki/${kept.id}`)
    assert(await beginPage(ctx, id, { slug, key: null, content }), `another page stands at ${slug}`)
    const shown = await publishPage(ctx, id, 1)
    assert(shown.ok, `the page ${slug} cannot be published`)
    return id
  })
}
