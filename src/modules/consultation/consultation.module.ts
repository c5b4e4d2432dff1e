import { adviceRoutes } from '#modules/consultation/advice.routes.tsx'
import { adviceFacts, advising } from '#modules/consultation/advice.rules.ts'
import { adviceDataOf, sweepUnanswered } from '#modules/consultation/advice.store.ts'
import { adviceTextsEn } from '#modules/consultation/advice.texts.en.ts'
import { adviceTexts } from '#modules/consultation/advice.texts.ts'
import { adviceThings } from '#modules/consultation/advice.things.ts'
import type { Module } from '#web/module.ts'

/** Advice of city units before a project is submitted. */
export const consultationModule: Module = {
  name: 'consultation',
  routes: adviceRoutes,
  facts: adviceFacts,
  factTexts: { pl: adviceTexts.facts, en: adviceTextsEn.facts },
  things: adviceThings,
  procedures: [{ table: 'advice', procedure: advising, states: { pl: adviceTexts.states, en: adviceTextsEn.states } }],
  hangings: [
    { table: 'advice', by: 'subject_id', goes: 'along', key: ['id'], once: { columns: ['unit_id'], where: "state in ('asked', 'assigned')" } },
  ],
  retention: [{ what: 'unanswered-questions', keep: { years: 3 }, sweep: sweepUnanswered }],
  ownData: adviceDataOf,
}
