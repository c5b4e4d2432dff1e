import { endingToken } from '#modules/following/follows.actions.ts'
import { listFollows } from '#modules/following/follows.store.ts'
import { findLetter, markLetter } from '#modules/notifications/letters.store.ts'
import { headOfLedger, knownFor, listeners, markTold, type NewsLine, newsOf, readStream } from '#modules/notifications/news.store.ts'
import { newsLetter } from '#modules/notifications/notifications.mail.tsx'
import { onLetterBounced } from '#modules/people/own/profile.actions.ts'
import type { MailWish } from '#modules/people/people.rules.ts'
import { addressOf } from '#modules/people/people.store.ts'
import { paths } from '#paths'
import { inTransaction } from '#platform/context.ts'
import type { Job, JobCtx } from '#platform/jobs.ts'
import { postLetter } from '#platform/letters.ts'
import { withAddress } from '#ui/letter.tsx'

const longestStream = 20_000

/** Tells everybody with this wish what moved in their matters and in what they follow since they were last told; nothing new, no letter. */
async function tellNews(ctx: JobCtx, wish: MailWish): Promise<void> {
  const head = await headOfLedger(ctx)
  const people = await listeners(ctx, wish, head)
  const after = Math.min(head, ...people.map(({ since }) => since))
  const all = await listFollows(
    ctx,
    people.map(({ personId }) => personId),
  )
  const stream = all.length === 0 ? [] : await readStream(ctx, ctx.things, { after, upTo: head, limit: longestStream })
  const known = await knownFor(ctx, all)
  for (const { personId, since } of people) {
    const reader = { personId, since, head, follows: all.filter(follow => follow.personId === personId) }
    const lines = since < head ? await newsOf(ctx, ctx.things, stream, known, reader) : []
    await tellPerson(ctx, personId, head, lines)
  }
}

async function tellPerson(ctx: JobCtx, personId: string, head: number, lines: readonly NewsLine[]): Promise<void> {
  const { email, locale, wantsMail } = await addressOf(ctx, personId)
  await inTransaction(ctx, async inside => {
    if (lines.length > 0 && email && wantsMail) {
      const told = lines.map(({ fact, thing }) => ({
        title: thing?.title,
        sentence: ctx.sentence(fact, locale),
        path: thing?.path ?? paths.myMatters,
      }))
      await postLetter(inside, { personId, address: email, ...newsLetter(locale, told, endingsOf(ctx, lines)) })
    }
    await markTold(inside, personId, head)
  })
}

/** Each follow that brought a line, once; a place or a search is named by the first thing that it brought. */
function endingsOf(ctx: JobCtx, lines: readonly NewsLine[]) {
  const once = new Map(lines.flatMap(({ follow, thing }) => (follow ? [[follow.id, thing?.title ?? ''] as const] : [])))
  return [...once].map(([id, title]) => ({ id, title, token: endingToken(ctx.secret, id) }))
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
