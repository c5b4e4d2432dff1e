import { sql } from 'kysely'
import type { Address, KeptAddress } from '#modules/people/own/address.rules.ts'
import { levelBy } from '#modules/people/people.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    person_details: { person_id: string; street: string; house_no: string; postcode: string; declared_at: Date }
  }
}

/** The vault: asked only for its own person, and for a clerk whose look is recorded. */
export async function findAddress({ db }: Ctx, personId: string): Promise<KeptAddress | undefined> {
  const row = await db.selectFrom('person_details').selectAll().where('person_id', '=', personId).executeTakeFirst()
  return row && { street: row.street, houseNo: row.house_no, postcode: row.postcode, declaredAt: row.declared_at }
}

export async function keepAddress({ db, wall }: Ctx, personId: string, districtId: string, address: Address): Promise<void> {
  const row = { street: address.street, house_no: address.houseNo, postcode: address.postcode, declared_at: wall }
  await db
    .insertInto('person_details')
    .values({ person_id: personId, ...row })
    .onConflict(clash => clash.column('person_id').doUpdateSet(row))
    .execute()
  await db
    .updateTable('persons')
    .set({ district_id: districtId, level: levelBy('address'), version: sql`version + 1` })
    .where('id', '=', personId)
    .where('erased_at', 'is', null)
    .execute()
}

/** False when there was none. */
export async function dropAddress({ db }: Ctx, personId: string): Promise<boolean> {
  const gone = await db.deleteFrom('person_details').where('person_id', '=', personId).executeTakeFirst()
  await db
    .updateTable('persons')
    .set({ district_id: null, level: 0, version: sql`version + 1` })
    .where('id', '=', personId)
    .where('erased_at', 'is', null)
    .execute()
  return gone.numDeletedRows === 1n
}
