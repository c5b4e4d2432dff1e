import { remindOfReview } from '#modules/programme/statements/accessibility.actions.ts'
import type { Job } from '#platform/jobs.ts'

export const accessibilityJobs: readonly Job[] = [
  {
    name: 'accessibility-review',
    about: 'Says thirty days ahead that the accessibility statement must be reviewed by 31 March',
    at: '10 5 * * *',
    run: async ctx => {
      await remindOfReview(ctx)
    },
  },
]
