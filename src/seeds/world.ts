import { type Actor, house } from '#kit/actor.ts'
import { addDays, type Day, dayOf, warsaw } from '#kit/dates.ts'
import type { Ctx } from '#platform/context.ts'
import type { Db } from '#platform/db.ts'
import type { CastKey } from '#seeds/cast.ts'

/** The demo world while it is being filled. Parts keep what later parts need in `ids` ("draft.park") and the cast in `actors`. */
export type World = {
  readonly db: Db
  readonly today: Day
  readonly ids: Map<string, string>
  readonly actors: Map<CastKey, Actor>
  /** Of the installation. */
  readonly secret: string
  /** Acts as somebody of the cast (or the house), so many days ago, at a time of day. */
  readonly ctx: (who: CastKey | 'house', daysAgo?: number, time?: string) => Ctx
}

export type SeedPart = (world: World) => Promise<void>

/** Fills an empty database by the product's own actions, so that every fact, letter and rule is real. */
export async function fillWorld(db: Db, wall: Date, seedParts: readonly SeedPart[], secret = 'x'.repeat(32)): Promise<World> {
  const today = dayOf(wall)
  const actors = new Map<CastKey, Actor>()
  const world: World = {
    db,
    today,
    ids: new Map(),
    actors,
    secret,
    ctx(who, daysAgo = 0, time = '12:00') {
      const moment = warsaw(addDays(today, -daysAgo), time)
      const now = moment < wall ? moment : wall
      const actor = who === 'house' ? house : actors.get(who)
      if (!actor) throw new Error(`${who} has not entered the world yet`)
      // whoever came sixty days ago has had an account for sixty days
      return { db, actor, now, wall: now, locale: 'pl' }
    },
  }
  for (const part of seedParts) await part(world)
  return world
}

/** Fills the world only where there is nobody yet; a second start finds it standing. */
export async function fillWorldOnce(db: Db, wall: Date, seedParts: readonly SeedPart[], secret: string): Promise<void> {
  const done = await db.selectFrom('settings').select('value').where('name', '=', 'demo-world').executeTakeFirst()
  if (done) return
  await db.transaction().execute(async trx => {
    const world = await fillWorld(trx, wall, seedParts, secret)
    await trx
      .insertInto('settings')
      .values({ name: 'demo-world', value: JSON.stringify({ today: world.today, ids: Object.fromEntries(world.ids) }) })
      .execute()
  })
}
