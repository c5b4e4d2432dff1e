import type { Same } from '#kit/texts.ts'
import type { printsTexts } from '#modules/submission/prints/prints.texts.ts'

export const printsTextsEn: Same<typeof printsTexts> = {
  version: n => `version ${n}`,
  draftOf: day => `A draft as it stands on ${day}. It may still change.`,
  madeOn: p => `Version ${p.version} of ${p.day}.`,
  submittedAs: p => `Submitted under number ${p.publicNo}: ${p.day}.`,
  statement: n => `I accept version ${n} of this project as a co-author.`,
  name: 'First and last name, in print',
  date: 'Date and signature',
  how: 'Give the signed page to the lead of the project, to the office or to an ambassador. They record the signature under this version.',
  check: 'Fingerprint of the version (SHA-256). The same must stand on the page:',
  authors: names => `Authors: ${names}.`,
  qr: 'QR code with the address of the project',
  columns: ['What', 'How many', 'Price', 'Sum'],
  sum: 'Sum, gross',
  poster: {
    call: { open: 'Read it and say what you think', submitted: 'Read the project' },
    state: {
      draft: 'A joint draft of residents',
      agreeing: 'The authors are accepting the last version',
      submitted: publicNo => `Project ${publicNo}`,
    },
  },
}
