import { announceRounds } from '#modules/discussions/talks.actions.ts'
import type { Job } from '#platform/jobs.ts'

export const talksJobs: readonly Job[] = [
  {
    name: 'talk-rounds',
    about: 'Says which rounds of talks have opened or closed by the calendar',
    at: '*/10 * * * *',
    run: announceRounds,
  },
]
