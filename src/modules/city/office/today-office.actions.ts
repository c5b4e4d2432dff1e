import { releaseRow, takeRow } from '#modules/city/office/today-office.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

export type Moved = { readonly done: number; readonly left: number }

/** Takes rows of the office's day, so that two do not work on the same. What a colleague has stays theirs. */
export const takeMatters = (ctx: Ctx, ids: readonly string[]): Promise<Moved> => moveEach(ctx, ids, takeRow, 'matter.taken')
/** Gives one's own rows back. */
export const releaseMatters = (ctx: Ctx, ids: readonly string[]): Promise<Moved> => moveEach(ctx, ids, releaseRow, 'matter.released')

async function moveEach(
  ctx: Ctx,
  ids: readonly string[],
  move: (ctx: Ctx, id: string) => Promise<boolean>,
  fact: 'matter.taken' | 'matter.released',
): Promise<Moved> {
  return inTransaction(ctx, async ctx => {
    let done = 0
    // in one order, so that two who take the same rows at once do not wait for each other
    for (const id of [...new Set(ids)].sort()) {
      if (!(await move(ctx, id))) continue
      await record(ctx, fact, id, {})
      done += 1
    }
    return { done, left: new Set(ids).size - done }
  })
}
