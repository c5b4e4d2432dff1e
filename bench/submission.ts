import { newId } from '#kit/ids.ts'
import type { Snapshot } from '#modules/proposals/drafting/drafting.rules.ts'
import { hashOf } from '#modules/proposals/drafting/versions.actions.ts'
import { paths, url } from '#paths'
import { type Database, openDatabase } from '#platform/db.ts'
import { ownerUrlOf, type Product, startProduct } from '../journeys/product.ts'
import { fillResidents, type Resident } from './city.ts'
import { openLine } from './load.ts'
import { cookie, portOf, posted, request } from './requests.ts'
import { most } from './words.ts'

const drafts = 500
const clients = 64
type Waiting = { readonly id: string; readonly lead: Resident }

/** Whole drafts of two authors each, frozen and accepted by both, on the last day for submitting. */
async function fillWaiting({ pool }: Database, leads: readonly Resident[]): Promise<Waiting[]> {
  await pool.query(`update phases set first_day = current_date - 20, last_day = (now() at time zone 'Europe/Warsaw')::date where kind = 'submission'`)
  await pool.query(`update persons set email = id || '@bench.example' where display_name like 'Osoba %'`)
  const { rows: places } = await pool.query<{ id: string; edition: string }>(
    `select p.territory_id as id, p.edition_id as edition from pools p join editions e on e.id = p.edition_id join territories t on t.id = p.territory_id
     where t.kind = 'district' and e.state in ('published', 'running') order by t.number`,
  )
  const made: Waiting[] = []
  for (let n = 0; n < drafts; n++) {
    const [lead, other, place] = [leads[n % leads.length], leads[(n + 1) % leads.length], places[n % places.length]]
    if (!lead || !other || !place) throw new Error('no residents or no pools')
    made.push({ id: await fillOne(pool, n, [lead.id, other.id], place), lead })
  }
  await pool.query('analyze')
  return made
}

async function fillOne(pool: Database['pool'], n: number, authors: readonly string[], place: { id: string; edition: string }): Promise<string> {
  const id = newId('project')
  const sections: Snapshot['sections'] = {
    title: `Ławki i drzewa numer ${n}`,
    summary: 'Na przystanku nie ma gdzie usiąść ani schować się przed słońcem. Staną tu ławki z oparciem i drzewa, które dadzą cień w lecie.',
    description: 'Miasto sadzi drzewa i stawia ławki. '.repeat(20),
    place: 'przy przystanku',
    reasons: 'Nie ma cienia. '.repeat(10),
    beneficiaries: 'Wszyscy.',
  }
  const costs = [{ id: newId('line'), name: 'Ławka', quantity: 5_000, unit: 'szt.', price: 280_000 }]
  const snapshot: Snapshot = { projectId: id, number: 1, sections, costs, total: 1_400_000 }
  await pool.query(
    `insert into projects (id, key, edition_id, territory_id, lead_id, path, state, visibility, version, created_at, changed_at, frozen_at)
     values ($1, $1, $2, $3, $4, 'joint-district', 'agreeing', 'shared', 1, now(), now(), now())`,
    [id, place.edition, place.id, authors[0]],
  )
  await pool.query(`insert into project_sections (project_id, section, text, revision) select $1, key, value, 1 from jsonb_each_text($2::jsonb)`, [
    id,
    JSON.stringify(sections),
  ])
  for (const line of costs)
    await pool.query(`insert into project_cost_lines (project_id, id, position, name, quantity, unit, price) values ($1, $2, 0, $3, $4, $5, $6)`, [
      id,
      line.id,
      line.name,
      line.quantity,
      line.unit,
      line.price,
    ])
  await pool.query(`insert into project_versions (project_id, number, snapshot, hash, created_at, created_by) values ($1, 1, $2, $3, now(), $4)`, [
    id,
    JSON.stringify(snapshot),
    hashOf(snapshot),
    authors[0],
  ])
  await pool.query(
    `with a as (insert into project_authors (id, project_id, person_id, state, invited_by, invited_at, answered_at)
       select $1 || '_' || person, $1, person, 'accepted', person, now(), now() from unnest($2::text[]) person)
     insert into project_acceptances (project_id, version, person_id, at, how, recorded_by) select $1, 1, person, now(), 'own', person from unnest($2::text[]) person`,
    [id, authors],
  )
  return id
}

