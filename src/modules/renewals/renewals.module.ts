import { byPhoneMatters, byPhoneRoutes } from '#modules/renewals/by-phone.routes.tsx'
import { renewalsJobs } from '#modules/renewals/renewals.jobs.ts'
import { besideThing, renewalsRoutes } from '#modules/renewals/renewals.routes.tsx'
import { renewalsFacts, renewing } from '#modules/renewals/renewals.rules.ts'
import { forgetRenewalsOf, renewalsBy, sweepRenewals } from '#modules/renewals/renewals.store.ts'
import { renewalsTextsEn } from '#modules/renewals/renewals.texts.en.ts'
import { renewalsTexts } from '#modules/renewals/renewals.texts.ts'
import { renewalMatters } from '#modules/renewals/renewals.things.ts'
import type { Module } from '#web/module.ts'

/** Whoever supports a draft is told when its substance changed since, and keeps their support or takes it back. */
export const renewalsModule: Module = {
  name: 'renewals',
  routes: [...renewalsRoutes, ...byPhoneRoutes],
  facts: renewalsFacts,
  factTexts: { pl: renewalsTexts.facts, en: renewalsTextsEn.facts },
  matters: async ctx => [...(await renewalMatters(ctx)), ...(await byPhoneMatters(ctx))],
  beside: { thing: besideThing },
  procedures: [{ table: 'renewals', procedure: renewing, states: { pl: renewalsTexts.states, en: renewalsTextsEn.states } }],
  jobs: renewalsJobs,
  hangings: [
    { table: 'renewals', by: 'project_id', goes: 'stays', why: 'asked about that draft' },
    { table: 'renewal_rounds', by: 'project_id', goes: 'stays', why: 'about the versions of that draft' },
  ],
  retention: [{ what: 'renewals', keep: { years: 1 }, sweep: sweepRenewals }],
  ownData: async (ctx, personId) => ({ renewals: await renewalsBy(ctx, personId) }),
  joining: { renewals: { column: 'state', best: ['waiting', 'kept', 'withdrawn', 'lapsed'] } },
  erase: forgetRenewalsOf,
}
