import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    origins: { from_id: string; to_id: string; at: Date }
  }
}

/** "This grew out of that": the only tie between an upper thing and a lower one. Saying it twice changes nothing. */
export async function addOrigin({ db, now }: Ctx, fromId: string, toId: string): Promise<void> {
  await db
    .insertInto('origins')
    .values({ from_id: fromId, to_id: toId, at: now })
    .onConflict(clash => clash.doNothing())
    .execute()
}

/** Everything a thing grew out of, near or far, without the thing itself. */
export const ancestorsOf = ({ db }: Ctx, id: string): Promise<string[]> => walk(db, id, sql`from_id`, sql`to_id`)
/** Everything that grew out of a thing. */
export const descendantsOf = ({ db }: Ctx, id: string): Promise<string[]> => walk(db, id, sql`to_id`, sql`from_id`)

async function walk(db: Ctx['db'], id: string, next: ReturnType<typeof sql>, here: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive tree(id) as (select ${next} from origins where ${here} = ${id} union select o.${next} from origins o join tree on o.${here} = tree.id)
    select id from tree where id <> ${id}`.execute(db)
  return rows.map(row => row.id)
}

/** What grew out of each of these, near or far, in one statement. */
export async function offspringOf({ db }: Ctx, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ root: string; id: string }>`
    with recursive tree(root, id) as (
      select from_id, to_id from origins where from_id in (${sql.join(ids)})
      union select tree.root, o.to_id from origins o join tree on o.from_id = tree.id)
    select root, id from tree where id <> root order by root, id`.execute(db)
  const found = new Map<string, string[]>()
  for (const { root, id } of rows) found.set(root, [...(found.get(root) ?? []), id])
  return found
}

/** What something grew out of, and what grew from it, is said of its heir too, but for these. */
export async function passOrigins({ db, now }: Ctx, id: string, heir: string, except: readonly string[]): Promise<void> {
  await sql`insert into origins (from_id, to_id, at) select o.from_id, ${heir}::text, ${now}::timestamptz from origins o
      where o.to_id = ${id} and not o.from_id = any(${except})
    union select ${heir}::text, o.to_id, ${now}::timestamptz from origins o where o.from_id = ${id} and not o.to_id = any(${except})
    on conflict do nothing`.execute(db)
}