/** The least that a submission must write: a number of its pool, the project, the fact and two letters, in one transaction. */
async function measureFloor({ pool }: Database): Promise<number> {
  await pool.query('create table bench_numbers (pool int primary key, last int not null)')
  await pool.query('create table bench_rows (id bigint generated always as identity primary key, kind text not null, words text not null)')
  await pool.query('insert into bench_numbers select n, 0 from generate_series(0, 17) n')
  const start = performance.now()
  let taken = 0
  const writer = async () => {
    while (taken < drafts) {
      const n = taken++
      const client = await pool.connect()
      await client.query('begin')
      await client.query('update bench_numbers set last = last + 1 where pool = $1 returning last', [n % 18])
      for (const kind of ['project', 'fact', 'letter', 'letter'])
        await client.query('insert into bench_rows (kind, words) values ($1, $2)', [kind, 'x'.repeat(800)])
      await client.query('commit')
      client.release()
    }
  }
  await Promise.all(Array.from({ length: clients }, writer))
  const seconds = (performance.now() - start) / 1000
  await pool.query('drop table bench_numbers, bench_rows')
  return seconds
}

/** So many clients take the leads in turn; each asks what is wanted, one request after another. */
async function byTurns(product: Product, waiting: readonly Waiting[], asked: (one: Waiting) => readonly string[], wanted: string) {
  const wrong: string[] = []
  let next = 0
  const start = performance.now()
  const client = async () => {
    const line = await openLine(portOf(product))
    for (let turn = waiting[next++]; turn; turn = waiting[next++]) {
      const got: number[] = []
      for (const text of asked(turn)) got.push(await line.ask(text))
      if (String(got) !== wanted) wrong.push(`${turn.id}: ${got}`)
    }
    line.close()
  }
  await Promise.all(Array.from({ length: clients }, client))
  return { seconds: (performance.now() - start) / 1000, wrong }
}
const submissionOf = ({ id }: Waiting) => url(paths.projectSubmission, { id })

/** What stands in the database afterwards: each project once, each fact once, numbers without a gap, a letter for each author. */
async function countSubmitted({ pool }: Database, ids: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query<{ what: string; n: number; wanted: number }>(
    `with mine as (select * from projects where id = any($1)),
       facts as (select subject from ledger_chain where fact = 'project.submitted' and subject = any($1)
         union all select subject from ledger_inbox where fact = 'project.submitted' and subject = any($1))
     select 'submitted' as what, (select count(*) from mine where state = 'submitted')::int as n, $2::int as wanted
     union all select 'numbers of their own', (select count(distinct public_no) from mine)::int, $2
     union all select 'facts', (select count(*) from facts)::int, $2
     union all select 'gaps between numbers', (select coalesce(sum(last), 0) from project_numbers)::int - (select count(*) from projects where public_no is not null)::int, 0
     union all select 'letters', (select count(*) from letters where subject like 'Złożono projekt %')::int, $2 * 2`,
    [ids, ids.length],
  )
  return rows.filter(({ n, wanted }) => n !== wanted).map(({ what, n, wanted }) => `${what}: ${n}, not ${wanted}`)
}

/** The last hour before the deadline: all drafts of a city within a minute, on a server whose post is down. */
export async function measureSubmission(env: Readonly<Record<string, string>>, dataDir: string): Promise<string[]> {
  // nobody listens there: each letter waits and is tried again
  const product = await startProduct({ ...env, SMTP_URL: 'smtp://127.0.0.1:9' })
  const database = openDatabase(ownerUrlOf(dataDir))
  try {
    const waiting = await fillWaiting(database, await fillResidents(database, drafts))
    const floor = await measureFloor(database)
    const reading = await byTurns(product, waiting, one => [request('GET', submissionOf(one), cookie(one.lead.token))], '200')
    const press = (one: Waiting) => posted(submissionOf(one), one.lead.token)
    const { seconds, wrong } = await byTurns(product, waiting, one => [press(one), press(one)], '303,303')
    const faults = [
      ...reading.wrong,
      ...wrong,
      ...(await countSubmitted(
        database,
        waiting.map(({ id }) => id),
      )),
    ]
    return [
      most(`${drafts} drafts submitted by ${clients} at once, each pressed twice, mail down`, seconds, 60, 's'),
      `       before that each lead opened the page for submitting: ${reading.seconds.toFixed(1)} s`,
      `       raw pg writes as many numbers, projects, facts and letters in ${floor.toFixed(2)} s: ${(floor / seconds).toFixed(3)} of the floor`,
      `${faults.length === 0 ? 'ok    ' : 'MISSED'} each exactly once, without an error${faults.length === 0 ? '' : `: ${faults.slice(0, 5).join('; ')} (${faults.length} in all)`}`,
    ]
  } finally {
    await database.close()
    await product.stop()
  }
}
