import { adviceRoutes, landBeside } from '#modules/consultation/advice.routes.tsx'
import { advising } from '#modules/consultation/advice.rules.ts'
import { adviceDataOf, sweepUnanswered } from '#modules/consultation/advice.store.ts'
import { adviceTextsEn } from '#modules/consultation/advice.texts.en.ts'
import { adviceTexts } from '#modules/consultation/advice.texts.ts'
import { adviceThings } from '#modules/consultation/advice.things.ts'
import { competencesFacts } from '#modules/consultation/competences.rules.ts'
import { consultationJobs } from '#modules/consultation/consultation.jobs.ts'
import { deskRoutes } from '#modules/consultation/desk.routes.tsx'
import { sweepAbsences } from '#modules/consultation/desk.store.ts'
import { adviceFacts } from '#modules/consultation/facts.rules.ts'
import { packetsRoutes } from '#modules/consultation/packets.routes.tsx'
import { packetsFacts } from '#modules/consultation/packets.rules.ts'
import { packetsTextsEn } from '#modules/consultation/packets.texts.en.ts'
import { packetsTexts } from '#modules/consultation/packets.texts.ts'
import { plotsFacts } from '#modules/consultation/plots.rules.ts'
import { sweepNotes } from '#modules/consultation/queries.store.ts'
import { registersRoutes } from '#modules/consultation/registers.routes.tsx'
import { registersTextsEn } from '#modules/consultation/registers.texts.en.ts'
import { registersTexts } from '#modules/consultation/registers.texts.ts'
import { releasingRoutes } from '#modules/consultation/releasing.routes.tsx'
import { timesRoutes } from '#modules/consultation/times.routes.tsx'
import type { Module } from '#web/module.ts'

/** Advice of city units before a project is submitted. */
export const consultationModule: Module = {
  name: 'consultation',
  routes: [...timesRoutes, ...packetsRoutes, ...releasingRoutes, ...deskRoutes, ...adviceRoutes, ...registersRoutes],
  facts: { ...adviceFacts, ...competencesFacts, ...plotsFacts, ...packetsFacts },
  factTexts: {
    pl: { ...adviceTexts.facts, ...registersTexts.facts, ...packetsTexts.facts },
    en: { ...adviceTextsEn.facts, ...registersTextsEn.facts, ...packetsTextsEn.facts },
  },
  things: adviceThings,
  beside: { thing: landBeside },
  procedures: [{ table: 'advice', procedure: advising, states: { pl: adviceTexts.states, en: adviceTextsEn.states } }],
  hangings: [
    {
      table: 'advice',
      by: 'subject_id',
      goes: 'along',
      key: ['id'],
      once: { columns: ['unit_id'], where: "state not in ('answered', 'dropped', 'withdrawn') and leading_id is null" },
    },
  ],
  jobs: consultationJobs,
  retention: [
    { what: 'unanswered-questions', keep: { years: 3 }, sweep: sweepUnanswered },
    { what: 'advice-notes', keep: { years: 3 }, sweep: sweepNotes },
    { what: 'unit-deputies', keep: { years: 1 }, sweep: sweepAbsences },
  ],
  ownData: adviceDataOf,
}
