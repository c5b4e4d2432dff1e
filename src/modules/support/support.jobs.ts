import { remindOfSupport } from '#modules/support/examining.actions.ts'
import type { Job } from '#platform/jobs.ts'

export const supportJobs: readonly Job[] = [
  {
    name: 'remind-of-support',
    about: 'Tells authors seven and two days before the last day how many signatures their list still lacks',
    at: '41 6 * * *',
    async run(ctx) {
      await remindOfSupport(ctx)
    },
  },
]
