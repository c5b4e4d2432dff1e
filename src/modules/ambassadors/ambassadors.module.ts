import { ambassadorsRoutes } from '#modules/ambassadors/ambassadors.routes.tsx'
import { callsRoutes } from '#modules/ambassadors/calls.routes.tsx'
import { callsFacts } from '#modules/ambassadors/calls.rules.ts'
import { callsTextsEn } from '#modules/ambassadors/calls.texts.en.ts'
import { callsTexts } from '#modules/ambassadors/calls.texts.ts'
import { callsThings } from '#modules/ambassadors/calls.things.ts'
import { terming, termsFacts } from '#modules/ambassadors/terms.rules.ts'
import { termsTextsEn } from '#modules/ambassadors/terms.texts.en.ts'
import { termsTexts } from '#modules/ambassadors/terms.texts.ts'
import { workspaceRoutes } from '#modules/ambassadors/workspace.routes.tsx'
import type { Module } from '#web/module.ts'

/** Ambassadors of Local Participation: calls, applications, areas, training, terms, certificates, the public list. */
export const ambassadorsModule: Module = {
  name: 'ambassadors',
  // what has a name of its own (nabór) stands before what has an id
  routes: [...callsRoutes, ...ambassadorsRoutes, ...workspaceRoutes],
  facts: { ...callsFacts, ...termsFacts },
  factTexts: { pl: { ...callsTexts.facts, ...termsTexts.facts }, en: { ...callsTextsEn.facts, ...termsTextsEn.facts } },
  things: [...callsThings],
  procedures: [{ table: 'ambassador_terms', procedure: terming, states: { pl: termsTexts.termStates, en: termsTextsEn.termStates } }],
}
