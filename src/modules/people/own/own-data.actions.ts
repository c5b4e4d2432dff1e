import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

/** How a module answers what it keeps about a person. */
export type Teller = { readonly name: string; readonly tell: (ctx: Ctx, personId: string) => Promise<Readonly<Record<string, unknown>>> }

/** Everything that is kept about oneself, module by module, as of one moment. */
export async function exportOwnData(ctx: Ctx, tellers: readonly Teller[]): Promise<Readonly<Record<string, unknown>>> {
  const { id } = ctx.actor
  return inTransaction(ctx, async ctx => {
    const told: Record<string, unknown> = {}
    for (const { name, tell } of tellers) told[name] = await tell(ctx, id)
    await record(ctx, 'own-data.exported', id, {})
    return { person: id, takenAt: ctx.wall.toISOString(), ...told }
  })
}
