import { besideThing, readinessRoutes } from '#modules/readiness/readiness.routes.tsx'
import { readinessFacts } from '#modules/readiness/readiness.rules.ts'
import { answeredBy, forgetAnswerer, sweepConsents } from '#modules/readiness/readiness.store.ts'
import { readinessTextsEn } from '#modules/readiness/readiness.texts.en.ts'
import { readinessTexts } from '#modules/readiness/readiness.texts.ts'
import type { Module } from '#web/module.ts'

/** Is a project ready to be submitted: the list from the rules, what a unit will ask, and consents of land managers. */
export const readinessModule: Module = {
  name: 'readiness',
  routes: readinessRoutes,
  facts: readinessFacts,
  factTexts: { pl: readinessTexts.facts, en: readinessTextsEn.facts },
  beside: { thing: besideThing },
  hangings: [{ table: 'project_answers', by: 'project_id', goes: 'stays', why: 'part of that draft' }],
  retention: [{ what: 'consents', keep: { years: 5 }, sweep: sweepConsents }],
  ownData: async (ctx, personId) => ({ answers: await answeredBy(ctx, personId) }),
  erase: forgetAnswerer,
}
