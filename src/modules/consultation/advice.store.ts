import { type Selectable, sql } from 'kysely'
import type { Day } from '#kit/dates.ts'
import { notFound } from '#kit/refusal.ts'
import type { Advice, AdviceState, AdviceVerdict, Criterion, CriterionAnswer, NamedAdvice } from '#modules/consultation/advice.rules.ts'
import { criteria } from '#modules/consultation/advice.rules.ts'
import { namesOf } from '#modules/people/people.store.ts'
import { listUnits } from '#modules/programme/units.store.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    advice: {
      id: string
      key: string
      state: AdviceState
      subject_id: string
      territory_id: string
      unit_id: string
      question: string
      asked_by: string
      asked_at: Date
      due_on: Day
      expert_id: string | null
      assigned_by: string | null
      assigned_at: Date | null
      answered_at: Date | null
      overall: AdviceVerdict | null
      remark: string | null
      estimate: number | null
      authors_sum: number | null
    }
    advice_criteria: { advice_id: string; criterion: Criterion; verdict: AdviceVerdict; remark: string; basis: string }
    advice_returns: { advice_id: string; from_unit: string; to_unit: string; person_id: string; remark: string; at: Date }
  }
}
type Row = Selectable<import('#platform/schema.ts').Tables['advice']>

/** Rows with all answers by criterion, in one statement. */
const advices = ({ db }: Ctx) =>
  db
    .selectFrom('advice as a')
    .selectAll('a')
    .select(
      sql<
        CriterionAnswer[]
      >`coalesce((select jsonb_agg(jsonb_build_object('criterion', criterion, 'verdict', verdict, 'remark', remark, 'basis', basis))
        from advice_criteria where advice_id = a.id), '[]')`.as('answers'),
    )

const toAdvice = (row: Row & { answers: CriterionAnswer[] }): Advice => ({
  id: row.id,
  state: row.state,
  subjectId: row.subject_id,
  territoryId: row.territory_id,
  unitId: row.unit_id,
  question: row.question,
  askedBy: row.asked_by,
  askedAt: row.asked_at,
  dueOn: row.due_on,
  expertId: row.expert_id ?? undefined,
  assignedAt: row.assigned_at ?? undefined,
  answeredAt: row.answered_at ?? undefined,
  overall: row.overall ?? undefined,
  remark: row.remark ?? undefined,
  estimate: row.estimate ?? undefined,
  authorsSum: row.authors_sum ?? undefined,
  answers: [...row.answers].sort((a, b) => criteria.indexOf(a.criterion) - criteria.indexOf(b.criterion)),
})

/** Puts the names of units and experts beside: two statements, however many rows. */
async function nameAll(ctx: Ctx, rows: readonly Advice[]): Promise<NamedAdvice[]> {
  if (rows.length === 0) return []
  const units = new Map((await listUnits(ctx)).map(unit => [unit.id, unit]))
  const names = await namesOf(
    ctx,
    rows.flatMap(row => row.expertId ?? []),
  )
  return rows.map(row => ({
    ...row,
    unitName: units.get(row.unitId)?.name ?? '',
    unitCode: units.get(row.unitId)?.code ?? '',
    expertName: row.expertId && names.get(row.expertId),
  }))
}

export async function loadAdvice(ctx: Ctx, id: string): Promise<NamedAdvice> {
  const row = await advices(ctx).where('a.id', '=', id).executeTakeFirst()
  return (await nameAll(ctx, row ? [toAdvice(row)] : []))[0] ?? notFound('advice')
}

export async function listAdviceById(ctx: Ctx, ids: readonly string[]): Promise<NamedAdvice[]> {
  if (ids.length === 0) return []
  return nameAll(ctx, (await advices(ctx).where('a.id', 'in', ids).orderBy('a.asked_at').orderBy('a.id').execute()).map(toAdvice))
}

/** Takes the row for this transaction, so that two who decide at once decide one after the other. */
export async function holdAdvice(ctx: Ctx, id: string): Promise<NamedAdvice> {
  await ctx.db.selectFrom('advice').select('id').where('id', '=', id).forUpdate().execute()
  return loadAdvice(ctx, id)
}

/** The same for several, always in one order, so that two answers to overlapping questions wait for each other and never lock up. */
export async function holdAdvices(ctx: Ctx, ids: readonly string[]): Promise<NamedAdvice[]> {
  await ctx.db.selectFrom('advice').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute()
  return listAdviceById(ctx, ids)
}

/** Advice on these ideas and projects, the newest question first. Only what is answered is for everybody's eyes. */
export async function listAdviceOn(ctx: Ctx, subjectIds: readonly string[]): Promise<NamedAdvice[]> {
  if (subjectIds.length === 0) return []
  const rows = await advices(ctx).where('a.subject_id', 'in', subjectIds).orderBy('a.asked_at', 'desc').orderBy('a.id').execute()
  return nameAll(ctx, rows.map(toAdvice))
}

