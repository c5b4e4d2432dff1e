import { askSupportersAgain } from '#modules/renewals/renewals.actions.ts'
import type { Job } from '#platform/jobs.ts'

export const renewalsJobs: readonly Job[] = [
  {
    name: 'ask-supporters-again',
    about: 'asks those who support a draft again when a frozen or named version changed its substance',
    at: '*/10 * * * *',
    async run(ctx) {
      await askSupportersAgain(ctx, ctx)
    },
  },
]
