import { agreeingBeside, agreeingRoutes } from '#modules/submission/agreeing.routes.tsx'
import { agreeingFacts } from '#modules/submission/agreeing.rules.ts'
import { agreeingDataOf, forgetAgreeing, sweepRefusals, sweepSignedPages } from '#modules/submission/agreeing.store.ts'
import { agreeingTextsEn } from '#modules/submission/agreeing.texts.en.ts'
import { agreeingTexts } from '#modules/submission/agreeing.texts.ts'
import { printsRoutes } from '#modules/submission/prints.routes.tsx'
import { receiptsBeside, receiptsRoutes } from '#modules/submission/receipts.routes.tsx'
import { submissionJobs } from '#modules/submission/submission.jobs.ts'
import type { Module } from '#web/module.ts'

/** From everybody's consent to one version up to the receipt, and what follows it: who is missing, signatures on paper, printed things. */
export const submissionModule: Module = {
  name: 'submission',
  routes: [...agreeingRoutes, ...receiptsRoutes, ...printsRoutes],
  facts: agreeingFacts,
  factTexts: { pl: agreeingTexts.facts, en: agreeingTextsEn.facts },
  beside: { thing: async (c, id) => (await agreeingBeside(c, id)) ?? receiptsBeside(c, id) },
  jobs: submissionJobs,
  hangings: [
    { table: 'version_refusals', by: 'project_id', goes: 'stays', why: 'part of that draft' },
    { table: 'version_reminders', by: 'project_id', goes: 'stays', why: 'part of that draft' },
  ],
  retention: [
    { what: 'version-refusals', keep: { years: 1 }, sweep: sweepRefusals },
    { what: 'signed-pages', keep: { years: 5 }, sweep: sweepSignedPages },
  ],
  ownData: async (ctx, personId) => ({ agreeing: await agreeingDataOf(ctx, personId) }),
  erase: forgetAgreeing,
}