/** What waits in these units, the nearest deadline first; what they answered, the newest first. */
export async function listQueue(ctx: Ctx, unitIds: readonly string[], states: readonly AdviceState[], limit = 200): Promise<NamedAdvice[]> {
  if (unitIds.length === 0) return []
  const rows = await advices(ctx)
    .where('a.unit_id', 'in', unitIds)
    .where('a.state', 'in', states)
    .$call(query => (states.includes('answered') ? query.orderBy('a.answered_at', 'desc') : query.orderBy('a.due_on')))
    .orderBy('a.id')
    .limit(limit)
    .execute()
  return nameAll(ctx, rows.map(toAdvice))
}

/** The id, or undefined when this form was sent before or the unit has been asked about this already. */
export async function insertAdvice(
  { db, now, actor }: Ctx,
  advice: Pick<Advice, 'id' | 'subjectId' | 'territoryId' | 'unitId' | 'question' | 'dueOn'> & { key: string },
): Promise<boolean> {
  const made = await db
    .insertInto('advice')
    .values({
      id: advice.id,
      key: advice.key,
      state: 'asked',
      subject_id: advice.subjectId,
      territory_id: advice.territoryId,
      unit_id: advice.unitId,
      question: advice.question,
      asked_by: actor.id,
      asked_at: now,
      due_on: advice.dueOn,
      expert_id: null,
      assigned_by: null,
      assigned_at: null,
      answered_at: null,
      overall: null,
      remark: null,
      estimate: null,
      authors_sum: null,
    })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}
export const findAdviceByKey = async ({ db }: Ctx, key: string): Promise<string | undefined> =>
  (await db.selectFrom('advice').select('id').where('key', '=', key).executeTakeFirst())?.id

/** Is a question to this unit about this thing still open? */
export const isWaiting = async ({ db }: Ctx, subjectId: string, unitId: string): Promise<boolean> =>
  (await db
    .selectFrom('advice')
    .select('id')
    .where('subject_id', '=', subjectId)
    .where('unit_id', '=', unitId)
    .where('state', '<>', 'answered')
    .executeTakeFirst()) !== undefined

type Moved = {
  readonly expertId?: string | null
  readonly unitId?: string
  readonly dueOn?: Day
  readonly overall?: AdviceVerdict
  readonly remark?: string
  readonly estimate?: number | null
  readonly authorsSum?: number | null
}

/** Moves a question only if nobody moved it meanwhile. */
export async function moveAdvice({ db, now, actor }: Ctx, id: string, from: AdviceState, to: AdviceState, moved: Moved): Promise<boolean> {
  const done = await db
    .updateTable('advice')
    .set({
      state: to,
      ...(moved.expertId !== undefined && { expert_id: moved.expertId, assigned_by: actor.id, assigned_at: now }),
      ...(moved.unitId !== undefined && { unit_id: moved.unitId }),
      ...(moved.dueOn !== undefined && { due_on: moved.dueOn }),
      ...(to === 'answered' && {
        answered_at: now,
        overall: moved.overall ?? null,
        remark: moved.remark ?? null,
        estimate: moved.estimate ?? null,
        authors_sum: moved.authorsSum ?? null,
      }),
    })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function insertAnswers({ db }: Ctx, adviceId: string, answers: readonly CriterionAnswer[]): Promise<void> {
  if (answers.length > 0)
    await db
      .insertInto('advice_criteria')
      .values(answers.map(answer => ({ advice_id: adviceId, ...answer })))
      .execute()
}

export async function insertReturn({ db, now, actor }: Ctx, adviceId: string, from: string, to: string, remark: string): Promise<void> {
  await db.insertInto('advice_returns').values({ advice_id: adviceId, from_unit: from, to_unit: to, person_id: actor.id, remark, at: now }).execute()
}
export type Return = { readonly from: string; readonly to: string; readonly remark: string; readonly at: Date }
export async function returnsOf(ctx: Ctx, adviceId: string): Promise<Return[]> {
  const units = new Map((await listUnits(ctx)).map(unit => [unit.id, unit.name]))
  const rows = await ctx.db
    .selectFrom('advice_returns')
    .select(['from_unit', 'to_unit', 'remark', 'at'])
    .where('advice_id', '=', adviceId)
    .orderBy('at')
    .execute()
  return rows.map(row => ({ from: units.get(row.from_unit) ?? '', to: units.get(row.to_unit) ?? '', remark: row.remark, at: row.at }))
}

export async function adviceDataOf({ db }: Ctx, personId: string): Promise<Readonly<Record<string, unknown>>> {
  const asked = await db
    .selectFrom('advice')
    .select(['id', 'subject_id as subjectId', 'question', 'asked_at as askedAt', 'state'])
    .where('asked_by', '=', personId)
    .execute()
  const answered = await db
    .selectFrom('advice')
    .select(['id', 'subject_id as subjectId', 'overall', 'remark', 'answered_at as answeredAt'])
    .where('expert_id', '=', personId)
    .execute()
  return { asked, answered }
}

/** The advice itself is public history; only questions that nobody answered go. */
export async function sweepUnanswered({ db }: Ctx, before: Date): Promise<number> {
  const gone = await db.deleteFrom('advice').where('state', '<>', 'answered').where('asked_at', '<', before).executeTakeFirst()
  return Number(gone.numDeletedRows)
}
