import { z } from 'zod'
import { has } from '#kit/actor.ts'
import { channels } from '#kit/channels.ts'
import type { FormState } from '#kit/form.ts'
import { notFound } from '#kit/refusal.ts'
import { commentActs } from '#modules/discussions/comments.routes.tsx'
import { commentKinds, commentLimits, mayComment } from '#modules/discussions/discussions.rules.ts'
import { listComments } from '#modules/discussions/discussions.store.ts'
import { readTalkPlace } from '#modules/discussions/places.store.ts'
import { ofThing } from '#modules/following/follows.rules.ts'
import { findOwnFollow } from '#modules/following/follows.store.ts'
import { backedBy, countBackings } from '#modules/ideas/backings.store.ts'
import { listAdditions } from '#modules/ideas/edits.store.ts'
import { mayHandOver } from '#modules/ideas/handovers.rules.ts'
import { listHandovers } from '#modules/ideas/handovers.store.ts'
import { HiddenSaidPage } from '#modules/ideas/hidden.pages.tsx'
import type { SaidView } from '#modules/ideas/needs.pages.tsx'
import { ideasWords } from '#modules/ideas/space.parts.tsx'
import { isAuthor, limits, mayBack, mayEnterFor, openIn, type Said } from '#modules/ideas/space.rules.ts'
import type { Behalf } from '#modules/ideas/voices.actions.ts'
import { findHiding } from '#modules/moderation/hidings.store.ts'
import { mayPostNow } from '#modules/moderation/posts.actions.ts'
import { listAssisted, namesOf } from '#modules/people/people.store.ts'
import { type Openness, opennessOf } from '#modules/programme/calendar.rules.ts'
import { findCurrentEdition } from '#modules/programme/editions.store.ts'
import { type Edition, hasPart } from '#modules/programme/programme.rules.ts'
import { readPoint } from '#modules/programme/territories.rules.ts'
import { loadTerritory } from '#modules/programme/territories.store.ts'
import type { Ctx } from '#platform/context.ts'
import type { Frame } from '#ui/frame.ts'
import { page, type Visit } from '#web/http.ts'

export const phaseOf = { need: 'needs', idea: 'ideas' } as const
export const opennessIn = (edition: Edition | undefined, kind: 'needs' | 'ideas', now: Date): Openness =>
  edition ? opennessOf(edition.phases, kind, now) : { state: 'unplanned' }

/** Whom the visitor may write for: the office for everybody it knows, an ambassador for those whom they wrote down. */
export async function assistedFor(ctx: Ctx, territoryId?: string) {
  if (!mayEnterFor(ctx.actor, territoryId).ok) return undefined
  return listAssisted(ctx, has(ctx.actor, 'clerk') ? undefined : ctx.actor.id)
}

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
  const names = await namesOf(ctx, [said.authorId, ...(said.enteredBy ? [said.enteredBy] : []), ...all.map(comment => comment.authorId)])
  const talking = said.live ? mayComment(ctx.actor, may) : ({ ok: false, why: 'ended' } as const)
  const backing = mayBack(ctx.actor, said, may)
  const acts = { backing, talking, posting, mayEnd: said.mayEnd, mayHand: mayHandOver(ctx.actor, said) }
  return {
    additions,
    commentActs: commentActs(ctx, [said.territoryId], [said.authorId]),
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
  return page(c, <HiddenSaidPage frame={frame} kicker={kicker} hiding={hiding} mine={isAuthor(ctx.actor, said)} />)
}

/** An earlier edition's round ended at the latest when this one was announced. */
const lastMoment = (edition: Edition, now: Date) => edition.publishedAt ?? now

const key = z.string().regex(/^key_\w{10,40}$/, 'wrong')
export const behalfFields = {
  person: z.string().max(60).optional(),
  newPerson: z.string().max(100).optional(),
  phone: z.string().max(40).optional(),
  channel: z.enum(channels, 'wrong').optional(),
}
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
export const commentSchema = z.object({
  key,
  kind: z.enum(commentKinds, 'kind-missing'),
  text: z.string('text-missing').min(commentLimits.min, 'text-short').max(commentLimits.max, 'text-long'),
  replyTo: z.string().max(60).optional(),
  ...behalfFields,
})
export const behalfSchema = z.object({ key: key.optional(), ...behalfFields })
export const reasonSchema = z.object({
  reason: z.string('reason-missing').min(limits.reasonMin, 'reason-missing').max(limits.reasonMax, 'reason-long'),
})

type Behalves = { person?: string | undefined; newPerson?: string | undefined; phone?: string | undefined; channel?: Behalf['channel'] | undefined }
export const behalfOf = ({ person, newPerson, phone, channel }: Behalves): Behalf | undefined =>
  person || newPerson ? { channel: channel ?? 'office', personId: person, name: newPerson, phone } : undefined

export const pointOf = ({ lon, lat }: { lon?: string | undefined; lat?: string | undefined }) => (lon && lat ? readPoint(lon, lat) : undefined)

/** The field that a refusal belongs to, so that its sentence stands beside it. */
const fieldOf: Readonly<Record<string, string>> = {
  'where-missing': 'where',
  'point-elsewhere': 'where',
  'no-space': 'where',
  'bad-name': 'newPerson',
  'bad-phone': 'phone',
  'not-assisted': 'person',
  'not-helper': 'person',
  'alt-missing': 'alt',
  'needs-missing': 'needs',
}
export const withError = (form: FormState, why: string, sentence: string): FormState => ({
  ...form,
  errors: { ...form.errors, [fieldOf[why] ?? (why.startsWith('file') || why.startsWith('image') ? 'photo' : '')]: sentence },
})

/** A refused voice for somebody else says why beside its field; that a talk is closed is said by the page. */
export function withVoiceError(form: FormState, why: string, frame: Frame): FormState {
  const t = ideasWords(frame).why
  return why === 'bad-name' || why === 'bad-phone' || why === 'not-assisted' || why === 'not-helper' ? withError(form, why, t[why]) : form
}
