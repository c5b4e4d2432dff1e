import { deliverNotices, remindComing } from '#modules/meetings/notices.actions.ts'
import type { Job } from '#platform/jobs.ts'

export const meetingsJobs: readonly Job[] = [
  {
    name: 'meeting-notices',
    at: '* * * * *',
    about: 'tells registered people what changed about their meeting, by letter or on the phone list, a hundred at a time',
    run: async ctx => {
      await deliverNotices(ctx)
    },
  },
  { name: 'meeting-reminders', at: '*/10 * * * *', about: 'reminds registered people two days and three hours before a meeting', run: remindComing },
]
