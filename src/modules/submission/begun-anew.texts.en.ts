import type { Same } from '#kit/texts.ts'
import type { begunAnewTexts } from '#modules/submission/begun-anew.texts.ts'

export const begunAnewTextsEn: Same<typeof begunAnewTexts> = {
  from: 'Begun anew from a project of an earlier edition:',
}
