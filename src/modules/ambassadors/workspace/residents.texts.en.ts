import type { Same } from '#kit/texts.ts'
import type { residentsTexts } from '#modules/ambassadors/workspace/residents.texts.ts'

export const residentsTextsEn: Same<typeof residentsTexts> = {
  title: 'How many residents',
  lead: "From these numbers and those of the ambassadors' areas one sees what part of a district has somebody to talk to.",
  source: 'Source of these numbers',
  sourceHint: 'For example: register of residents, on 31 December.',
  save: 'Save',
  saved: 'The numbers of residents are saved.',
  errors: {
    required: 'This field is needed.',
    wrong: 'Check this field.',
    number: 'Give the number in digits only.',
    'too-long': 'This text is too long.',
  },
  facts: { 'residents.of-district': p => `numbers of residents of districts were given (${p.districts}): ${p.source}` },
}
