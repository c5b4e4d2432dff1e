import { scanKinds, scanSubject } from '#modules/ambassadors/applications/application-forms.rules.ts'
import { applicationStates } from '#modules/ambassadors/applications/applications.rules.ts'
import type { Ctx } from '#platform/context.ts'
import { eraseFilesOf } from '#platform/files.ts'
import type { Retention } from '#platform/retention.ts'

/** Removes applications with their scans; the letters about them go along. */
async function remove(ctx: Ctx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  await eraseFilesOf(
    ctx,
    ids.flatMap(id => scanKinds.map(kind => scanSubject(id, kind))),
  )
  const gone = await ctx.db.deleteFrom('ambassador_applications').where('id', 'in', ids).executeTakeFirst()
  return Number(gone.numDeletedRows)
}

async function untouchedSince({ db }: Ctx, states: readonly (typeof applicationStates)[number][], before: Date): Promise<string[]> {
  const rows = await db.selectFrom('ambassador_applications').select('id').where('state', 'in', states).where('changed_at', '<', before).execute()
  return rows.map(({ id }) => id)
}

/** Drafts go soon, what was not accepted a year after it ended, what was accepted once a term and its report are over. */
export const applicationsRetention: readonly Retention[] = [
  { what: 'application-drafts', keep: { days: 60 }, sweep: async (ctx, before) => remove(ctx, await untouchedSince(ctx, ['draft'], before)) },
  {
    what: 'unaccepted-applications',
    keep: { years: 1 },
    sweep: async (ctx, before) => {
      const ended = applicationStates.filter(state => state !== 'draft' && state !== 'accepted')
      return remove(ctx, await untouchedSince(ctx, ended, before))
    },
  },
  { what: 'accepted-applications', keep: { years: 3 }, sweep: async (ctx, before) => remove(ctx, await untouchedSince(ctx, ['accepted'], before)) },
]

export async function applicationsBy({ db }: Ctx, personId: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return db
    .selectFrom('ambassador_applications')
    .select(['id', 'state', 'channel', 'content', 'area', 'district_ids as districtIds', 'submitted_at as submittedAt', 'missing', 'due_on as dueOn'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute()
}

/** With the account go the person's applications, whatever became of them. */
export async function eraseApplicationsOf(ctx: Ctx, personId: string): Promise<void> {
  const rows = await ctx.db.selectFrom('ambassador_applications').select('id').where('person_id', '=', personId).execute()
  await remove(
    ctx,
    rows.map(({ id }) => id),
  )
}
