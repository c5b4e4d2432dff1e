import { houseRoutes } from '#web/house.routes.tsx'
import type { Module } from '#web/module.ts'
import { parkedRetention } from '#web/parked.ts'

/** The doors of the house itself, before any module of the product. */
export const houseModule: Module = { name: 'house', routes: houseRoutes, facts: {}, factTexts: { pl: {}, en: {} }, retention: [parkedRetention] }
