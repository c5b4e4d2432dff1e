import { headOfLedger, markRead } from '#modules/notifications/news.store.ts'
import type { Ctx } from '#platform/context.ts'

/** What stood on the page is read; what came since the page was drawn stays unread. */
export async function readNews(ctx: Ctx, upTo: number): Promise<void> {
  await markRead(ctx, ctx.actor.id, Math.min(upTo, await headOfLedger(ctx)))
}
