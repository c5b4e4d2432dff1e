import { archiveRoutes } from '#modules/programme/archive/archive.routes.tsx'
import { archiveFacts } from '#modules/programme/archive/archive.rules.ts'
import { archiveTextsEn } from '#modules/programme/archive/archive.texts.en.ts'
import { archiveTexts } from '#modules/programme/archive/archive.texts.ts'
import { archiveThings } from '#modules/programme/archive/archive.things.ts'
import { archivePicturesRoutes } from '#modules/programme/archive/archive-pictures.routes.tsx'
import { editionSectionsRoutes } from '#modules/programme/editions/edition-sections.routes.tsx'
import { editionsRoutes } from '#modules/programme/editions/editions.routes.tsx'
import { rulesPageRoutes } from '#modules/programme/editions/rules-page.routes.tsx'
import { pageEditorRoutes } from '#modules/programme/pages/page-editor.routes.tsx'
import { pagesRoutes } from '#modules/programme/pages/pages.routes.tsx'
import { pagesFacts } from '#modules/programme/pages/pages.rules.ts'
import { pagesTextsEn } from '#modules/programme/pages/pages.texts.en.ts'
import { pagesTexts } from '#modules/programme/pages/pages.texts.ts'
import { editing, programmeFacts } from '#modules/programme/programme.rules.ts'
import { programmeTextsEn } from '#modules/programme/programme.texts.en.ts'
import { programmeTexts } from '#modules/programme/programme.texts.ts'
import { cityPlansRoutes } from '#modules/programme/registers/city-plans.routes.tsx'
import { cityPlansFacts } from '#modules/programme/registers/city-plans.rules.ts'
import { cityPlansTextsEn } from '#modules/programme/registers/city-plans.texts.en.ts'
import { cityPlansTexts } from '#modules/programme/registers/city-plans.texts.ts'
import { citySettingsRoutes } from '#modules/programme/registers/city-settings.routes.tsx'
import { priceListRoutes } from '#modules/programme/registers/price-list.routes.tsx'
import { priceListFacts } from '#modules/programme/registers/price-list.rules.ts'
import { priceListTextsEn } from '#modules/programme/registers/price-list.texts.en.ts'
import { priceListTexts } from '#modules/programme/registers/price-list.texts.ts'
import { unitsRoutes } from '#modules/programme/registers/units.routes.tsx'
import { accessibilityJobs } from '#modules/programme/statements/accessibility.jobs.ts'
import { accessibilityRoutes } from '#modules/programme/statements/accessibility.routes.tsx'
import { accessibilityFacts } from '#modules/programme/statements/accessibility.rules.ts'
import { accessibilityTextsEn } from '#modules/programme/statements/accessibility.texts.en.ts'
import { accessibilityTexts } from '#modules/programme/statements/accessibility.texts.ts'
import { privacyRoutes } from '#modules/programme/statements/privacy.routes.tsx'
import { privacyFacts } from '#modules/programme/statements/privacy.rules.ts'
import { privacyTextsEn } from '#modules/programme/statements/privacy.texts.en.ts'
import { privacyTexts } from '#modules/programme/statements/privacy.texts.ts'
import { addressesFacts } from '#modules/programme/territories/addresses.rules.ts'
import { addressesTextsEn } from '#modules/programme/territories/addresses.texts.en.ts'
import { addressesTexts } from '#modules/programme/territories/addresses.texts.ts'
import { territoriesRoutes } from '#modules/programme/territories/territories.routes.tsx'
import { territoriesFacts } from '#modules/programme/territories/territories.rules.ts'
import { territoriesTextsEn } from '#modules/programme/territories/territories.texts.en.ts'
import { territoriesTexts } from '#modules/programme/territories/territories.texts.ts'
import { territoriesOfficeRoutes } from '#modules/programme/territories/territories-office.routes.tsx'
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
