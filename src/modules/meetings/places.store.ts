import { hasMeetings, mayCall, pathOf } from '#modules/meetings/meetings.rules.ts'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import type { Edition } from '#modules/programme/programme.rules.ts'
import type { Territory } from '#modules/programme/territories/territories.rules.ts'
import { listTerritories } from '#modules/programme/territories/territories.store.ts'
import type { Ctx } from '#platform/context.ts'

/** A territory and, where it is a smaller area, the district it lies in. */
export const areaIdsOf = ({ id, kind, parentId }: Territory): string[] => [
  id,
  ...(kind !== 'city' && kind !== 'district' && parentId ? [parentId] : []),
]

export type MeetingPlaces = {
  readonly edition: Edition | undefined
  /** Territories in which this edition has meetings. */
  readonly all: readonly Territory[]
  /** Those where the visitor may call one. */
  readonly callable: readonly Territory[]
}
export async function meetingPlaces(ctx: Ctx): Promise<MeetingPlaces> {
  const [edition, territories] = [await findCurrentEdition(ctx), await listTerritories(ctx)]
  if (!edition) return { edition, all: [], callable: [] }
  const all = territories.filter(territory => hasMeetings(edition, pathOf(territory)))
  const callable = all.filter(territory => mayCall(ctx.actor, { editionId: edition.id, path: pathOf(territory), areaIds: areaIdsOf(territory) }).ok)
  return { edition, all, callable }
}
