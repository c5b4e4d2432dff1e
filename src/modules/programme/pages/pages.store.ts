import { type Generated, type Selectable, sql } from 'kysely'
import { notFound } from '#kit/refusal.ts'
import type { Page, PageContent, PageVersion, Publication } from '#modules/programme/pages/pages.rules.ts'
import type { Ctx } from '#platform/context.ts'
import type { Tables } from '#platform/schema.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    pages: { id: string; slug: string; position: number; version: number; key: string | null; created_at: Date }
    page_versions: {
      page_id: string
      version: number
      author: string
      publishing_body: string
      note: string
      title_pl: string
      summary_pl: string
      body_pl: string
      more_pl: string
      title_en: string
      summary_en: string
      body_en: string
      more_en: string
      restored_from: number | null
      editor_id: string
      editor_name: string
      at: Date
    }
    page_publications: {
      id: Generated<number>
      page_id: string
      version: number | null
      publish_at: Date
      publisher_id: string
      publisher_name: string
      at: Date
      cancelled_at: Date | null
    }
  }
}

const plain = ['id', 'slug', 'position', 'version'] as const

export const findPageBySlug = ({ db }: Ctx, slug: string): Promise<Page | undefined> =>
  db.selectFrom('pages').select(plain).where('slug', '=', slug).executeTakeFirst()
export const findPageByKey = ({ db }: Ctx, key: string): Promise<Page | undefined> =>
  db.selectFrom('pages').select(plain).where('key', '=', key).executeTakeFirst()
export const loadPage = async ({ db }: Ctx, id: string): Promise<Page> =>
  (await db.selectFrom('pages').select(plain).where('id', '=', id).executeTakeFirst()) ?? notFound('page')
/** Holds the page until the end of the transaction, so that two publications come one after another. */
export const lockPage = async ({ db }: Ctx, id: string): Promise<Page> =>
  (await db.selectFrom('pages').select(plain).where('id', '=', id).forUpdate().executeTakeFirst()) ?? notFound('page')

export async function loadPageVersion({ db }: Ctx, pageId: string, version: number): Promise<PageVersion> {
  const row = await db.selectFrom('page_versions').selectAll().where('page_id', '=', pageId).where('version', '=', version).executeTakeFirst()
  return row ? toVersion(row) : notFound('version of a page')
}
export async function versionsOf({ db }: Ctx, pageId: string): Promise<PageVersion[]> {
  const rows = await db.selectFrom('page_versions').selectAll().where('page_id', '=', pageId).orderBy('version', 'desc').execute()
  return rows.map(toVersion)
}
export async function publicationsOf({ db }: Ctx, pageId: string): Promise<Publication[]> {
  const rows = await db.selectFrom('page_publications').selectAll().where('page_id', '=', pageId).orderBy('publish_at').orderBy('id').execute()
  return rows.map(toPublication)
}

export type ListedPage = Page & { readonly content: PageContent }
/** Pages that are seen now, in their order. */
export async function listShownPages({ db, now }: Ctx): Promise<ListedPage[]> {
  const rows = await db
    .selectFrom('pages')
    .innerJoinLateral(
      join =>
        join
          .selectFrom('page_publications as p')
          .select('p.version as shown')
          .whereRef('p.page_id', '=', 'pages.id')
          .where('p.cancelled_at', 'is', null)
          .where('p.publish_at', '<=', now)
          .orderBy('p.publish_at', 'desc')
          .orderBy('p.id', 'desc')
          .limit(1)
          .as('newest'),
      join => join.onTrue(),
    )
    .innerJoin('page_versions as v', join => join.onRef('v.page_id', '=', 'pages.id').onRef('v.version', '=', 'newest.shown'))
    .selectAll('v')
    .select(['pages.id', 'pages.slug', 'pages.position', 'pages.version as newest_version'])
    .orderBy('pages.position')
    .orderBy('pages.slug')
    .execute()
  return rows.map(({ id, slug, position, newest_version, ...row }) => ({ id, slug, position, version: newest_version, content: toVersion(row) }))
}

export type OfficePage = Page & { readonly title: string; readonly publications: readonly Publication[] }
/** Every page with its newest title and all its publications, for the office. */
export async function listAllPages({ db }: Ctx): Promise<OfficePage[]> {
  const pages = await db
    .selectFrom('pages')
    .innerJoin('page_versions as v', join => join.onRef('v.page_id', '=', 'pages.id').onRef('v.version', '=', 'pages.version'))
    .select(['pages.id', 'pages.slug', 'pages.position', 'pages.version', 'v.title_pl as title'])
    .orderBy('pages.position')
    .orderBy('pages.slug')
    .execute()
  const publications = await db.selectFrom('page_publications').selectAll().execute()
  return pages.map(page => ({ ...page, publications: publications.filter(one => one.page_id === page.id).map(toPublication) }))
}

export async function insertPage(ctx: Ctx, page: { id: string; slug: string; key: string | null }): Promise<boolean> {
  const position = sql<number>`(select coalesce(max(position), 0) + 10 from pages)`
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('pages')
    .values({ ...page, position, version: 1, created_at: ctx.now })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
/** Takes the next number, only if nobody has taken it meanwhile. */
export async function takeVersion({ db }: Ctx, id: string, base: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('pages')
    .set({ version: base + 1 })
    .where('id', '=', id)
    .where('version', '=', base)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
export async function insertVersion(
  { db, actor, now }: Ctx,
  pageId: string,
  version: number,
  content: PageContent,
  restoredFrom?: number,
): Promise<void> {
  const { pl, en, author, publishingBody, note } = content
  const texts = { title_pl: pl.title, summary_pl: pl.summary, body_pl: pl.body, more_pl: pl.more }
  const english = { title_en: en.title, summary_en: en.summary, body_en: en.body, more_en: en.more }
  const by = { editor_id: actor.id, editor_name: actor.name, at: now }
  await db
    .insertInto('page_versions')
    .values({
      page_id: pageId,
      version,
      author,
      publishing_body: publishingBody,
      note,
      ...texts,
      ...english,
      restored_from: restoredFrom ?? null,
      ...by,
    })
    .execute()
}
export async function insertPublication({ db, actor, now }: Ctx, pageId: string, version: number | null, publishAt: Date): Promise<void> {
  const by = { publisher_id: actor.id, publisher_name: actor.name, at: now, cancelled_at: null }
  await db
    .insertInto('page_publications')
    .values({ page_id: pageId, version, publish_at: publishAt, ...by })
    .execute()
}
/** What was planned and has not come yet is called off. */
export async function callOffPlanned({ db, now }: Ctx, pageId: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('page_publications')
    .set({ cancelled_at: now })
    .where('page_id', '=', pageId)
    .where('cancelled_at', 'is', null)
    .where('publish_at', '>', now)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

const toVersion = (row: Selectable<Tables['page_versions']>): PageVersion => ({
  version: row.version,
  author: row.author,
  publishingBody: row.publishing_body,
  note: row.note,
  pl: { title: row.title_pl, summary: row.summary_pl, body: row.body_pl, more: row.more_pl },
  en: { title: row.title_en, summary: row.summary_en, body: row.body_en, more: row.more_en },
  restoredFrom: row.restored_from ?? undefined,
  editorName: row.editor_name,
  at: row.at,
})
const toPublication = (row: Selectable<Tables['page_publications']>): Publication => ({
  id: row.id,
  version: row.version ?? undefined,
  publishAt: row.publish_at,
  publisherName: row.publisher_name,
  at: row.at,
  cancelled: row.cancelled_at !== null,
})
