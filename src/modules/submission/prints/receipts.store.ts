import type { Snapshot } from '#modules/proposals/drafting/drafting.rules.ts'
import { hashLeast, type Receipt } from '#modules/submission/prints/receipts.rules.ts'
import type { Ctx } from '#platform/context.ts'

const handedIn = ({ db }: Ctx) =>
  db
    .selectFrom('project_versions as v')
    .innerJoin('projects as p', 'p.id', 'v.project_id')
    .select(['p.public_no', 'p.state', 'p.version as newest', 'v.number', 'v.hash', 'v.snapshot', 'v.submitted_at'])
    .where('v.submitted_at', 'is not', null)
    .orderBy('v.number', 'desc')

type Row = Awaited<ReturnType<ReturnType<typeof handedIn>['executeTakeFirstOrThrow']>>
export type KeptReceipt = Receipt & { readonly snapshot: Snapshot }
const toReceipt = (row: Row | undefined): KeptReceipt | undefined =>
  row?.public_no && row.submitted_at
    ? {
        publicNo: row.public_no,
        version: row.number,
        hash: row.hash,
        at: row.submitted_at,
        withdrawn: row.state === 'withdrawn',
        completed: row.newest !== row.number,
        snapshot: row.snapshot as Snapshot,
      }
    : undefined

/** The version that was handed in under this number and whose hash begins like this. */
export async function findReceipt(ctx: Ctx, publicNo: string, hash: string): Promise<KeptReceipt | undefined> {
  if (hash.length < hashLeast) return undefined
  const rows = await handedIn(ctx).where('p.public_no', '=', publicNo).execute()
  return toReceipt(rows.find(row => row.hash.startsWith(hash)))
}

/** The newest version that a project has handed in. */
export const receiptOf = async (ctx: Ctx, projectId: string): Promise<KeptReceipt | undefined> =>
  toReceipt(await handedIn(ctx).where('v.project_id', '=', projectId).executeTakeFirst())
