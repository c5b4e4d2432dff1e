import { type Selectable, sql } from 'kysely'
import type { Day } from '#kit/dates.ts'
import { notFound } from '#kit/refusal.ts'
import type { Answer, Choices, Following, Merging, MergingKind, MergingState } from '#modules/merging/merging.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    mergings: {
      id: string
      key: string
      kind: MergingKind
      state: MergingState
      source_ids: string[]
      result_ids: string[]
      title: string
      words: string
      choices: unknown
      seen: string
      revision: number
      proposed_by: string
      answer_by: Day
      reminded_at: Date | null
      created_at: Date
      ended_at: Date | null
      reason: string | null
    }
    merging_answers: { merging_id: string; person_id: string; answer: 'yes' | 'no'; follows: Following; reason: string; at: Date }
  }
}

const answers = sql<Answer[]>`coalesce((select json_agg(json_build_object('personId', a.person_id, 'answer', a.answer, 'follows', a.follows,
  'reason', a.reason) order by a.at, a.person_id) from merging_answers a where a.merging_id = m.id), '[]'::json)`

const mergings = ({ db }: Pick<Ctx, 'db'>) =>
  db
    .selectFrom('mergings as m')
    .selectAll('m')
    .select([answers.as('answers'), sql<Day>`to_char(m.answer_by, 'YYYY-MM-DD')`.as('answer_day')])

type Row = Selectable<import('#platform/schema.ts').Tables['mergings']> & { answers: Answer[]; answer_day: Day }
const toMerging = (row: Row): Merging => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  sourceIds: row.source_ids,
  resultIds: row.result_ids,
  title: row.title,
  words: row.words,
  choices: row.choices as Choices,
  seen: row.seen,
  revision: row.revision,
  proposedBy: row.proposed_by,
  answerBy: row.answer_day,
  createdAt: row.created_at,
  endedAt: row.ended_at,
  reason: row.reason,
  answers: row.answers,
})

export async function listMergingsById(ctx: Ctx, ids: readonly string[]): Promise<Merging[]> {
  return ids.length === 0 ? [] : (await mergings(ctx).where('m.id', 'in', ids).execute()).map(toMerging)
}
export const loadMerging = async (ctx: Ctx, id: string): Promise<Merging> => (await listMergingsById(ctx, [id]))[0] ?? notFound('no such merging')
/** Takes the row for this transaction. */
export async function holdMerging(ctx: Ctx, id: string): Promise<Merging> {
  await ctx.db.selectFrom('mergings').select('id').where('id', '=', id).forUpdate().execute()
  return loadMerging(ctx, id)
}
export const findMergingByKey = async ({ db }: Ctx, key: string): Promise<string | undefined> =>
  (await db.selectFrom('mergings').select('id').where('key', '=', key).executeTakeFirst())?.id

/** What these have been, are or came to be part of, newest first. */
export async function listMergingsOf(ctx: Ctx, thingIds: readonly string[]): Promise<Merging[]> {
  const rows = await mergings(ctx)
    .where(sql<boolean>`(m.source_ids && ${thingIds}::text[] or m.result_ids && ${thingIds}::text[])`)
    .orderBy('m.created_at', 'desc')
    .orderBy('m.id')
    .execute()
  return rows.map(toMerging)
}
export const listWaitingFor = async (ctx: Ctx, personId: string): Promise<Merging[]> =>
  (
    await mergings(ctx)
      .where('m.state', '=', 'proposed')
      .where(
        sql<boolean>`m.source_ids && array(
          select id from ideas where author_id = ${personId} union select subject_id from said_coauthors where person_id = ${personId}
          union select project_id from project_authors where person_id = ${personId} and state = 'accepted')`,
      )
      .where(sql<boolean>`not exists (select from merging_answers a where a.merging_id = m.id and a.person_id = ${personId})`)
      .orderBy('m.answer_by')
      .execute()
  ).map(toMerging)

/** Those that nobody can answer any more, and those whose authors are due a reminder. */
export async function listDue(ctx: Ctx, today: Day, remindBy: Day): Promise<{ lapsed: Merging[]; soon: Merging[] }> {
  const open = mergings(ctx).where('m.state', '=', 'proposed').orderBy('m.answer_by').limit(500)
  const [lapsed, soon] = await Promise.all([
    open.where('m.answer_by', '<', today).execute(),
    open.where('m.answer_by', '>=', today).where('m.answer_by', '<=', remindBy).where('m.reminded_at', 'is', null).execute(),
  ])
  return { lapsed: lapsed.map(toMerging), soon: soon.map(toMerging) }
}
export async function markReminded({ db, now }: Ctx, id: string): Promise<boolean> {
  const done = await db.updateTable('mergings').set({ reminded_at: now }).where('id', '=', id).where('reminded_at', 'is', null).executeTakeFirst()
  return done.numUpdatedRows === 1n
}

type NewMerging = Pick<Merging, 'id' | 'kind' | 'sourceIds' | 'title' | 'words' | 'choices' | 'seen' | 'answerBy'> & { readonly key: string }
export async function insertMerging({ db, now, actor }: Ctx, merging: NewMerging): Promise<void> {
  const { id, key, kind, sourceIds, title, words, choices, seen, answerBy } = merging
  await db
    .insertInto('mergings')
    .values({
      ...{ id, key, kind, state: 'proposed' as const, title, words, seen },
      source_ids: [...sourceIds],
      result_ids: [],
      choices: JSON.stringify(choices),
      revision: 1,
      proposed_by: actor.id,
      answer_by: answerBy,
      reminded_at: null,
      created_at: now,
      ended_at: null,
      reason: null,
    })
    .execute()
}

/** Other words for the result; whoever has agreed to the former ones is asked anew. */
export async function writeChoices({ db }: Ctx, id: string, from: number, choices: Choices, seen: string): Promise<boolean> {
  const done = await db
    .updateTable('mergings')
    .set({ choices: JSON.stringify(choices), seen, revision: from + 1 })
    .where('id', '=', id)
    .where('revision', '=', from)
    .where('state', '=', 'proposed')
    .executeTakeFirst()
  if (done.numUpdatedRows !== 1n) return false
  await db.deleteFrom('merging_answers').where('merging_id', '=', id).execute()
  return true
}

export async function writeAnswer({ db, now, actor }: Ctx, id: string, { answer, follows, reason }: Omit<Answer, 'personId'>): Promise<void> {
  await db
    .insertInto('merging_answers')
    .values({ merging_id: id, person_id: actor.id, answer, follows, reason, at: now })
    .onConflict(clash => clash.columns(['merging_id', 'person_id']).doUpdateSet({ answer, follows, reason, at: now }))
    .execute()
}

type Ended = { readonly resultIds?: readonly string[]; readonly reason?: string }
/** Moves it only if nobody moved it meanwhile. */
export async function moveMerging({ db, now }: Ctx, id: string, from: MergingState, to: MergingState, ended: Ended = {}): Promise<boolean> {
  const { resultIds, reason } = ended
  const done = await db
    .updateTable('mergings')
    .set({ state: to, ended_at: now, ...(resultIds && { result_ids: [...resultIds] }), ...(reason !== undefined && { reason }) })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
