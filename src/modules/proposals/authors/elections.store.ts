import { sql } from 'kysely'
import { notFound } from '#kit/refusal.ts'
import type { Election, ElectionState, LeadVote } from '#modules/proposals/authors/elections.rules.ts'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    project_elections: {
      id: string
      project_id: string
      absent_id: string
      opened_by: string
      opened_at: Date
      ends_at: Date
      state: ElectionState
      elected_id: string | null
      ended_at: Date | null
    }
    project_election_votes: { election_id: string; person_id: string; candidate_id: string; at: Date }
  }
}

const elections = ({ db }: Pick<Ctx, 'db'>) =>
  db
    .selectFrom('project_elections as e')
    .select(['id', 'project_id as projectId', 'absent_id as absentId', 'state', 'opened_at as openedAt', 'ends_at as endsAt'])
    .select(
      sql<LeadVote[]>`coalesce((select json_agg(json_build_object('personId', v.person_id, 'candidateId', v.candidate_id) order by v.at)
        from project_election_votes v where v.election_id = e.id), '[]')`.as('votes'),
    )

export async function insertElection(
  { db, now, actor }: Ctx,
  election: Pick<Election, 'id' | 'projectId' | 'absentId' | 'endsAt'>,
): Promise<boolean> {
  const made = await db
    .insertInto('project_elections')
    .values({
      id: election.id,
      project_id: election.projectId,
      absent_id: election.absentId,
      opened_by: actor.id,
      opened_at: now,
      ends_at: election.endsAt,
      state: 'open',
    })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export const findOpenElection = (ctx: Ctx, projectId: string): Promise<Election | undefined> =>
  elections(ctx).where('project_id', '=', projectId).where('state', '=', 'open').executeTakeFirst()
export const loadElection = async (ctx: Ctx, projectId: string, id: string): Promise<Election> =>
  (await elections(ctx).where('project_id', '=', projectId).where('id', '=', id).executeTakeFirst()) ?? notFound('election')
export const dueElections = (ctx: Ctx): Promise<Election[]> =>
  elections(ctx).where('state', '=', 'open').where('ends_at', '<=', ctx.now).orderBy('ends_at').limit(200).execute()
export const openElectionsIn = (ctx: Ctx, projectIds: readonly string[]): Promise<Election[]> =>
  projectIds.length === 0 ? Promise.resolve([]) : elections(ctx).where('project_id', 'in', projectIds).where('state', '=', 'open').execute()

export async function putVote({ db, now, actor }: Ctx, electionId: string, candidateId: string): Promise<void> {
  await db
    .insertInto('project_election_votes')
    .values({ election_id: electionId, person_id: actor.id, candidate_id: candidateId, at: now })
    .onConflict(clash => clash.columns(['election_id', 'person_id']).doUpdateSet({ candidate_id: candidateId, at: now }))
    .execute()
}

export async function endElection({ db, now }: Ctx, id: string, to: ElectionState, electedId?: string): Promise<boolean> {
  const done = await db
    .updateTable('project_elections')
    .set({ state: to, ended_at: now, elected_id: electedId ?? null })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** The last time that the lead did something here: wrote, decided, or became the lead. */
export async function leadSilentSince({ db }: Ctx, { id, leadId, createdAt }: Pick<Project, 'id' | 'leadId' | 'createdAt'>): Promise<Date> {
  const { rows } = await sql<{ at: Date | null }>`select max(at) as at from (
    select c.at from ledger_chain c join ledger_payloads p on p.seq = c.seq where c.subject = ${id} and (p.actor_id = ${leadId} or c.fact = 'author.leads')
    union all select at from ledger_inbox where subject = ${id} and (actor_id = ${leadId} or fact = 'author.leads')
    union all select at from project_revisions where project_id = ${id} and person_id = ${leadId}) acts`.execute(db)
  return rows[0]?.at ?? createdAt
}

export const votesOf = ({ db }: Ctx, personId: string) =>
  db
    .selectFrom('project_election_votes as v')
    .innerJoin('project_elections as e', 'e.id', 'v.election_id')
    .select(['e.project_id as projectId', 'v.candidate_id as candidateId', 'v.at'])
    .where('v.person_id', '=', personId)
    .execute()

/** Offers and elections that are settled. */
export async function sweepLeadChanges({ db }: Ctx, before: Date): Promise<number> {
  const offers = await db.deleteFrom('project_lead_offers').where('answered_at', '<', before).executeTakeFirst()
  const ended = await db.deleteFrom('project_elections').where('ended_at', '<', before).executeTakeFirst()
  return Number(offers.numDeletedRows) + Number(ended.numDeletedRows)
}

export async function forgetElector({ db }: Ctx, personId: string): Promise<void> {
  await db
    .deleteFrom('project_election_votes')
    .where(is => is.or([is('person_id', '=', personId), is('candidate_id', '=', personId)]))
    .execute()
  await db.deleteFrom('project_lead_offers').where('person_id', '=', personId).execute()
}
