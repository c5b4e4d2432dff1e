import { ambassadorsRoutes } from '#modules/ambassadors/ambassadors.routes.tsx'
import { terming, termsFacts } from '#modules/ambassadors/terms.rules.ts'
import { termsTextsEn } from '#modules/ambassadors/terms.texts.en.ts'
import { termsTexts } from '#modules/ambassadors/terms.texts.ts'
import { workspaceRoutes } from '#modules/ambassadors/workspace.routes.tsx'
import type { Module } from '#web/module.ts'

/** Ambassadors of Local Participation: calls, applications, areas, training, terms, certificates, the public list. */
export const ambassadorsModule: Module = {
  name: 'ambassadors',
  // what has a name of its own (nabór) stands before what has an id
  routes: [...ambassadorsRoutes, ...workspaceRoutes],
  facts: { ...termsFacts },
  factTexts: { pl: { ...termsTexts.facts }, en: { ...termsTextsEn.facts } },
  procedures: [{ table: 'ambassador_terms', procedure: terming, states: { pl: termsTexts.termStates, en: termsTextsEn.termStates } }],
}
