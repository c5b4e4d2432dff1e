import { sql } from 'kysely'
import type { ActingAs } from '#modules/moderation/cases.rules.ts'
import { countedSince, type SlowKind, type SlowMode, type Standing } from '#modules/moderation/limits.rules.ts'
import { loadPerson } from '#modules/people/people.store.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    /** That somebody posted, for limits and slow mode; never what. */
    posts_counted: { key: string; person_id: string; subject_id: string; at: Date }
    slow_modes: {
      id: string
      kind: SlowKind
      subject_id: string
      minutes: number
      since: Date
      until: Date
      reason: string
      set_by: string
      set_as: ActingAs
    }
  }
}
type SlowRow = import('#platform/schema.ts').Tables['slow_modes']
const toSlowMode = ({ subject_id: subjectId, set_as: setAs, set_by: _, ...mode }: SlowRow): SlowMode => ({ ...mode, subjectId, setAs })

/** What limits are about: when the person came, what they posted lately, and which slow modes they meet here. */
export async function standingOf(ctx: Ctx, personId: string, subjectId: string): Promise<Standing> {
  const [person, posts, slow] = await Promise.all([loadPerson(ctx, personId), postsBy(ctx, personId), slowModesOn(ctx, [personId, subjectId])])
  return { joinedAt: person.createdAt, posts, slow }
}

const postsBy = async ({ db, now }: Ctx, personId: string) =>
  (
    await db
      .selectFrom('posts_counted')
      .select(['subject_id', 'at'])
      .where('person_id', '=', personId)
      .where('at', '>', countedSince(now))
      .where('at', '<=', now)
      .execute()
  ).map(row => ({ subjectId: row.subject_id, at: row.at }))

/** When others and this person posted under a thing lately. */
export const postsUnder = async ({ db, now }: Ctx, subjectId: string, since: Date): Promise<Date[]> =>
  (
    await db
      .selectFrom('posts_counted')
      .select('at')
      .where('subject_id', '=', subjectId)
      .where('at', '>', since)
      .where('at', '<=', now)
      .limit(200)
      .execute()
  ).map(({ at }) => at)

/** One post of a person at a time, so that sixteen at once are not all the third. */
export async function holdPoster({ db }: Ctx, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`posts ${personId}`}))`.execute(db)
}

/** False when this form was counted before. */
export async function countPost({ db, now }: Ctx, key: string, personId: string, subjectId: string): Promise<boolean> {
  const made = await db
    .insertInto('posts_counted')
    .values({ key, person_id: personId, subject_id: subjectId, at: now })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}
export const isCounted = async ({ db }: Ctx, key: string): Promise<boolean> =>
  (await db.selectFrom('posts_counted').select('key').where('key', '=', key).executeTakeFirst()) !== undefined

/** Slow modes of these persons and things that hold now. */
export async function slowModesOn({ db, now }: Ctx, subjectIds: readonly string[]): Promise<SlowMode[]> {
  const rows = await db
    .selectFrom('slow_modes')
    .selectAll()
    .where('subject_id', 'in', [...subjectIds])
    .where('since', '<=', now)
    .where('until', '>', now)
    .orderBy('until', 'desc')
    .execute()
  return rows.map(toSlowMode)
}
export async function findSlowMode({ db }: Ctx, id: string): Promise<SlowMode | undefined> {
  const row = await db.selectFrom('slow_modes').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toSlowMode(row)
}
/** All that hold now, for the office. */
export async function listSlowModes({ db, now }: Ctx): Promise<SlowMode[]> {
  const rows = await db.selectFrom('slow_modes').selectAll().where('since', '<=', now).where('until', '>', now).orderBy('until').limit(200).execute()
  return rows.map(toSlowMode)
}

export async function insertSlowMode({ db, actor }: Ctx, mode: SlowMode): Promise<boolean> {
  const { subjectId, setAs, ...row } = mode
  const made = await db
    .insertInto('slow_modes')
    .values({ ...row, subject_id: subjectId, set_as: setAs, set_by: actor.id })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}
/** Ends it now; false when it has ended already. */
export async function endSlowMode({ db, now }: Ctx, id: string): Promise<boolean> {
  const done = await db.updateTable('slow_modes').set({ until: now }).where('id', '=', id).where('until', '>', now).executeTakeFirst()
  return done.numUpdatedRows === 1n
}
