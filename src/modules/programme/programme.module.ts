import { programmeFacts } from '#modules/programme/programme.rules.ts'
import { programmeTextsEn } from '#modules/programme/programme.texts.en.ts'
import { programmeTexts } from '#modules/programme/programme.texts.ts'
import { territoriesFacts } from '#modules/programme/territories.rules.ts'
import type { Module } from '#web/module.ts'

/** Editions, calendar and rules; territories and the archive; the city's own pages. One line each. */
export const programmeModule: Module = {
  name: 'programme',
  routes: [],
  facts: { ...programmeFacts, ...territoriesFacts },
  factTexts: { pl: { ...programmeTexts.facts }, en: { ...programmeTextsEn.facts } },
}
