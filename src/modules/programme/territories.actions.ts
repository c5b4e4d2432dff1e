import { newId } from '#kit/ids.ts'
import { addTerritory, findCity, listDistricts } from '#modules/programme/territories.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

export type CityPlan = { readonly name: string; readonly districts: readonly { readonly number: number; readonly name: string }[] }

/** The city and its districts, once; what is there already stays, what is missing is added. */
export async function foundCity(ctx: Ctx, plan: CityPlan): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const city = (await findCity(ctx)) ?? { id: newId('territory'), kind: 'city' as const, number: null, name: plan.name, parentId: null }
    const there = await listDistricts(ctx)
    const missing = plan.districts.filter(({ number }) => !there.some(district => district.number === number))
    if (!(await findCity(ctx))) await addTerritory(ctx, city)
    for (const { number, name } of missing) await addTerritory(ctx, { id: newId('territory'), kind: 'district', number, name, parentId: city.id })
    if (missing.length > 0) await record(ctx, 'territories.founded', city.id, { city: city.name, districts: missing.length })
  })
}
