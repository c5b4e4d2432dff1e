import { adviceRoutes } from '#modules/consultation/advice.routes.tsx'
import { adviceFacts, advising } from '#modules/consultation/advice.rules.ts'
import { adviceDataOf, sweepUnanswered } from '#modules/consultation/advice.store.ts'
import { adviceTextsEn } from '#modules/consultation/advice.texts.en.ts'
import { adviceTexts } from '#modules/consultation/advice.texts.ts'
import { adviceThings } from '#modules/consultation/advice.things.ts'
import { competencesFacts } from '#modules/consultation/competences.rules.ts'
import { plotsFacts } from '#modules/consultation/plots.rules.ts'
import { registersRoutes } from '#modules/consultation/registers.routes.tsx'
import { registersTextsEn } from '#modules/consultation/registers.texts.en.ts'
import { registersTexts } from '#modules/consultation/registers.texts.ts'
import type { Module } from '#web/module.ts'

/** Advice of city units before a project is submitted. */
export const consultationModule: Module = {
  name: 'consultation',
  routes: [...adviceRoutes, ...registersRoutes],
  facts: { ...adviceFacts, ...competencesFacts, ...plotsFacts },
  factTexts: { pl: { ...adviceTexts.facts, ...registersTexts.facts }, en: { ...adviceTextsEn.facts, ...registersTextsEn.facts } },
  things: adviceThings,
  procedures: [{ table: 'advice', procedure: advising, states: { pl: adviceTexts.states, en: adviceTextsEn.states } }],
  hangings: [
    { table: 'advice', by: 'subject_id', goes: 'along', key: ['id'], once: { columns: ['unit_id'], where: "state in ('asked', 'assigned')" } },
  ],
  retention: [{ what: 'unanswered-questions', keep: { years: 3 }, sweep: sweepUnanswered }],
  ownData: adviceDataOf,
}
