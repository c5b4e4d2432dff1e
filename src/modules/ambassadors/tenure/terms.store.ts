import { type Generated, type Selectable, sql } from 'kysely'
import type { Area } from '#kit/geo.ts'
import { notFound } from '#kit/refusal.ts'
import type { ParticipationForm, Term, TermState } from '#modules/ambassadors/tenure/terms.rules.ts'
import type { Ctx } from '#platform/context.ts'

type TermRow = {
  id: string
  person_id: string
  application_id: string | null
  edition_id: string
  state: TermState
  area: unknown
  area_words: string
  forms: ParticipationForm[]
  residents: Generated<number | null>
  reason: Generated<string | null>
  authorised_no: Generated<string | null>
  authorised_at: Generated<Date | null>
  authorised_by: Generated<string | null>
  started_at: Date
  activated_at: Generated<Date | null>
  ended_at: Generated<Date | null>
  version: Generated<number>
}
declare module '#platform/schema.ts' {
  interface Tables {
    ambassador_terms: TermRow
    ambassador_term_districts: { term_id: string; territory_id: string }
    ambassador_numbers: { kind: string; year: number; last: number }
  }
}

const terms = ({ db }: Ctx) =>
  db
    .selectFrom('ambassador_terms as t')
    .selectAll('t')
    .select(
      sql<string[]>`array(select d.territory_id from ambassador_term_districts d where d.term_id = t.id order by d.territory_id)`.as('districts'),
    )

const toTerm = (row: Selectable<TermRow> & { districts: string[] }): Term => ({
  id: row.id,
  state: row.state,
  personId: row.person_id,
  applicationId: row.application_id ?? undefined,
  editionId: row.edition_id,
  districtIds: row.districts,
  area: (row.area as Area | null) ?? undefined,
  areaWords: row.area_words,
  forms: row.forms,
  residents: row.residents ?? undefined,
  authorisation:
    row.authorised_no !== null && row.authorised_at !== null
      ? { number: row.authorised_no, at: row.authorised_at, by: row.authorised_by ?? '' }
      : undefined,
  reason: row.reason ?? undefined,
  startedAt: row.started_at,
  activatedAt: row.activated_at ?? undefined,
  endedAt: row.ended_at ?? undefined,
  version: row.version,
})

export async function findTerm(ctx: Ctx, id: string): Promise<Term | undefined> {
  const row = await terms(ctx).where('t.id', '=', id).executeTakeFirst()
  return row && toTerm(row)
}
export const loadTerm = async (ctx: Ctx, id: string): Promise<Term> => (await findTerm(ctx, id)) ?? notFound('no such term')

/** All terms of one edition, the newest first; `states` narrows them. */
export async function listTerms(ctx: Ctx, { editionId, states }: { editionId?: string; states?: readonly TermState[] } = {}): Promise<Term[]> {
  let query = terms(ctx).orderBy('t.started_at', 'desc').orderBy('t.id')
  if (editionId !== undefined) query = query.where('t.edition_id', '=', editionId)
  if (states) query = query.where('t.state', 'in', states)
  return (await query.execute()).map(toTerm)
}
export async function listTermsById(ctx: Ctx, ids: readonly string[]): Promise<Term[]> {
  return ids.length === 0 ? [] : (await terms(ctx).where('t.id', 'in', ids).execute()).map(toTerm)
}
/** Every term a person has or had, the newest first. */
export async function termsOf(ctx: Ctx, personId: string): Promise<Term[]> {
  return (await terms(ctx).where('t.person_id', '=', personId).orderBy('t.started_at', 'desc').orderBy('t.id').execute()).map(toTerm)
}

/** Ambassadors who work now, of one district or all; those of the city as a whole have no district. */
export async function listActiveTerms(ctx: Ctx, { territoryId }: { territoryId?: string | undefined } = {}): Promise<Term[]> {
  let query = terms(ctx).where('t.state', '=', 'active').orderBy('t.activated_at').orderBy('t.id')
  if (territoryId !== undefined)
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('ambassador_term_districts as d').select('d.term_id').whereRef('d.term_id', '=', 't.id').where('d.territory_id', '=', territoryId),
      ),
    )
  return (await query.execute()).map(toTerm)
}

export type NewTerm = Pick<Term, 'id' | 'personId' | 'applicationId' | 'editionId' | 'districtIds' | 'area' | 'areaWords' | 'forms'>
/** False when the application or the person already has a term of this edition. */
export async function insertTerm({ db, now }: Ctx, term: NewTerm, state: TermState): Promise<boolean> {
  const { id, personId, applicationId = null, editionId, districtIds, area, areaWords, forms } = term
  const row = { id, state, person_id: personId, application_id: applicationId, edition_id: editionId, area_words: areaWords, forms: [...forms] }
  const made = await db
    .insertInto('ambassador_terms')
    .values({ ...row, area: area ? JSON.stringify(area) : null, started_at: now })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) return false
  const places = [...new Set(districtIds)].map(territory_id => ({ term_id: id, territory_id }))
  if (places.length > 0) await db.insertInto('ambassador_term_districts').values(places).execute()
  return true
}

