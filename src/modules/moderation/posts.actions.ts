import { house, isSomebody } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import type { Thing } from '#kit/things.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { actsAs, type HostWhy, isReviewer, mayHost } from '#modules/moderation/cases.rules.ts'
import { burstOf, bursts, mayPost, maySlow, type Post, type Posting, type PostVerdict, type SlowKind } from '#modules/moderation/limits.rules.ts'
import {
  countPost,
  endSlowMode as endMode,
  findSlowMode,
  holdPoster,
  insertSlowMode,
  isCounted,
  postsUnder,
  slowModesOn,
  standingOf,
} from '#modules/moderation/posts.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

/** May this person post here now? The pages ask, to say it in place of the form; `admitPost` asks again. */
export async function mayPostNow(ctx: Ctx, subjectId: string, text = ''): Promise<Posting> {
  if (!isSomebody(ctx.actor)) return { verdict: yes, slow: [] }
  const standing = await standingOf(ctx, ctx.actor.id, subjectId)
  return { verdict: mayPost(ctx.actor, standing, { subjectId, text }, ctx), slow: standing.slow }
}

/**
 * The last question before something that a person writes is kept, in the same transaction. It counts the post, and a burst of them starts slow mode.
 * `key` is the form's: what was sent twice is counted once. Words that staff or an ambassador write down for somebody else are not asked for.
 */
export async function admitPost(ctx: Ctx, key: string, post: Post): Promise<PostVerdict> {
  const { id } = ctx.actor
  await holdPoster(ctx, id)
  if (await isCounted(ctx, key)) return yes
  const standing = await standingOf(ctx, id, post.subjectId)
  const verdict = mayPost(ctx.actor, standing, post, ctx)
  if (!verdict.ok) return verdict
  await countPost(ctx, key, id, post.subjectId)
  const mine = standing.posts.map(({ at }) => at)
  const here = standing.posts.filter(({ subjectId }) => subjectId === post.subjectId).map(({ at }) => at)
  if (burstOf('person', mine, ctx.now) || burstOf('person-in-thread', here, ctx.now)) await slowByItself(ctx, 'person', id)
  const since = new Date(ctx.now.getTime() - bursts.thread.withinMinutes * 60_000)
  if (burstOf('thread', (await postsUnder(ctx, post.subjectId, since)).slice(1), ctx.now)) await slowByItself(ctx, 'thread', post.subjectId)
  return yes
}

/** The house slows down by itself what comes in a burst, for an hour or two, and says so in the ledger. */
async function slowByItself(ctx: Ctx, kind: SlowKind, subjectId: string): Promise<void> {
  if ((await slowModesOn(ctx, [subjectId])).length > 0) return
  const { slowMinutes: minutes, hours } = bursts[kind]
  await slow({ ...ctx, actor: house }, { subjectId, authorIds: [], territoryId: undefined }, { kind, minutes, hours, reason: '' }, newId('slow'))
}

export type NewSlowMode = { readonly kind: SlowKind; readonly minutes: number; readonly hours: number; readonly reason: string }
type Slowed = { readonly subjectId: string } & Pick<Thing, 'authorIds' | 'territoryId' | 'aboutAuthorIds'>

async function slow(ctx: Ctx, about: Slowed, mode: NewSlowMode, id: string): Promise<void> {
  const { subjectId } = about
  const as = actsAs(ctx.actor, about)
  const until = new Date(ctx.now.getTime() + mode.hours * 3_600_000)
  const { kind, minutes, reason } = mode
  if (!(await insertSlowMode(ctx, { id, kind, subjectId, minutes, reason, since: ctx.now, until, setAs: as }))) return
  await record(ctx, 'moderation.slowed', subjectId, { kind, minutes, until: until.toISOString(), as })
}

/** Slows a thread or a person down, with a reason; it ends by itself. The same form again changes nothing. */
export async function setSlowMode(
  ctx: Ctx,
  about: Slowed,
  mode: NewSlowMode & { readonly key: string },
): Promise<Verdict<HostWhy | 'too-long' | 'not-person' | 'own-matter'>> {
  return inTransaction(ctx, async ctx => {
    if (mode.kind === 'person' && about.subjectId === ctx.actor.id) return no('own-matter')
    const hosting = mayHost(ctx.actor, about)
    if (!hosting.ok) return hosting
    const verdict = maySlow(actsAs(ctx.actor, about), mode)
    if (verdict.ok) await slow(ctx, about, mode, mode.key.replace(/^key/, 'slow'))
    return verdict
  })
}

/** Talk may run freely again before the time is over. Nobody speeds up what they co-author. */
export async function endSlowMode(ctx: Ctx, id: string, thing: Thing | undefined): Promise<Verdict<HostWhy | 'ended'>> {
  return inTransaction(ctx, async ctx => {
    const mode = await findSlowMode(ctx, id)
    if (!mode) return no('ended')
    const about = { authorIds: mode.kind === 'person' ? [mode.subjectId] : (thing?.authorIds ?? []), territoryId: thing?.territoryId }
    const verdict = thing || isReviewer(ctx.actor, undefined) ? mayHost(ctx.actor, about) : no('not-yours')
    if (!verdict.ok) return verdict
    if (!(await endMode(ctx, id))) return no('ended')
    await record(ctx, 'moderation.slowing-ended', mode.subjectId, { kind: mode.kind, as: actsAs(ctx.actor, about) })
    return yes
  })
}
