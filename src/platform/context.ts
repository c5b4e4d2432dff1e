import type { Actor } from '#kit/actor.ts'
import type { Locale } from '#kit/texts.ts'
import type { Db } from '#platform/db.ts'
import { followTransaction, forget } from '#platform/kept.ts'
import { poke } from '#platform/poke.ts'

/**
 * What every action and query is given: nothing is fetched from the air.
 * `now` is the programme's clock (the demo may move it), `wall` the real one (sessions, codes, limits, jobs).
 */
export type Ctx = { readonly db: Db; readonly actor: Actor; readonly now: Date; readonly wall: Date; readonly locale: Locale }

/** Runs the work in one transaction; inside another one it simply joins it. Wakes the sequencer once all is committed. */
export async function inTransaction<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) return work(ctx)
  let recorded: ReadonlySet<string> = new Set()
  const result = await ctx.db.transaction().execute(db => {
    recorded = followTransaction(ctx.db, db)
    return work({ ...ctx, db })
  })
  forget(ctx.db, recorded)
  poke()
  return result
}

const refusal = new Error('refused')
/** As `inTransaction`, but a refusal takes back what was written before it. */
export async function allOrNothing<T extends { readonly ok: boolean }>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  let answer: T | undefined
  const done = inTransaction(ctx, async ctx => {
    answer = await work(ctx)
    if (!answer.ok) throw refusal
    return answer
  })
  return done.catch(error => {
    if (error === refusal && answer) return answer
    throw error
  })
}
