import { calendarRoutes } from '#modules/city/calendar.routes.tsx'
import { homeRoutes } from '#modules/city/home.routes.tsx'
import { mattersRoutes } from '#modules/city/matters.routes.tsx'
import { officeRoutes } from '#modules/city/office/office.routes.tsx'
import { pilotReportRoutes } from '#modules/city/office/pilot-report.routes.tsx'
import { registerRoutes } from '#modules/city/office/register.routes.tsx'
import { todayRoutes } from '#modules/city/office/today-office.routes.tsx'
import { todayFacts } from '#modules/city/office/today-office.rules.ts'
import { forgetTaker, sweepTaken, takenBy } from '#modules/city/office/today-office.store.ts'
import { todayTextsEn } from '#modules/city/office/today-office.texts.en.ts'
import { todayTexts } from '#modules/city/office/today-office.texts.ts'
import { placesRoutes } from '#modules/city/places.routes.tsx'
import { projectRoutes } from '#modules/city/project/project.routes.tsx'
import { searchRoutes } from '#modules/city/search.routes.tsx'
import type { Module } from '#web/module.ts'

/** What shows everything at once: the way in, a district, a project's whole life, My matters, search, the register. */
export const cityModule: Module = {
  name: 'city',
  routes: [
    ...homeRoutes,
    ...officeRoutes,
    ...todayRoutes,
    ...pilotReportRoutes,
    ...placesRoutes,
    ...calendarRoutes,
    ...registerRoutes,
    ...searchRoutes,
    ...projectRoutes,
    ...mattersRoutes,
  ],
  facts: todayFacts,
  factTexts: { pl: todayTexts.facts, en: todayTextsEn.facts },
  retention: [{ what: 'taken-matters', keep: { days: 1 }, sweep: sweepTaken }],
  ownData: async (ctx, personId) => ({ takenMatters: await takenBy(ctx, personId) }),
  erase: forgetTaker,
}
