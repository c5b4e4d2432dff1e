import { placesOf } from '#modules/proposals/authors/authors.store.ts'
import { forgetElector, sweepLeadChanges, votesOf } from '#modules/proposals/authors/elections.store.ts'
import { forgetRequestsOf, requestsBy, sweepRequests } from '#modules/proposals/authors/requests.store.ts'
import { acceptancesOf } from '#modules/proposals/drafting/versions.store.ts'
import { formerPhotosOf, photosOf } from '#modules/proposals/place/photos.rules.ts'
import { forgetSuggestedRows, suggestedBy } from '#modules/proposals/suggestions/suggestions.store.ts'
import type { Ctx } from '#platform/context.ts'
import { eraseFilesOf } from '#platform/files.ts'

/** Everything kept about a person here: places among authors, texts written, versions accepted, changes suggested. */
export async function projectDataOf(ctx: Ctx, personId: string): Promise<Readonly<Record<string, unknown>>> {
  const written = await ctx.db
    .selectFrom('project_revisions')
    .select(['project_id as projectId', 'section', 'content', 'at'])
    .where('person_id', '=', personId)
    .orderBy('at')
    .execute()
  const named = await ctx.db
    .selectFrom('project_named_versions')
    .select(['project_id as projectId', 'name', 'at'])
    .where('person_id', '=', personId)
    .orderBy('at')
    .execute()
  return {
    places: await placesOf(ctx, personId),
    written,
    named,
    requests: await requestsBy(ctx, personId),
    leadVotes: await votesOf(ctx, personId),
    acceptances: await acceptancesOf(ctx, personId),
    suggestions: await suggestedBy(ctx, personId),
  }
}

/** Takes an erased person off unanswered invitations and unsubmitted drafts. What was submitted stays, under no name. */
export async function forgetAuthor(ctx: Ctx, personId: string): Promise<void> {
  const { db, now } = ctx
  await forgetRequestsOf(ctx, personId)
  await forgetElector(ctx, personId)
  await forgetSuggestedRows(ctx, personId)
  await db
    .deleteFrom('project_authors')
    .where('person_id', '=', personId)
    .where('state', 'in', ['invited', 'helping', 'declined', 'expired', 'withdrawn'])
    .execute()
  const unsubmitted = db.selectFrom('projects').select('id').where('state', 'in', ['draft', 'agreeing', 'continued'])
  await db
    .updateTable('project_authors')
    .set({ state: 'left', answered_at: now })
    .where('person_id', '=', personId)
    .where('state', '=', 'accepted')
    .where('project_id', 'in', unsubmitted)
    .execute()
  const led = await db
    .selectFrom('projects')
    .select('id')
    .where('lead_id', '=', personId)
    .where('state', 'in', ['draft', 'agreeing', 'continued'])
    .execute()
  for (const { id } of led) await passOn({ db, now }, id, personId)
}

/** The first co-author leads on; a draft without anybody ends. */
async function passOn({ db, now }: Pick<Ctx, 'db' | 'now'>, id: string, from: string): Promise<void> {
  const next = await db
    .selectFrom('project_authors')
    .select('person_id')
    .where('project_id', '=', id)
    .where('state', '=', 'accepted')
    .orderBy('invited_at')
    .limit(1)
    .executeTakeFirst()
  const set = next ? { lead_id: next.person_id } : { state: 'withdrawn' as const, withdrawn_at: now }
  await db
    .updateTable('projects')
    .set(set)
    .where('id', '=', id)
    .where('lead_id', '=', from)
    .where('state', 'in', ['draft', 'agreeing', 'continued'])
    .execute()
}

/** Requests to join, offers and elections of a lead that are settled. */
export const sweepSettled = async (ctx: Ctx, before: Date): Promise<number> =>
  (await sweepRequests(ctx, before)) + (await sweepLeadChanges(ctx, before))

/** Private drafts that nobody has touched for years. */
export async function sweepPrivateDrafts(ctx: Ctx, before: Date): Promise<number> {
  const gone = await ctx.db
    .deleteFrom('projects')
    .where('visibility', '=', 'private')
    .where('state', 'in', ['draft', 'agreeing', 'withdrawn'])
    .where('changed_at', '<', before)
    .returning('id')
    .execute()
  await eraseFilesOf(
    ctx,
    gone.flatMap(({ id }) => [photosOf(id), formerPhotosOf(id)]),
  )
  return gone.length
}

/** Who wrote which sentence when is of no use once the edition is long over; the text itself stays. */
export async function sweepRevisions({ db }: Ctx, before: Date): Promise<number> {
  await db.deleteFrom('project_named_versions').where('at', '<', before).execute()
  const gone = await db.deleteFrom('project_revisions').where('at', '<', before).executeTakeFirst()
  return Number(gone.numDeletedRows)
}
