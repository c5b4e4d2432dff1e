import { addDays, dayOf } from '#kit/dates.ts'
import { remindWaiting } from '#modules/submission/agreeing/agreeing.actions.ts'
import { closeCalls } from '#modules/submission/completion/completion.actions.ts'
import { reminderDays } from '#modules/submission/completion/completion.rules.ts'
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
  {
    name: 'calls-due',
    about: 'Ends calls to complete that nobody answered in time, and reminds authors two days before',
    at: '23 3 * * *',
    async run(ctx) {
      const today = dayOf(ctx.now)
      await closeCalls(ctx, today, addDays(today, reminderDays))
    },
  },
]
