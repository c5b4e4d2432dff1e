import { sql } from 'kysely'
import type { MailWish } from '#modules/people/people.rules.ts'
import type { Ctx } from '#platform/context.ts'
import type { RecordedFact } from '#platform/ledger.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    told_news: { person_id: string; last_seq: number }
  }
}

const mostLines = 30

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

/** What others did since then with the things this person has acted on (after that act), one newest fact a thing. */
export async function newsFor({ db }: Ctx, personId: string, since: number, head: number): Promise<RecordedFact[]> {
  const { rows } = await sql<{
    seq: number
    at: Date
    fact: RecordedFact['fact']
    subject: string
    actor_id: string
    payload: Record<string, unknown>
  }>`
    select distinct on (c.subject) c.seq, c.at, c.fact, c.subject, p.actor_id, p.payload
    from (select own.subject, max(own.seq) as seq from ledger_chain own join ledger_payloads who on who.seq = own.seq
      where who.actor_id = ${personId} group by own.subject) mine
    join ledger_chain c on c.subject = mine.subject and c.seq > mine.seq
    join ledger_payloads p on p.seq = c.seq
    where c.seq > ${since} and c.seq <= ${head} and p.actor_id <> ${personId}
    order by c.subject, c.seq desc limit ${mostLines}`.execute(db)
  return rows.map(row => ({ seq: row.seq, at: row.at, fact: row.fact, subject: row.subject, actorId: row.actor_id, payload: row.payload }))
}

export async function markTold({ db }: Ctx, personId: string, head: number): Promise<void> {
  await db
    .insertInto('told_news')
    .values({ person_id: personId, last_seq: head })
    .onConflict(clash => clash.column('person_id').doUpdateSet({ last_seq: head }))
    .execute()
}
