import { notFound } from '#kit/refusal.ts'
import { changesBetween, pageHtml } from '#modules/programme/pages/page-forms.routes.ts'
import { PageHistoryPage, PagesPage, PageVersionPage, ProgrammePage } from '#modules/programme/pages/pages.pages.tsx'
import { happened, mayWritePages, type PageContent, shownNow, textFor, wasShown } from '#modules/programme/pages/pages.rules.ts'
import { findPageBySlug, listShownPages, loadPageVersion, publicationsOf, versionsOf } from '#modules/programme/pages/pages.store.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { get, page, type Visit } from '#web/http.ts'

const slugIn = (c: Visit) => c.req.param('slug') ?? ''

/** The page at this address with what has happened to it; a page that was never shown is not there for visitors. */
async function pageAt(ctx: Ctx, slug: string) {
  const found = (await findPageBySlug(ctx, slug)) ?? notFound('page')
  const publications = await publicationsOf(ctx, found.id)
  return { page: found, publications, past: happened(publications, ctx.now) }
}

const htmlOf = (ctx: Ctx, pageId: string, content: PageContent, locale: 'pl' | 'en') => pageHtml(ctx, pageId, textFor(content, locale).body)

export const pagesRoutes = [
  get(paths.pages, 'everyone', async c => page(c, <PagesPage frame={c.var.frame} pages={await listShownPages(c.var.ctx)} />)),

  get(paths.page, 'everyone', async c => {
    const { ctx, frame } = c.var
    const { page: found, publications, past } = await pageAt(ctx, slugIn(c))
    const updated = shownNow(publications, ctx.now)
    const [published] = past
    if (!updated || !published) return notFound('page')
    const [content, others] = await Promise.all([loadPageVersion(ctx, found.id, updated.version), listShownPages(ctx)])
    const html = await htmlOf(ctx, found.id, content, frame.locale)
    const edit = mayWritePages(ctx.actor).ok ? url(paths.officePage, { id: found.id }) : undefined
    const shown = { slug: found.slug, content, html, published, updated, versions: past.filter(one => one.version !== undefined).length }
    return page(c, <ProgrammePage frame={frame} page={shown} others={others} edit={edit} />)
  }),

  get(paths.pageHistory, 'everyone', async c => {
    const { ctx, frame } = c.var
    const { page: found, past } = await pageAt(ctx, slugIn(c))
    if (past.length === 0) return notFound('page')
    const versions = new Map((await versionsOf(ctx, found.id)).map(one => [one.version, one]))
    const last = past.findLast(one => one.version !== undefined)?.version ?? found.version
    const newest = versions.get(last) ?? notFound('version of a page')
    const rows = [...past].reverse().map(publication => ({ publication, note: versions.get(publication.version ?? 0)?.note ?? '' }))
    return page(c, <PageHistoryPage frame={frame} slug={found.slug} title={textFor(newest, frame.locale).title} past={rows} />)
  }),

  get(paths.pageVersion, 'everyone', async c => {
    const { ctx, frame } = c.var
    const { page: found, publications, past } = await pageAt(ctx, slugIn(c))
    const version = Number(c.req.param('version'))
    const seen = wasShown(publications, version, ctx.now)
    if (!Number.isInteger(version) || (!seen && !mayWritePages(ctx.actor).ok)) return notFound('version of a page')
    const content = await loadPageVersion(ctx, found.id, version)
    const before = seen ? past.filter(one => one.version !== undefined && one.version < version).at(-1)?.version : version - 1 || undefined
    const compared =
      before === undefined ? undefined : { version: before, changes: changesBetween(await loadPageVersion(ctx, found.id, before), content) }
    const state = shownNow(publications, ctx.now)?.version === version ? 'shown' : seen ? 'old' : 'draft'
    const html = await htmlOf(ctx, found.id, content, frame.locale)
    return page(c, <PageVersionPage frame={frame} slug={found.slug} {...{ version, content, html, state, before: compared, at: content.at }} />)
  }),
]
