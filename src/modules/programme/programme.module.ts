import { accessibilityJobs } from '#modules/programme/accessibility.jobs.ts'
import { accessibilityRoutes } from '#modules/programme/accessibility.routes.tsx'
import { accessibilityFacts } from '#modules/programme/accessibility.rules.ts'
import { accessibilityTextsEn } from '#modules/programme/accessibility.texts.en.ts'
import { accessibilityTexts } from '#modules/programme/accessibility.texts.ts'
import { addressesFacts } from '#modules/programme/addresses.rules.ts'
import { addressesTextsEn } from '#modules/programme/addresses.texts.en.ts'
import { addressesTexts } from '#modules/programme/addresses.texts.ts'
import { archiveRoutes } from '#modules/programme/archive.routes.tsx'
import { archiveFacts } from '#modules/programme/archive.rules.ts'
import { archiveTextsEn } from '#modules/programme/archive.texts.en.ts'
import { archiveTexts } from '#modules/programme/archive.texts.ts'
import { archiveThings } from '#modules/programme/archive.things.ts'
import { archivePicturesRoutes } from '#modules/programme/archive-pictures.routes.tsx'
import { cityPlansRoutes } from '#modules/programme/city-plans.routes.tsx'
import { cityPlansFacts } from '#modules/programme/city-plans.rules.ts'
import { cityPlansTextsEn } from '#modules/programme/city-plans.texts.en.ts'
import { cityPlansTexts } from '#modules/programme/city-plans.texts.ts'
import { citySettingsRoutes } from '#modules/programme/city-settings.routes.tsx'
import { editionSectionsRoutes } from '#modules/programme/edition-sections.routes.tsx'
import { editionsRoutes } from '#modules/programme/editions.routes.tsx'
import { pageEditorRoutes } from '#modules/programme/page-editor.routes.tsx'
import { pagesRoutes } from '#modules/programme/pages.routes.tsx'
import { pagesFacts } from '#modules/programme/pages.rules.ts'
import { pagesTextsEn } from '#modules/programme/pages.texts.en.ts'
import { pagesTexts } from '#modules/programme/pages.texts.ts'
import { priceListRoutes } from '#modules/programme/price-list.routes.tsx'
import { priceListFacts } from '#modules/programme/price-list.rules.ts'
import { priceListTextsEn } from '#modules/programme/price-list.texts.en.ts'
import { priceListTexts } from '#modules/programme/price-list.texts.ts'
import { privacyRoutes } from '#modules/programme/privacy.routes.tsx'
import { privacyFacts } from '#modules/programme/privacy.rules.ts'
import { privacyTextsEn } from '#modules/programme/privacy.texts.en.ts'
import { privacyTexts } from '#modules/programme/privacy.texts.ts'
import { editing, programmeFacts } from '#modules/programme/programme.rules.ts'
import { programmeTextsEn } from '#modules/programme/programme.texts.en.ts'
import { programmeTexts } from '#modules/programme/programme.texts.ts'
import { rulesPageRoutes } from '#modules/programme/rules-page.routes.tsx'
import { territoriesRoutes } from '#modules/programme/territories.routes.tsx'
import { territoriesFacts } from '#modules/programme/territories.rules.ts'
import { territoriesTextsEn } from '#modules/programme/territories.texts.en.ts'
import { territoriesTexts } from '#modules/programme/territories.texts.ts'
import { territoriesOfficeRoutes } from '#modules/programme/territories-office.routes.tsx'
import { unitsRoutes } from '#modules/programme/units.routes.tsx'
import type { Module } from '#web/module.ts'

/** Editions, calendar and rules; territories and the archive; the city's own pages. One line each. */
export const programmeModule: Module = {
  name: 'programme',
  routes: [
    ...editionsRoutes,
    ...editionSectionsRoutes,
    ...unitsRoutes,
    ...citySettingsRoutes,
    ...rulesPageRoutes,
    ...territoriesRoutes,
    ...territoriesOfficeRoutes,
    ...archiveRoutes,
    ...archivePicturesRoutes,
    ...cityPlansRoutes,
    ...priceListRoutes,
    ...pagesRoutes,
    ...pageEditorRoutes,
    ...accessibilityRoutes,
    ...privacyRoutes,
  ],
  facts: {
    ...programmeFacts,
    ...territoriesFacts,
    ...addressesFacts,
    ...archiveFacts,
    ...cityPlansFacts,
    ...priceListFacts,
    ...pagesFacts,
    ...accessibilityFacts,
    ...privacyFacts,
  },
  jobs: accessibilityJobs,
  things: archiveThings,
  procedures: [{ table: 'editions', procedure: editing, states: { pl: programmeTexts.states, en: programmeTextsEn.states } }],
  factTexts: {
    pl: {
      ...programmeTexts.facts,
      ...territoriesTexts.facts,
      ...addressesTexts.facts,
      ...archiveTexts.facts,
      ...cityPlansTexts.facts,
      ...priceListTexts.facts,
      ...pagesTexts.facts,
      ...accessibilityTexts.facts,
      ...privacyTexts.facts,
    },
    en: {
      ...programmeTextsEn.facts,
      ...territoriesTextsEn.facts,
      ...addressesTextsEn.facts,
      ...archiveTextsEn.facts,
      ...cityPlansTextsEn.facts,
      ...priceListTextsEn.facts,
      ...pagesTextsEn.facts,
      ...accessibilityTextsEn.facts,
      ...privacyTextsEn.facts,
    },
  },
}
