import { type Day, dayOf, warsaw } from '#kit/dates.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { isForward } from '#modules/demo/demo.rules.ts'
import { setDemoOffset } from '#platform/clock.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

const morning = '09:00'

/** Moves the one clock that all visitors of the demo share to nine in the morning of a day; forward only. */
export async function moveClock(ctx: Ctx, day: Day): Promise<Verdict<'backwards'>> {
  const to = warsaw(day, morning)
  if (!isForward(ctx.now, to)) return no('backwards')
  await inTransaction(ctx, async ctx => {
    await setDemoOffset(ctx.db, to.getTime() - ctx.wall.getTime())
    await record({ ...ctx, now: to }, 'clock.moved', 'clock', { to: dayOf(to) })
  })
  return yes
}

export async function resetClock(ctx: Ctx): Promise<void> {
  await inTransaction(ctx, async ctx => {
    await setDemoOffset(ctx.db, 0)
    await record({ ...ctx, now: ctx.wall }, 'clock.reset', 'clock', {})
  })
}
