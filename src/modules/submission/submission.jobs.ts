import { remindWaiting } from '#modules/submission/agreeing.actions.ts'
import type { Job } from '#platform/jobs.ts'

export const submissionJobs: readonly Job[] = [
  {
    name: 'remind-authors',
    about: 'Reminds authors who have not accepted the version that waits, every third day, and daily in the last three days of submission',
    at: '5 6 * * *',
    async run(ctx) {
      await remindWaiting(ctx)
    },
  },
]
