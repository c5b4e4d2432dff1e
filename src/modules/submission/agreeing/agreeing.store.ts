import type { Refusal } from '#modules/submission/agreeing/agreeing.rules.ts'
import type { Ctx } from '#platform/context.ts'
import { eraseFile, filesOf, type KeptFile } from '#platform/files.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    version_refusals: { project_id: string; version: number; person_id: string; reason: string; without_me: boolean; at: Date }
    version_reminders: { project_id: string; version: number; at: Date; by_id: string }
  }
}

/** Refusing again is saying it anew. */
export async function writeRefusal({ db, now, actor }: Ctx, at: { projectId: string; version: number }, said: Pick<Refusal, 'reason' | 'withoutMe'>) {
  const words = { reason: said.reason, without_me: said.withoutMe, at: now }
  await db
    .insertInto('version_refusals')
    .values({ project_id: at.projectId, version: at.version, person_id: actor.id, ...words })
    .onConflict(clash => clash.columns(['project_id', 'version', 'person_id']).doUpdateSet(words))
    .execute()
}

export async function refusalsOf({ db }: Ctx, projectId: string, version: number): Promise<Refusal[]> {
  return db
    .selectFrom('version_refusals')
    .select(['person_id as personId', 'reason', 'without_me as withoutMe', 'at'])
    .where('project_id', '=', projectId)
    .where('version', '=', version)
    .orderBy('at')
    .execute()
}

export async function lastReminder({ db }: Ctx, projectId: string, version: number): Promise<Date | undefined> {
  const row = await db
    .selectFrom('version_reminders')
    .select('at')
    .where('project_id', '=', projectId)
    .where('version', '=', version)
    .orderBy('at', 'desc')
    .executeTakeFirst()
  return row?.at
}
export async function noteReminder({ db, now, actor }: Ctx, projectId: string, version: number): Promise<void> {
  await db.insertInto('version_reminders').values({ project_id: projectId, version, at: now, by_id: actor.id }).execute()
}

/** Projects whose version waits for somebody, with the day of the last word about it. */
export async function listWaiting({ db }: Ctx): Promise<{ id: string; version: number; since: Date }[]> {
  const rows = await db
    .selectFrom('projects as p')
    .select(['p.id', 'p.version', 'p.frozen_at', 'p.changed_at'])
    .select(eb =>
      eb
        .selectFrom('version_reminders as r')
        .select(of => of.fn.max('r.at').as('at'))
        .whereRef('r.project_id', '=', 'p.id')
        .whereRef('r.version', '=', 'p.version')
        .as('reminded_at'),
    )
    .where('p.state', '=', 'agreeing')
    .where(eb =>
      eb.exists(
        eb
          .selectFrom('project_authors as a')
          .select('a.id')
          .whereRef('a.project_id', '=', 'p.id')
          .where('a.state', '=', 'accepted')
          .where(at =>
            at.not(
              at.exists(
                at
                  .selectFrom('project_acceptances as x')
                  .select('x.person_id')
                  .whereRef('x.project_id', '=', 'p.id')
                  .whereRef('x.version', '=', 'p.version')
                  .whereRef('x.person_id', '=', 'a.person_id'),
              ),
            ),
          ),
      ),
    )
    .orderBy('p.id')
    .execute()
  return rows.map(row => ({ id: row.id, version: row.version, since: row.reminded_at ?? row.frozen_at ?? row.changed_at }))
}

/** The subject under which the signed page of one author lies among the files. */
export const signedPageOf = (projectId: string, version: number, personId: string) => `signature:${projectId}:${version}:${personId}`

export type SignedPageKept = { readonly version: number; readonly personId: string; readonly file: KeptFile }
/** The signed pages of a project, by version. */
export async function signedPagesOf(ctx: Ctx, projectId: string): Promise<SignedPageKept[]> {
  const rows = await ctx.db.selectFrom('files').select('subject').where('subject', 'like', `signature:${projectId}:%`).execute()
  const files = await filesOf(
    ctx,
    rows.map(({ subject }) => subject),
  )
  return files.map(file => {
    const [, , version, personId = ''] = file.subject.split(':')
    return { version: Number(version), personId, file }
  })
}

async function eraseSignedPages(ctx: Ctx, chosen: { like: string; before?: Date }): Promise<number> {
  let files = ctx.db.selectFrom('files').select('id').where('subject', 'like', chosen.like)
  if (chosen.before) files = files.where('created_at', '<', chosen.before)
  const found = await files.execute()
  for (const { id } of found) await eraseFile(ctx, id)
  return found.length
}
export const sweepSignedPages = (ctx: Ctx, before: Date): Promise<number> => eraseSignedPages(ctx, { like: 'signature:%', before })

export async function sweepRefusals({ db }: Ctx, before: Date): Promise<number> {
  await db.deleteFrom('version_reminders').where('at', '<', before).execute()
  const gone = await db.deleteFrom('version_refusals').where('at', '<', before).executeTakeFirst()
  return Number(gone.numDeletedRows)
}

export async function agreeingDataOf({ db }: Ctx, personId: string) {
  const refusals = await db.selectFrom('version_refusals').selectAll().where('person_id', '=', personId).orderBy('at').execute()
  const signedPages = await db.selectFrom('files').select(['name', 'created_at']).where('subject', 'like', `signature:%:${personId}`).execute()
  return { refusals, signedPages }
}

export async function forgetAgreeing(ctx: Ctx, personId: string): Promise<void> {
  await ctx.db.deleteFrom('version_refusals').where('person_id', '=', personId).execute()
  await ctx.db.updateTable('version_reminders').set({ by_id: '' }).where('by_id', '=', personId).execute()
  await eraseSignedPages(ctx, { like: `signature:%:${personId}` })
}
