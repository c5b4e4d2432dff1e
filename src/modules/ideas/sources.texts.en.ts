import type { Same } from '#kit/texts.ts'
import type { sourcesTexts } from '#modules/ideas/sources.texts.ts'

export const sourcesTextsEn: Same<typeof sourcesTexts> = {
  title: 'What this grew out of',
  growing: 'Grows from what was said before',
  kinds: {
    line: 'from frozen minutes',
    notes: 'from notes of a meeting',
    voice: 'from a voice at a meeting',
    comment: 'from a comment in a talk',
    card: 'from an idea card of a workshop',
    workshop: 'from a workshop',
  },
}
