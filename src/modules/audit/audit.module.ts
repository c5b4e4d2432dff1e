import { auditRoutes } from '#modules/audit/audit.routes.tsx'
import type { Module } from '#web/module.ts'

export const auditModule: Module = { name: 'audit', routes: auditRoutes, facts: {}, factTexts: { pl: {}, en: {} } }
