import { type Kysely, sql } from 'kysely'

/** The draw in a tie, one for an edition: fixed before the vote by its fingerprint, revealed after a public event. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table draws (
    edition_id text primary key references editions,
    state text not null check (state in ('committed', 'revealed')),
    secret text not null,
    commitment text not null,
    event text not null,
    event_on date not null,
    committed_at timestamptz not null,
    outcome text,
    seed text,
    revealed_at timestamptz,
    check ((state = 'revealed') = (seed is not null and outcome is not null and revealed_at is not null))
  )`.execute(db)
}
