import type { Same } from '#kit/texts.ts'
import type { mattersTexts } from '#modules/meetings/matters.texts.ts'

export const mattersTextsEn: Same<typeof mattersTexts> = {
  hold: 'Note whether the meeting took place and how many came.',
  paper: 'Return or destroy the paper of the meeting and note it.',
  close: 'Close the matters of the meeting.',
  coming: when => `You mean to come: ${when}`,
  confirm: when => `The time or the place has changed. Confirm that you will come: ${when}`,
  expert: when => `A meeting waits for an expert of your unit: ${when}`,
}
