import { type Selectable, sql } from 'kysely'
import type { Day } from '#kit/dates.ts'
import { notFound } from '#kit/refusal.ts'
import type { Advice, AdviceLink, AdviceState, AdviceVerdict, Criterion, CriterionAnswer, NamedAdvice } from '#modules/consultation/advice.rules.ts'
import { criteria } from '#modules/consultation/advice.rules.ts'
import { desksOf } from '#modules/consultation/desk/desk.store.ts'
import type { LandStatement } from '#modules/consultation/registers/land.rules.ts'
import { namesOf } from '#modules/people/people.store.ts'
import { findEdition } from '#modules/programme/editions/editions.store.ts'
import { listUnits } from '#modules/programme/registers/units.store.ts'
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
      edition_id: string
      leading_id: string | null
      criteria: Criterion[]
      stopped_on: Day | null
      reminded: number
      released_by: string | null
      links: unknown
      land: unknown
      meeting_id: string | null
      withdrawal_reason: string | null
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
  editionId: row.edition_id,
  leadingId: row.leading_id ?? undefined,
  meetingId: row.meeting_id ?? undefined,
  withdrawalReason: row.withdrawal_reason ?? undefined,
  criteria: row.criteria,
  reminded: row.reminded,
  stoppedOn: row.stopped_on ?? undefined,
  links: row.links as readonly AdviceLink[],
  land: (row.land as LandStatement | null) ?? undefined,
  answers: [...row.answers].sort((a, b) => criteria.indexOf(a.criterion) - criteria.indexOf(b.criterion)),
})

/** Puts beside what pages and rules need: names, how the unit works, and the other units of a joint opinion. As many statements for one row as for many. */
async function nameAll(ctx: Ctx, rows: readonly Advice[]): Promise<NamedAdvice[]> {
  if (rows.length === 0) return []
  const units = new Map((await listUnits(ctx)).map(unit => [unit.id, unit]))
  const [names, parts, leaders, seen] = [
    await namesOf(
      ctx,
      rows.flatMap(row => row.expertId ?? []),
    ),
    await partsOf(ctx, rows),
    await leadersOf(ctx, rows),
    await showsExperts(ctx, rows),
  ]
  const desks = await desksOf(ctx, [...rows, ...leaders.values()])
  return rows.map(row => {
    const own = (parts.get(row.id) ?? []).map(part => ({ ...part, unitName: units.get(part.unitId)?.name ?? '' }))
    const leader = row.leadingId === undefined ? undefined : leaders.get(row.leadingId)
    return {
      ...row,
      ...desks.of(row.unitId),
      unitName: units.get(row.unitId)?.name ?? '',
      unitCode: units.get(row.unitId)?.code ?? '',
      expertName: row.expertId && names.get(row.expertId),
      namesExpert: seen.has(row.editionId),
      leading: leader && { ...leader, deputies: desks.of(leader.unitId).deputies },
      parts: own,
      partUnitIds: own.filter(({ state }) => state !== 'dropped').map(({ unitId }) => unitId),
      partsOpen: own.filter(({ state }) => !['contributed', 'dropped', 'answered'].includes(state)).length,
    }
  })
}

/** What other units contribute, by the question that leads. */
async function partsOf(ctx: Ctx, rows: readonly Advice[]): Promise<ReadonlyMap<string, Advice[]>> {
  const ids = rows.filter(({ leadingId }) => leadingId === undefined).map(({ id }) => id)
  const found = ids.length === 0 ? [] : await advices(ctx).where('a.leading_id', 'in', ids).orderBy('a.asked_at').orderBy('a.id').execute()
  const parts = found.map(toAdvice)
  return new Map(ids.map(id => [id, parts.filter(({ leadingId }) => leadingId === id)]))
}
async function leadersOf({ db }: Ctx, rows: readonly Advice[]): Promise<ReadonlyMap<string, { unitId: string; expertId: string | undefined }>> {
  const ids = rows.flatMap(({ leadingId }) => leadingId ?? [])
  if (ids.length === 0) return new Map()
  const found = await db.selectFrom('advice').select(['id', 'unit_id', 'expert_id']).where('id', 'in', ids).execute()
  return new Map(found.map(row => [row.id, { unitId: row.unit_id, expertId: row.expert_id ?? undefined }]))
}
/** The editions of these rows that show everybody who answered. */
async function showsExperts(ctx: Ctx, rows: readonly Advice[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(rows.map(({ editionId }) => editionId).filter(Boolean))]
  const editions = await Promise.all(ids.map(id => findEdition(ctx, id)))
  return new Set(editions.flatMap(edition => (edition?.rules.advice.expertNames ? [edition.id] : [])))
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

/** Advice on these ideas and projects, the newest question first, joint opinions as one. Only what is answered is for everybody's eyes. */
export async function listAdviceOn(ctx: Ctx, subjectIds: readonly string[]): Promise<NamedAdvice[]> {
  if (subjectIds.length === 0) return []
  const rows = await advices(ctx)
    .where('a.subject_id', 'in', subjectIds)
    .where('a.state', 'not in', ['dropped', 'withdrawn'])
    .where('a.leading_id', 'is', null)
    .orderBy('a.asked_at', 'desc')
    .orderBy('a.id')
    .execute()
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

/** Questions of units that wait for this person's word: they asked, or they wrote what it is about. */
export async function listAskedBack(ctx: Ctx): Promise<NamedAdvice[]> {
  const { actor } = ctx
  const written = sql<boolean>`exists (select from project_authors w where w.project_id = a.subject_id and w.person_id = ${actor.id} and w.state = 'accepted')
    or exists (select from ideas i where i.id = a.subject_id and i.author_id = ${actor.id})`
  const rows = await advices(ctx)
    .where('a.state', '=', 'asked-back')
    .where(is => is.or([is('a.asked_by', '=', actor.id), written]))
    .orderBy('a.stopped_on')
    .orderBy('a.id')
    .execute()
  return nameAll(ctx, rows.map(toAdvice))
}

export async function adviceDataOf({ db }: Ctx, personId: string): Promise<Readonly<Record<string, unknown>>> {
  const asked = await db
    .selectFrom('advice')
    .select(['id', 'subject_id as subjectId', 'question', 'asked_at as askedAt', 'state', 'withdrawal_reason as withdrawalReason'])
    .where('asked_by', '=', personId)
    .execute()
  const answered = await db
    .selectFrom('advice')
    .select(['id', 'subject_id as subjectId', 'overall', 'remark', 'answered_at as answeredAt'])
    .where('expert_id', '=', personId)
    .execute()
  const replies = await db
    .selectFrom('advice_queries')
    .select(['advice_id as adviceId', 'question', 'reply', 'replied_at as repliedAt'])
    .where('replied_by', '=', personId)
    .execute()
  return { asked, answered, replies }
}

/** The advice itself is public history; only questions that nobody answered go. */
export async function sweepUnanswered({ db }: Ctx, before: Date): Promise<number> {
  const gone = await db.deleteFrom('advice').where('state', '<>', 'answered').where('asked_at', '<', before).executeTakeFirst()
  return Number(gone.numDeletedRows)
}
