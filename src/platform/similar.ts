import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import { lemmasOf, plainText } from '#platform/words.ts'

/**
 * Anything with a title can be found by its meaning and in spite of typos, if its table has
 * `plain_title text generated always as (plain(title)) stored` and `words tsvector` filled by `wordsOf`.
 */
export const wordsOf = (title: string, text = ''): RawBuilder<string> =>
  sql<string>`setweight(to_tsvector('simple', ${lemmasOf(title).join(' ')}), 'A') || setweight(to_tsvector('simple', ${lemmasOf(text).join(' ')}), 'D')`

export type Search = {
  readonly words: string
  readonly limit: number
  /** Only rows that satisfy this, over the columns of the table as `t`: territory, state. */
  readonly where?: RawBuilder<unknown>
  /** These come first among equals: the territory one stands in. */
  readonly nearer?: RawBuilder<boolean>
  readonly not?: string
}
export type Similar = { readonly id: string; readonly title: string; readonly score: number }

/**
 * Rows whose title or words resemble what was typed, best first. Two ways of being alike are weighed together: shared basic forms
 * (inflection) and shared groups of three letters (typos). Rare words weigh more than common ones by the share of the query they cover.
 */
export async function findSimilar({ db }: Ctx, table: string, search: Search): Promise<Similar[]> {
  const lemmas = lemmasOf(search.words).slice(0, 24)
  const typed = plainText(search.words.slice(0, 200))
  if (lemmas.length === 0 && typed.trim().length < 3) return []
  const query = lemmas.map(lemma => `'${lemma}'`).join(' | ')
  const { rows } = await sql<Similar>`
    with found as (
      select t.id from ${sql.table(table)} t where t.words @@ ${query}::tsquery
      union select t.id from ${sql.table(table)} t where t.plain_title % ${typed}
      union select t.id from ${sql.table(table)} t where ${typed} <<% t.plain_title),
    near as (
      select t.id, t.title, ts_rank('{0.1, 0.2, 0.4, 1.0}', t.words, ${query}::tsquery) as shared, similarity(t.plain_title, ${typed}) as alike,
        strict_word_similarity(${typed}, t.plain_title) as inside, ${search.nearer ?? sql`false`} as nearer
      from ${sql.table(table)} as t join found on found.id = t.id
      where t.id <> ${search.not ?? ''} and ${search.where ?? sql`true`})
    select id, title, (shared * 2 + alike + inside * 0.5 + case when nearer then 0.05 else 0 end)::float8 as score
    from near order by score desc, id limit ${search.limit}`.execute(db)
  return rows
}
