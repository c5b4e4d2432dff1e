import { nobody } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { openSession } from '#modules/people/sign-in/sessions.store.ts'
import type { Database } from '#platform/db.ts'

export type Resident = { readonly id: string; readonly token: string }
export type BenchCity = { readonly residents: readonly Resident[]; readonly needs: readonly string[] }

// residents of long standing: who is new may write little at first
const longAgo = (now: Date) => new Date(now.getTime() - 30 * 86_400_000)

/** Residents who are signed in. */
export async function fillResidents({ db, pool }: Database, residents: number): Promise<Resident[]> {
  const now = new Date()
  const joined = longAgo(now)
  const people: Resident[] = []
  for (let made = 0; made < residents; made++) {
    const id = newId('person')
    await pool.query('insert into persons (id, display_name, named_at, level, created_at) values ($1, $2, $3, 1, $3)', [id, `Osoba ${made}`, joined])
    people.push({ id, token: await openSession({ db, actor: nobody, now, wall: now, locale: 'pl' }, id) })
  }
  return people
}

/** On top of the demo world: three hundred ideas, needs to back, and residents who are signed in. */
export async function fillCity(database: Database, residents: number, needs: number): Promise<BenchCity> {
  const { pool } = database
  const joined = longAgo(new Date())
  const people = await fillResidents(database, residents)
  const author = newId('person')
  await pool.query('insert into persons (id, display_name, named_at, level, created_at) values ($1, $2, $3, 1, $3)', [author, 'Autorka', joined])
  const said = (table: 'needs' | 'ideas', state: string, count: number) =>
    pool.query<{ id: string }>(
      `insert into ${table} (id, key, edition_id, territory_id, title, text, words, place_words, author_id, channel, created_at, state)
       select $1 || '_bench' || n, 'key_bench_' || $1 || n, m.edition_id, t.id, 'Ławki i drzewa przy przystanku numer ' || n,
         'Na przystanku nie ma gdzie usiąść ani schować się przed słońcem. Potrzebne są ławki z oparciem i drzewa, które dadzą cień w lecie.',
         ''::tsvector, 'przy przystanku', $2, 'online', now() - n * interval '1 minute', $3
       from generate_series(1, $4::int) n cross join lateral (select edition_id from ${table} limit 1) m
       join lateral (select id from territories where kind = 'district' order by id offset (n % 18) limit 1) t on true returning id`,
      [table === 'needs' ? 'need' : 'idea', author, state, count],
    )
  await said('ideas', 'proposed', 300)
  const { rows } = await said('needs', 'open', needs)
  await pool.query('analyze')
  return { residents: people, needs: rows.map(row => row.id) }
}
