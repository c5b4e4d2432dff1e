import { examiningRoutes, supportMatters } from '#modules/support/examining.routes.tsx'
import { examiningFacts } from '#modules/support/examining.rules.ts'
import { examiningTextsEn } from '#modules/support/examining.texts.en.ts'
import { examiningTexts } from '#modules/support/examining.texts.ts'
import { supportJobs } from '#modules/support/support.jobs.ts'
import { supportRoutes } from '#modules/support/support.routes.tsx'
import { supportFacts, supporting } from '#modules/support/support.rules.ts'
import { forgetSupporter, supportBy, sweepSupport } from '#modules/support/support.store.ts'
import { supportTextsEn } from '#modules/support/support.texts.en.ts'
import { supportTexts } from '#modules/support/support.texts.ts'
import type { Module } from '#web/module.ts'

/** Lists of support: residents who sign a project, on paper or by account, as the edition's rules say. */
export const supportModule: Module = {
  name: 'support',
  routes: [...supportRoutes, ...examiningRoutes],
  facts: { ...supportFacts, ...examiningFacts },
  factTexts: { pl: { ...supportTexts.facts, ...examiningTexts.facts }, en: { ...supportTextsEn.facts, ...examiningTextsEn.facts } },
  matters: supportMatters,
  jobs: supportJobs,
  procedures: [{ table: 'support_lines', procedure: supporting, states: { pl: supportTexts.states, en: supportTextsEn.states } }],
  hangings: [
    { table: 'support_examinations', by: 'project_id', goes: 'stays', why: 'about the list of that project' },
    { table: 'support_reminders', by: 'project_id', goes: 'stays', why: 'about the list of that project' },
  ],
  retention: [{ what: 'support-lines', keep: { days: 180 }, sweep: sweepSupport }],
  ownData: async (ctx, personId) => ({ support: await supportBy(ctx, personId) }),
  erase: forgetSupporter,
}
