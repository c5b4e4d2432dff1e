import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import { lemmaGroups, lemmasOf, plainText } from '#platform/words.ts'

/**
 * Anything with a title and a place can be found by its meaning and in spite of typos, if its table has
 * `plain_title text generated always as (plain(title)) stored`, `words tsvector` filled by `wordsOf`, and an index over `placed`.
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

/** So many rows that share much are enough to choose from; only where fewer do, single words and letters are asked too. */
const [mostCandidates, mostSingle, mostWeighed, enough] = [400, 2_000, 40, 10]

/** What was typed, as the database takes it: by most of its words, by any of them, by letters. */
export type Asked = { readonly most: string; readonly any: string; readonly typed: string }
export function askedBy(words: string): Asked | undefined {
  const groups = lemmaGroups(words).slice(0, 10)
  const typed = plainText(words.slice(0, 200))
  if (groups.length === 0 && typed.trim().length < 3) return undefined
  const any = lemmasOf(words).slice(0, 24).map(quoted).join(' | ')
  return { most: mostOf(groups), any, typed }
}
const quoted = (lemma: string) => `'${lemma}'`

/** Two words of four, three of eight, whichever they are. One word alone has to stand in the title. */
function mostOf(groups: readonly (readonly string[])[]): string {
  const [only] = groups
  if (!only) return ''
  if (groups.length === 1) return only.map(lemma => `${quoted(lemma)}:A`).join(' | ')
  const count = Math.min(groups.length, groups.length < 6 ? 2 : 3)
  return choose(groups, count)
    .map(chosen => `(${chosen.map(group => `(${group.map(quoted).join(' | ')})`).join(' & ')})`)
    .join(' | ')
}
function choose<T>(from: readonly T[], count: number): T[][] {
  if (count === 0) return [[]]
  return from.flatMap((one, i) => choose(from.slice(i + 1), count - 1).map(rest => [one, ...rest]))
}

/** The words with the territory among them: the index answers what is said where, without reading what is said elsewhere. */
const placed = sql`(t.words || array_to_tsvector(array[t.territory_id]))`
/** Words asked for in a territory and in the whole city; where the whole city is meant, in every territory. */
const askedIn = (words: string, territoryId: string | undefined): RawBuilder<unknown> =>
  territoryId === undefined || words === ''
    ? sql`${words}::tsquery`
    : sql`(select case when id = ${territoryId} then ${words}::tsquery
        else ${words}::tsquery && (quote_literal(${territoryId}::text)::tsquery || quote_literal(id)::tsquery) end from territories where kind = 'city')`

const rankBy = (any: string) => sql`ts_rank('{0.1, 0.2, 0.4, 1.0}', t.words, ${any}::tsquery)`

/**
 * Ids of the rows of `from` worth weighing: a common table expression named `name`, with what it stands on. Flat, however many rows share one common
 * word: first those with most of the words, and only where they are few, those with any of them or with letters in common.
 */
export function candidates(
  name: string,
  from: RawBuilder<unknown>,
  { most, any, typed }: Asked,
  where: RawBuilder<unknown>,
  territoryId?: string,
): RawBuilder<unknown> {
  const [much, rest] = [sql.ref(`${name}_much`), sql.ref(`${name}_rest`)]
  const best = sql`order by ${rankBy(any)} desc, t.id limit ${mostWeighed}`
  const known = sql.ref(`${name}_known`)
  // words that many use together are no slips of the hand, wherever they are used: their letters need not be compared
  const unknown = sql`(select n from ${known}) < ${enough}`
  return sql`
    ${known} as materialized (select count(*) as n from (select from ${from} t where ${placed} @@ ${most}::tsquery limit ${enough}) some_known),
    ${much} as materialized (
      select t.id from (select t.id, t.words from ${from} t where ${placed} @@ ${askedIn(most, territoryId)} and ${where} limit ${mostCandidates}) t ${best}),
    ${rest} as materialized (
      (select t.id from (select t.id, t.words from ${from} t where ${placed} @@ ${askedIn(any, territoryId)} and ${where} limit ${mostSingle}) t ${best})
      union (select t.id from ${from} t where ${unknown} and t.plain_title % ${typed} order by similarity(t.plain_title, ${typed}) desc limit ${mostWeighed})
      union (select t.id from ${from} t where ${unknown} and ${typed} <<% t.plain_title limit ${mostWeighed})),
    ${sql.ref(name)} as (select id from ${much} union select id from ${rest} where (select count(*) from ${much}) < ${enough})`
}

export const inWords = ({ any }: Asked): RawBuilder<number> => sql<number>`${rankBy(any)} * 2`
/** How much a row resembles what was typed: words in common weigh more than letters in common. */
export const likeness = (asked: Asked): RawBuilder<number> =>
  sql<number>`(${inWords(asked)} + similarity(t.plain_title, ${asked.typed}) + strict_word_similarity(${asked.typed}, t.plain_title) * 0.5)`

/**
 * Rows whose title or words resemble what was typed, best first. Two ways of being alike are weighed together: shared basic forms
 * (inflection) and shared groups of three letters (typos). Rare words weigh more than common ones by the share of the query they cover.
 */
export async function findSimilar({ db }: Ctx, rows: string | RawBuilder<unknown>, search: Search): Promise<Similar[]> {
  const asked = askedBy(search.words)
  if (!asked) return []
  const where = sql`t.id <> ${search.not ?? ''} and ${search.where ?? sql`true`}`
  const from = typeof rows === 'string' ? sql.table(rows) : rows
  const found = await sql<Similar>`
    with ${candidates('found', from, asked, where)}
    select t.id, t.title, (${likeness(asked)} + case when ${search.nearer ?? sql`false`} then 0.05 else 0 end)::float8 as score
    from ${from} t where t.id = any(array(select id from found)) and ${where}
    order by score desc, id limit ${search.limit}`.execute(db)
  return found.rows
}
