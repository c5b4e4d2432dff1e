import { sql } from 'kysely'
import { commentsOn } from '#modules/discussions/discussions.store.ts'
import type { Sort } from '#modules/ideas/space.rules.ts'
import type { Ctx } from '#platform/context.ts'
import { notHidden } from '#platform/hidings.ts'
import { kept } from '#platform/kept.ts'

/** What a list shows of a need or an idea, and no more: it is the page most often asked for. */
export type SaidLine = {
  readonly id: string
  readonly title: string
  readonly territoryId: string
  readonly createdAt: Date
  readonly state: string
  readonly backings: number
  readonly comments: number
}
export const usualLength = 20
type Page = {
  readonly editionId: string
  readonly territoryId: string | undefined
  readonly sort: Sort
  readonly limit: number
  /** Where the page before ended. */
  readonly after: string | undefined
  /** Only those that an office has. */
  readonly redirected?: boolean
}

/** Where a list stands: how much the last row was backed, when it was said, which it is. */
export const cursorOf = ({ backings, createdAt, id }: Pick<SaidLine, 'backings' | 'createdAt' | 'id'>): string =>
  `${backings}~${createdAt.getTime()}~${id}`

export function readCursor(typed: string | undefined): { backings: number; createdAt: Date; id: string } | undefined {
  const match = /^(\d{1,9})~(\d{1,15})~(\w{1,40})$/.exec(typed ?? '')
  return match ? { backings: Number(match[1]), createdAt: new Date(Number(match[2])), id: match[3] ?? '' } : undefined
}

const backings = sql`(select count(*)::int from backings b where b.subject_id = t.id)`
const tables = { need: sql`needs`, idea: sql`ideas` }
const everywhere = sql``

/** The first page, of the usual length, is the same for everybody until something happens, whatever it is; the others are few and asked for anew. */
export const listLines = (ctx: Ctx, kind: 'need' | 'idea', page: Page): Promise<readonly SaidLine[]> => {
  const { editionId, territoryId = '', sort, limit, after, redirected = false } = page
  const read = () => readLines(ctx, kind, page)
  return after || limit > usualLength + 1 ? read() : kept(ctx.db, [kind, editionId, territoryId, sort, limit, redirected].join(' '), [''], read)
}

/** A page of the list in one statement, whatever its length. Written out: composing it anew cost each page more than its answer. */
async function readLines(
  { db }: Ctx,
  kind: 'need' | 'idea',
  { editionId, territoryId, sort, limit, after, redirected }: Page,
): Promise<readonly SaidLine[]> {
  const from = readCursor(after)
  const byBackings = sort === 'backed'
  const place = territoryId === undefined ? everywhere : sql`and t.territory_id = ${territoryId}`
  const older = !from
    ? everywhere
    : byBackings
      ? sql`and (${backings}, t.created_at, t.id) < (${from.backings}, ${from.createdAt}, ${from.id})`
      : sql`and (t.created_at, t.id) < (${from.createdAt}, ${from.id})`
  const state = redirected ? sql`t.state = 'redirected'` : sql`t.state not in ('closed', 'dropped', 'continued')`
  const { rows } = await sql<SaidLine>`
    select t.id, t.title, t.territory_id as "territoryId", t.created_at as "createdAt", t.state, ${backings} as backings, ${commentsOn('t.id')} as comments
    from ${tables[kind]} t where t.edition_id = ${editionId} and ${state} and ${notHidden('t.id')} ${place} ${older}
    order by ${byBackings ? sql`backings desc,` : everywhere} t.created_at desc, t.id desc limit ${limit}`.execute(db)
  return rows
}
