import { findLetter, markLetter } from '#modules/notifications/letters.store.ts'
import { onLetterBounced } from '#modules/people/profile.actions.ts'
import type { Job } from '#platform/jobs.ts'
import { withAddress } from '#ui/letter.tsx'

export const notificationJobs: readonly Job[] = [
  {
    name: 'send-letter',
    about: 'hands one letter to the mail server; tried again for a day when the server is away',
    async run(ctx, payload) {
      const { id } = payload as { id: string }
      const letter = await findLetter(ctx, id)
      if (letter?.state !== 'queued') return
      const outcome = await ctx.post.send(withAddress(letter, ctx.publicUrl))
      await markLetter(ctx, id, outcome, ctx.keepLetters)
      if (outcome === 'bounced') await onLetterBounced(ctx, id)
    },
  },
]
