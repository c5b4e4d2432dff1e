import type { Verdict } from '#kit/verdict.ts'
import { no } from '#kit/verdict.ts'
import { hasSpace, openIn, type SeasonWhy } from '#modules/ideas/space.rules.ts'
import type { PhaseKind } from '#modules/programme/calendar.rules.ts'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import type { Edition } from '#modules/programme/programme.rules.ts'
import { type Territory, whereOf } from '#modules/programme/territories/territories.rules.ts'
import { listDistricts, theCity } from '#modules/programme/territories/territories.store.ts'
import type { Ctx } from '#platform/context.ts'

/** What the joint space is right now: the edition, what its calendar opens, and the places it covers. */
export type Season = {
  readonly edition: Edition | undefined
  readonly open: (kind: PhaseKind) => Verdict<SeasonWhy>
  /** The city and its districts, as far as this edition has a path for them. */
  readonly places: readonly Territory[]
}

export async function readSeason(ctx: Ctx): Promise<Season> {
  const [edition, city, districts] = await Promise.all([findCurrentEdition(ctx), theCity(ctx), listDistricts(ctx)])
  const places = edition ? [city, ...districts].filter(place => hasSpace(edition, place)) : []
  return { edition, places, open: kind => openIn(edition, kind, ctx.now) }
}

export const placeByWhere = (season: Season, where: string | undefined): Territory | undefined =>
  where ? season.places.find(place => whereOf(place) === where) : undefined

/** The calendar's answer for something of an edition: what belongs to an earlier one is over. */
export async function openFor(ctx: Ctx, said: { readonly editionId: string }, kind: PhaseKind): Promise<Verdict<SeasonWhy>> {
  const edition = await findCurrentEdition(ctx)
  return edition && edition.id !== said.editionId ? no('phase-over') : openIn(edition, kind, ctx.now)
}
