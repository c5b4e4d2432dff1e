import { expireInvitations } from '#modules/proposals/authors/authors.actions.ts'
import { settleLeads } from '#modules/proposals/authors/leading.actions.ts'
import { lapseRequests } from '#modules/proposals/authors/requests.actions.ts'
import { settleForgotten } from '#modules/proposals/drafting/together.actions.ts'
import type { Job } from '#platform/jobs.ts'

export const proposalsJobs: readonly Job[] = [
  {
    name: 'expire-invitations',
    about: 'ends invitations of co-authors, and requests to join, that nobody answered in time',
    at: '7 * * * *',
    async run(ctx) {
      await expireInvitations(ctx)
      await lapseRequests(ctx)
    },
  },
  {
    name: 'settle-leads',
    about: 'decides elections of a lead whose time is over, and ends offers of the lead that nobody answered',
    at: '11 * * * *',
    async run(ctx) {
      await settleLeads(ctx)
    },
  },
  {
    name: 'settle-shared-texts',
    about: 'puts into the drafts what was typed together before a server was cut off',
    at: '* * * * *',
    async run(ctx) {
      await settleForgotten(ctx)
    },
  },
]
