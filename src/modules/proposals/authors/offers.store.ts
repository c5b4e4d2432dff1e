import { notFound } from '#kit/refusal.ts'
import type { LeadOffer, OfferState } from '#modules/proposals/authors/offers.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    project_lead_offers: {
      id: string
      project_id: string
      person_id: string
      offered_by: string
      state: OfferState
      offered_at: Date
      expires_at: Date
      answered_at: Date | null
    }
  }
}

const offers = ({ db }: Pick<Ctx, 'db'>) =>
  db
    .selectFrom('project_lead_offers')
    .select(['id', 'project_id as projectId', 'person_id as personId', 'offered_by as offeredBy', 'state', 'expires_at as expiresAt'])

export async function insertOffer({ db, now, actor }: Ctx, offer: Pick<LeadOffer, 'id' | 'projectId' | 'personId' | 'expiresAt'>): Promise<boolean> {
  const made = await db
    .insertInto('project_lead_offers')
    .values({
      id: offer.id,
      project_id: offer.projectId,
      person_id: offer.personId,
      offered_by: actor.id,
      state: 'offered',
      offered_at: now,
      expires_at: offer.expiresAt,
    })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export const loadOffer = async (ctx: Ctx, projectId: string, id: string): Promise<LeadOffer> =>
  (await offers(ctx).where('project_id', '=', projectId).where('id', '=', id).executeTakeFirst()) ?? notFound('offer')
export const findOffer = (ctx: Ctx, projectId: string): Promise<LeadOffer | undefined> =>
  offers(ctx).where('project_id', '=', projectId).where('state', '=', 'offered').executeTakeFirst()
export const offersTo = (ctx: Ctx, personId: string): Promise<LeadOffer[]> =>
  offers(ctx).where('person_id', '=', personId).where('state', '=', 'offered').execute()
export const expiredOffers = (ctx: Ctx): Promise<LeadOffer[]> =>
  offers(ctx).where('state', '=', 'offered').where('expires_at', '<=', ctx.now).orderBy('expires_at').limit(500).execute()

export async function moveOffer({ db, now }: Ctx, id: string, to: OfferState): Promise<boolean> {
  const done = await db
    .updateTable('project_lead_offers')
    .set({ state: to, answered_at: now })
    .where('id', '=', id)
    .where('state', '=', 'offered')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
