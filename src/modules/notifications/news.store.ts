import { sql } from 'kysely'
import type { Thing } from '#kit/things.ts'
import { type Follow, type Happening, type Known, roleOf } from '#modules/following/follows.rules.ts'
import { lemmasOfSaid } from '#modules/ideas/space.store.ts'
import { beginnings, followedNews, mayTell, mostLines, newestOfEach, ownFacts, streamLength, toldFacts } from '#modules/notifications/news.rules.ts'
import type { MailWish } from '#modules/people/people.rules.ts'
import { peopleWithRole } from '#modules/people/people.store.ts'
import { listTerritories } from '#modules/programme/territories/territories.store.ts'
import type { Ctx } from '#platform/context.ts'
import { kept } from '#platform/kept.ts'
import type { RecordedFact } from '#platform/ledger.ts'
import { findThings, type ThingKind } from '#platform/things.ts'
import { lemmasOf } from '#platform/words.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    told_news: { person_id: string; last_seq: number }
    read_news: { person_id: string; last_seq: number }
  }
}

/** The number of the last fact; what comes later is news. */
export async function headOfLedger({ db }: Ctx): Promise<number> {
  const row = await db
    .selectFrom('ledger_chain')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .executeTakeFirst()
  return Number(row?.seq ?? 0)
}

/** People with this wish who have an address, and up to where each has been told; nobody is told what was before they came. */
export async function listeners({ db }: Ctx, wish: MailWish, head: number): Promise<{ personId: string; since: number }[]> {
  const rows = await db
    .selectFrom('persons as p')
    .leftJoin('told_news as t', 't.person_id', 'p.id')
    .select(['p.id as personId', 't.last_seq as since'])
    .where('p.mail_wish', '=', wish)
    .where('p.email', 'is not', null)
    .where('p.erased_at', 'is', null)
    .execute()
  return rows.map(({ personId, since }) => ({ personId, since: since ?? head }))
}

type Row = { seq: number; at: Date; fact: RecordedFact['fact']; subject: string; actor_id: string; payload: Record<string, unknown> }
const toFact = ({ seq, at, fact, subject, actor_id, payload }: Row): RecordedFact => ({ seq, at, fact, subject, actorId: actor_id, payload })
/** Neither a hidden thing nor what hangs on it under an id of its own (a comment) is told of. */
const visible = sql<boolean>`not exists (select from hidings h where h.subject_id in (c.subject, p.payload ->> 'comment'))`

/** What others did since then with the things this person has acted on (after that act), one newest fact a thing. */
export async function ownNews({ db }: Ctx, personId: string, since: number, head: number): Promise<RecordedFact[]> {
  const { rows } = await sql<Row>`
    select * from (select distinct on (c.subject) c.seq, c.at, c.fact, c.subject, p.actor_id, p.payload
    from (select own.subject, max(own.seq) as seq from ledger_chain own join ledger_payloads who on who.seq = own.seq
      where who.actor_id = ${personId} group by own.subject) mine
    join ledger_chain c on c.subject = mine.subject and c.seq > mine.seq
    join ledger_payloads p on p.seq = c.seq
    where c.seq > ${since} and c.seq <= ${head} and p.actor_id <> ${personId} and c.fact = any(${ownFacts}) and ${visible}
    order by c.subject, c.seq desc) newest order by at desc, seq desc limit ${mostLines}`.execute(db)
  return rows.map(toFact)
}

export type Told = RecordedFact & Happening & { readonly thing: Thing }
type Span = { readonly after: number; readonly upTo?: number; readonly subject?: string; readonly limit: number }

/** Facts worth telling about what is public at this moment, newest first, in a fixed number of statements. */
export async function readStream(ctx: Ctx, kinds: readonly ThingKind[], { after, upTo, subject, limit }: Span): Promise<Told[]> {
  const { rows } = await sql<Row>`
    select c.seq, c.at, c.fact, c.subject, p.actor_id, p.payload from ledger_chain c join ledger_payloads p on p.seq = c.seq
    where c.seq > ${after} and c.seq <= ${upTo ?? Number.MAX_SAFE_INTEGER} and c.fact = any(${toldFacts}) and ${visible}
      and ${subject === undefined ? sql`true` : sql`c.subject = ${subject}`}
    order by c.seq desc limit ${limit}`.execute(ctx.db)
  const fresh = (row: Row) => beginnings.includes(row.fact)
  const things = await findThings(
    ctx,
    kinds,
    rows.map(row => row.subject),
  )
  const said = await lemmasOfSaid(
    ctx,
    rows.filter(fresh).map(row => row.subject),
  )
  return rows.flatMap(row => {
    const thing = things.get(row.subject)
    if (!thing?.isPublic) return []
    const words = fresh(row) ? new Set(said.get(row.subject) ?? lemmasOf(thing.title)) : noWords
    return [{ ...toFact(row), thing, words, isNew: fresh(row), territoryId: thing.territoryId }]
  })
}
const noWords: ReadonlySet<string> = new Set()

