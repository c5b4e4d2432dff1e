import { callsRoutes } from '#modules/ambassadors/calls.routes.tsx'
import { callsFacts } from '#modules/ambassadors/calls.rules.ts'
import { callsTextsEn } from '#modules/ambassadors/calls.texts.en.ts'
import { callsTexts } from '#modules/ambassadors/calls.texts.ts'
import { callsThings } from '#modules/ambassadors/calls.things.ts'
import { tenure } from '#modules/ambassadors/tenure.module.ts'
import type { Module } from '#web/module.ts'

/** Ambassadors of Local Participation: calls, applications, areas, training, terms, certificates, the public list. */
export const ambassadorsModule: Module = {
  name: 'ambassadors',
  // what has a name of its own (nabór) stands before what has an id
  routes: [...callsRoutes, ...tenure.routes],
  facts: { ...callsFacts, ...tenure.facts },
  factTexts: { pl: { ...callsTexts.facts, ...tenure.factTexts.pl }, en: { ...callsTextsEn.facts, ...tenure.factTexts.en } },
  things: [...callsThings],
  procedures: [...tenure.procedures],
  retention: [...tenure.retention],
  ownData: async (ctx, personId) => ({ ...(await tenure.ownData(ctx, personId)) }),
  async erase(ctx, personId) {
    await tenure.erase(ctx, personId)
  },
}
