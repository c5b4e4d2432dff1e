import type { Db } from '#platform/db.ts'

/** How far the demo has moved the programme's clock, in milliseconds; 0 outside the demo. One clock for all. */
export async function demoOffset(db: Db): Promise<number> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', 'demo-clock-offset').executeTakeFirst()
  return Number(row?.value ?? 0)
}

export async function setDemoOffset(db: Db, offset: number): Promise<void> {
  const value = JSON.stringify(offset)
  await db
    .insertInto('settings')
    .values({ name: 'demo-clock-offset', value })
    .onConflict(clash => clash.column('name').doUpdateSet({ value }))
    .execute()
}
