import { ambassadorsModule } from '#modules/ambassadors/ambassadors.module.ts'
import { auditModule } from '#modules/audit/audit.module.ts'
import { cityModule } from '#modules/city/city.module.ts'
import { consultationModule } from '#modules/consultation/consultation.module.ts'
import { countingModule } from '#modules/counting/counting.module.ts'
import { demoModule } from '#modules/demo/demo.module.ts'
import { discussionsModule } from '#modules/discussions/discussions.module.ts'
import { followingModule } from '#modules/following/following.module.ts'
import { ideasModule } from '#modules/ideas/ideas.module.ts'
import { meetingsModule } from '#modules/meetings/meetings.module.ts'
import { mergingModule } from '#modules/merging/merging.module.ts'
import { moderationModule } from '#modules/moderation/moderation.module.ts'
import { notificationsModule } from '#modules/notifications/notifications.module.ts'
import { peopleModule } from '#modules/people/people.module.ts'
import { programmeModule } from '#modules/programme/programme.module.ts'
import { proposalsModule } from '#modules/proposals/proposals.module.ts'
import { readinessModule } from '#modules/readiness/readiness.module.ts'
import { renewalsModule } from '#modules/renewals/renewals.module.ts'
import { submissionModule } from '#modules/submission/submission.module.ts'
import { supportModule } from '#modules/support/support.module.ts'
import { filesModule } from '#web/files.module.ts'
import { houseModule } from '#web/house.module.ts'
import type { Module } from '#web/module.ts'

/** The whole product, from the ground up. */
export const modules: readonly Module[] = [
  houseModule,
  filesModule,
  peopleModule,
  programmeModule,
  moderationModule,
  followingModule,
  ambassadorsModule,
  meetingsModule,
  discussionsModule,
  ideasModule,
  proposalsModule,
  consultationModule,
  supportModule,
  renewalsModule,
  readinessModule,
  mergingModule,
  submissionModule,
  countingModule,
  notificationsModule,
  auditModule,
  cityModule,
  demoModule,
]
