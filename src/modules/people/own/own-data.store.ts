import { sql } from 'kysely'
import { idsOf } from '#modules/people/joining.store.ts'
import type { Ctx } from '#platform/context.ts'

/** Everything this module keeps about a person, as they may take it home. Secrets (digests, keys) say nothing and stay out. */
export async function ownPeopleData(ctx: Ctx, id: string): Promise<Readonly<Record<string, unknown>>> {
  const { db } = ctx
  const [account, address, grants, sessions, passkeys, news, letters, facts] = await Promise.all([
    db
      .selectFrom('persons')
      .select([
        'id',
        'display_name',
        'full_name',
        'email',
        'email_state',
        'phone',
        'level',
        'district_id',
        'locale',
        'mail_wish',
        'created_at',
        'confirmed_at',
      ])
      .where('id', '=', id)
      .executeTakeFirst(),
    db.selectFrom('person_details').select(['street', 'house_no', 'postcode', 'declared_at']).where('person_id', '=', id).executeTakeFirst(),
    db.selectFrom('grants').select(['role', 'edition_id', 'territory_id', 'unit_id', 'since', 'until']).where('person_id', '=', id).execute(),
    db.selectFrom('sessions').select(['device', 'created_at', 'last_seen_at']).where('person_id', '=', id).execute(),
    db.selectFrom('passkeys').select(['label', 'created_at', 'last_used_at']).where('person_id', '=', id).execute(),
    db.selectFrom('phone_news').select(['title', 'words', 'created_at', 'done_at']).where('person_id', '=', id).execute(),
    db.selectFrom('letters').select(['subject', 'created_at', 'sent_at']).where('person_id', '=', id).orderBy('created_at').execute(),
    factsOf(ctx, id),
  ])
  return { account, address: address ?? null, roles: grants, sessions, passkeys, phoneNews: news, letters, facts }
}

/** What the ledger says the person did, and what was done to their account. */
async function factsOf(ctx: Ctx, id: string) {
  const ids = await idsOf(ctx, id)
  return ctx.db
    .selectFrom('ledger_chain as c')
    .leftJoin('ledger_payloads as p', 'p.seq', 'c.seq')
    .select(['c.seq', 'c.at', 'c.fact', 'c.subject', sql<unknown>`case when p.actor_id = any(${ids}::text[]) then p.payload end`.as('payload')])
    .where(is => is.or([is('p.actor_id', 'in', ids), is('c.subject', 'in', ids)]))
    .orderBy('c.seq')
    .execute()
}
