import { type Generated, sql } from 'kysely'
import { newId } from '#kit/ids.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    phone_news: {
      id: string
      person_id: string
      text_key: string
      subject: string
      title: string
      words: string | null
      created_at: Date
      done_at: Generated<Date | null>
      done_by: Generated<string | null>
    }
  }
}

export type PhoneNews = {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly fact: string
  readonly title: string
  readonly words: string | null
  readonly since: Date
}
type News = { readonly personId: string; readonly fact: string; readonly subject: string; readonly title: string; readonly words: string }

/**
 * News of the same thing waits once: what is new is added to what has not been told yet, so that nobody hears only the first of two dates.
 * When it was passed on already and happens again, it waits anew.
 */
export async function keepNews({ db, wall }: Ctx, { personId, fact, subject, title, words }: News): Promise<void> {
  const fresh = { title, words, created_at: wall, done_at: null, done_by: null }
  await db
    .insertInto('phone_news')
    .values({ id: newId('news'), person_id: personId, text_key: fact, subject, ...fresh })
    .onConflict(clash =>
      clash.columns(['person_id', 'text_key', 'subject']).doUpdateSet({
        ...fresh,
        words: sql`case when phone_news.done_at is null and phone_news.words <> ${words} then phone_news.words || E'\\n\\n' || ${words} else ${words} end`,
        created_at: sql`case when phone_news.done_at is null then phone_news.created_at else ${wall} end`,
      }),
    )
    .execute()
}

/** Who is to be told what, and since when it waits; the longest wait first. */
export async function listWaitingNews({ db }: Ctx): Promise<PhoneNews[]> {
  return db
    .selectFrom('phone_news as n')
    .innerJoin('persons as p', 'p.id', 'n.person_id')
    .select(['n.id', 'n.person_id as personId', 'p.display_name as name', 'n.text_key as fact', 'n.title', 'n.words', 'n.created_at as since'])
    .where('n.done_at', 'is', null)
    .where('p.erased_at', 'is', null)
    .orderBy('n.created_at')
    .orderBy('n.id')
    .execute()
}

export async function phonesOf({ db }: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('persons').select(['id', 'phone']).where('id', 'in', ids).where('phone', 'is not', null).execute()
  return new Map(rows.map(row => [row.id, row.phone ?? '']))
}

/** Answers whom it was for; absent when somebody has passed it on already. */
export async function markTold({ db, wall, actor }: Ctx, id: string): Promise<string | undefined> {
  const row = await db
    .updateTable('phone_news')
    .set({ done_at: wall, done_by: actor.id })
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()
  return row?.person_id
}

export async function markToldAbout({ db, wall, actor }: Ctx, about: { personId: string; fact: string; subject: string }): Promise<boolean> {
  const done = await db
    .updateTable('phone_news')
    .set({ done_at: wall, done_by: actor.id })
    .where('person_id', '=', about.personId)
    .where('text_key', '=', about.fact)
    .where('subject', '=', about.subject)
    .where('done_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function sweepNews({ db }: Ctx, before: Date): Promise<number> {
  return Number((await db.deleteFrom('phone_news').where('done_at', '<', before).executeTakeFirst()).numDeletedRows)
}

/** Whoever has an account now reads the news there. */
export async function dropPhoneNews({ db }: Ctx, personId: string): Promise<void> {
  await db.deleteFrom('phone_news').where('person_id', '=', personId).execute()
}
