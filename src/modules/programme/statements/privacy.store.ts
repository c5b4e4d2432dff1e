import type { Controller, LastSweep } from '#modules/programme/statements/privacy.rules.ts'
import type { Ctx } from '#platform/context.ts'
import { latestFacts } from '#platform/ledger.ts'

const name = 'controller'

export async function findController({ db }: Ctx): Promise<Controller | undefined> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value as Controller | undefined
}

export async function keepController({ db }: Ctx, controller: Controller): Promise<void> {
  const value = JSON.stringify(controller)
  await db
    .insertInto('settings')
    .values({ name, value })
    .onConflict(clash => clash.column('name').doUpdateSet({ value }))
    .execute()
}

/** The last nightly deletion, as the ledger tells it. */
export async function findLastSweep(ctx: Ctx): Promise<LastSweep | undefined> {
  const [fact] = await latestFacts(ctx, { limit: 1, facts: ['retention.swept'] })
  const said = fact?.payload as Partial<LastSweep> | undefined
  return fact && { at: fact.at, removed: said?.removed ?? {}, failed: said?.failed ?? [] }
}
