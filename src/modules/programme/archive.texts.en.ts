import type { Same } from '#kit/texts.ts'
import type { archiveTexts } from '#modules/programme/archive.texts.ts'

export const archiveTextsEn: Same<typeof archiveTexts> = {
  facts: {
    'archive.imported': p => `results were added to the archive: ${p.title}, projects: ${p.projects}`,
  },
}
