import { listActiveAmbassadors } from '#modules/ambassadors/ambassadors.store.ts'
import { type Company, livelyFirst } from '#modules/city/project/company.rules.ts'
import { roundsOf, standingOf } from '#modules/discussions/talks.rules.ts'
import { listOpenTalks } from '#modules/discussions/talks.store.ts'
import { hasMeetings } from '#modules/meetings/meetings.rules.ts'
import { listComingMeetings } from '#modules/meetings/meetings.store.ts'
import { type Edition, hasPart } from '#modules/programme/programme.rules.ts'
import type { Ctx } from '#platform/context.ts'

type Wanted = { readonly territoryId?: string; readonly meetings: number; readonly talks: number }

/** The next meetings, the open talks and, of one place, its ambassadors. */
export async function companyOf(ctx: Ctx, edition: Edition, { territoryId, meetings, talks }: Wanted): Promise<Company> {
  const place = territoryId === undefined ? {} : { territoryId }
  const [coming, open, ambassadors] = await Promise.all([
    hasMeetings(edition) ? listComingMeetings(ctx, { ...place, limit: meetings }) : [],
    hasPart(edition, 'discussions') ? listOpenTalks(ctx, { ...place, editionId: edition.id, limit: territoryId ? talks : 100 }) : [],
    territoryId !== undefined && hasPart(edition, 'ambassadors') && edition.rules.ambassador.publicList ? listActiveAmbassadors(ctx, place) : [],
  ])
  const standing = open.map(talk => ({ ...talk, standing: standingOf(roundsOf(talk, edition.phases), ctx.now) }))
  return { meetings: coming, talks: territoryId ? standing : livelyFirst(standing).slice(0, talks), ambassadors }
}
