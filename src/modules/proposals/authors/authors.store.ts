import { notFound } from '#kit/refusal.ts'
import type { AuthorState, PlaceRole, ProjectAuthor } from '#modules/proposals/authors/authors.rules.ts'
import { authorsOf } from '#modules/proposals/proposals.store.ts'
import type { Ctx } from '#platform/context.ts'

type NewAuthor = {
  id: string
  projectId: string
  personId: string
  state: AuthorState
  expiresAt: Date | null
  recordedBy?: string
  words?: string
  role?: PlaceRole
}

/** False when the person is an author or has been asked already. */
export async function insertAuthor({ db, now, actor }: Ctx, author: NewAuthor): Promise<boolean> {
  const made = await db
    .insertInto('project_authors')
    .values({
      id: author.id,
      project_id: author.projectId,
      person_id: author.personId,
      state: author.state,
      invited_by: actor.id,
      invited_at: now,
      expires_at: author.expiresAt,
      answered_at: author.state === 'invited' ? null : now,
      recorded_by: author.recordedBy ?? null,
      words: author.words ?? '',
      role: author.role ?? 'author',
    })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export async function loadAuthor(ctx: Ctx, projectId: string, id: string): Promise<ProjectAuthor> {
  return (await authorsOf(ctx, projectId)).find(author => author.id === id) ?? notFound('invitation')
}

export async function moveAuthor({ db, now }: Ctx, id: string, from: AuthorState, to: AuthorState, recordedBy?: string): Promise<boolean> {
  const done = await db
    .updateTable('project_authors')
    .set({ state: to, answered_at: now, ...(recordedBy !== undefined && { recorded_by: recordedBy }) })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Invitations that nobody answered in time. */
export const expiredInvitations = ({ db }: Ctx, now: Date): Promise<{ id: string; projectId: string }[]> =>
  db
    .selectFrom('project_authors')
    .select(['id', 'project_id as projectId'])
    .where('state', '=', 'invited')
    .where('expires_at', '<=', now)
    .orderBy('expires_at')
    .limit(500)
    .execute()

/** The invitations that wait for this person, by project. */
export async function invitationsOf({ db }: Ctx, personId: string): Promise<Map<string, { id: string; expiresAt: Date | null }>> {
  const rows = await db
    .selectFrom('project_authors')
    .select(['id', 'project_id', 'expires_at'])
    .where('person_id', '=', personId)
    .where('state', '=', 'invited')
    .execute()
  return new Map(rows.map(row => [row.project_id, { id: row.id, expiresAt: row.expires_at }]))
}

/** Who was asked and did not join needs not be remembered for long. */
export async function sweepRefusals({ db }: Ctx, before: Date): Promise<number> {
  const gone = await db
    .deleteFrom('project_authors')
    .where('state', 'in', ['declined', 'expired', 'withdrawn'])
    .where('answered_at', '<', before)
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

export const placesOf = ({ db }: Ctx, personId: string) =>
  db
    .selectFrom('project_authors')
    .select(['project_id as projectId', 'state', 'invited_at as invitedAt', 'answered_at as answeredAt'])
    .where('person_id', '=', personId)
    .orderBy('invited_at')
    .execute()
