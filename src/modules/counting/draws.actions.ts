import type { Day } from '#kit/dates.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import {
  type CommitWhy,
  commitmentOf,
  drawing,
  type EventWhy,
  mayCommitDraw,
  mayRevealDraw,
  mayUseEvent,
  plainOutcome,
  type RevealWhy,
  seedOf,
} from '#modules/counting/draws.rules.ts'
import { findDraw, findSecret, insertDraw, moveDraw } from '#modules/counting/draws.store.ts'
import type { Edition } from '#modules/programme/programme.rules.ts'
import { newToken } from '#platform/codes.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

/** Fixes a secret that nobody sees, and publishes its fingerprint with the event that will complete it. */
export async function commitDraw(ctx: Ctx, edition: Edition, event: string, eventOn: Day): Promise<Verdict<CommitWhy | EventWhy>> {
  return inTransaction(ctx, async ctx => {
    const verdict = mayCommitDraw(ctx.actor, edition, await findDraw(ctx, edition.id), ctx.now)
    if (!verdict.ok) return verdict
    const usable = mayUseEvent(edition, event, eventOn)
    if (!usable.ok) return usable
    const secret = newToken()
    const commitment = commitmentOf(secret)
    if (!(await insertDraw(ctx, { editionId: edition.id, commitment, event, eventOn, secret }))) return no('fixed-already')
    await record(ctx, 'draw.committed', edition.id, { title: edition.title, commitment, event })
    return yes
  })
}

/** Publishes the secret and the seed that it gives with the outcome of the event. Once: the outcome cannot be tried a second time. */
export async function revealDraw(ctx: Ctx, edition: Edition, outcome: string): Promise<Verdict<RevealWhy | 'no-draw'>> {
  return inTransaction(ctx, async ctx => {
    const draw = await findDraw(ctx, edition.id)
    if (!draw) return no('no-draw')
    const verdict = mayRevealDraw(ctx.actor, draw, ctx.now)
    if (!verdict.ok) return verdict
    const seed = seedOf(await findSecret(ctx, edition.id), outcome)
    if (!(await moveDraw(ctx, draw, drawing.after('reveal', draw).state, plainOutcome(outcome), seed))) return no('wrong-state')
    await record(ctx, 'draw.revealed', edition.id, { title: edition.title, seed })
    return yes
  })
}
