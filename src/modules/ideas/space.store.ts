import { type ColumnType, type RawBuilder, sql } from 'kysely'
import type { Channel } from '#kit/channels.ts'
import type { Said, Sort } from '#modules/ideas/space.rules.ts'
import type { Ctx } from '#platform/context.ts'
import { notHidden } from '#platform/hidings.ts'
import { kept } from '#platform/kept.ts'
import { wordsOf } from '#platform/similar.ts'

/** The columns that needs and ideas share. */
export type SaidRow = {
  id: string
  key: string
  edition_id: string
  territory_id: string
  title: string
  text: string
  plain_title: ColumnType<string, never, never>
  words: ColumnType<string, RawBuilder<string>, RawBuilder<string>>
  place_words: string | null
  lon: number | null
  lat: number | null
  author_id: string
  entered_by: string | null
  channel: Channel
  created_at: Date
  reason: string | null
  edited_at: Date | null
}
declare module '#platform/schema.ts' {
  interface Tables {
    said_coauthors: { subject_id: string; person_id: string; at: Date }
    backings: { subject_id: string; person_id: string; entered_by: string | null; channel: Channel; at: Date }
  }
}

/** Since two were joined into one: all but the first author. */
export const coauthorsOf = sql<string[]>`array(select a.person_id from said_coauthors a where a.subject_id = t.id order by a.at, a.person_id)`
const saidColumns = [
  't.id',
  't.edition_id',
  't.territory_id',
  't.title',
  't.text',
  't.place_words',
  't.lon',
  't.lat',
  't.author_id',
  't.entered_by',
  't.channel',
  't.created_at',
  't.reason',
  't.edited_at',
  coauthorsOf.as('coauthors'),
] as const

/** Read beside the columns: whether moderation has taken it out of sight. */
const isHidden = sql<boolean>`exists (select from hidings h where h.subject_id = t.id)`.as('hidden')

const toSaid = (row: Omit<SaidRow, 'key' | 'plain_title' | 'words'> & { hidden?: boolean; coauthors: string[] }): Said => ({
  id: row.id,
  editionId: row.edition_id,
  territoryId: row.territory_id,
  title: row.title,
  text: row.text,
  placeWords: row.place_words,
  point: row.lon === null || row.lat === null ? null : { lon: row.lon, lat: row.lat },
  authorId: row.author_id,
  coauthorIds: row.coauthors,
  enteredBy: row.entered_by,
  channel: row.channel,
  createdAt: row.created_at,
  reason: row.reason,
  editedAt: row.edited_at,
  hidden: row.hidden ?? false,
})

export type NewSaid = Omit<Said, 'createdAt' | 'reason' | 'hidden' | 'editedAt' | 'coauthorIds'> & { readonly key: string }

const newRow = (said: NewSaid, now: Date) => ({
  id: said.id,
  key: said.key,
  edition_id: said.editionId,
  territory_id: said.territoryId,
  title: said.title,
  text: said.text,
  words: wordsOf(said.title, `${said.text} ${said.placeWords ?? ''}`),
  place_words: said.placeWords,
  lon: said.point?.lon ?? null,
  lat: said.point?.lat ?? null,
  author_id: said.authorId,
  entered_by: said.enteredBy,
  channel: said.channel,
  created_at: now,
  edited_at: null,
})

// neither open nor going on: an idea that goes on in another one is found there
const ended = ['closed', 'dropped', 'continued'] as unknown as 'closed'[]

export type ListOptions = {
  readonly limit: number
  readonly editionId?: string
  readonly territoryId?: string
  readonly sort?: Sort
  readonly withEnded?: boolean
}
export type Listed<S> = S & { readonly backings: number }

type Table = 'needs' | 'ideas'
type Stated = Said & { readonly state: string }

export async function listSaidById({ db }: Ctx, table: Table, ids: readonly string[]): Promise<Stated[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom(`${table as 'needs'} as t`)
    .select([...saidColumns, 't.state', isHidden])
    .where('t.id', 'in', ids)
    .orderBy('t.created_at')
    .orderBy('t.id')
    .execute()
  return rows.map(row => ({ ...toSaid(row), state: row.state }))
}

