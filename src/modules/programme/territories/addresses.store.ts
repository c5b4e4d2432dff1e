import { sql } from 'kysely'
import { metresBetween } from '#kit/distance.ts'
import { type FormState, typedOne } from '#kit/form.ts'
import type { Point } from '#kit/geo.ts'
import { newId } from '#kit/ids.ts'
import {
  type Addresses,
  type AddressRow,
  type FoundAddress,
  middleOf,
  pickNumbers,
  splitAddress,
} from '#modules/programme/territories/addresses.rules.ts'
import { hear, nearestNames } from '#modules/programme/territories/street-names.rules.ts'
import { type Territory, whereOf } from '#modules/programme/territories/territories.rules.ts'
import { listDistricts } from '#modules/programme/territories/territories.store.ts'
import type { Ctx } from '#platform/context.ts'
import { kept } from '#platform/kept.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    streets: { id: string; title: string; territory_id: string }
    addresses: { id: string; street_id: string; number: string; lon: number; lat: number }
  }
}

/** All streets, some thousands at most, ready to be found. */
const streetsOf = (ctx: Ctx) =>
  kept(ctx.db, 'streets', ['addresses.'], async () => {
    const rows = await ctx.db.selectFrom('streets').select(['id', 'title']).orderBy('title').orderBy('territory_id').execute()
    return rows.map(({ id, title }) => ({ id, heard: hear(title) }))
  })

type House = { readonly id: string; readonly street_id: string; readonly title: string; readonly territory_id: string; readonly number: string }
type Placed = House & { readonly lon: number; readonly lat: number }
const housesOn = ({ db }: Ctx, streetIds: readonly string[]): Promise<Placed[]> =>
  streetIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('addresses as a')
        .innerJoin('streets as s', 's.id', 'a.street_id')
        .select(['a.id', 'a.street_id', 's.title', 's.territory_id', 'a.number', 'a.lon', 'a.lat'])
        .where('a.street_id', 'in', streetIds)
        .execute()

const foundHouse = (districts: readonly Territory[], whole: boolean) => (house: Placed) => {
  const territory = districts.find(({ id }) => id === house.territory_id)
  const { title, number, lon, lat } = house
  return territory ? [{ id: whole ? house.street_id : house.id, words: whole ? title : `${title} ${number}`, point: { lon, lat }, territory }] : []
}

/**
 * Streets whose name is what was typed, in any of its forms and in spite of slips, each with the house meant: those that have that very number first, and
 * of them those in the place one stands in.
 */
export async function searchAddresses(ctx: Ctx, typed: string, territoryId?: string): Promise<readonly FoundAddress[]> {
  const { street, number } = splitAddress(typed)
  const ids = nearestNames(await streetsOf(ctx), street).map(({ id }) => id)
  const [houses, districts] = [await housesOn(ctx, ids), await listDistricts(ctx)]
  const meant = ids.map(id =>
    housesMeant(
      houses.filter(({ street_id }) => street_id === id),
      number,
    ),
  )
  const far = ({ exact, picked: [house] }: (typeof meant)[number]) => Number(!exact) * 2 + Number(house?.territory_id !== territoryId)
  return [...meant].sort((a, b) => far(a) - far(b)).flatMap(({ picked }) => picked.flatMap(foundHouse(districts, number === '')))
}
function housesMeant(houses: readonly Placed[], number: string) {
  if (number !== '') return pickNumbers(houses, number)
  const middle = middleOf(houses)
  return { exact: true, picked: middle ? [middle] : [] }
}

export type NearAddress = { readonly words: string; readonly metres: number }
/** The house nearest to a point, unless it is too far to say anything of it. */
export async function addressNear({ db }: Ctx, point: Point, within = 150): Promise<NearAddress | undefined> {
  const [north, east] = [within / 111_195, within / (111_195 * Math.cos((point.lat * Math.PI) / 180))]
  const rows = await db
    .selectFrom('addresses as a')
    .innerJoin('streets as s', 's.id', 'a.street_id')
    .select(['s.title', 'a.number', 'a.lon', 'a.lat'])
    .where(is => is.and([is.between('a.lat', point.lat - north, point.lat + north), is.between('a.lon', point.lon - east, point.lon + east)]))
    .execute()
  const near = rows.map(({ title, number, ...at }) => ({ words: `${title} ${number}`, metres: Math.round(metresBetween(point, at)) }))
  return near.filter(({ metres }) => metres <= within).sort((a, b) => a.metres - b.metres || a.words.localeCompare(b.words, 'pl'))[0]
}

async function findAddress(ctx: Ctx, id: string): Promise<FoundAddress | undefined> {
  const whole = id.startsWith('street_')
  const streetId = whole ? id : (await ctx.db.selectFrom('addresses').select('street_id').where('id', '=', id).executeTakeFirst())?.street_id
  const houses = streetId === undefined ? [] : await housesOn(ctx, [streetId])
  const house = whole ? middleOf(houses) : houses.find(one => one.id === id)
  return house && foundHouse(await listDistricts(ctx), whole)(house)[0]
}

