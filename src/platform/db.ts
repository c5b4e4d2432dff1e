import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { openPreparing } from '#platform/prepared.ts'
import type { Tables } from '#platform/schema.ts'

export type Db = Kysely<Tables>
export type Database = { readonly db: Db; readonly pool: pg.Pool; close(): Promise<void> }

// bigint holds grosze and counts, all far below 2^53; a calendar day stays the string it is
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, day => day)

export function openDatabase(
  url: string,
  options: { max?: number; pipelined?: boolean; onQuery?: (sql: string) => void; onError?: (error: Error) => void } = {},
): Database {
  const pool = new pg.Pool({ connectionString: url, max: options.max ?? 12, pipeline: options.pipelined ?? false })
  // an idle connection that breaks must not end the process: the pool makes another
  pool.on('error', error => options.onError?.(error))
  const prepare = openPreparing(options.pipelined ?? false)
  pool.on('connect', client => {
    client.on('error', error => options.onError?.(error))
    prepare(client)
  })
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    log: event => {
      if (event.level === 'query') options.onQuery?.(event.query.sql)
    },
  })
  return { db, pool, close: () => db.destroy() }
}
