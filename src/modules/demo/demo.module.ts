import { demoRoutes } from '#modules/demo/demo.routes.tsx'
import { demoFacts } from '#modules/demo/demo.rules.ts'
import { demoTextsEn } from '#modules/demo/demo.texts.en.ts'
import { demoTexts } from '#modules/demo/demo.texts.ts'
import type { Module } from '#web/module.ts'

export const demoModule: Module = { name: 'demo', routes: demoRoutes, facts: demoFacts, factTexts: { pl: demoTexts.facts, en: demoTextsEn.facts } }
