import { applicationFormsRoutes } from '#modules/ambassadors/applications/application-forms.routes.tsx'
import { applicationPrintsRoutes } from '#modules/ambassadors/applications/application-prints.routes.tsx'
import { applicationsRoutes } from '#modules/ambassadors/applications/applications.routes.tsx'
import { applicationsFacts, applying } from '#modules/ambassadors/applications/applications.rules.ts'
import { applicationsTextsEn } from '#modules/ambassadors/applications/applications.texts.en.ts'
import { applicationsTexts } from '#modules/ambassadors/applications/applications.texts.ts'
import { applicationMatters } from '#modules/ambassadors/applications/applications.things.ts'
import { applicationsBy, applicationsRetention, eraseApplicationsOf } from '#modules/ambassadors/applications/applications-keeping.store.ts'
import { callsRoutes } from '#modules/ambassadors/applications/calls.routes.tsx'
import { callsFacts } from '#modules/ambassadors/applications/calls.rules.ts'
import { callsTextsEn } from '#modules/ambassadors/applications/calls.texts.en.ts'
import { callsTexts } from '#modules/ambassadors/applications/calls.texts.ts'
import { callsThings } from '#modules/ambassadors/applications/calls.things.ts'
import { decisionsRoutes } from '#modules/ambassadors/applications/decisions.routes.tsx'
import { paperApplicationsRoutes } from '#modules/ambassadors/applications/paper-applications.routes.tsx'
import type { Module } from '#web/module.ts'

/** From the call to the decision: one of the parts that the module is made of. */
export const calling = {
  routes: [
    ...callsRoutes,
    ...applicationPrintsRoutes,
    ...applicationsRoutes,
    ...applicationFormsRoutes,
    ...paperApplicationsRoutes,
    ...decisionsRoutes,
  ],
  facts: { ...callsFacts, ...applicationsFacts },
  factTexts: { pl: { ...callsTexts.facts, ...applicationsTexts.facts }, en: { ...callsTextsEn.facts, ...applicationsTextsEn.facts } },
  things: callsThings,
  matters: applicationMatters,
  procedures: [{ table: 'ambassador_applications', procedure: applying, states: { pl: applicationsTexts.states, en: applicationsTextsEn.states } }],
  retention: applicationsRetention,
  ownData: async (ctx, personId) => ({ ambassadorApplications: await applicationsBy(ctx, personId) }),
  erase: eraseApplicationsOf,
} satisfies Partial<Module>
