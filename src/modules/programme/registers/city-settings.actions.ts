import { no, type Verdict, yes } from '#kit/verdict.ts'
import { mayManage } from '#modules/programme/programme.rules.ts'
import type { CitySettings } from '#modules/programme/registers/city-settings.rules.ts'
import { keepCitySettings } from '#modules/programme/registers/city-settings.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

export async function describeCity(ctx: Ctx, settings: CitySettings): Promise<Verdict<'not-yours' | 'changed-meanwhile'>> {
  const verdict = mayManage(ctx.actor)
  if (!verdict.ok) return verdict
  return inTransaction(ctx, async ctx => {
    if (!(await keepCitySettings(ctx, settings))) return no('changed-meanwhile')
    await record(ctx, 'city.described', 'city', { name: settings.programmeName })
    return yes
  })
}
