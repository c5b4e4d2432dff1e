import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    carried_rows: { carrier_id: string; place: string; row_key: unknown; from_id: string }
  }
}

/**
 * A table whose rows hang on a thing by the column `by`, and what becomes of them when the thing goes on in another one:
 * `along` they move; `united` everybody's row stays and is copied, one per person (`fresh` is the column that needs a new id);
 * `stays` they belong to the original alone, and `why` says so. Each module names its own; `house/hangings.test.ts` finds a forgotten one.
 */
export type Hanging = { readonly table: string; readonly by: string } & (
  | { readonly goes: 'along'; readonly key: readonly string[]; readonly once?: Once; readonly answers?: string }
  | { readonly goes: 'united'; readonly person: string; readonly fresh?: string; readonly where?: string }
  | { readonly goes: 'stays'; readonly why: string }
)
/** At most one row with these columns may hang on a thing, among those that satisfy `where`; a second one stays where it was. */
type Once = { readonly columns: readonly string[]; readonly where: string }
type Along = Extract<Hanging, { goes: 'along' }>
type United = Extract<Hanging, { goes: 'united' }>

/** What hangs on a thing goes on with its successors: what moves goes to the first, what is united to each. */
export async function carryOn(
  ctx: Ctx,
  hangings: readonly Hanging[],
  carrierId: string,
  fromIds: readonly string[],
  toIds: readonly string[],
): Promise<void> {
  for (const hanging of hangings) {
    if (hanging.goes === 'along') for (const from of fromIds) await move(ctx, hanging, carrierId, from, toIds[0] ?? '')
    if (hanging.goes === 'united') for (const to of toIds) await copy(ctx, hanging, fromIds, to)
  }
}

async function move({ db }: Ctx, hanging: Along, carrierId: string, from: string, to: string): Promise<void> {
  const { table, by, key } = hanging
  await sql`with moved as (
      update ${sql.table(table)} as t set ${sql.ref(by)} = ${to} where t.${sql.ref(by)} = ${from} and ${isFree(hanging, to)}
      returning ${sql.join(key.map(column => sql`t.${sql.ref(column)}`))})
    insert into carried_rows (carrier_id, place, row_key, from_id) select ${carrierId}, ${table}, to_jsonb(moved), ${from} from moved`.execute(db)
}

/** Nothing of the same kind hangs there already. */
function isFree({ table, by, once }: Along, to: string): RawBuilder<boolean> {
  if (!once) return sql<boolean>`true`
  const same = sql.join(
    once.columns.map(column => sql`o.${sql.ref(column)} = t.${sql.ref(column)}`),
    sql` and `,
  )
  const where = sql.raw(once.where)
  return sql<boolean>`not (${where} and exists (select from (select * from ${sql.table(table)} where ${where}) o where o.${sql.ref(by)} = ${to} and ${same}))`
}

async function copy({ db }: Ctx, { table, by, fresh, where }: United, fromIds: readonly string[], to: string, unless: readonly string[] = []) {
  const id = fresh ? sql` || jsonb_build_object(${sql.lit(fresh)}, ${sql.lit(`${table}_`)} || md5(s.${sql.ref(fresh)} || ${to}))` : sql``
  await sql`insert into ${sql.table(table)}
    select (jsonb_populate_record(null::${sql.table(table)}, to_jsonb(s) || jsonb_build_object(${sql.lit(by)}, ${to}::text)${id})).*
    from ${sql.table(table)} s where s.${sql.ref(by)} = any(${fromIds}) and ${where ? sql.raw(where) : sql`true`}
      and not s.${sql.ref(by)} = any(${unless}) on conflict do nothing`.execute(db)
}

/**
 * Back again: each row that went along returns to where it came from if it still is there, what answers it goes with it, and whatever
 * came since goes to `heir`. Copies of the originals' rows go; whoever came since is kept.
 */
export async function carryBack(
  ctx: Ctx,
  hangings: readonly Hanging[],
  back: { readonly carrierId: string; readonly fromIds: readonly string[]; readonly toIds: readonly string[]; readonly heir: string },
): Promise<void> {
  for (const hanging of hangings) {
    if (hanging.goes === 'along') await moveBack(ctx, hanging, back)
    if (hanging.goes === 'united') await sortOut(ctx, hanging, back)
  }
  await ctx.db.deleteFrom('carried_rows').where('carrier_id', '=', back.carrierId).execute()
}
type Back = Parameters<typeof carryBack>[2]

async function moveBack({ db }: Ctx, hanging: Along, { carrierId, fromIds, heir }: Back): Promise<void> {
  const { table, by, answers, key } = hanging
  const own = sql.ref(by)
  await sql`update ${sql.table(table)} t set ${own} = c.from_id from carried_rows c
    where c.carrier_id = ${carrierId} and c.place = ${table} and t.${own} = any(${fromIds}) and to_jsonb(t) @> c.row_key`.execute(db)
  for (let followed = answers !== undefined; followed && answers; ) {
    const parent = sql.ref(key[0] ?? 'id')
    const moved = await sql`update ${sql.table(table)} t set ${own} = p.${own} from ${sql.table(table)} p
      where t.${own} = any(${fromIds}) and p.${parent} = t.${sql.ref(answers)} and not p.${own} = any(${fromIds})`.execute(db)
    // answers to answers follow in the next round
    followed = (moved.numAffectedRows ?? 0n) > 0n
  }
  await sql`update ${sql.table(table)} t set ${own} = ${heir} where t.${own} = any(${fromIds}) and ${isFree(hanging, heir)}`.execute(db)
}

async function sortOut(ctx: Ctx, hanging: United, { fromIds, toIds, heir }: Back): Promise<void> {
  const { table, by, person, where } = hanging
  const [own, whose, only] = [sql.ref(by), sql.ref(person), where ? sql.raw(where) : sql`true`]
  await sql`delete from ${sql.table(table)} t where t.${own} = any(${fromIds}) and ${only}
    and exists (select from ${sql.table(table)} o where o.${own} = any(${toIds}) and o.${whose} = t.${whose} and ${only})`.execute(ctx.db)
  await copy(ctx, hanging, fromIds, heir)
  await sql`delete from ${sql.table(table)} t where t.${own} = any(${fromIds}) and ${only}`.execute(ctx.db)
}
