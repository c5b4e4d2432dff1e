import { sql } from 'kysely'
import { notFound } from '#kit/refusal.ts'
import type { Changed, Renewal, RenewalState, Supporter, SupportKind } from '#modules/renewals/renewals.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    renewals: {
      id: string
      project_id: string
      person_id: string
      kind: SupportKind
      baseline_at: Date | null
      moment_at: Date
      what: string[]
      state: RenewalState
      asked_at: Date
      answered_at: Date | null
    }
    renewal_rounds: { project_id: string; at: Date }
  }
}

const renewals = ({ db }: Pick<Ctx, 'db'>) =>
  db
    .selectFrom('renewals')
    .select(['renewals.id', 'project_id as projectId', 'person_id as personId', 'kind', 'state', sql<Changed[]>`what`.as('what')])
    .select(['baseline_at as baselineAt', 'moment_at as momentAt'])

export const loadRenewal = async (ctx: Ctx, id: string): Promise<Renewal> =>
  (await renewals(ctx).where('id', '=', id).executeTakeFirst()) ?? notFound('renewal')
export const findWaiting = (ctx: Ctx, projectId: string, personId: string): Promise<Renewal | undefined> =>
  renewals(ctx).where('project_id', '=', projectId).where('person_id', '=', personId).where('state', '=', 'waiting').executeTakeFirst()
export const listWaitingFor = (ctx: Ctx, personId: string): Promise<Renewal[]> =>
  renewals(ctx).where('person_id', '=', personId).where('state', '=', 'waiting').orderBy('asked_at').execute()

/** Who is asked and has no e-mail that works, the longest wait first. */
export async function listByPhone({ db }: Ctx): Promise<(Renewal & { readonly name: string })[]> {
  return renewals({ db })
    .innerJoin('persons as p', 'p.id', 'renewals.person_id')
    .select('p.display_name as name')
    .where('renewals.state', '=', 'waiting')
    .where(is => is.or([is('p.email', 'is', null), is('p.email_state', '=', 'failing')]))
    .where('p.erased_at', 'is', null)
    .orderBy('asked_at')
    .execute()
}

/** Drafts that everybody sees and that have a frozen or named version nobody has looked at yet, with the newest such moment. */
export async function dueRounds({ db }: Ctx, since: Date): Promise<{ projectId: string; at: Date }[]> {
  const { rows } = await sql<{ projectId: string; at: Date }>`select p.id as "projectId", max(m.at) as at
    from (select project_id, created_at as at from project_versions union all select project_id, at from project_named_versions) m
      join projects p on p.id = m.project_id
    where p.visibility = 'shared' and p.state in ('draft', 'agreeing', 'submitted') and m.at > ${since}
      and m.at > coalesce((select max(r.at) from renewal_rounds r where r.project_id = p.id), '-infinity')
    group by p.id order by 2 limit 100`.execute(db)
  return rows
}

/** False where another instance has taken this round. */
export async function insertRound({ db }: Ctx, projectId: string, at: Date): Promise<boolean> {
  const made = await db
    .insertInto('renewal_rounds')
    .values({ project_id: projectId, at })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** Who backs the idea that the draft grew from and who endorsed by account, but the authors; since they said so last. */
export async function supportersOfDraft({ db }: Ctx, projectId: string, ideaId: string | undefined): Promise<Supporter[]> {
  const { rows } = await sql<Supporter>`select s.person_id as "personId", s.kind, greatest(s.at, k.at) as since from (
      select person_id, 'backing' as kind, at from backings where subject_id = ${ideaId ?? ''}
      union all select person_id, 'endorsement', at from support_lines where project_id = ${projectId} and state = 'valid' and person_id is not null) s
    left join lateral (select max(answered_at) as at from renewals r
      where r.project_id = ${projectId} and r.person_id = s.person_id and r.kind = s.kind and r.state = 'kept') k on true
    where not exists (select from project_authors a where a.project_id = ${projectId} and a.person_id = s.person_id and a.state = 'accepted')
    order by s.at`.execute(db)
  return rows
}

type Asked = Pick<Renewal, 'id' | 'projectId' | 'personId' | 'kind' | 'baselineAt' | 'momentAt' | 'what'>
/** Asks, or asks anew what waits already. Says whether there is something to tell that was not told before. */
export async function putRenewal({ db, now }: Ctx, { id, projectId, personId, kind, baselineAt, momentAt, what }: Asked) {
  const { rows } = await sql<{ id: string; news: boolean }>`with before as (
      select what from renewals where project_id = ${projectId} and person_id = ${personId} and kind = ${kind} and state = 'waiting')
    insert into renewals (id, project_id, person_id, kind, baseline_at, moment_at, what, state, asked_at)
    values (${id}, ${projectId}, ${personId}, ${kind}, ${baselineAt}, ${momentAt}, ${[...what]}, 'waiting', ${now})
    on conflict (project_id, person_id, kind) where state = 'waiting' do update set moment_at = excluded.moment_at, what = excluded.what
    returning id, not coalesce(${[...what]}::text[] <@ (select what from before), false) as news`.execute(db)
  return rows[0]
}

export async function moveRenewal({ db, now }: Ctx, id: string, from: RenewalState, to: RenewalState): Promise<boolean> {
  const done = await db.updateTable('renewals').set({ state: to, answered_at: now }).where('id', '=', id).where('state', '=', from).executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export const renewalsBy = ({ db }: Ctx, personId: string) =>
  db
    .selectFrom('renewals')
    .select(['project_id as projectId', 'kind', 'what', 'state', 'asked_at as askedAt', 'answered_at as answeredAt'])
    .where('person_id', '=', personId)
    .orderBy('asked_at')
    .execute()
export async function forgetRenewalsOf({ db }: Ctx, personId: string): Promise<void> {
  await db.deleteFrom('renewals').where('person_id', '=', personId).execute()
}
export async function sweepRenewals({ db }: Ctx, before: Date): Promise<number> {
  const gone = await db.deleteFrom('renewals').where('asked_at', '<', before).executeTakeFirst()
  return Number(gone.numDeletedRows)
}
