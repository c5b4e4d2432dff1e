import { sql } from 'kysely'
import { newId } from '#kit/ids.ts'
import { notFound } from '#kit/refusal.ts'
import type { Thing } from '#kit/things.ts'
import type { ActingAs, Case, CaseState } from '#modules/moderation/cases.rules.ts'
import type { TalkRule } from '#modules/moderation/talk-rules.rules.ts'
import { peopleWithRole } from '#modules/people/people.store.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    moderation_cases: {
      id: string
      subject_id: string
      title: string
      words: string
      path: string
      territory_id: string | null
      author_ids: string[]
      about_author_ids: string[]
      state: CaseState
      opened_at: Date
      hidden_at: Date | null
      hidden_as: ActingAs | null
      hidden_by: string | null
      hidden_why: string | null
      rule: TalkRule | null
      statement: string | null
      decided_by: string | null
      decided_as: ActingAs | null
      decided_at: Date | null
      appeal: string | null
      appealed_by: string | null
      appealed_at: Date | null
      settlement: string | null
      settled_by: string | null
      settled_as: ActingAs | null
      settled_at: Date | null
    }
  }
}
type Row = import('#platform/schema.ts').Tables['moderation_cases'] & { reporter_ids: string[] }

const cases = ({ db }: Ctx) =>
  db
    .selectFrom('moderation_cases as c')
    .selectAll('c')
    .select(sql<string[]>`array(select r.reporter_id from reports r where r.case_id = c.id and r.reporter_id <> '')`.as('reporter_ids'))

const toCase = (row: Row, moderatorIds: readonly string[]): Case => ({
  id: row.id,
  subjectId: row.subject_id,
  title: row.title,
  words: row.words,
  path: row.path,
  territoryId: row.territory_id ?? undefined,
  authorIds: row.author_ids,
  aboutAuthorIds: row.about_author_ids,
  reporterIds: row.reporter_ids,
  state: row.state,
  openedAt: row.opened_at,
  hiddenAt: row.hidden_at ?? undefined,
  hiddenAs: row.hidden_as ?? undefined,
  hiddenWhy: row.hidden_why ?? undefined,
  rule: row.rule ?? undefined,
  statement: row.statement ?? undefined,
  decidedBy: row.decided_by ?? undefined,
  decidedAs: row.decided_as ?? undefined,
  decidedAt: row.decided_at ?? undefined,
  appeal: row.appeal ?? undefined,
  appealedAt: row.appealed_at ?? undefined,
  settlement: row.settlement ?? undefined,
  settledAs: row.settled_as ?? undefined,
  settledAt: row.settled_at ?? undefined,
  peers: moderatorIds.filter(
    id => id !== row.decided_by && ![...row.author_ids, ...row.about_author_ids].includes(id) && !row.reporter_ids.includes(id),
  ).length,
})

const moderatorIds = async (ctx: Ctx, territoryId: string | null) =>
  (await peopleWithRole(ctx, 'moderator', territoryId === null ? {} : { territoryId })).map(({ id }) => id)

export async function findCase(ctx: Ctx, id: string): Promise<Case | undefined> {
  const row = await cases(ctx).where('c.id', '=', id).executeTakeFirst()
  return row && toCase(row, await moderatorIds(ctx, row.territory_id))
}
export const loadCase = async (ctx: Ctx, id: string): Promise<Case> => (await findCase(ctx, id)) ?? notFound('no such case')

/** Locks the case for the rest of the transaction, so that two decisions do not pass each other. */
export async function holdCase(ctx: Ctx, id: string): Promise<Case> {
  await ctx.db.selectFrom('moderation_cases').select('id').where('id', '=', id).forUpdate().execute()
  return loadCase(ctx, id)
}

/** Earlier and present reviews of a thing, newest first. */
export async function listCasesAbout(ctx: Ctx, subjectId: string): Promise<Case[]> {
  const rows = await cases(ctx).where('c.subject_id', '=', subjectId).orderBy('c.opened_at', 'desc').orderBy('c.id').execute()
  return rows.map(row => toCase(row, []))
}

