import { longDate } from '#kit/dates.ts'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { NoRulesPage, RulesPage } from '#modules/programme/editions/rules-page.pages.tsx'
import { chaptersOf } from '#modules/programme/editions/sentences.rules.ts'
import { listTerritories } from '#modules/programme/territories/territories.store.ts'
import { paths } from '#paths'
import { factsAbout } from '#platform/ledger.ts'
import { get, page, type Route, type Visit } from '#web/http.ts'

/** The rules of the current edition, in sentences, for everybody. */
async function show(c: Visit): Promise<Response> {
  const { ctx, frame, sentence } = c.var
  const edition = await findCurrentEdition(ctx)
  if (!edition) return page(c, <NoRulesPage frame={frame} />)
  const [territories, facts] = await Promise.all([listTerritories(ctx), factsAbout(ctx, [edition.id])])
  const city = territories.find(territory => territory.kind === 'city')
  const pools = territories.flatMap(territory => {
    const pool = edition.pools.find(pool => pool.territoryId === territory.id)
    return pool ? [{ ...pool, territory }] : []
  })
  const published = edition.publishedAt ?? frame.now
  const changes = facts
    .filter(fact => fact.fact === 'edition.changed' && fact.at > published)
    .map(fact => ({ at: longDate(fact.at, frame.locale), words: sentence(fact, frame.locale) }))
  const chapters = chaptersOf(edition, city?.id ?? '')
  return page(c, <RulesPage frame={frame} edition={edition} chapters={chapters} pools={pools} changes={changes} />)
}

export const rulesPageRoutes: readonly Route[] = [get(paths.rules, 'everyone', show)]
