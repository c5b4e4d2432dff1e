import { type Kysely, sql } from 'kysely'

/** The secret of a draw is made again from the installation's own secret and what lies here; a draw announced before keeps what it has. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table draws alter column secret drop not null, add column nonce text,
    add check (nonce is null or (secret is not null) = (state = 'revealed')), add check (nonce is not null or secret is not null)`.execute(db)
}
