import { blankMergingsBefore, forgetMergingsOf, mergingsBy } from '#modules/merging/keeping.store.ts'
import { mergingJobs } from '#modules/merging/merging.jobs.ts'
import { besideThing, mergingRoutes } from '#modules/merging/merging.routes.tsx'
import { consenting, mergingFacts } from '#modules/merging/merging.rules.ts'
import { mergingTextsEn } from '#modules/merging/merging.texts.en.ts'
import { mergingTexts } from '#modules/merging/merging.texts.ts'
import { mergingMatters, mergingThings } from '#modules/merging/merging.things.ts'
import type { Module } from '#web/module.ts'

/** Joining two ideas or drafts into one and dividing one, with everybody's consent; it can be undone until submission. */
export const mergingModule: Module = {
  name: 'merging',
  routes: mergingRoutes,
  facts: mergingFacts,
  factTexts: { pl: mergingTexts.facts, en: mergingTextsEn.facts },
  things: mergingThings,
  matters: mergingMatters,
  beside: { thing: besideThing },
  procedures: [{ table: 'mergings', procedure: consenting, states: { pl: mergingTexts.states, en: mergingTextsEn.states } }],
  jobs: mergingJobs,
  retention: [{ what: 'mergings', keep: { years: 6 }, sweep: blankMergingsBefore }],
  ownData: async (ctx, personId) => ({ mergings: await mergingsBy(ctx, personId) }),
  erase: forgetMergingsOf,
}
