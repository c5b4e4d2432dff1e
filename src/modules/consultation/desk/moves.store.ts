import type { Day } from '#kit/dates.ts'
import type { Advice, AdviceLink, AdviceState, AdviceVerdict, Criterion, CriterionAnswer } from '#modules/consultation/advice.rules.ts'
import type { LandStatement } from '#modules/consultation/registers/land.rules.ts'
import { listUnits } from '#modules/programme/registers/units.store.ts'
import type { Ctx } from '#platform/context.ts'

/** The id, or undefined when this form was sent before or the unit has been asked about this already. */
export async function insertAdvice(
  { db, now, actor }: Ctx,
  advice: Pick<Advice, 'id' | 'state' | 'subjectId' | 'editionId' | 'territoryId' | 'unitId' | 'question' | 'dueOn'> & {
    readonly key: string
    readonly leadingId?: string
    readonly criteria?: readonly Criterion[]
  },
): Promise<boolean> {
  const made = await db
    .insertInto('advice')
    .values({
      id: advice.id,
      key: advice.key,
      state: advice.state,
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
      edition_id: advice.editionId,
      leading_id: advice.leadingId ?? null,
      criteria: [...(advice.criteria ?? [])],
      stopped_on: null,
      reminded: 0,
      released_by: null,
      links: '[]',
      land: null,
      meeting_id: null,
      withdrawal_reason: null,
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
    .where('state', 'not in', ['answered', 'dropped', 'withdrawn'])
    .where('leading_id', 'is', null)
    .executeTakeFirst()) !== undefined

type Moved = {
  readonly expertId?: string | null
  readonly unitId?: string
  readonly dueOn?: Day
  readonly overall?: AdviceVerdict
  readonly remark?: string
  readonly estimate?: number | null
  readonly authorsSum?: number | null
  readonly stoppedOn?: Day | null
  readonly links?: readonly AdviceLink[]
  readonly withdrawalReason?: string
  readonly land?: LandStatement
  /** The head let it out. */
  readonly released?: boolean
}

/** Moves a question only if nobody moved it meanwhile. */
export async function moveAdvice({ db, now, actor }: Ctx, id: string, from: AdviceState, to: AdviceState, moved: Moved): Promise<boolean> {
  const done = await db
    .updateTable('advice')
    .set({
      state: to,
      ...(moved.expertId !== undefined && { expert_id: moved.expertId, assigned_by: actor.id, assigned_at: now }),
      ...(moved.unitId !== undefined && { unit_id: moved.unitId }),
      // a new due date is told of anew
      ...(moved.dueOn !== undefined && { due_on: moved.dueOn, reminded: 0 }),
      ...(moved.overall !== undefined && {
        overall: moved.overall,
        remark: moved.remark ?? '',
        estimate: moved.estimate ?? null,
        links: JSON.stringify(moved.links ?? []),
        land: moved.land ? JSON.stringify(moved.land) : null,
      }),
      ...(moved.authorsSum !== undefined && { authors_sum: moved.authorsSum }),
      ...(moved.withdrawalReason !== undefined && { withdrawal_reason: moved.withdrawalReason }),
      ...(moved.released && { released_by: actor.id }),
      stopped_on: to === 'asked-back' ? (moved.stoppedOn ?? null) : null,
      ...(to === 'answered' && { answered_at: now }),
    })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** What was drafted before gives way. */
export async function putAnswers({ db }: Ctx, adviceId: string, answers: readonly CriterionAnswer[]): Promise<void> {
  await db.deleteFrom('advice_criteria').where('advice_id', '=', adviceId).execute()
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

/** Open questions due by this day of which somebody may yet be told. */
export async function listLate({ db }: Ctx, dueBy: Day): Promise<string[]> {
  const rows = await db
    .selectFrom('advice')
    .select('id')
    .where('state', 'in', ['asked', 'assigned', 'drafted'])
    .where('due_on', '<=', dueBy)
    .where('reminded', '<', 3)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
/** False when this or a later step was taken before. */
export async function markReminded({ db }: Ctx, id: string, level: number): Promise<boolean> {
  const done = await db.updateTable('advice').set({ reminded: level }).where('id', '=', id).where('reminded', '<', level).executeTakeFirst()
  return done.numUpdatedRows === 1n
}
