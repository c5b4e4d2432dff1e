import { sql } from 'kysely'
import { publicThings, type Thing } from '#modules/city/news.store.ts'
import { alike, covered, type SearchKind } from '#modules/city/search.rules.ts'
import type { ArchivedLine } from '#modules/programme/archive/archive.rules.ts'
import { searchArchive } from '#modules/programme/archive/archive-lists.store.ts'
import { type ListedPage, listShownPages } from '#modules/programme/pages/pages.store.ts'
import type { Territory } from '#modules/programme/territories/territories.rules.ts'
import { listTerritories } from '#modules/programme/territories/territories.store.ts'
import { searchProjects } from '#modules/proposals/words.store.ts'
import type { Ctx } from '#platform/context.ts'
import { findSimilar } from '#platform/similar.ts'
import { lemmasOf, plainText } from '#platform/words.ts'

export type Found = {
  readonly territories: readonly Territory[]
  readonly places: readonly Territory[]
  readonly needs: readonly Thing[]
  readonly ideas: readonly Thing[]
  readonly projects: readonly Thing[]
  readonly pages: readonly ListedPage[]
  readonly archive: readonly ArchivedLine[]
}

/** Everything public that resembles what was typed; `only` asks for more of one kind. The number of statements does not grow with what is found. */
export async function searchEverywhere(ctx: Ctx, words: string, options: { archive: boolean; only?: SearchKind }): Promise<Found> {
  const limitOf = (kind: SearchKind) => (options.only === undefined ? 6 : options.only === kind ? 60 : 0)
  const similar = async (table: 'needs' | 'ideas', ended: readonly string[]) =>
    limitOf(table) === 0 ? [] : findSimilar(ctx, table, { words, limit: limitOf(table), where: sql`t.state <> all(${ended})` })
  const [territories, needs, ideas, projects, pages, archive] = await Promise.all([
    listTerritories(ctx),
    similar('needs', ['closed']),
    similar('ideas', ['dropped', 'continued']),
    limitOf('projects') === 0 ? [] : searchProjects(ctx, words, limitOf('projects')),
    limitOf('pages') === 0 ? [] : listShownPages(ctx),
    options.archive && limitOf('archive') > 0 ? searchArchive(ctx, words, limitOf('archive')) : [],
  ])
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)
  const things = await publicThings(ctx, [...ids(needs), ...ids(ideas), ...ids(projects)])
  const shown = (list: readonly { readonly id: string }[]) => list.flatMap(({ id }) => things.get(id) ?? [])
  return {
    territories,
    places: limitOf('places') === 0 ? [] : placesLike(territories, words),
    needs: shown(needs),
    ideas: shown(ideas),
    projects: shown(projects),
    pages: pagesLike(pages, words).slice(0, limitOf('pages')),
    archive,
  }
}

/** Pages are few: they are compared in memory, by basic forms in both languages and by letters of the title. */
function pagesLike(pages: readonly ListedPage[], words: string): ListedPage[] {
  const asked = lemmasOf(words)
  const typed = plainText(words)
  const scored = pages.map(page => {
    const { pl, en } = page.content
    const title = `${pl.title} ${en.title}`
    const whole = new Set(lemmasOf([pl, en].map(({ title, summary, body }) => `${title} ${summary} ${body}`).join(' ')))
    const score = covered(asked, new Set(lemmasOf(title))) * 2 + covered(asked, whole) + alike(typed, plainText(title))
    return { page, score }
  })
  return scored
    .filter(({ score }) => score >= 0.9)
    .sort((a, b) => b.score - a.score)
    .map(({ page }) => page)
}

const placesLike = (territories: readonly Territory[], words: string) => {
  const typed = plainText(words)
  return territories
    .filter(({ kind, name }) => kind === 'district' && (plainText(name).includes(typed) || alike(typed, plainText(name)) >= 0.6))
    .slice(0, 6)
}
