import { assert } from '#kit/refusal.ts'
import { startFollow } from '#modules/following/follows.actions.ts'
import { type Followed, ofPlace, ofRole, ofSearch, ofTheme, ofThing } from '#modules/following/follows.rules.ts'
import { ideasThings } from '#modules/ideas/ideas.things.ts'
import { proposalsThings } from '#modules/proposals/proposals.things.ts'
import { lemmasOf } from '#platform/words.ts'
import type { CastKey } from '#seeds/cast.ts'
import { known } from '#seeds/projects.seed.ts'
import type { SeedPart, World } from '#seeds/world.ts'

/** What the cast wants to hear about: places they live in, a theme, a search, a project of the neighbours, an ambassador. */
export const followingSeed: SeedPart = async world => {
  const district = (number: number) => known(world, `district.${number}`)
  const search = (words: string, where: number) => ofSearch(words, lemmasOf(words), district(where))
  await follow(world, 'olga', [ofPlace(district(16)), ofTheme('dzieci-i-sport'), ofThing(known(world, 'project.park'))])
  await follow(world, 'marta', [ofPlace(district(13)), ofRole('ambassador', district(13)), search('ławki i cień', 13)])
  await follow(world, 'tadeusz', [ofPlace(district(18)), ofTheme('dostepnosc')])
  await follow(world, 'kornelia', [ofPlace(known(world, 'city'))])
}

async function follow(world: World, who: CastKey, all: readonly Followed[]): Promise<void> {
  for (const followed of all) {
    const verdict = await startFollow(world.ctx(who, 20, '19:00'), [...ideasThings, ...proposalsThings], followed)
    assert(verdict.ok, `${who} could not follow ${followed.target}: ${verdict.ok ? '' : verdict.why}`)
  }
}
