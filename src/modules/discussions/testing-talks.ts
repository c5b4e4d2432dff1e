import { sql } from 'kysely'
import type { Actor } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { paths, url } from '#paths'
import { peopleSeed, residenceSeed } from '#seeds/people.seed.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { talksSeed } from '#seeds/talks.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld, type World } from '#seeds/world.ts'
import { expectDone, openHouse, type TestHouse } from '#web/testing.ts'

type Who = Parameters<World['actors']['get']>[0]
export type TalkHouse = {
  readonly house: TestHouse
  readonly world: World
  readonly who: (key: Who) => Actor
  /** The id of a talk by its name in the world: "13", "klimat". */
  readonly talk: (name: string) => string
  /** Says something in a talk; answers the id of the comment. */
  readonly say: (name: string, fields?: Record<string, string>, actor?: Actor) => Promise<string>
  /** So few people speak in these tests so often that the house would slow them down. */
  readonly unhurry: () => Promise<void>
}
export const talkDay = new Date('2026-03-12T10:00:00Z')
export const said = (fields: Record<string, string> = {}) => ({ key: newId('key'), kind: 'for', text: 'Tu naprawdę brakuje cienia.', ...fields })

export async function openTalkHouse(): Promise<TalkHouse> {
  const house = await openHouse({ now: talkDay })
  const world = await fillWorld(house.db, talkDay, [peopleSeed, territoriesSeed, programmeSeed, residenceSeed, talksSeed])
  const who = (key: Who): Actor => {
    const actor = world.actors.get(key)
    if (!actor) throw new Error(key)
    return actor
  }
  const talk = (name: string) => world.ids.get(`talk.${name}`) ?? ''
  return {
    house,
    world,
    who,
    talk,
    async say(name, fields = {}, actor = who('olga')) {
      const to = expectDone(await house.as(actor).post(url(paths.talkComments, { id: talk(name) }), said(fields)))
      return to.split('#')[1] ?? ''
    },
    async unhurry() {
      await sql`delete from slow_modes`.execute(house.db)
      await sql`delete from posts_counted`.execute(house.db)
    },
  }
}
