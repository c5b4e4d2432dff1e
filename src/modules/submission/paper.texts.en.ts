import type { Same } from '#kit/texts.ts'
import type { paperTexts } from '#modules/submission/paper.texts.ts'

export const paperTextsEn: Same<typeof paperTexts> = {
  title: 'A project from a paper form',
  lead: 'Copy the signed form of one person. The project is submitted at once under their name and gets a number.',
  received: 'When the form arrived',
  receivedHint: 'The day on the stamp of the office or of the post.',
  where: 'District or the whole city',
  cityWide: 'The whole city',
  costs: 'Cost',
  scan: 'Scan of the form',
  scanHint: 'PDF or photo, with the signature. The file is confidential.',
  alt: 'Signed paper form',
  go: 'Submit this person’s project',
  done: publicNo => `Project submitted. Its number is ${publicNo}.`,
  toList: 'See the projects',
  why: {
    'not-clerk': 'The office of this place writes down its forms.',
    'received-outside': 'No projects were submitted on that day. Check the day of arrival.',
    nobody: 'Say whose form it is: choose a person or add a new one.',
    incomplete: 'The form cannot be submitted yet. Mend what is missing.',
    'no-edition': 'No edition has been announced yet.',
    'wrong-place': 'Choose a district or the whole city.',
    enough: 'This person has submitted as many projects as the rules allow.',
    twin: 'The same project is submitted in another pool already, and the rules do not allow it.',
  },
  errors: {
    required: 'Fill in this field.',
    wrong: 'Check this field.',
    long: 'The text is too long. Shorten it.',
    day: 'Type a day, for example 2026-04-20.',
    choose: 'Choose one of the possibilities.',
  },
}
