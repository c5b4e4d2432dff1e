import { drawsRoutes } from '#modules/counting/draws/draws.routes.tsx'
import { drawFacts, drawing } from '#modules/counting/draws/draws.rules.ts'
import { drawsTextsEn } from '#modules/counting/draws/draws.texts.en.ts'
import { drawsTexts } from '#modules/counting/draws/draws.texts.ts'
import { laboratoryRoutes } from '#modules/counting/laboratory/laboratory.routes.tsx'
import { checkRoutes } from '#modules/counting/pabulib/check.routes.tsx'
import { leftoverRoutes } from '#modules/counting/results/leftover.routes.tsx'
import { resultsRoutes } from '#modules/counting/results/results.routes.tsx'
import type { Module } from '#web/module.ts'

/** How votes are counted and what can be said of a count. Nothing here knows who voted. */
export const countingModule: Module = {
  name: 'counting',
  routes: [...resultsRoutes, ...checkRoutes, ...laboratoryRoutes, ...leftoverRoutes, ...drawsRoutes],
  facts: drawFacts,
  factTexts: { pl: drawsTexts.facts, en: drawsTextsEn.facts },
  procedures: [{ table: 'draws', procedure: drawing, states: { pl: drawsTexts.states, en: drawsTextsEn.states } }],
}
