import { paths, url } from '#paths'
import { openDatabase } from '#platform/db.ts'
import type { Product } from '../journeys/product.ts'
import type { BenchCity } from './city.ts'
import { compare, load } from './load.ts'
import { portOf, posted, warm } from './requests.ts'

const clients = 32

/** Backings over HTTP against raw pg that begins, inserts one row and commits, over as many connections, on the same database. */
export async function measureBacking(product: Product, city: BenchCity, databaseUrl: string) {
  const { pool, close } = openDatabase(databaseUrl)
  await pool.query(
    'create table bench_floor (id bigint generated always as identity primary key, subject text not null, person text not null, at timestamptz not null)',
  )
  const floor = async (milliseconds: number) => {
    const start = performance.now()
    let written = 0
    const writer = async (number: number) => {
      while (performance.now() < start + milliseconds) {
        const client = await pool.connect()
        await client.query('begin')
        await client.query('insert into bench_floor (subject, person, at) values ($1, $2, $3)', [`need_${written}`, `person_${number}`, new Date()])
        await client.query('commit')
        client.release()
        written += 1
      }
    }
    await Promise.all(Array.from({ length: clients }, (_, number) => writer(number)))
    return (written / (performance.now() - start)) * 1000
  }
  const turns = Array.from({ length: clients }, () => 0)
  const backings = async (milliseconds: number, least = 0) => {
    const { rate, statuses } = await load(
      portOf(product),
      clients,
      milliseconds,
      client => {
        const need = city.needs[turns[client] ?? 0]
        turns[client] = (turns[client] ?? 0) + 1
        return need && posted(url(paths.needBacking, { id: need }), city.residents[client]?.token ?? '')
      },
      least,
    )
    if (statuses.size !== 1 || !statuses.has(303)) throw new Error(`backing answered ${JSON.stringify([...statuses])}`)
    return rate
  }
  await floor(500)
  await warm(least => backings(500, least))
  const measured = await compare(
    3,
    () => floor(1_500),
    () => backings(2_000),
  )
  const { rows } = await pool.query<{ backings: number; facts: number }>(
    `select (select count(*)::int from backings where subject_id like 'need\\_bench%') as backings,
       (select count(*)::int from (select fact from ledger_chain where subject like 'need\\_bench%' union all select fact from ledger_inbox where subject like 'need\\_bench%') f) as facts`,
  )
  await pool.query('drop table bench_floor')
  await close()
  if (rows[0]?.backings !== rows[0]?.facts) throw new Error(`${rows[0]?.backings} backings, but ${rows[0]?.facts} facts`)
  return { ...measured, ...rows[0] }
}
