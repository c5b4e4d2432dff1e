import { addDays, dayOf } from '#kit/dates.ts'
import { closeDue } from '#modules/merging/due.actions.ts'
import { reminderDays } from '#modules/merging/merging.rules.ts'
import type { Job } from '#platform/jobs.ts'

export const mergingJobs: readonly Job[] = [
  {
    name: 'consents-due',
    about: 'Ends proposals to join or divide that not everybody agreed to in time, and reminds authors three days before',
    at: '17 * * * *',
    async run(ctx) {
      const today = dayOf(ctx.now)
      await closeDue(ctx, today, addDays(today, reminderDays))
    },
  },
]
