import type { FactRules, Keep } from '#kit/facts.ts'
import type { Ctx } from '#platform/context.ts'

/** A kind of data with its period: rows older than `before` go. Every table with personal data belongs to one. `sweep` answers how many went. */
export type Retention = { readonly what: string; readonly keep: Keep; readonly sweep: (ctx: Ctx, before: Date) => Promise<number> }

export const cutoff = (keep: Keep, wall: Date): Date => {
  const before = new Date(wall)
  if ('years' in keep) before.setUTCFullYear(before.getUTCFullYear() - keep.years)
  else before.setUTCDate(before.getUTCDate() - keep.days)
  return before
}

/** Erases the payloads of facts whose period has passed; the chain keeps their digests and stays whole. */
export async function sweepFacts({ db, wall }: Ctx, rules: FactRules): Promise<number> {
  let erased = 0
  for (const [fact, { keep }] of Object.entries(rules)) {
    const old = db.selectFrom('ledger_chain').select('seq').where('fact', '=', fact)
    const gone = await db.deleteFrom('ledger_payloads').where('seq', 'in', old).where('recorded_at', '<', cutoff(keep, wall)).executeTakeFirst()
    erased += Number(gone.numDeletedRows)
  }
  return erased
}