/** What a form says about addresses: asked for by its button, or by Enter while a street stands in its field. */
export async function addressesFor(ctx: Ctx, form: FormState, territoryId?: string): Promise<Addresses> {
  if ((await streetsOf(ctx)).length === 0) return undefined
  return isAsked(form) ? { found: await searchAddresses(ctx, typedOne(form, 'ulica'), territoryId) } : {}
}
const isAsked = (form: FormState) => typedOne(form, 'ulica') !== '' && ['szukaj', 'enter'].includes(typedOne(form, 'adres'))

/** The fields of a form that an address fills beside its point: words where there are none, and the place where none is chosen. */
export type AddressFields = { readonly words?: string; readonly where?: string }

/** The form after a step of the address search, with nothing saved; undefined where it was sent for what it is. */
export async function addressStep(ctx: Ctx, form: FormState, { words, where }: AddressFields): Promise<FormState | undefined> {
  const step = typedOne(form, 'adres')
  if (step === '' || (step === 'enter' && !isAsked(form))) return undefined
  if (step === 'szukaj' || step === 'enter') return { typed: form.typed, errors: {} }
  const { adres: _, ulica, ...typed } = form.typed
  const found = await findAddress(ctx, step)
  if (!found) return { typed: { ...typed, ulica }, errors: {} }
  const { lon, lat } = found.point
  const empty = (name: string | undefined): name is string => name !== undefined && typedOne(form, name) === ''
  const filledToo = { ...(empty(words) && { [words]: found.words }), ...(empty(where) && { [where]: whereOf(found.territory) }) }
  return { typed: { ...typed, lon: String(lon), lat: String(lat), ...filledToo, wybrany: found.words }, errors: {} }
}

// the import

export async function openStaging({ db }: Ctx): Promise<void> {
  await sql`create temporary table if not exists staged_addresses (
    line int not null, street text not null, number text not null, territory_id text not null, lon double precision not null, lat double precision not null)
    on commit drop`.execute(db)
  await sql`truncate staged_addresses`.execute(db)
}
export type StagedRow = AddressRow & { readonly line: number }
export async function stage({ db }: Ctx, rows: readonly StagedRow[]): Promise<void> {
  const [lons, lats] = [rows.map(({ point }) => point.lon), rows.map(({ point }) => point.lat)]
  await sql`insert into staged_addresses select * from unnest(${rows.map(({ line }) => line)}::int[], ${rows.map(({ street }) => street)}::text[],
    ${rows.map(({ number }) => number)}::text[], ${rows.map(({ territoryId }) => territoryId)}::text[], ${lons}::float8[], ${lats}::float8[])`.execute(
    db,
  )
}
/** The first line that gives another place to a house that an earlier line has named. */
export async function firstTwice({ db }: Ctx): Promise<{ line: number; what: string } | undefined> {
  const { rows } = await sql<{ line: number; what: string }>`select line, street || ' ' || number as what from (
      select *, row_number() over (partition by street, number, territory_id order by line) as nth from staged_addresses) s
    where nth > 1 order by line limit 1`.execute(db)
  return rows[0]
}

/** Streets that are new, then houses: added, or moved where they stand elsewhere now. */
export async function takeStaged({ db }: Ctx): Promise<{ added: number; changed: number }> {
  const { rows: fresh } = await sql<{ street: string; territory: string }>`select distinct g.street, g.territory_id as territory
    from staged_addresses g where not exists (select from streets s where s.title = g.street and s.territory_id = g.territory_id)`.execute(db)
  for (let at = 0; at < fresh.length; at += 500) {
    const rows = fresh.slice(at, at + 500).map(one => sql`(${newId('street')}, ${one.street}, ${one.territory})`)
    await sql`insert into streets (id, title, territory_id) values ${sql.join(rows)}`.execute(db)
  }
  const { rows } = await sql<{ added: number; changed: number }>`with put as (
      insert into addresses as a (id, street_id, number, lon, lat)
      select 'address_' || md5(s.id || ' ' || g.number), s.id, g.number, g.lon, g.lat
      from staged_addresses g join streets s on s.title = g.street and s.territory_id = g.territory_id
      on conflict (street_id, number) do update set lon = excluded.lon, lat = excluded.lat
        where (a.lon, a.lat) is distinct from (excluded.lon, excluded.lat)
      returning xmax = 0 as added)
    select count(*) filter (where added)::int as added, count(*) filter (where not added)::int as changed from put`.execute(db)
  return rows[0] ?? { added: 0, changed: 0 }
}

/** Houses that the file leaves out, in its own districts: a file of one district says nothing of another. */
const missing = sql`from addresses a join streets s on s.id = a.street_id
  where s.territory_id in (select territory_id from staged_addresses)
    and not exists (select from staged_addresses g where g.street = s.title and g.territory_id = s.territory_id and g.number = a.number)`

export async function countMissing({ db }: Ctx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n ${missing}`.execute(db)
  return rows[0]?.n ?? 0
}
/** They go, and with the last house its street. Answers how many houses went. */
export async function removeMissing({ db }: Ctx): Promise<number> {
  const gone = await sql`delete from addresses where id in (select a.id ${missing})`.execute(db)
  await sql`delete from streets s where not exists (select from addresses a where a.street_id = s.id)`.execute(db)
  return Number(gone.numAffectedRows ?? 0)
}
