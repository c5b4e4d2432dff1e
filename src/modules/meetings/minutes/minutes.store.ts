import { sql } from 'kysely'
import type { Day } from '#kit/dates.ts'
import { notFound } from '#kit/refusal.ts'
import type { Correction, CorrectionOutcome, LineKind, MinuteLine, Minutes, MinutesState } from '#modules/meetings/minutes/minutes.rules.ts'
import { wasThere } from '#modules/meetings/participation.store.ts'
import type { Ctx } from '#platform/context.ts'

type LineRow = {
  id: string
  key: string
  meeting_id: string
  place: number
  kind: LineKind
  voice_id: string | null
  text: string
  version: number
  author_id: string
  at: Date
  changed_at: Date
}
type CorrectionRow = {
  id: string
  key: string
  meeting_id: string
  line_id: string | null
  text: string
  person_id: string
  at: Date
  outcome: CorrectionOutcome | null
  answer: string | null
  answered_by: string | null
  answered_at: Date | null
}
declare module '#platform/schema.ts' {
  interface Tables {
    minutes: {
      meeting_id: string
      state: MinutesState
      open_notes: boolean
      corrections_until: Day | null
      hash: string | null
      begun_at: Date
      frozen_at: Date | null
    }
    minute_lines: LineRow
    minute_corrections: CorrectionRow
  }
}

export async function listMinutes({ db }: Ctx, meetingIds: readonly string[]): Promise<Minutes[]> {
  if (meetingIds.length === 0) return []
  const rows = await db
    .selectFrom('minutes')
    .select(['meeting_id', 'state', 'open_notes', sql<Day | null>`corrections_until::text`.as('until'), 'hash', 'frozen_at'])
    .where('meeting_id', 'in', meetingIds)
    .execute()
  return rows.map(row => ({
    meetingId: row.meeting_id,
    state: row.state,
    openNotes: row.open_notes,
    correctionsUntil: row.until,
    hash: row.hash,
    frozenAt: row.frozen_at,
  }))
}
export const findMinutes = async (ctx: Ctx, meetingId: string): Promise<Minutes | undefined> => (await listMinutes(ctx, [meetingId]))[0]

