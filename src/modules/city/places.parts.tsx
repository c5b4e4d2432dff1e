import { kindOf } from '#modules/city/news.rules.ts'
import { type Territory, territoryTitle, whereOf } from '#modules/programme/territories/territories.rules.ts'
import { paths, url } from '#paths'

/** What each territory is called, by its id. */
export type PlaceNames = ReadonlyMap<string, string>

const addresses = { need: paths.need, idea: paths.idea, project: paths.project } as const
/** Where a thing lives; undefined for what has no page of its own. */
export function addressOfThing(id: string): string | undefined {
  const kind = kindOf(id)
  return kind && url(addresses[kind], { id })
}

/** The page of a district, or of the whole city. */
export const addressOfPlace = (territory: Pick<Territory, 'kind' | 'number' | 'id'>): string =>
  territory.kind === 'district' ? url(paths.district, { number: whereOf(territory) }) : url(paths.city)

/** "XIII Podgórze", or the given words for the whole city. */
export const placeName = (territory: Territory | undefined, wholeCity: string): string =>
  !territory ? '' : territory.kind === 'city' ? wholeCity : territoryTitle(territory)
