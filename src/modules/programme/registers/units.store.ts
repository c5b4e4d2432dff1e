import type { Generated } from 'kysely'
import { notFound } from '#kit/refusal.ts'
import type { Unit } from '#modules/programme/registers/units.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    units: { id: string; key: string; code: string; name: string; topics: string[]; sla_days: number; version: Generated<number> }
  }
}

const units = ({ db }: Ctx) => db.selectFrom('units').select(['id', 'code', 'name', 'topics', 'sla_days as slaDays', 'version'])

export const listUnits = (ctx: Ctx): Promise<Unit[]> => units(ctx).orderBy('code').execute()
export const findUnit = (ctx: Ctx, id: string): Promise<Unit | undefined> => units(ctx).where('id', '=', id).executeTakeFirst()
export const findUnitByCode = (ctx: Ctx, code: string): Promise<Unit | undefined> => units(ctx).where('code', '=', code).executeTakeFirst()
export const findUnitByKey = (ctx: Ctx, key: string): Promise<Unit | undefined> => units(ctx).where('key', '=', key).executeTakeFirst()
export async function loadUnit(ctx: Ctx, id: string): Promise<Unit> {
  return (await findUnit(ctx, id)) ?? notFound('unit')
}

/** False when the code is taken or this form was sent before. */
export async function insertUnit({ db }: Ctx, unit: Omit<Unit, 'version'> & { key: string }): Promise<boolean> {
  const { id, key, code, name, topics, slaDays } = unit
  const done = await db
    .insertInto('units')
    .values({ id, key, code, name, topics: [...topics], sla_days: slaDays })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return Number(done.numInsertedOrUpdatedRows) === 1
}

export async function updateUnit({ db }: Ctx, unit: Unit): Promise<boolean> {
  const { id, code, name, topics, slaDays, version } = unit
  const done = await db
    .updateTable('units')
    .set({ code, name, topics: [...topics], sla_days: slaDays, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
