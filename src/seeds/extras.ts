import type { Actor } from '#kit/actor.ts'
import { assert } from '#kit/refusal.ts'
import { declareAddress } from '#modules/people/own/address.actions.ts'
import { ensurePersonByEmail, enterPerson } from '#modules/people/people.actions.ts'
import { actorOf, confirmPerson } from '#modules/people/people.store.ts'
import { plainName } from '#modules/programme/territories/territories.rules.ts'
import type { Ctx } from '#platform/context.ts'
import type { World } from '#seeds/world.ts'

type Extra = {
  /** Number of the district they have declared. */
  readonly district?: number
  readonly noEmail?: true
}
const cameDaysAgo = 60
const keyOf = (name: string) => `person.extra.${plainName(name)}`

/** Enters a resident who is not in the demo bar, by name; the same name again is the same person. "person.extra.annagil" in `ids`. */
export async function extra(world: World, name: string, { district, noEmail }: Extra = {}): Promise<Actor> {
  const known = world.ids.get(keyOf(name))
  const id = known ?? (noEmail ? await enter(world, name) : await join(world, name))
  if (!known && district !== undefined) await settle(world, id, district)
  world.ids.set(keyOf(name), id)
  return actorOf(world.ctx('house'), id)
}

/** Acts as anybody, so many days ago, at a time of day. */
export const actingIn = (world: World, actor: Actor, daysAgo = 0, time = '12:00'): Ctx => ({ ...world.ctx('house', daysAgo, time), actor })

async function join(world: World, name: string): Promise<string> {
  const ctx = world.ctx('house', cameDaysAgo)
  const id = await ensurePersonByEmail(ctx, { email: `${plainName(name)}@demo.example`, name })
  await confirmPerson(ctx, id, name)
  return id
}

async function enter(world: World, name: string): Promise<string> {
  const entered = await enterPerson(world.ctx('celina', cameDaysAgo), { name, phone: '600 100 201' })
  assert(entered.ok && entered.id, `${name} was refused`)
  return entered.id
}

async function settle(world: World, id: string, district: number): Promise<void> {
  const districtId = world.ids.get(`district.${district}`)
  assert(districtId, `district ${district} is not in the world yet`)
  const address = { street: 'ul. Przykładowa', houseNo: '9', postcode: '30-001', districtId, stated: true }
  assert((await declareAddress(world.ctx('house', cameDaysAgo - 5), id, address)).ok, 'an address was refused')
}