/** Undefined when something was already made with this key: a form sent twice makes one. */
export async function addSaid({ db, now }: Ctx, table: Table, said: NewSaid, state: string): Promise<string | undefined> {
  const row = await db
    .insertInto(table as 'needs')
    .values({ ...newRow(said, now), state: state as 'open' })
    .onConflict(clash => clash.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}
export const findSaidByKey = async ({ db }: Ctx, table: Table, key: string): Promise<string | undefined> =>
  (
    await db
      .selectFrom(table as 'needs')
      .select('id')
      .where('key', '=', key)
      .executeTakeFirst()
  )?.id

/** Writes only if nobody moved it meanwhile. */
export async function moveSaid({ db }: Ctx, table: Table, id: string, from: string, to: string, reason?: string): Promise<boolean> {
  const moved = await db
    .updateTable(table as 'needs')
    .set({ state: to as 'open', ...(reason === undefined ? {} : { reason }) })
    .where('id', '=', id)
    .where('state', '=', from as 'open')
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}

/** The first of them, whole: for pages that show more of each than a list does. */
export async function listSaid(ctx: Ctx, table: Table, options: ListOptions): Promise<Listed<Stated>[]> {
  const backings = sql<number>`(select count(*) from backings b where b.subject_id = t.id)::int`
  const page = ctx.db
    .selectFrom(`${table as 'needs'} as t`)
    .select([...saidColumns, 't.state', backings.as('backings')])
    .where(notHidden('t.id'))
    .$if(options.editionId !== undefined, q => q.where('t.edition_id', '=', options.editionId ?? ''))
    .$if(options.territoryId !== undefined, q => q.where('t.territory_id', '=', options.territoryId ?? ''))
    .$if(!options.withEnded, q => q.where('t.state', 'not in', ended))
    .$if(options.sort === 'backed', q => q.orderBy('backings', 'desc'))
    .orderBy('t.created_at', 'desc')
    .orderBy('t.id', 'desc')
    .limit(options.limit)
  const rows = await page.execute()
  return rows.map(row => ({ ...toSaid(row), state: row.state, backings: row.backings }))
}

const counted = {
  needs: ['need.added', 'need.closed', 'need.taken-up', 'need.released', 'moderation.'],
  ideas: ['idea.proposed', 'idea.dropped', 'idea.taken-up', 'merging.', 'moderation.'],
}
export const countSaid = (ctx: Ctx, table: Table, options: { editionId?: string }): Promise<Map<string, number>> =>
  kept(ctx.db, `${table} ${options.editionId ?? ''}`, counted[table], () => readCounts(ctx, table, options))

async function readCounts({ db }: Ctx, table: Table, options: { editionId?: string }): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom(`${table as 'needs'} as t`)
    .select(['t.territory_id', sql<number>`count(*)::int`.as('count')])
    .$if(options.editionId !== undefined, q => q.where('t.edition_id', '=', options.editionId ?? ''))
    .where('t.state', 'not in', ended)
    .where(notHidden('t.id'))
    .groupBy('t.territory_id')
    .execute()
  return new Map(rows.map(row => [row.territory_id, row.count]))
}

/** The basic forms of what these needs and ideas say, for whoever waits for certain words. */
export async function lemmasOfSaid({ db }: Ctx, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; words: string[] }>`
    select id, tsvector_to_array(words) as words from needs where id = any(${ids})
    union all select id, tsvector_to_array(words) from ideas where id = any(${ids})`.execute(db)
  return new Map(rows.map(({ id, words }) => [id, words]))
}

/** After the period the words stay for history, without whose they were. */
export async function blankSaidBefore({ db }: Ctx, before: Date): Promise<number> {
  let blanked = 0
  for (const table of ['needs', 'ideas'] as const) {
    const done = await db
      .updateTable(table as 'needs')
      .set({ author_id: '', entered_by: null })
      .where('created_at', '<', before)
      .where('author_id', '<>', '')
      .executeTakeFirst()
    blanked += Number(done.numUpdatedRows)
  }
  const gone = await db.deleteFrom('said_coauthors').where('at', '<', before).executeTakeFirst()
  blanked += Number(gone.numDeletedRows)
  return blanked
}
