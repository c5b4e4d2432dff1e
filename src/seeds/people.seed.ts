import type { Scope } from '#kit/actor.ts'
import { assert } from '#kit/refusal.ts'
import { declareAddress } from '#modules/people/own/address.actions.ts'
import { ensurePersonByEmail, enterPerson, grantRole } from '#modules/people/people.actions.ts'
import { actorOf, confirmPerson } from '#modules/people/people.store.ts'
import { type CastKey, cast, emailOf, type Part } from '#seeds/cast.ts'
import type { SeedPart, World } from '#seeds/world.ts'

const parts = Object.entries(cast) as readonly [CastKey, Part][]
const cameDaysAgo = 60

/** The cast enters: everybody with a name and, where it needs no place or unit yet, a role. First of all parts. */
export const peopleSeed: SeedPart = async world => {
  const ids = new Map<CastKey, string>()
  for (const [key, part] of parts.filter(([, part]) => !part.noEmail)) {
    const ctx = world.ctx('house', cameDaysAgo)
    const id = await ensurePersonByEmail(ctx, { email: emailOf(key), name: part.name })
    await confirmPerson(ctx, id, part.name)
    if (part.role && !inPlace(part)) await grantRole(ctx, id, { role: part.role })
    ids.set(key, id)
    world.actors.set(key, await actorOf(ctx, id))
  }
  for (const [key, part] of parts.filter(([, part]) => part.noEmail)) {
    const entered = await enterPerson(world.ctx('celina', cameDaysAgo - 20), { name: part.name, phone: '600 100 200' })
    assert(entered.ok && entered.id, `${key} was refused`)
    ids.set(key, entered.id)
    world.actors.set(key, await actorOf(world.ctx('house'), entered.id))
  }
  for (const [key, id] of ids) world.ids.set(`person.${key}`, id)
  const told = parts.map(([key, part]) => ({ key, id: ids.get(key), about: part.about }))
  const value = JSON.stringify(told)
  await world.db
    .insertInto('settings')
    .values({ name: 'demo-people', value })
    .onConflict(clash => clash.column('name').doUpdateSet({ value }))
    .execute()
}

/** Their homes and their roles in a place or a unit. Runs once territories and units are in the world. */
export const residenceSeed: SeedPart = async world => {
  for (const [key, part] of parts) {
    const id = known(world, `person.${key}`)
    if (part.district !== undefined) await settle(world, id, known(world, `district.${part.district}`))
    if (part.role && inPlace(part)) await grantRole(world.ctx('house', cameDaysAgo), id, { role: part.role, ...placeOf(world, part) })
    world.actors.set(key, await actorOf(world.ctx('house'), id))
  }
}

/** A role of a unit, or of an ambassador in their district. */
const inPlace = (part: Part) => part.unit !== undefined || part.role === 'ambassador'
const placeOf = (world: World, part: Part): Scope =>
  part.unit ? { unitId: known(world, `unit.${part.unit}`) } : { territoryId: known(world, `district.${part.district}`) }

async function settle(world: World, id: string, districtId: string): Promise<void> {
  const address = { street: 'ul. Przykładowa', houseNo: '7', postcode: '30-001', districtId, stated: true }
  const verdict = await declareAddress(world.ctx('house', cameDaysAgo - 25), id, address)
  assert(verdict.ok, 'an address was refused')
}

function known(world: World, key: string): string {
  const id = world.ids.get(key)
  assert(id, `${key} is not in the world yet`)
  return id
}
