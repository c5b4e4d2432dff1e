import { dayOf } from '#kit/dates.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { mayDeclareAccessibility, reviewState, type Statement } from '#modules/programme/statements/accessibility.rules.ts'
import { findStatement, insertStatement } from '#modules/programme/statements/accessibility.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { factsAbout, record } from '#platform/ledger.ts'

const subject = 'accessibility-statement'

/** Declares anew, on top of version `base` (0: the first). Old statements stay. */
export async function declareAccessibility(ctx: Ctx, base: number, statement: Statement): Promise<Verdict<'not-editor' | 'statement-changed'>> {
  const may = mayDeclareAccessibility(ctx.actor)
  if (!may.ok) return may
  return inTransaction(ctx, async ctx => {
    if (((await findStatement(ctx))?.version ?? 0) !== base) return no('statement-changed')
    if (!(await insertStatement(ctx, base + 1, statement))) return no('statement-changed')
    await record(ctx, 'accessibility.declared', subject, { version: base + 1, reviewedOn: statement.reviewedOn })
    return yes
  })
}

/** Says once, thirty days ahead, that the yearly review is due; whoever listens to facts is told. */
export async function remindOfReview(ctx: Ctx): Promise<boolean> {
  const kept = await findStatement(ctx)
  if (!kept) return false
  const { due, state } = reviewState(kept.statement.reviewedOn, dayOf(ctx.now))
  if (state === 'fine') return false
  const told = await factsAbout(ctx, [subject])
  if (told.some(({ fact, payload }) => fact === 'accessibility.review-due' && payload.due === due)) return false
  await inTransaction(ctx, ctx => record(ctx, 'accessibility.review-due', subject, { due }))
  return true
}
