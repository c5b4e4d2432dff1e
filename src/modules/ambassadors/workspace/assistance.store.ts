import { type Generated, type Selectable, sql } from 'kysely'
import type { Day } from '#kit/dates.ts'
import { notFound } from '#kit/refusal.ts'
import type { Assistance, AssistanceKind, AssistanceState } from '#modules/ambassadors/workspace/assistance.rules.ts'
import type { Ctx } from '#platform/context.ts'

type AssistanceRow = {
  id: string
  key: string
  term_id: string
  person_id: string
  state: AssistanceState
  kind: AssistanceKind
  text: string
  wished_on: Day | null
  asked_at: Date
  answer_by: Day
  answer: Generated<string | null>
  answered_by: Generated<string | null>
  answered_at: Generated<Date | null>
  ready_on: Generated<Day | null>
  version: Generated<number>
}
declare module '#platform/schema.ts' {
  interface Tables {
    assistance_requests: AssistanceRow
  }
}

const requests = ({ db }: Ctx) =>
  db
    .selectFrom('assistance_requests as a')
    .innerJoin('ambassador_terms as t', 't.id', 'a.term_id')
    .selectAll('a')
    .select([
      't.edition_id',
      sql<Day | null>`a.wished_on::text`.as('wished_on'),
      sql<Day>`a.answer_by::text`.as('answer_by'),
      sql<Day | null>`a.ready_on::text`.as('ready_on'),
    ])
const toAssistance = (row: Selectable<AssistanceRow> & { edition_id: string }): Assistance => ({
  id: row.id,
  termId: row.term_id,
  editionId: row.edition_id,
  personId: row.person_id,
  state: row.state,
  kind: row.kind,
  text: row.text,
  wishedOn: row.wished_on ?? undefined,
  askedAt: row.asked_at,
  answerBy: row.answer_by,
  answer: row.answer ?? undefined,
  readyOn: row.ready_on ?? undefined,
  version: row.version,
})

export async function findAssistance(ctx: Ctx, id: string): Promise<Assistance> {
  const row = await requests(ctx).where('a.id', '=', id).executeTakeFirst()
  return row ? toAssistance(row) : notFound('no such request')
}
/** Of one person or of everybody; what waits longest stands first. */
export async function listAssistance(ctx: Ctx, of: { personId?: string; open?: boolean } = {}): Promise<Assistance[]> {
  let query = requests(ctx).orderBy(sql`a.state not in ('asked', 'promised')`).orderBy(sql`coalesce(a.ready_on, a.answer_by)`).orderBy('a.id')
  if (of.personId !== undefined) query = query.where('a.person_id', '=', of.personId)
  if (of.open) query = query.where('a.state', 'in', ['asked', 'promised'])
  return (await query.execute()).map(toAssistance)
}

export type NewAssistance = Pick<Assistance, 'id' | 'termId' | 'personId' | 'kind' | 'text' | 'wishedOn' | 'answerBy'> & { readonly key: string }
export async function insertAssistance({ db, now }: Ctx, given: NewAssistance, state: AssistanceState): Promise<boolean> {
  const { id, key, termId, personId, kind, text, wishedOn, answerBy } = given
  const made = await db
    .insertInto('assistance_requests')
    .values({ id, key, term_id: termId, person_id: personId, state, kind, text, wished_on: wishedOn ?? null, asked_at: now, answer_by: answerBy })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** Writes only if nobody moved it meanwhile. */
export async function moveAssistance(
  { db, now, actor }: Ctx,
  { id, state: from, readyOn: before }: Assistance,
  to: AssistanceState,
  given: { answer?: string | undefined; readyOn?: Day | undefined },
): Promise<boolean> {
  const answered = given.answer === undefined ? {} : { answer: given.answer, answered_by: actor.id, answered_at: now }
  const moved = await db
    .updateTable('assistance_requests')
    .set(is => ({ state: to, ...answered, ready_on: given.readyOn ?? before ?? null, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}

export async function removeAssistanceBefore({ db }: Ctx, before: Date): Promise<number> {
  return Number((await db.deleteFrom('assistance_requests').where('asked_at', '<', before).executeTakeFirst()).numDeletedRows)
}
export async function removeAssistanceOf({ db }: Ctx, personId: string): Promise<void> {
  await db.deleteFrom('assistance_requests').where('person_id', '=', personId).execute()
  await db.updateTable('assistance_requests').set({ answered_by: '' }).where('answered_by', '=', personId).execute()
}
