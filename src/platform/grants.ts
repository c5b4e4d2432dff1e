import { sql } from 'kysely'
import type { Db } from '#platform/db.ts'

/**
 * What the running product may do where it has a role of its own (the embedded server): everything but changing or
 * deleting links of the ledger's chain. With one DATABASE_URL for all, only the trigger guards the chain, and the status page says so.
 */
export async function grantToApp(owner: Db, role = 'app'): Promise<void> {
  const { rows } = await sql`select 1 from pg_roles where rolname = ${role}`.execute(owner)
  if (rows.length === 0) return
  const app = sql.id(role)
  for (const schema of ['public', 'graphile_worker']) {
    await sql`grant usage on schema ${sql.id(schema)} to ${app}`.execute(owner)
    await sql`grant select, insert, update, delete on all tables in schema ${sql.id(schema)} to ${app}`.execute(owner)
    await sql`grant usage on all sequences in schema ${sql.id(schema)} to ${app}`.execute(owner)
    await sql`grant execute on all functions in schema ${sql.id(schema)} to ${app}`.execute(owner)
  }
  await openRows(owner)
  await sql`revoke update, delete, truncate on ledger_chain from ${app}`.execute(owner)
}

/** The queue of jobs lets only the owner of its tables see rows; the product puts jobs in and takes them out in a role of its own. */
async function openRows(owner: Db): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'graphile_worker'::regnamespace and relrowsecurity`.execute(owner)
  for (const { name } of rows) await sql`alter table ${sql.id('graphile_worker', name)} disable row level security`.execute(owner)
}

/** Is the chain guarded by rights, or by the trigger alone? */
export async function chainGuard(db: Db): Promise<'rights' | 'trigger'> {
  const { rows } = await sql<{ may: boolean }>`select has_table_privilege(current_user, 'ledger_chain', 'UPDATE') as may`.execute(db)
  return rows[0]?.may ? 'trigger' : 'rights'
}