/** Writes only if nobody moved it meanwhile. */
export async function moveTerm({ db, now }: Ctx, { id, state: from, activatedAt }: Term, to: TermState, reason: string): Promise<boolean> {
  const moved = await db
    .updateTable('ambassador_terms')
    .set(is => ({
      state: to,
      reason: reason || null,
      activated_at: to === 'active' ? (activatedAt ?? now) : (activatedAt ?? null),
      ended_at: to === 'recalled' || to === 'resigned' || to === 'finished' ? now : null,
      version: is('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}

/** False when it has one already. */
export async function writeAuthorisation({ db, now, actor }: Ctx, id: string, number: string): Promise<boolean> {
  const written = await db
    .updateTable('ambassador_terms')
    .set(is => ({ authorised_no: number, authorised_at: now, authorised_by: actor.id, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .where('authorised_no', 'is', null)
    .executeTakeFirst()
  return written.numUpdatedRows === 1n
}

/** False when somebody changed the term after this form was opened. */
export async function writeResidents({ db }: Ctx, id: string, version: number, residents: number | undefined): Promise<boolean> {
  const written = await db
    .updateTable('ambassador_terms')
    .set({ residents: residents ?? null, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return written.numUpdatedRows === 1n
}

/** The next number of a kind of document in a year; the row stays locked until the transaction ends, so no number is lost or given twice. */
export async function nextNumber({ db }: Ctx, kind: 'authorisation' | 'certificate' | 'letter', year: number): Promise<number> {
  const { last } = await db
    .insertInto('ambassador_numbers')
    .values({ kind, year, last: 1 })
    .onConflict(clash => clash.columns(['kind', 'year']).doUpdateSet(is => ({ last: is('ambassador_numbers.last', '+', 1) })))
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

/** Whether each of these people is trained: attended a session of the edition, or finished the course. */
export async function trainedAmong({ db }: Ctx, personIds: readonly string[], editionId: string): Promise<ReadonlyMap<string, 'session' | 'course'>> {
  if (personIds.length === 0) return new Map()
  const { rows } = await sql<{ person_id: string; how: 'session' | 'course' }>`
    select p.person_id, 'session' as how from training_places p join trainings t on t.id = p.training_id
      where p.attended and t.edition_id = ${editionId} and p.person_id = any(${personIds})
    union all select f.person_id, 'course' from course_finishes f where f.person_id = any(${personIds})`.execute(db)
  return new Map([...rows].reverse().map(row => [row.person_id, row.how]))
}
export const isTrained = async (ctx: Ctx, term: Pick<Term, 'personId' | 'editionId'>): Promise<boolean> =>
  (await trainedAmong(ctx, [term.personId], term.editionId)).size > 0

/** What stays of an erased person's terms is that there was one: an area and a time without a person. */
export async function eraseTermsOf({ db, now }: Ctx, personId: string): Promise<void> {
  const gone = sql<string>`case when state in ('accepted', 'active', 'suspended') then 'resigned' else state end`
  await db
    .updateTable('ambassador_terms')
    .set({
      state: gone as unknown as TermState,
      person_id: '',
      application_id: null,
      area: null,
      reason: sql`case when reason is null then null else '' end`,
      authorised_by: null,
    })
    .set({ ended_at: sql`coalesce(ended_at, ${now})` })
    .where('person_id', '=', personId)
    .execute()
}
/** Terms that ended so long ago, with everything that hangs on them. */
export async function removeTermsBefore({ db }: Ctx, before: Date): Promise<number> {
  return Number((await db.deleteFrom('ambassador_terms').where('ended_at', '<', before).executeTakeFirst()).numDeletedRows)
}

/** Accepted and trained people who wait for the office. */
export async function countReady({ db }: Ctx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from ambassador_terms t where t.state = 'accepted' and (
      exists (select from course_finishes f where f.person_id = t.person_id)
      or exists (select from training_places p join trainings s on s.id = p.training_id
        where p.person_id = t.person_id and p.attended and s.edition_id = t.edition_id))`.execute(db)
  return rows[0]?.n ?? 0
}
/** What the one of this term has to do: training, and messages without an answer. One statement. */
export async function waitsFor({ db }: Ctx, term: Term): Promise<{ readonly trained: boolean; readonly messages: number }> {
  const { rows } = await sql<{ trained: boolean; messages: number }>`
    select exists (select from course_finishes where person_id = ${term.personId}) or exists (
        select from training_places p join trainings s on s.id = p.training_id
        where p.person_id = ${term.personId} and p.attended and s.edition_id = ${term.editionId}) as trained,
      (select count(*)::int from ambassador_messages where term_id = ${term.id} and reply is null) as messages`.execute(db)
  return rows[0] ?? { trained: false, messages: 0 }
}
