import { feedRoutes } from '#modules/notifications/feed.routes.tsx'
import { inboxRoutes } from '#modules/notifications/inbox.routes.tsx'
import { sweepLetters } from '#modules/notifications/letters.store.ts'
import { forgetReader, readUpTo } from '#modules/notifications/news.store.ts'
import { notificationJobs } from '#modules/notifications/notifications.jobs.ts'
import type { Module } from '#web/module.ts'

export const notificationsModule: Module = {
  name: 'notifications',
  routes: [...inboxRoutes, ...feedRoutes],
  facts: {},
  factTexts: { pl: {}, en: {} },
  jobs: notificationJobs,
  retention: [{ what: 'letters', keep: { days: 30 }, sweep: sweepLetters }],
  ownData: async (ctx, personId) => ({ newsReadUpTo: await readUpTo(ctx, personId) }),
  erase: forgetReader,
}