/** Those who write, step and freeze wait for each other, so that what is frozen is what was read. */
export async function holdMinutes({ db }: Ctx, meetingId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${meetingId}, 11))`.execute(db)
}

/** True when they begin with this. */
export async function beginMinutes({ db, now }: Ctx, meetingId: string, state: MinutesState): Promise<boolean> {
  const begun = await db
    .insertInto('minutes')
    .values({ meeting_id: meetingId, state, open_notes: false, corrections_until: null, hash: null, begun_at: now, frozen_at: null })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return begun.numInsertedOrUpdatedRows === 1n
}

type Moved = { correctionsUntil?: Day; hash?: string; frozenAt?: Date }
export async function moveMinutes({ db }: Ctx, meetingId: string, from: MinutesState, to: MinutesState, moved: Moved = {}): Promise<boolean> {
  const done = await db
    .updateTable('minutes')
    .set({
      state: to,
      ...(moved.correctionsUntil !== undefined && { corrections_until: moved.correctionsUntil }),
      ...(moved.hash !== undefined && { hash: moved.hash, frozen_at: moved.frozenAt ?? null }),
    })
    .where('meeting_id', '=', meetingId)
    .where('state', '=', from)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
export async function openNotes({ db }: Ctx, meetingId: string, open: boolean): Promise<boolean> {
  const done = await db
    .updateTable('minutes')
    .set({ open_notes: open })
    .where('meeting_id', '=', meetingId)
    .where('open_notes', '<>', open)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

// lines

const toLine = (row: Omit<LineRow, 'key' | 'place' | 'changed_at'>): MinuteLine => ({
  id: row.id,
  meetingId: row.meeting_id,
  kind: row.kind,
  voiceId: row.voice_id,
  text: row.text,
  version: row.version,
  authorId: row.author_id,
  at: row.at,
})
const lineColumns = ['id', 'meeting_id', 'kind', 'voice_id', 'text', 'version', 'author_id', 'at'] as const

export async function listLines({ db }: Ctx, meetingId: string): Promise<MinuteLine[]> {
  const rows = await db.selectFrom('minute_lines').select(lineColumns).where('meeting_id', '=', meetingId).orderBy('place').orderBy('id').execute()
  return rows.map(toLine)
}
export async function listLinesById({ db }: Ctx, ids: readonly string[]): Promise<(MinuteLine & { frozen: boolean })[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('minute_lines as l')
    .innerJoin('minutes as m', 'm.meeting_id', 'l.meeting_id')
    .select(['l.id', 'l.meeting_id', 'l.kind', 'l.voice_id', 'l.text', 'l.version', 'l.author_id', 'l.at', 'm.state'])
    .where('l.id', 'in', ids)
    .execute()
  return rows.map(row => ({ ...toLine(row), frozen: row.state === 'frozen' }))
}
export const loadLine = async (ctx: Ctx, id: string): Promise<MinuteLine> => (await listLinesById(ctx, [id]))[0] ?? notFound('no such line')
export const findLineByKey = async ({ db }: Ctx, key: string): Promise<string | undefined> =>
  (await db.selectFrom('minute_lines').select('id').where('key', '=', key).executeTakeFirst())?.id

export type NewLine = Pick<MinuteLine, 'id' | 'meetingId' | 'kind' | 'voiceId' | 'text' | 'authorId'> & { readonly key: string }
/** At the end; false when this form was sent before. */
export async function insertLine({ db, now }: Ctx, line: NewLine): Promise<boolean> {
  const last = sql<number>`coalesce((select max(place) from minute_lines where meeting_id = ${line.meetingId}), 0) + 1`
  const added = await db
    .insertInto('minute_lines')
    .values({
      id: line.id,
      key: line.key,
      meeting_id: line.meetingId,
      place: last,
      kind: line.kind,
      voice_id: line.voiceId,
      text: line.text,
      version: 1,
      author_id: line.authorId,
      at: now,
      changed_at: now,
    })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** Writes only over the version that was read. */
export async function updateLine({ db, now }: Ctx, id: string, version: number, line: { text: string; kind: LineKind }): Promise<boolean> {
  const done = await db
    .updateTable('minute_lines')
    .set({ ...line, version: version + 1, changed_at: now })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
export async function deleteLine({ db }: Ctx, id: string, version: number): Promise<boolean> {
  return (await db.deleteFrom('minute_lines').where('id', '=', id).where('version', '=', version).executeTakeFirst()).numDeletedRows === 1n
}
/** Changes places with its neighbour. */
export async function swapLines({ db }: Ctx, one: string, other: string): Promise<void> {
  await sql`update minute_lines l set place = (select place from minute_lines o where o.id = case when l.id = ${one} then ${other} else ${one} end)
    where l.id in (${one}, ${other})`.execute(db)
}

// corrections

const toCorrection = (row: CorrectionRow): Correction => ({
  id: row.id,
  meetingId: row.meeting_id,
  lineId: row.line_id,
  text: row.text,
  personId: row.person_id,
  at: row.at,
  outcome: row.outcome,
  answer: row.answer,
})
export async function listCorrections({ db }: Ctx, meetingId: string): Promise<Correction[]> {
  return (await db.selectFrom('minute_corrections').selectAll().where('meeting_id', '=', meetingId).orderBy('at').orderBy('id').execute()).map(
    toCorrection,
  )
}
export async function loadCorrection({ db }: Ctx, id: string): Promise<Correction> {
  const row = await db.selectFrom('minute_corrections').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toCorrection(row) : notFound('no such correction')
}
export async function insertCorrection(
  { db, now, actor }: Ctx,
  { id, key, meetingId, lineId, text }: { id: string; key: string; meetingId: string; lineId: string | null; text: string },
): Promise<boolean> {
  const row = { id, key, meeting_id: meetingId, line_id: lineId, text, person_id: actor.id, at: now }
  const added = await db
    .insertInto('minute_corrections')
    .values({ ...row, outcome: null, answer: null, answered_by: null, answered_at: null })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}
export async function answerCorrection({ db, now, actor }: Ctx, id: string, outcome: CorrectionOutcome, answer: string): Promise<boolean> {
  const done = await db
    .updateTable('minute_corrections')
    .set({ outcome, answer, answered_by: actor.id, answered_at: now })
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

// keeping

/** After the period the minutes stay for history, without whose line or correction it was. */
export async function blankMinutesBefore({ db }: Ctx, before: Date): Promise<number> {
  const lines = await db.updateTable('minute_lines').set({ author_id: '' }).where('at', '<', before).where('author_id', '<>', '').executeTakeFirst()
  const said = await db
    .updateTable('minute_corrections')
    .set({ person_id: '' })
    .where('at', '<', before)
    .where('person_id', '<>', '')
    .executeTakeFirst()
  return Number(lines.numUpdatedRows) + Number(said.numUpdatedRows)
}
export async function minutesDataOf({ db }: Ctx, personId: string): Promise<Readonly<Record<string, unknown>>> {
  return {
    lines: await db.selectFrom('minute_lines').select(['id', 'meeting_id', 'text', 'at']).where('author_id', '=', personId).execute(),
    corrections: await db
      .selectFrom('minute_corrections')
      .select(['meeting_id', 'text', 'at', 'outcome', 'answer'])
      .where('person_id', '=', personId)
      .execute(),
  }
}
export async function blankMinutesOf({ db }: Ctx, personId: string): Promise<void> {
  await db.updateTable('minute_lines').set({ author_id: '' }).where('author_id', '=', personId).execute()
  await db.updateTable('minute_corrections').set({ person_id: '' }).where('person_id', '=', personId).execute()
}

/** Meetings whose minutes this person waits for or keeps: those they took part in, and those they lead. */
export async function minutesWaitingFor({ db, actor }: Ctx) {
  const { rows } = await sql<{ id: string; title: string; territoryId: string; until: Day; leads: boolean; there: boolean; unanswered: number }>`
    select m.id, m.title, m.territory_id as "territoryId", n.corrections_until::text as until,
      exists (select from meeting_hosts h where h.meeting_id = m.id and h.person_id = ${actor.id}) as leads,
      ${wasThere(sql`m.id`, sql`${actor.id}`)} as there,
      (select count(*)::int from minute_corrections c where c.meeting_id = m.id and c.outcome is null) as unanswered
    from minutes n join meetings m on m.id = n.meeting_id
    where n.state = 'corrections' and (
      exists (select from meeting_hosts h where h.meeting_id = m.id and h.person_id = ${actor.id})
      or ${wasThere(sql`m.id`, sql`${actor.id}`)})
    order by n.corrections_until, m.id limit 50`.execute(db)
  return rows
}
