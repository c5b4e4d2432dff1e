import { z } from 'zod'
import { notFound } from '#kit/refusal.ts'
import { commentActs } from '#modules/discussions/comments/comment-acts.rules.ts'
import { mayComment } from '#modules/discussions/discussions.rules.ts'
import { listComments } from '#modules/discussions/discussions.store.ts'
import { readTalkPlace } from '#modules/discussions/places.store.ts'
import { ofThing } from '#modules/following/follows.rules.ts'
import { findOwnFollow } from '#modules/following/follows.store.ts'
import { backedBy, countBackings } from '#modules/ideas/backings.store.ts'
import { listAdditions } from '#modules/ideas/edits.store.ts'
import { mayHandOver } from '#modules/ideas/handovers/handovers.rules.ts'
import { listHandovers } from '#modules/ideas/handovers/handovers.store.ts'
import type { SaidView } from '#modules/ideas/said.pages.tsx'
import { authorsOf, isAuthor, limits, mayBack, openIn, phaseOf, type Said } from '#modules/ideas/space.rules.ts'
import { findHiding } from '#modules/moderation/hidings.store.ts'
import { HiddenPage } from '#modules/moderation/moderation.parts.tsx'
import { mayPostNow } from '#modules/moderation/posts.actions.ts'
import { assistedFor, behalfFields, keyField as key } from '#modules/people/office/behalf.actions.ts'
import { namesOf } from '#modules/people/people.store.ts'
import { type Openness, opennessOf } from '#modules/programme/calendar.rules.ts'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { type Edition, hasPart } from '#modules/programme/programme.rules.ts'
import { readPoint } from '#modules/programme/territories/territories.rules.ts'
import { loadTerritory } from '#modules/programme/territories/territories.store.ts'
import type { Ctx } from '#platform/context.ts'
import { page, type Visit } from '#web/http.ts'

export const opennessIn = (edition: Edition | undefined, kind: 'needs' | 'ideas', now: Date): Openness =>
  edition ? opennessOf(edition.phases, kind, now) : { state: 'unplanned' }

/** What the page of a need and of an idea show alike; the number of statements does not depend on how much was said. */
export async function saidView(
  ctx: Ctx,
  kind: 'need' | 'idea',
  said: Said & { live: boolean; mayEnd: boolean; state: string },
): Promise<SaidView & { edition: Edition | undefined }> {
  const { id } = said
  const [edition, place, backings, mine, all, assisted, followId, posting, additions, handovers, talkPlace] = await Promise.all([
    findCurrentEdition(ctx),
    loadTerritory(ctx, said.territoryId),
    countBackings(ctx, id),
    backedBy(ctx, ctx.actor.id, [id]),
    listComments(ctx, id),
    assistedFor(ctx, said.territoryId),
    findOwnFollow(ctx, ofThing(id)),
    mayPostNow(ctx, id),
    listAdditions(ctx, id),
    listHandovers(ctx, { subjectId: id }),
    readTalkPlace(ctx, id, isAuthor(ctx.actor, said)),
  ])
  const past = edition !== undefined && edition.id !== said.editionId
  const open = past ? ({ state: 'over', since: lastMoment(edition, ctx.now) } as const) : opennessIn(edition, phaseOf[kind], ctx.now)
  const may = past ? ({ ok: false, why: 'phase-over' } as const) : openIn(edition, phaseOf[kind], ctx.now)
  const comments = edition && hasPart(edition, 'discussions') ? all : undefined
  const names = await namesOf(ctx, [...authorsOf(said), ...(said.enteredBy ? [said.enteredBy] : []), ...all.map(comment => comment.authorId)])
  const talking = said.live ? mayComment(ctx.actor, may) : ({ ok: false, why: 'ended' } as const)
  const backing = mayBack(ctx.actor, said, may)
  const acts = { backing, talking, posting, mayEnd: said.mayEnd, mayHand: mayHandOver(ctx.actor, said) }
  return {
    additions,
    commentActs: commentActs(ctx, [said.territoryId], authorsOf(said)),
    own: isAuthor(ctx.actor, said),
    edition,
    place,
    names,
    backings,
    mine: mine.has(id),
    open,
    comments,
    assisted,
    followId,
    handovers,
    talkPlace,
    ...acts,
  }
}

/** A stub with the reason: 200, since the address is right; not for search engines, since there is nothing to find. */
export async function showHidden(c: Visit, said: Said, kicker: string) {
  const { ctx, frame } = c.var
  const hiding = (await findHiding(ctx, said.id)) ?? notFound('hidden without a case')
  c.header('X-Robots-Tag', 'noindex')
  return page(c, <HiddenPage frame={frame} kicker={kicker} hiding={hiding} mine={isAuthor(ctx.actor, said)} />)
}

/** An earlier edition's round ended at the latest when this one was announced. */
const lastMoment = (edition: Edition, now: Date) => edition.publishedAt ?? now

export const saidFields = {
  key,
  title: z.string('title-missing').min(limits.titleMin, 'title-short').max(limits.titleMax, 'title-long'),
  text: z.string('text-missing').min(limits.textMin, 'text-short').max(limits.textMax, 'text-long'),
  where: z.string().max(60).optional(),
  place: z.string().max(limits.placeMax, 'place-long').optional(),
  z: z.string().max(80).optional(),
  lon: z.string().max(30).optional(),
  lat: z.string().max(30).optional(),
  ...behalfFields,
  asked: z.string().max(20).optional(),
}
export const behalfSchema = z.object({ key: key.optional(), ...behalfFields })
export const reasonSchema = z.object({
  reason: z.string('reason-missing').min(limits.reasonMin, 'reason-missing').max(limits.reasonMax, 'reason-long'),
})

export const pointOf = ({ lon, lat }: { lon?: string | undefined; lat?: string | undefined }) => (lon && lat ? readPoint(lon, lat) : undefined)
