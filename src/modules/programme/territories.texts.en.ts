import type { Same } from '#kit/texts.ts'
import type { territoriesTexts } from '#modules/programme/territories.texts.ts'

export const territoriesTextsEn: Same<typeof territoriesTexts> = {
  facts: {
    'territories.founded': p => `the city of ${p.city} and its districts (${p.districts}) were entered`,
    'territories.imported': p => `boundaries of ${p.areas} areas were loaded (file ${p.source})`,
  },
}
