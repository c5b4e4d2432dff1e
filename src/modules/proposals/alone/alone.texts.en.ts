import type { Same } from '#kit/texts.ts'
import type { aloneTexts } from '#modules/proposals/alone/alone.texts.ts'

const named = (title: string) => (title === '' ? '' : ` “${title}”`)

export const aloneTextsEn: Same<typeof aloneTexts> = {
  facts: {
    'project.stated': p => `the statements for version ${p.version} of the project${named(p.title)} were made`,
    'project.made-joint': p => `the project${named(p.title)} will be written together`,
  },
  link: 'I write alone: everything on one page',
  title: "One person's project",
  lead: 'Everything that this edition requires, on one page. Save whenever you like and come back later. At the end you check the whole and submit it.',
  missing: n => (n === 0 ? 'Everything is in place' : `Still missing before it can be submitted: ${n}`),
  place: 'Where it shall be',
  placeHint: 'A district or the whole city. You can change it as long as only you see the draft.',
  placeKept: where => `Where: ${where}. Others see the draft already, so it stays.`,
  onMap: 'The place on the map',
  onMapLead: 'An address, a point, a line or an area. You can leave it out: the words above are enough.',
  placeConflict: now =>
    `The place on the map was changed in another window. ${now.length === 0 ? 'Now there is nothing.' : `Now it is: ${now.join(' ')}`} Correct it below and save again.`,
  pointElsewhere: 'The point lies outside what you chose in “Where it shall be”. Move it or choose another place.',
  placeMissing: 'Choose a district or the whole city.',
  choose: 'Choose',
  costs: 'Cost',
  costsLead: 'What the cost is made of. Give gross prices. The sum is counted for you.',
  costsOptional: 'If you do not know the costs, leave them empty: the office counts them.',
  statements: 'Statements',
  statementsLead: 'Needed only when you go on to submit.',
  resident: 'I live in the city that this budget belongs to.',
  rules: 'I know the rules of this edition. I know that a submitted project and my public name are public.',
  rulesLink: 'Rules',
  notYet: 'The draft is saved. Before it can be submitted, correct:',
  private: 'Only you see the draft until you show it or submit it.',
  save: 'Save the draft',
  review: 'Next: check and submit',
  saved: 'The draft is saved. You find it again in My matters.',
  ready: 'Check that everything is right.',
  toProject: "The project's page",
  back: 'Back to correcting',
  whole: 'The whole form on one page',
  joint: 'Write on with others',
  jointDone: 'The project is a joint one now. You can invite co-authors.',
  notAlone: 'More people write this project by now. Change it part by part.',
  errors: {
    long: 'The text is too long. Shorten it.',
    resident: 'Mark that you live in this city. Only residents submit projects.',
    rules: 'Mark that you know the rules and what will be public.',
    required: 'Fill in this field.',
    wrong: 'Check this field.',
  },
}
