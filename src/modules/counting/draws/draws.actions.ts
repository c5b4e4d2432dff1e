import type { Day } from '#kit/dates.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import {
  type CommitWhy,
  commitmentOf,
  type Draw,
  drawing,
  type EventWhy,
  mayCommitDraw,
  mayRevealDraw,
  mayUseEvent,
  plainOutcome,
  type RevealWhy,
  seedOf,
} from '#modules/counting/draws/draws.rules.ts'
import { findDraw, findKeptSecret, insertDraw, moveDraw } from '#modules/counting/draws/draws.store.ts'
import type { Edition } from '#modules/programme/programme.rules.ts'
import { keyedDigest, newToken } from '#platform/codes.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

/** What an installation knows and its tables do not. */
export type DrawDoor = { readonly secret: string }
const secretOf = (door: DrawDoor, nonce: string) => keyedDigest(door.secret, 'draw', nonce).toString('base64url')

/** Made anew for the moment of the reveal; undefined where this installation has another secret than the one that announced the draw. */
async function secretOfDraw(ctx: Ctx, door: DrawDoor, { editionId, commitment }: Draw): Promise<string | undefined> {
  const { secret, nonce } = await findKeptSecret(ctx, editionId)
  const made = secret ?? (nonce === null ? '' : secretOf(door, nonce))
  return commitmentOf(made) === commitment ? made : undefined
}
/** An announced draw whose secret can no longer be shown: whoever looks must know it. */
export const isSecretLost = async (ctx: Ctx, door: DrawDoor, draw: Draw): Promise<boolean> =>
  draw.state === 'committed' && (await secretOfDraw(ctx, door, draw)) === undefined

/** Fixes a secret that nobody sees, and publishes its fingerprint with the event that will complete it. */
export async function commitDraw(ctx: Ctx, door: DrawDoor, edition: Edition, event: string, eventOn: Day): Promise<Verdict<CommitWhy | EventWhy>> {
  return inTransaction(ctx, async ctx => {
    const verdict = mayCommitDraw(ctx.actor, edition, await findDraw(ctx, edition.id), ctx.now)
    if (!verdict.ok) return verdict
    const usable = mayUseEvent(edition, event, eventOn)
    if (!usable.ok) return usable
    const nonce = newToken()
    const commitment = commitmentOf(secretOf(door, nonce))
    if (!(await insertDraw(ctx, { editionId: edition.id, commitment, event, eventOn, nonce }))) return no('fixed-already')
    await record(ctx, 'draw.committed', edition.id, { title: edition.title, commitment, event })
    return yes
  })
}

/** Publishes the secret and the seed that it gives with the outcome of the event. Once: the outcome cannot be tried a second time. */
export async function revealDraw(
  ctx: Ctx,
  door: DrawDoor,
  edition: Edition,
  outcome: string,
): Promise<Verdict<RevealWhy | 'no-draw' | 'secret-lost'>> {
  return inTransaction(ctx, async ctx => {
    const draw = await findDraw(ctx, edition.id)
    if (!draw) return no('no-draw')
    const verdict = mayRevealDraw(ctx.actor, draw, ctx.now)
    if (!verdict.ok) return verdict
    const secret = await secretOfDraw(ctx, door, draw)
    if (secret === undefined) return no('secret-lost')
    const seed = seedOf(secret, outcome)
    if (!(await moveDraw(ctx, draw, drawing.after('reveal', draw).state, { secret, outcome: plainOutcome(outcome), seed }))) return no('wrong-state')
    await record(ctx, 'draw.revealed', edition.id, { title: edition.title, seed })
    return yes
  })
}
