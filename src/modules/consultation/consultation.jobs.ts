import { remindUnits } from '#modules/consultation/reminders.actions.ts'
import type { Job } from '#platform/jobs.ts'

export const consultationJobs: readonly Job[] = [
  {
    name: 'advice-due',
    about: 'Reminds units of questions that are due, then their heads, then the coordinator',
    at: '23 5 * * *',
    run: ctx => remindUnits(ctx),
  },
]
