import type { Snapshot } from '#modules/proposals/drafting/drafting.rules.ts'
import type { Acceptance } from '#modules/proposals/proposals.rules.ts'
import type { Ctx } from '#platform/context.ts'

export async function insertVersion({ db, now, actor }: Ctx, snapshot: Snapshot, hash: string): Promise<void> {
  await db
    .insertInto('project_versions')
    .values({
      project_id: snapshot.projectId,
      number: snapshot.number,
      snapshot: JSON.stringify(snapshot),
      hash,
      created_at: now,
      created_by: actor.id,
    })
    .execute()
}

/** This version is handed in; answers its hash. */
export async function markSubmitted({ db, now }: Ctx, projectId: string, number: number): Promise<string> {
  const row = await db
    .updateTable('project_versions')
    .set({ submitted_at: now })
    .where('project_id', '=', projectId)
    .where('number', '=', number)
    .returning('hash')
    .executeTakeFirstOrThrow()
  return row.hash
}

/** One person accepts one version once, however many times it is asked at the same moment; false for all but the first. */
export async function insertAcceptance(
  { db, now, actor }: Ctx,
  projectId: string,
  version: number,
  acceptance: Pick<Acceptance, 'personId' | 'how'>,
): Promise<boolean> {
  const made = await db
    .insertInto('project_acceptances')
    .values({ project_id: projectId, version, person_id: acceptance.personId, at: now, how: acceptance.how, recorded_by: actor.id })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export const acceptancesOf = ({ db }: Ctx, personId: string) =>
  db
    .selectFrom('project_acceptances')
    .select(['project_id as projectId', 'version', 'at', 'how'])
    .where('person_id', '=', personId)
    .orderBy('at')
    .execute()

/** Who has accepted the version that these projects wait with, by project. */
export async function acceptedNow(
  { db }: Ctx,
  projects: readonly { readonly id: string; readonly version: number }[],
): Promise<Map<string, string[]>> {
  if (projects.length === 0) return new Map()
  const rows = await db
    .selectFrom('project_acceptances')
    .select(['project_id', 'version', 'person_id'])
    .where(
      'project_id',
      'in',
      projects.map(({ id }) => id),
    )
    .execute()
  return new Map(
    projects.map(({ id, version }) => [id, rows.filter(row => row.project_id === id && row.version === version).map(row => row.person_id)]),
  )
}
