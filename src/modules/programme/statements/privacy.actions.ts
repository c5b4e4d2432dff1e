import type { FactRules } from '#kit/facts.ts'
import { type Verdict, yes } from '#kit/verdict.ts'
import { type Controller, mayNameController } from '#modules/programme/statements/privacy.rules.ts'
import { keepController } from '#modules/programme/statements/privacy.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'
import { cutoff, type Retention, sweepFacts } from '#platform/retention.ts'

export async function nameController(ctx: Ctx, controller: Controller): Promise<Verdict<'not-coordinator'>> {
  const may = mayNameController(ctx.actor)
  if (!may.ok) return may
  return inTransaction(ctx, async ctx => {
    await keepController(ctx, controller)
    await record(ctx, 'controller.named', 'controller', { name: controller.name })
    return yes
  })
}

/** What each module hands to the deletion: its kinds of data and the periods of its facts. */
export type Keeper = { readonly retention?: readonly Retention[]; readonly facts: FactRules }
export type Sweep = { readonly removed: Record<string, number>; readonly failed: string[] }

/**
 * Deletes everything whose period has passed, in real time, kind by kind: one that fails does not hold up the others.
 * Leaves one fact that says how much of each went.
 */
export async function sweepAll(ctx: Ctx, keepers: readonly Keeper[]): Promise<Sweep> {
  const removed: Record<string, number> = {}
  const failed: string[] = []
  const attempt = async (what: string, sweep: (ctx: Ctx) => Promise<number>) => {
    try {
      removed[what] = await inTransaction(ctx, sweep)
    } catch {
      // the edge between modules: a fault in one kind of data must not keep the others for ever
      failed.push(what)
    }
  }
  for (const { what, keep, sweep } of keepers.flatMap(keeper => keeper.retention ?? [])) {
    await attempt(what, ctx => sweep(ctx, cutoff(keep, ctx.wall)))
  }
  await attempt('facts', ctx => sweepFacts(ctx, Object.assign({}, ...keepers.map(keeper => keeper.facts))))
  await inTransaction(ctx, ctx => record(ctx, 'retention.swept', 'retention', { removed, failed }))
  return { removed, failed }
}
