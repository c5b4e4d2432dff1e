import type { Generated } from 'kysely'
import type { Grant, Role, Scope } from '#kit/actor.ts'
import type { KeptGrant } from '#modules/people/people.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    grants: {
      id: string
      person_id: string
      role: Role
      edition_id: string | null
      territory_id: string | null
      unit_id: string | null
      since: Date
      until: Date | null
      granted_by: string
      ended_by: Generated<string | null>
    }
  }
}

/** Every role a person has or had, newest first. */
export async function listGrants({ db }: Ctx, personId: string): Promise<KeptGrant[]> {
  const rows = await db.selectFrom('grants').selectAll().where('person_id', '=', personId).orderBy('since', 'desc').orderBy('id').execute()
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    role: row.role,
    editionId: row.edition_id ?? undefined,
    territoryId: row.territory_id ?? undefined,
    unitId: row.unit_id ?? undefined,
    since: row.since,
    until: row.until ?? undefined,
  }))
}

export async function insertGrant(ctx: Ctx, id: string, personId: string, grant: Grant, until: Date | undefined): Promise<void> {
  await ctx.db
    .insertInto('grants')
    .values({
      id,
      person_id: personId,
      role: grant.role,
      edition_id: grant.editionId ?? null,
      territory_id: grant.territoryId ?? null,
      unit_id: grant.unitId ?? null,
      since: ctx.wall,
      until: until ?? null,
      granted_by: ctx.actor.id,
    })
    .execute()
}

/** The running grant of just this role and scope, if there is one. */
export async function findRunningGrant({ db, wall }: Ctx, personId: string, grant: Grant): Promise<string | undefined> {
  const same = (scope: Scope[keyof Scope]) => scope ?? null
  const row = await db
    .selectFrom('grants')
    .select('id')
    .where('person_id', '=', personId)
    .where('role', '=', grant.role)
    .where('edition_id', 'is not distinct from', same(grant.editionId))
    .where('territory_id', 'is not distinct from', same(grant.territoryId))
    .where('unit_id', 'is not distinct from', same(grant.unitId))
    .where(is => is.or([is('until', 'is', null), is('until', '>', wall)]))
    .executeTakeFirst()
  return row?.id
}

/** False when the grant has ended already. */
export async function endGrant({ db, wall, actor }: Ctx, id: string): Promise<boolean> {
  const done = await db
    .updateTable('grants')
    .set({ until: wall, ended_by: actor.id })
    .where('id', '=', id)
    .where(is => is.or([is('until', 'is', null), is('until', '>', wall)]))
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
