import type { Verdict } from '#kit/verdict.ts'
import { yes } from '#kit/verdict.ts'
import type { DistrictResidents } from '#modules/ambassadors/workspace/residents.rules.ts'
import { replaceDistrictResidents } from '#modules/ambassadors/workspace/residents.store.ts'
import { mayManage } from '#modules/programme/programme.rules.ts'
import { theCity } from '#modules/programme/territories/territories.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

/** How many people live in each district, and where the city has it from. */
export async function countDistricts(ctx: Ctx, rows: readonly DistrictResidents[], source: string): Promise<Verdict<'not-yours'>> {
  const verdict = mayManage(ctx.actor)
  if (!verdict.ok) return verdict
  return inTransaction(ctx, async ctx => {
    await replaceDistrictResidents(ctx, rows)
    await record(ctx, 'residents.of-district', (await theCity(ctx)).id, { districts: rows.length, source })
    return yes
  })
}