/** What waits for review: what is out of sight first, then the oldest. */
export async function listWaitingCases(ctx: Ctx, limit = 100): Promise<Case[]> {
  const rows = await cases(ctx)
    .where('c.state', 'in', ['open', 'appealed'])
    .orderBy(sql`c.hidden_at is null`)
    .orderBy('c.opened_at')
    .orderBy('c.id')
    .limit(limit)
    .execute()
  const ids = await moderatorIds(ctx, null)
  return rows.map(row => toCase(row, ids))
}

/** Decided ones, newest first: the public log. `before` is where the page before ended. */
export async function listDecidedCases(ctx: Ctx, limit: number, before?: Date): Promise<Case[]> {
  const rows = await cases(ctx)
    .where('c.decided_at', 'is not', null)
    .$if(before !== undefined, query => query.where('c.decided_at', '<', before ?? null))
    .orderBy('c.decided_at', 'desc')
    .orderBy('c.id')
    .limit(limit)
    .execute()
  return rows.map(row => toCase(row, []))
}

/** Decisions about what this person wrote, newest first. */
export async function listCasesOf(ctx: Ctx, personId: string): Promise<Case[]> {
  const rows = await cases(ctx)
    .where(sql<boolean>`c.author_ids @> array[${personId}]`)
    .where('c.decided_at', 'is not', null)
    .orderBy('c.decided_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(row => toCase(row, []))
}

/** Only one act at a time about one thing: the third report and a decision must not pass each other. */
export async function holdSubject({ db }: Ctx, subjectId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`moderation ${subjectId}`}))`.execute(db)
}

/** The open review of a thing, or a new one. Call `holdSubject` first. */
export async function openCase(ctx: Ctx, thing: Thing): Promise<Case> {
  const open = await ctx.db
    .selectFrom('moderation_cases')
    .select('id')
    .where('subject_id', '=', thing.id)
    .where('state', 'in', ['open', 'appealed'])
    .executeTakeFirst()
  if (open) return loadCase(ctx, open.id)
  const id = newId('case')
  await ctx.db
    .insertInto('moderation_cases')
    .values(newRow(id, thing, ctx.now))
    .execute()
  return loadCase(ctx, id)
}

const newRow = (
  id: string,
  { id: subjectId, title, text, path, territoryId, authorIds, aboutAuthorIds = [] }: Thing,
  now: Date,
): Omit<Row, 'reporter_ids'> => ({
  id,
  subject_id: subjectId,
  title,
  words: text ?? '',
  path,
  territory_id: territoryId ?? null,
  author_ids: [...authorIds],
  about_author_ids: [...aboutAuthorIds],
  state: 'open',
  opened_at: now,
  ...{ hidden_at: null, hidden_as: null, hidden_by: null, hidden_why: null, rule: null, statement: null },
  ...{ decided_by: null, decided_as: null, decided_at: null, appeal: null, appealed_by: null, appealed_at: null },
  ...{ settlement: null, settled_by: null, settled_as: null, settled_at: null },
})

/** Has a moderator looked at this thing and let it stand? */
export async function wasKept({ db }: Ctx, subjectId: string): Promise<boolean> {
  const row = await db
    .selectFrom('moderation_cases')
    .select('id')
    .where('subject_id', '=', subjectId)
    .where('state', 'in', ['kept', 'reversed'])
    .executeTakeFirst()
  return row !== undefined
}

export async function noteHidden({ db, now, actor }: Ctx, id: string, as: ActingAs, why: string | null): Promise<boolean> {
  const done = await db
    .updateTable('moderation_cases')
    .set({ hidden_at: now, hidden_as: as, hidden_by: actor.id, hidden_why: why })
    .where('id', '=', id)
    .where('hidden_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

type Moved =
  | { readonly rule: TalkRule | null; readonly statement: string; readonly decided_as: ActingAs }
  | { readonly appeal: string }
  | { readonly settlement: string; readonly settled_as: ActingAs }

/** Writes only if nobody moved it meanwhile. */
export async function moveCase({ db, now, actor }: Ctx, id: string, from: CaseState, to: CaseState, moved: Moved): Promise<boolean> {
  const who =
    'decided_as' in moved
      ? { decided_by: actor.id, decided_at: now }
      : 'appeal' in moved
        ? { appealed_by: actor.id, appealed_at: now }
        : { settled_by: actor.id, settled_at: now }
  const done = await db
    .updateTable('moderation_cases')
    .set({ state: to, ...moved, ...who })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
