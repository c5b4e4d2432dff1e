import { assert } from '#kit/refusal.ts'
import { type Keeper, sweepAll } from '#modules/programme/statements/privacy.actions.ts'
import type { Job } from '#platform/jobs.ts'

/** Needs the list of all modules, so whoever has it (the start of the product) makes the job. */
export const retentionJob = (keepers: readonly Keeper[]): Job => ({
  name: 'retention',
  about: 'Deletes every night what has been kept for its whole period, in every module',
  at: '20 2 * * *',
  run: async ctx => {
    const { failed } = await sweepAll(ctx, keepers)
    assert(failed.length === 0, `the deletion failed for: ${failed.join(', ')}`)
  },
})
