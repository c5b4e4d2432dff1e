import { z } from 'zod'
import { listFollows } from '#modules/following/follows.store.ts'
import { readNews } from '#modules/notifications/inbox.actions.ts'
import { InboxPage } from '#modules/notifications/inbox.pages.tsx'
import { headOfLedger, knownFor, latestStream, newsOf, readUpTo } from '#modules/notifications/news.store.ts'
import { notificationsTextsEn } from '#modules/notifications/notifications.texts.en.ts'
import { notificationsTexts } from '#modules/notifications/notifications.texts.ts'
import { paths } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: notificationsTexts, en: notificationsTextsEn }

const capital = (sentence: string) => sentence.charAt(0).toLocaleUpperCase('pl') + sentence.slice(1)

async function linesOf(c: Visit, head: number) {
  const { ctx, things } = c.var
  const personId = ctx.actor.id
  const [stream, follows, seen] = await Promise.all([latestStream(ctx, things), listFollows(ctx, [personId]), readUpTo(ctx, personId)])
  const lines = await newsOf(ctx, things, stream, await knownFor(ctx, follows), { personId, since: 0, head, follows })
  return lines.map(({ fact, thing, follow }) => ({
    at: fact.at,
    title: thing?.title ?? texts[ctx.locale].news.untitled,
    sentence: capital(c.var.sentence(fact, ctx.locale)),
    path: thing?.path ?? paths.myMatters,
    fresh: fact.seq > seen,
    followed: follow !== undefined,
  }))
}

export const inboxRoutes: readonly Route[] = [
  get(paths.inbox, 'signed-in', async c => {
    const head = await headOfLedger(c.var.ctx)
    return page(c, <InboxPage frame={c.var.frame} lines={await linesOf(c, head)} head={head} />)
  }),
  post(paths.inboxRead, 'signed-in', { noFact: "marks the visitor's own list as read" }, async c => {
    const t = texts[c.var.ctx.locale].inbox
    const read = await readForm(c, z.object({ do: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER) }), { wrong: t.wrong })
    if (read.ok) await readNews(c.var.ctx, read.value.do)
    return done(c, paths.inbox, read.ok ? t.done : t.wrong)
  }),
]
