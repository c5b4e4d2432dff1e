import { no } from '#kit/verdict.ts'
import { type AddressFault, type Columns, mayImportAddresses, readAddress, readColumns } from '#modules/programme/territories/addresses.rules.ts'
import {
  countMissing,
  firstTwice,
  openStaging,
  removeMissing,
  type StagedRow,
  stage,
  takeStaged,
} from '#modules/programme/territories/addresses.store.ts'
import { districtFinder, findCity, listDistricts } from '#modules/programme/territories/territories.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'
import { streamTable } from '#platform/tables.ts'

/** `missing`: what the register has in the districts of the file and the file has not; they stay, or were `removed`. */
export type AddressReport = {
  readonly rows: number
  readonly added: number
  readonly changed: number
  readonly missing: number
  readonly removed: number
}
type Importing = { readonly replace?: boolean; readonly onRows?: (rows: number) => void }
type Broken = { readonly ok: false; readonly why: 'broken'; readonly fault: AddressFault }
type Imported = { readonly ok: true; readonly report: AddressReport } | Broken | { readonly ok: false; readonly why: 'not-yours' | 'no-city' }
const broken = (fault: AddressFault): Broken => ({ ok: false, why: 'broken', fault })

/**
 * Takes a register of addresses whole or not at all, however large; the same file again changes nothing. What is not in it stays, or goes with `replace`,
 * in the districts that the file names and nowhere else.
 */
export async function importAddresses(ctx: Ctx, chunks: AsyncIterable<Uint8Array>, { replace = false, onRows }: Importing = {}): Promise<Imported> {
  const verdict = mayImportAddresses(ctx.actor)
  if (!verdict.ok) return verdict
  const city = await findCity(ctx)
  if (!city) return no('no-city')
  return inTransaction(ctx, async ctx => {
    await openStaging(ctx)
    const staged = await stageAll(ctx, chunks, onRows)
    if (!staged.ok) return staged
    const twice = await firstTwice(ctx)
    if (twice) return broken({ ...twice, why: 'twice' })
    const { added, changed } = await takeStaged(ctx)
    const missing = await countMissing(ctx)
    const removed = replace ? await removeMissing(ctx) : 0
    if (added + changed + removed > 0) await record(ctx, 'addresses.imported', city.id, { added, changed, removed })
    return { ok: true, report: { rows: staged.rows, added, changed, missing, removed } }
  })
}

const batch = 2_000
/** Everything goes beside first: nothing reaches the register before the last line has been read. */
async function stageAll(ctx: Ctx, chunks: AsyncIterable<Uint8Array>, onRows?: (rows: number) => void): Promise<Broken | { ok: true; rows: number }> {
  const [districts, districtAt] = [await listDistricts(ctx), await districtFinder(ctx)]
  let [head, columns, rows, waiting]: [readonly string[], Columns | undefined, number, StagedRow[]] = [[], undefined, 0, []]
  const flush = async () => {
    await stage(ctx, waiting)
    rows += waiting.length
    waiting = []
    onRows?.(rows)
  }
  for await (const row of streamTable(chunks)) {
    if ('why' in row) return broken(row)
    if (!columns) {
      const found = readColumns(row.values)
      if ('why' in found) return broken(found)
      columns = found
      head = row.values
      continue
    }
    const read = readAddress(row.line, columns, row.values, { districts, districtAt, columns: head.length })
    if ('why' in read) return broken(read)
    waiting.push({ ...read, line: row.line })
    if (waiting.length === batch) await flush()
  }
  await flush()
  return rows === 0 ? broken({ line: 1, why: 'empty', what: '' }) : { ok: true, rows }
}
