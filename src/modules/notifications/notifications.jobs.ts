import { findLetter, markLetter } from '#modules/notifications/letters.store.ts'
import { headOfLedger, listeners, markTold, newsFor } from '#modules/notifications/news.store.ts'
import { newsLetter } from '#modules/notifications/notifications.mail.tsx'
import type { MailWish } from '#modules/people/people.rules.ts'
import { addressOf } from '#modules/people/people.store.ts'
import { onLetterBounced } from '#modules/people/profile.actions.ts'
import { inTransaction } from '#platform/context.ts'
import type { Job, JobCtx } from '#platform/jobs.ts'
import { postLetter } from '#platform/letters.ts'
import { withAddress } from '#ui/letter.tsx'

/** Tells everybody with this wish what moved in their matters since they were last told; nothing new, no letter. */
async function tellNews(ctx: JobCtx, wish: MailWish): Promise<void> {
  const head = await headOfLedger(ctx)
  for (const { personId, since } of await listeners(ctx, wish, head)) {
    const news = await newsFor(ctx, personId, since, head)
    const { email, locale, wantsMail } = await addressOf(ctx, personId)
    await inTransaction(ctx, async ctx2 => {
      if (news.length > 0 && email && wantsMail) {
        const letter = newsLetter(
          locale,
          news.map(fact => ctx.sentence(fact, locale)),
        )
        await postLetter(ctx2, { personId, address: email, ...letter })
      }
      await markTold(ctx2, personId, head)
    })
  }
}

export const notificationJobs: readonly Job[] = [
  {
    name: 'send-letter',
    about: 'hands one letter to the mail server; tried again, ever more rarely, while the server is away',
    async run(ctx, payload) {
      const { id } = payload as { id: string }
      const letter = await findLetter(ctx, id)
      if (letter?.state !== 'queued') return
      const outcome = await ctx.post.send(withAddress(letter, ctx.publicUrl))
      await markLetter(ctx, id, outcome, ctx.keepLetters)
      if (outcome === 'bounced') await onLetterBounced(ctx, id)
    },
  },
  { name: 'tell-each', at: '*/5 * * * *', about: 'news within five minutes, for whoever wants it so', run: ctx => tellNews(ctx, 'each') },
  { name: 'tell-daily', at: '0 5 * * *', about: 'the daily digest, in the morning', run: ctx => tellNews(ctx, 'daily') },
  { name: 'tell-weekly', at: '10 5 * * 1', about: 'the weekly digest, on Monday morning', run: ctx => tellNews(ctx, 'weekly') },
]
