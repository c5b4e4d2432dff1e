import { sql } from 'kysely'
import type { Db } from '#platform/db.ts'

/**
 * What the running product may do where it has a role of its own (the embedded server): everything but touching
 * the ledger's chain, which only the sequencer grows. With one DATABASE_URL for all, only the trigger guards the chain, and the status page says so.
 */
export async function grantToApp(owner: Db, role = 'app'): Promise<void> {
  const { rows } = await sql`select 1 from pg_roles where rolname = ${role}`.execute(owner)
  if (rows.length === 0) return
  const app = sql.id(role)
  await sql`grant usage on schema public to ${app}`.execute(owner)
  await sql`grant select, insert, update, delete on all tables in schema public to ${app}`.execute(owner)
  await sql`grant usage on all sequences in schema public to ${app}`.execute(owner)
  await sql`grant execute on all functions in schema public to ${app}`.execute(owner)
  await sql`revoke insert, update, delete, truncate on ledger_chain from ${app}`.execute(owner)
}

/** Is the chain guarded by rights, or by the trigger alone? */
export async function chainGuard(db: Db): Promise<'rights' | 'trigger'> {
  const { rows } = await sql<{ may: boolean }>`select has_table_privilege(current_user, 'ledger_chain', 'UPDATE') as may`.execute(db)
  return rows[0]?.may ? 'trigger' : 'rights'
}
