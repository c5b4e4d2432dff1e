import { checkRoutes } from '#modules/counting/check.routes.tsx'
import { laboratoryRoutes } from '#modules/counting/laboratory.routes.tsx'
import { resultsRoutes } from '#modules/counting/results.routes.tsx'
import type { Module } from '#web/module.ts'

/** How votes are counted and what can be said of a count. Nothing here knows who voted. */
export const countingModule: Module = {
  name: 'counting',
  routes: [...resultsRoutes, ...laboratoryRoutes, ...checkRoutes],
  facts: {},
  factTexts: { pl: {}, en: {} },
}
