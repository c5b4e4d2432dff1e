import { house } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { notFound } from '#kit/refusal.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { type Follow, type Followed, type FollowWhy, mayEnd, mayFollow } from '#modules/following/follows.rules.ts'
import { countFollowsOf, findFollow, insertFollow, removeFollow } from '#modules/following/follows.store.ts'
import { keyedDigest, sameDigest } from '#platform/codes.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'
import { findThings, type ThingKind } from '#platform/things.ts'

/** Follows what is public now. Pressed twice, or sixteen times at once, it is one follow. */
export async function startFollow(ctx: Ctx, kinds: readonly ThingKind[], followed: Followed): Promise<Verdict<FollowWhy>> {
  return inTransaction(ctx, async ctx => {
    const verdict = mayFollow(ctx.actor, await countFollowsOf(ctx, ctx.actor.id))
    if (!verdict.ok) return verdict
    if (followed.kind === 'thing' && !(await findThings(ctx, kinds, [followed.target])).get(followed.target)?.isPublic) return no('nothing-there')
    if (followed.kind === 'search' && followed.target.startsWith('@')) return no('words-short')
    const id = newId('follow')
    if (await insertFollow(ctx, id, ctx.actor.id, followed)) await record(ctx, 'follow.started', id, {})
    return yes
  })
}

/** Ends one's own follow; ended already is ended. */
export async function endFollow(ctx: Ctx, id: string): Promise<Verdict<'not-yours'>> {
  return inTransaction(ctx, async ctx => {
    const follow = await findFollow(ctx, id)
    if (!follow) return yes
    const verdict = mayEnd(ctx.actor, follow)
    if (!verdict.ok) return verdict
    if (await removeFollow(ctx, id)) await record(ctx, 'follow.ended', id, {})
    return yes
  })
}

/** Stands in the letter beside what is followed: with it this follow, and nothing else, may be ended without signing in. */
export const endingToken = (secret: string, followId: string): string => keyedDigest(secret, 'follow-ending', followId).toString('base64url')
const isToken = (secret: string, followId: string, token: string) =>
  sameDigest(keyedDigest(secret, 'follow-ending', followId), Buffer.from(token, 'base64url'))

/** The follow behind a link of a letter: undefined when it has ended meanwhile; a token that is not its own finds nothing. */
export async function openEnding(ctx: Ctx, secret: string, id: string, token: string): Promise<Follow | undefined> {
  if (!isToken(secret, id, token)) notFound('a link that we did not write')
  return findFollow(ctx, id)
}
export async function endByLetter(ctx: Ctx, secret: string, id: string, token: string): Promise<void> {
  if (!isToken(secret, id, token)) notFound('a link that we did not write')
  // nobody has signed in: the house does what its own letter offered
  await inTransaction({ ...ctx, actor: house }, async ctx => {
    if (await removeFollow(ctx, id)) await record(ctx, 'follow.ended', id, {})
  })
}
