import { assert } from '#kit/refusal.ts'
import { openDistrictTalks, openThemeTalk } from '#modules/discussions/talks.actions.ts'
import { listOpenTalks } from '#modules/discussions/talks.store.ts'
import type { SeedPart, World } from '#seeds/world.ts'

const themes = [
  ['klimat', 'Upał, woda i cień'],
  ['dostepnosc', 'Miasto bez barier'],
  ['mlodzi', 'Miejsca dla młodych'],
] as const

/** A talk in every district, three themes of the city: "talk.13", "talk.klimat". */
export const talksSeed: SeedPart = async world => {
  const opened = await openDistrictTalks(world.ctx('kornelia', 31, '08:30'))
  assert(opened.ok, 'the talks of the districts')
  for (const [name, theme] of themes) {
    const talk = await openThemeTalk(world.ctx('kornelia', 31, '08:45'), `key_seed_talk_${name}`, theme)
    assert(talk.ok && talk.id, `the talk about ${name}`)
    world.ids.set(`talk.${name}`, talk.id)
  }
  await nameTalks(world)
}

async function nameTalks(world: World): Promise<void> {
  const talks = await listOpenTalks(world.ctx('house'), { editionId: world.ids.get('edition') ?? '' })
  for (const talk of talks) if (talk.territoryNumber !== null) world.ids.set(`talk.${talk.territoryNumber}`, talk.id)
}
