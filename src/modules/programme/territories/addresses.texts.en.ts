import type { addressesTexts } from '#modules/programme/territories/addresses.texts.ts'

export const addressesTextsEn: typeof addressesTexts = {
  label: 'Street and number',
  hint: 'For example: Łąkowa 12. We mark the point and fill in the address.',
  search: 'Search for the address',
  go: 'Go on',
  found: 'Choose the address',
  none: 'There is no such street in the register. Check the name, or mark the place on the map.',
  empty: 'Type the name of a street.',
  chosen: words => `Chosen: ${words}. The point is marked.`,
  facts: {
    'addresses.imported': p => `the register of addresses was read: new ${p.added}, changed ${p.changed}, removed ${p.removed ?? 0}`,
  },
}
