import type { Ctx } from '#platform/context.ts'

/** The links of these facts in the chain, as hexadecimal, by number. */
export async function linksOf({ db }: Ctx, seqs: readonly number[]): Promise<Map<number, string>> {
  if (seqs.length === 0) return new Map()
  const rows = await db.selectFrom('ledger_chain').select(['seq', 'link']).where('seq', 'in', seqs).execute()
  return new Map(rows.map(row => [row.seq, row.link.toString('hex')]))
}
