import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import { askedBy, candidates, inWords, likeness } from '#platform/similar.ts'
import type { ThingKind } from '#platform/things.ts'

type Point = { readonly lon: number; readonly lat: number }
export type AlikeSearch = {
  readonly words: string
  readonly limit: number
  /** Where it is meant to be. What lies near is alike with fewer words in common. */
  readonly point?: Point | undefined
  /** Of this territory and of the whole city; where the whole city is meant, of every territory. */
  readonly territoryId?: string | undefined
  /** Only kinds with these prefixes. */
  readonly only?: readonly string[]
  readonly not?: readonly string[]
}
export type Alike = { readonly id: string; readonly title: string; readonly score: number; readonly metres: number | null }

/** Below `words` two titles share little more than a common word; next door, `nextDoor` is enough. */
const least = { words: 0.3, nextDoor: 0.15 }
const [nextDoor, near, mostNeighbours] = [150, 500, 40]

/** Needs, ideas, drafts, projects and past ones that resemble what was typed, best first: one statement over all kinds. */
export async function findAlike({ db }: Ctx, kinds: readonly ThingKind[], search: AlikeSearch): Promise<Alike[]> {
  const asked = askedBy(search.words)
  const wanted = kinds.flatMap(({ prefix, alike }) => (alike && (search.only?.includes(prefix) ?? true) ? [{ prefix, ...alike }] : []))
  if (!asked || wanted.length === 0) return []
  const { point } = search
  const parts = wanted.map(({ prefix, rows, where, around = rows }) => {
    const open = sql`${where} and t.id <> all(${[...(search.not ?? [])]})`
    const neighbours = point
      ? sql`union (select t.id from ${around} t where ${open} and ${boxAround(point)}
          order by ${inWords(asked)} + ${nearness(metresFrom(point))} desc limit ${mostNeighbours})`
      : sql``
    return {
      tables: sql`${candidates(prefix, rows, asked, open, search.territoryId)}, ${sql.ref(`${prefix}_all`)} as (select id from ${sql.ref(prefix)} ${neighbours})`,
      select: sql`select t.id, t.title, ${likeness(asked)}::float8 as alike, ${point ? metresFrom(point) : sql`null::float8`} as metres
        from ${rows} t where t.id = any(array(select id from ${sql.ref(`${prefix}_all`)})) and ${open} and ${scopeOf(search)}`,
    }
  })
  const { rows } = await sql<Alike>`
    with ${sql.join(parts.map(({ tables }) => tables))},
    every as materialized (${sql.join(
      parts.map(({ select }) => select),
      sql` union all `,
    )})
    select id, title, metres, alike + coalesce(${nearness(sql`metres`)}, 0) as score from every
    where alike >= ${least.words} or (metres <= ${nextDoor} and alike >= ${least.nextDoor})
    order by score desc, id limit ${search.limit}`.execute(db)
  return rows
}

function scopeOf({ territoryId, point }: AlikeSearch): RawBuilder<unknown> {
  if (!territoryId) return sql`true`
  const city = sql`(select id from territories where kind = 'city')`
  const here = sql`${territoryId} = ${city} or t.territory_id in (${territoryId}, ${city})`
  // the border of a district is no border between two benches
  return point ? sql`(${here} or ${boxAround(point)})` : sql`(${here})`
}

const metresOfDegree = 111_320
const slant = ({ lat }: Point) => Math.cos((lat * Math.PI) / 180)
const metresFrom = (point: Point): RawBuilder<number | null> =>
  sql`(${metresOfDegree}::float8 * sqrt(power(t.lat - ${point.lat}::float8, 2) + power((t.lon - ${point.lon}::float8) * ${slant(point)}::float8, 2)))`
const nearness = (metres: RawBuilder<unknown>) => sql`0.4 * exp(-${metres} / 200)`
const boxAround = (point: Point): RawBuilder<boolean> => {
  const [lat, lon] = [near / metresOfDegree, near / metresOfDegree / slant(point)]
  return sql`(t.lat between ${point.lat - lat}::float8 and ${point.lat + lat}::float8 and t.lon between ${point.lon - lon}::float8 and ${point.lon + lon}::float8)`
}
