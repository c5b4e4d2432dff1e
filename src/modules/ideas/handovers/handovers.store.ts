import { type Generated, type Selectable, sql } from 'kysely'
import { type Day, dayOf } from '#kit/dates.ts'
import { notFound } from '#kit/refusal.ts'
import type { Handover, HandoverForm, HandoverOutcome, HandoverState, Packet } from '#modules/ideas/handovers/handovers.rules.ts'
import type { Ctx } from '#platform/context.ts'
import { notHidden } from '#platform/hidings.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    handovers: {
      id: string
      key: string
      state: HandoverState
      subject_id: string
      title: string
      edition_id: string
      territory_id: string
      form: HandoverForm
      unit_id: string | null
      office: string
      address: string
      email: string | null
      note: string
      packet: unknown
      handed_by: string
      handed_at: Date
      due_on: Day
      received_on: Generated<Day | null>
      reference: Generated<string | null>
      outcome: Generated<HandoverOutcome | null>
      answer: Generated<string | null>
      answered_on: Generated<Day | null>
      recorded_by: Generated<string | null>
      reminded_at: Generated<Date | null>
      version: Generated<number>
    }
  }
}
type Row = Selectable<import('#platform/schema.ts').Tables['handovers']>

const toHandover = (row: Row): Handover => ({
  id: row.id,
  state: row.state,
  subjectId: row.subject_id,
  title: row.title,
  editionId: row.edition_id,
  territoryId: row.territory_id,
  form: row.form,
  unitId: row.unit_id,
  office: row.office,
  address: row.address,
  email: row.email,
  note: row.note,
  packet: row.packet as Packet,
  handedBy: row.handed_by,
  handedAt: row.handed_at,
  dueOn: row.due_on,
  receivedOn: row.received_on,
  reference: row.reference,
  outcome: row.outcome,
  answer: row.answer,
  answeredOn: row.answered_on,
  version: row.version,
})

export type HandoverQuery = {
  readonly ids?: readonly string[]
  readonly subjectId?: string
  readonly form?: HandoverForm | undefined
  readonly territoryId?: string | undefined
  /** Only those that no office has answered by the end of this day. */
  readonly overdueOn?: Day
  readonly limit?: number
}

/** What was handed over, newest first; what a moderator has hidden is not there. */
export async function listHandovers({ db }: Ctx, asked: HandoverQuery = {}): Promise<Handover[]> {
  const { ids, subjectId, form, territoryId, overdueOn } = asked
  const rows = await db
    .selectFrom('handovers as t')
    .selectAll('t')
    .where(notHidden('t.subject_id'))
    .$if(ids !== undefined, q => q.where('t.id', 'in', ids?.length ? [...ids] : ['']))
    .$if(subjectId !== undefined, q => q.where('t.subject_id', '=', subjectId ?? ''))
    .$if(form !== undefined, q => q.where('t.form', '=', form ?? 'upkeep'))
    .$if(territoryId !== undefined, q => q.where('t.territory_id', '=', territoryId ?? ''))
    .$if(overdueOn !== undefined, q => q.where('t.state', '<>', 'answered').where('t.due_on', '<', overdueOn ?? ''))
    .orderBy('t.handed_at', 'desc')
    .orderBy('t.id')
    .limit(asked.limit ?? 200)
    .execute()
  return rows.map(toHandover)
}
export const listOverdueHandovers = (ctx: Ctx): Promise<Handover[]> => listHandovers(ctx, { overdueOn: dayOf(ctx.now) })
export const loadHandover = async (ctx: Ctx, id: string): Promise<Handover> =>
  (await listHandovers(ctx, { ids: [id] }))[0] ?? notFound('no such hand-over')

export const findHandoverByKey = async ({ db }: Ctx, key: string): Promise<string | undefined> =>
  (await db.selectFrom('handovers').select('id').where('key', '=', key).executeTakeFirst())?.id

type NewHandover = Omit<Handover, 'state' | 'receivedOn' | 'reference' | 'outcome' | 'answer' | 'answeredOn' | 'version' | 'handedAt'> & {
  readonly key: string
}
/** False when this form was sent before, or the thing is with an office already. */
export async function insertHandover({ db, now }: Ctx, handover: NewHandover): Promise<boolean> {
  const { id, key, form, office, address, email, note, title } = handover
  const made = await db
    .insertInto('handovers')
    .values({
      id,
      key,
      form,
      office,
      address,
      email,
      note,
      title,
      state: 'handed',
      subject_id: handover.subjectId,
      edition_id: handover.editionId,
      territory_id: handover.territoryId,
      unit_id: handover.unitId,
      packet: JSON.stringify(handover.packet),
      handed_by: handover.handedBy,
      handed_at: now,
      due_on: handover.dueOn,
    })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

type Moved = { received_on?: Day; reference?: string | null; outcome?: HandoverOutcome; answer?: string; answered_on?: Day }
/** Writes only over the state and the version that were read. */
export async function moveHandover({ db, actor }: Ctx, before: Handover, to: HandoverState, moved: Moved, version: number): Promise<boolean> {
  const done = await db
    .updateTable('handovers')
    .set({ ...moved, state: to, recorded_by: actor.id, version: sql`version + 1` })
    .where('id', '=', before.id)
    .where('state', '=', before.state)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Those that are late and of which nobody was reminded in the last so many days; marks them in the same statement. */
export async function takeUnreminded({ db, now }: Ctx, on: Day, notSince: Date): Promise<Handover[]> {
  const rows = await db
    .updateTable('handovers as t')
    .set({ reminded_at: now })
    .where('t.state', '<>', 'answered')
    .where('t.due_on', '<', on)
    .where(is => is.or([is('t.reminded_at', 'is', null), is('t.reminded_at', '<', notSince)]))
    .where(notHidden('t.subject_id'))
    .returningAll('t')
    .execute()
  return rows.map(toHandover)
}

export const handoversBy = async ({ db }: Ctx, personId: string) =>
  db.selectFrom('handovers').select(['id', 'title', 'form', 'office', 'note', 'handed_at']).where('handed_by', '=', personId).execute()

/** After the period the hand-over stays for history, without who made and recorded it. */
export async function blankHandoversBefore({ db }: Ctx, before: Date): Promise<number> {
  const done = await db
    .updateTable('handovers')
    .set({ handed_by: '', recorded_by: null })
    .where('handed_at', '<', before)
    .where('handed_by', '<>', '')
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}
