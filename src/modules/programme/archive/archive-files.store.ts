import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants } from 'node:zlib'
import type { ArchivedFile } from '#modules/programme/archive/archive.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    archived_files: { pool_id: string; ballots: Buffer | null; kept_at: Date }
  }
}

const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }
const packed = (text: string): Promise<Buffer> => promisify<Buffer, typeof quick, Buffer>(brotliCompress)(Buffer.from(text), quick)

/** The ballots of a pool as a Pabulib file without anything about people; null where there are too few of them. */
export async function keepFile({ db, now }: Ctx, poolId: string, file: string | null): Promise<void> {
  const row = { ballots: file === null ? null : await packed(file), kept_at: now }
  await db
    .insertInto('archived_files')
    .values({ pool_id: poolId, ...row })
    .onConflict(clash => clash.column('pool_id').doUpdateSet(row))
    .execute()
}

/** `missing`: the pool was imported before such files were kept. */
export async function findFileState({ db }: Ctx, poolId: string): Promise<ArchivedFile> {
  const row = await db
    .selectFrom('archived_files')
    .select(({ eb }) => eb('ballots', 'is not', null).as('there'))
    .where('pool_id', '=', poolId)
    .executeTakeFirst()
  return !row ? 'missing' : row.there ? 'kept' : 'too-few'
}

export async function findFile({ db }: Ctx, poolId: string): Promise<string | undefined> {
  const row = await db.selectFrom('archived_files').select('ballots').where('pool_id', '=', poolId).executeTakeFirst()
  return row?.ballots ? String(await promisify(brotliDecompress)(row.ballots)) : undefined
}
