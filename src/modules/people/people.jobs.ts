import { sweepNews } from '#modules/people/office/phone-news.store.ts'
import { eraseNeverCame } from '#modules/people/own/erasure.actions.ts'
import { sweepCodes } from '#modules/people/sign-in/codes.store.ts'
import { sweepChallenges } from '#modules/people/sign-in/passkeys.store.ts'
import { sweepSessions } from '#modules/people/sign-in/sessions.store.ts'
import { sweepTakeoverCodes } from '#modules/people/sign-in/takeover.store.ts'
import type { Retention } from '#platform/retention.ts'

/** How long this module keeps what. Codes are dead after 15 minutes and printed ones after 90 days; the sweep takes what is left of them. */
export const peopleRetention: readonly Retention[] = [
  { what: 'sign-in-codes', keep: { days: 1 }, sweep: sweepCodes },
  { what: 'passkey-challenges', keep: { days: 1 }, sweep: sweepChallenges },
  { what: 'sessions', keep: { days: 30 }, sweep: sweepSessions },
  { what: 'accounts-never-opened', keep: { days: 30 }, sweep: eraseNeverCame },
  { what: 'takeover-codes', keep: { days: 90 }, sweep: sweepTakeoverCodes },
  { what: 'phone-news', keep: { days: 90 }, sweep: sweepNews },
]
