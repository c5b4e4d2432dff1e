import { agreeingRoutes } from '#modules/submission/agreeing/agreeing.routes.tsx'
import { agreeingFacts } from '#modules/submission/agreeing/agreeing.rules.ts'
import { agreeingDataOf, forgetAgreeing, sweepRefusals, sweepSignedPages } from '#modules/submission/agreeing/agreeing.store.ts'
import { agreeingTextsEn } from '#modules/submission/agreeing/agreeing.texts.en.ts'
import { agreeingTexts } from '#modules/submission/agreeing/agreeing.texts.ts'
import { signedPagesRoutes } from '#modules/submission/agreeing/signed-pages.routes.tsx'
import { completionRoutes } from '#modules/submission/completion/completion.routes.tsx'
import { completing, completionFacts } from '#modules/submission/completion/completion.rules.ts'
import { completionDataOf, forgetCompletions, sweepCompletions } from '#modules/submission/completion/completion.store.ts'
import { completionTextsEn } from '#modules/submission/completion/completion.texts.en.ts'
import { completionTexts } from '#modules/submission/completion/completion.texts.ts'
import { completionMatters, settlingRoutes } from '#modules/submission/completion/settling.routes.tsx'
import { paperRoutes } from '#modules/submission/paper.routes.tsx'
import { printsRoutes } from '#modules/submission/prints/prints.routes.tsx'
import { receiptsRoutes } from '#modules/submission/prints/receipts.routes.tsx'
import { submissionJobs } from '#modules/submission/submission.jobs.ts'
import { submissionBeside } from '#modules/submission/submission.routes.tsx'
import type { Module } from '#web/module.ts'

/** From everybody's consent to one version up to the receipt, and what follows it: who is missing, signatures on paper, printed things. */
export const submissionModule: Module = {
  name: 'submission',
  routes: [...agreeingRoutes, ...signedPagesRoutes, ...completionRoutes, ...settlingRoutes, ...receiptsRoutes, ...printsRoutes, ...paperRoutes],
  facts: { ...agreeingFacts, ...completionFacts },
  factTexts: { pl: { ...agreeingTexts.facts, ...completionTexts.facts }, en: { ...agreeingTextsEn.facts, ...completionTextsEn.facts } },
  beside: { thing: submissionBeside },
  matters: completionMatters,
  procedures: [{ table: 'completion_calls', procedure: completing, states: { pl: completionTexts.states, en: completionTextsEn.states } }],
  jobs: submissionJobs,
  hangings: [
    { table: 'version_refusals', by: 'project_id', goes: 'stays', why: 'part of that draft' },
    { table: 'version_reminders', by: 'project_id', goes: 'stays', why: 'part of that draft' },
    { table: 'completion_calls', by: 'project_id', goes: 'stays', why: 'the office called that project' },
  ],
  retention: [
    { what: 'version-refusals', keep: { years: 1 }, sweep: sweepRefusals },
    { what: 'completion-texts', keep: { years: 5 }, sweep: sweepCompletions },
    { what: 'signed-pages', keep: { years: 5 }, sweep: sweepSignedPages },
  ],
  ownData: async (ctx, personId) => ({ agreeing: await agreeingDataOf(ctx, personId), completions: await completionDataOf(ctx, personId) }),
  async erase(ctx, personId) {
    await forgetAgreeing(ctx, personId)
    await forgetCompletions(ctx, personId)
  },
}
