import type { twinsTexts } from '#modules/proposals/twins/twins.texts.ts'

export const twinsTextsEn: typeof twinsTexts = {
  title: 'The same project stands on the other side too',
  lead: 'The content is almost the same, once for the whole city and once for a district:',
  draft: 'draft',
  forbidden: 'The rules of this edition do not take both. Agree which of them to submit, or write what sets them apart.',
  allowed: 'The rules of this edition take both. It is still good to know of each other: votes may be divided.',
}
