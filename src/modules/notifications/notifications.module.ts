import { sweepLetters } from '#modules/notifications/letters.store.ts'
import { notificationJobs } from '#modules/notifications/notifications.jobs.ts'
import type { Module } from '#web/module.ts'

export const notificationsModule: Module = {
  name: 'notifications',
  routes: [],
  facts: {},
  factTexts: { pl: {}, en: {} },
  jobs: notificationJobs,
  retention: [{ what: 'letters', keep: { days: 30 }, sweep: sweepLetters }],
}
