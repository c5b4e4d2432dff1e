import type { Generated } from 'kysely'
import type { Day } from '#kit/dates.ts'
import { notFound } from '#kit/refusal.ts'
import { type Call, type CallText, type Question, shownCall } from '#modules/ambassadors/applications/calls.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    ambassador_calls: {
      id: string
      key: string
      edition_id: string
      no: number
      first_day: Day
      last_day: Day
      min_age: number | null
      statute: string
      statute_en: string
      questions: unknown
      version: Generated<number>
      opened_by: string
      opened_at: Date
    }
  }
}

const calls = ({ db }: Ctx) =>
  db
    .selectFrom('ambassador_calls')
    .select(['id', 'edition_id', 'no', 'first_day', 'last_day', 'min_age', 'statute', 'statute_en', 'questions', 'version'])
type Row = Awaited<ReturnType<ReturnType<typeof calls>['executeTakeFirstOrThrow']>>

const toCall = (row: Row): Call => ({
  id: row.id,
  editionId: row.edition_id,
  no: row.no,
  from: row.first_day,
  to: row.last_day,
  minAge: row.min_age,
  statute: row.statute,
  statuteEn: row.statute_en,
  questions: row.questions as Question[],
  version: row.version,
})

/** Calls of one edition, or of all, the newest first. */
export async function listCalls(ctx: Ctx, options: { editionId?: string; ids?: readonly string[] } = {}): Promise<Call[]> {
  if (options.ids?.length === 0) return []
  const rows = await calls(ctx)
    .$if(options.editionId !== undefined, query => query.where('edition_id', '=', options.editionId ?? ''))
    .$if(options.ids !== undefined, query => query.where('id', 'in', options.ids ?? []))
    .orderBy('first_day', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toCall)
}
/** The call that everybody is shown now: the open one, else the next, else the last of this edition. */
export const findShownCall = async (ctx: Ctx, editionId: string): Promise<Call | undefined> => shownCall(await listCalls(ctx, { editionId }), ctx.now)

export async function findCall(ctx: Ctx, id: string): Promise<Call | undefined> {
  const row = await calls(ctx).where('id', '=', id).executeTakeFirst()
  return row && toCall(row)
}
export const loadCall = async (ctx: Ctx, id: string): Promise<Call> => (await findCall(ctx, id)) ?? notFound('no such call')
export const findCallByKey = async ({ db }: Ctx, key: string): Promise<string | undefined> =>
  (await db.selectFrom('ambassador_calls').select('id').where('key', '=', key).executeTakeFirst())?.id

/** Calls of an edition are opened and moved one after another, so that two of them cannot come to overlap. */
export async function holdEdition({ db }: Ctx, editionId: string): Promise<void> {
  await db.selectFrom('editions').select('id').where('id', '=', editionId).forUpdate().execute()
}

const columnsOf = (text: CallText) => ({
  first_day: text.from,
  last_day: text.to,
  min_age: text.minAge,
  statute: text.statute,
  statute_en: text.statuteEn,
  questions: JSON.stringify(text.questions),
})

export async function insertCall(ctx: Ctx, call: CallText & Pick<Call, 'id' | 'editionId' | 'no'> & { key: string }): Promise<void> {
  const { id, key, editionId, no } = call
  const row = { id, key, edition_id: editionId, no, opened_by: ctx.actor.id, opened_at: ctx.now, ...columnsOf(call) }
  await ctx.db.insertInto('ambassador_calls').values(row).execute()
}

/** False when somebody changed it meanwhile. */
export async function updateCall({ db }: Ctx, id: string, version: number, text: CallText): Promise<boolean> {
  const done = await db
    .updateTable('ambassador_calls')
    .set({ ...columnsOf(text), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
