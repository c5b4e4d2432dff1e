import { adviceRoutes, landBeside } from '#modules/consultation/advice.routes.tsx'
import { advising } from '#modules/consultation/advice.rules.ts'
import { adviceDataOf, sweepUnanswered } from '#modules/consultation/advice.store.ts'
import { adviceTextsEn } from '#modules/consultation/advice.texts.en.ts'
import { adviceTexts } from '#modules/consultation/advice.texts.ts'
import { adviceThings } from '#modules/consultation/advice.things.ts'
import { consultationJobs } from '#modules/consultation/consultation.jobs.ts'
import { deskRoutes } from '#modules/consultation/desk/desk.routes.tsx'
import { sweepAbsences } from '#modules/consultation/desk/desk.store.ts'
import { packetsRoutes } from '#modules/consultation/desk/packets.routes.tsx'
import { packetsFacts } from '#modules/consultation/desk/packets.rules.ts'
import { packetsTextsEn } from '#modules/consultation/desk/packets.texts.en.ts'
import { packetsTexts } from '#modules/consultation/desk/packets.texts.ts'
import { releasingRoutes } from '#modules/consultation/desk/releasing.routes.tsx'
import { adviceFacts } from '#modules/consultation/facts.rules.ts'
import { sweepNotes } from '#modules/consultation/queries.store.ts'
import { competencesFacts } from '#modules/consultation/registers/competences.rules.ts'
import { plotsFacts } from '#modules/consultation/registers/plots.rules.ts'
import { registersRoutes } from '#modules/consultation/registers/registers.routes.tsx'
import { registersTextsEn } from '#modules/consultation/registers/registers.texts.en.ts'
import { registersTexts } from '#modules/consultation/registers/registers.texts.ts'
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