/** The newest of the whole city, for the page of news and the feeds; kept until something happens. */
export const latestStream = (ctx: Ctx, kinds: readonly ThingKind[]): Promise<Told[]> =>
  kept(ctx.db, 'news stream', [''], () => readStream(ctx, kinds, { after: 0, limit: streamLength }))

/** What follows need to know of the city to see whether something concerns them. */
export async function knownFor(ctx: Ctx, follows: readonly Follow[]): Promise<Known> {
  const territories = await listTerritories(ctx)
  const parents = new Map(territories.map(({ id, parentId, kind }) => [id, kind === 'district' ? null : parentId]))
  const roles = [...new Set(follows.filter(({ kind }) => kind === 'role').map(({ target }) => target))]
  const holders = new Map<string, ReadonlySet<string>>()
  for (const target of roles) {
    const people = await peopleWithRole(ctx, roleOf({ target }), { territoryId: target.slice(target.indexOf('@') + 1) })
    holders.set(target, new Set(people.map(({ id }) => id)))
  }
  const within = (id: string | null | undefined, place: string): boolean => id === place || (id ? within(parents.get(id), place) : false)
  const areas = new Map<string, ReadonlySet<string>>()
  return {
    areasOf(place) {
      const found = areas.get(place) ?? new Set(territories.filter(({ id }) => within(id, place)).map(({ id }) => id))
      areas.set(place, found)
      return found
    },
    holders: target => holders.get(target) ?? noWords,
    lemmas: lemmasOf,
  }
}

/** One line of news: the thing as it is now, what happened to it, and the follow that asks for it. */
export type NewsLine = { readonly fact: RecordedFact; readonly thing: Thing | undefined; readonly follow: Follow | undefined }
type Reader = { readonly personId: string; readonly since: number; readonly head: number; readonly follows: readonly Follow[] }

/** What is new for this person: their own matters and what they follow, one newest line a thing, nothing hidden. */
export async function newsOf(
  ctx: Ctx,
  kinds: readonly ThingKind[],
  stream: readonly Told[],
  known: Known,
  { personId, since, head, follows }: Reader,
): Promise<NewsLine[]> {
  const own = await ownNews(ctx, personId, since, head)
  const things = await findThings(
    ctx,
    kinds,
    own.map(fact => fact.subject),
  )
  const fresh = stream.filter(({ seq }) => seq > since && seq <= head)
  const lines = [
    ...own
      .map(fact => ({ ...fact, line: { fact, thing: things.get(fact.subject), follow: undefined } }))
      .filter(({ line }) => mayTell(line.thing, personId)),
    ...followedNews(fresh, follows, personId, known).map(told => ({ ...told, line: { fact: told, thing: told.thing, follow: told.follow } })),
  ]
  return newestOfEach(lines).map(({ line }) => line)
}

const mark = (table: 'told_news' | 'read_news') => async (ctx: Ctx, personId: string, head: number) => {
  await ctx.db
    .insertInto(table)
    .values({ person_id: personId, last_seq: head })
    .onConflict(clash => clash.column('person_id').doUpdateSet({ last_seq: sql`greatest(${sql.ref(`${table}.last_seq`)}, excluded.last_seq)` }))
    .execute()
}
export const markTold = mark('told_news')
/** Never backwards: a tab opened long ago does not make unread what was read since. */
export const markRead = mark('read_news')

export async function readUpTo({ db }: Ctx, personId: string): Promise<number> {
  const row = await db.selectFrom('read_news').select('last_seq').where('person_id', '=', personId).executeTakeFirst()
  return row?.last_seq ?? 0
}
export async function forgetReader({ db }: Ctx, personId: string): Promise<void> {
  await db.deleteFrom('read_news').where('person_id', '=', personId).execute()
  await db.deleteFrom('told_news').where('person_id', '=', personId).execute()
}
