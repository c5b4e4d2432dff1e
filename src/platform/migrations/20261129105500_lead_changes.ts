import { type Kysely, sql } from 'kysely'

/** The lead of a draft changes by an offer that is accepted, or by an election where the lead has gone silent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table project_lead_offers (
    id text primary key,
    project_id text not null references projects on delete cascade,
    person_id text not null,
    offered_by text not null,
    state text not null check (state in ('offered', 'accepted', 'declined', 'withdrawn', 'expired')),
    offered_at timestamptz not null,
    expires_at timestamptz not null,
    answered_at timestamptz
  )`.execute(db)
  await sql`create unique index project_lead_offers_once on project_lead_offers (project_id) where state = 'offered'`.execute(db)
  await sql`create table project_elections (
    id text primary key,
    project_id text not null references projects on delete cascade,
    absent_id text not null,
    opened_by text not null,
    opened_at timestamptz not null,
    ends_at timestamptz not null,
    state text not null check (state in ('open', 'decided', 'stopped', 'lapsed')),
    elected_id text,
    ended_at timestamptz
  )`.execute(db)
  await sql`create unique index project_elections_once on project_elections (project_id) where state = 'open'`.execute(db)
  await sql`create table project_election_votes (
    election_id text not null references project_elections on delete cascade,
    person_id text not null,
    candidate_id text not null,
    at timestamptz not null,
    primary key (election_id, person_id)
  )`.execute(db)
}
