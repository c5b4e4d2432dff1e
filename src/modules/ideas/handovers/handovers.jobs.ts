import { remindOfHandovers } from '#modules/ideas/handovers/handovers.actions.ts'
import type { Job } from '#platform/jobs.ts'

export const handoversJobs: readonly Job[] = [
  {
    name: 'remind-handovers',
    about: 'reminds of what offices have not answered in time, once in thirty days',
    at: '20 5 * * *',
    async run(ctx) {
      await remindOfHandovers(ctx)
    },
  },
]
