import type { Same } from '#kit/texts.ts'
import type { readinessTexts } from '#modules/readiness/readiness.texts.ts'

const named = (title: string) => (title === '' ? '' : ` “${title}”`)

export const readinessTextsEn: Same<typeof readinessTexts> = {
  title: 'Is the project ready',
  lead: 'From the rules of this edition: what is missing and who can add it.',
  card: p => `Ready: ${p.done} of ${p.all}.`,
  cardLink: 'See what is missing and who can add it',
  readers: 'Access and openness of the project',
  list: 'The list',
  states: { done: 'ready', missing: 'missing', advised: 'good to have' },
  who: { writers: 'Authors and helpers add it.', authors: 'Authors add it.', everyone: 'Each of the authors accepts.' },
  checks: {
    sections: 'All sections are written and of the right length',
    costs: 'The costs are within the rules',
    questions: 'Answers about access and openness',
    consent: 'The consent of whoever manages the land',
    advice: 'The opinion of a city unit before submission',
    agreement: 'All authors have accepted the same version',
  },
  questions: {
    title: 'Access and openness',
    lead: 'The unit will ask this. Everybody sees the answers.',
    wheels: 'Can one get there and use it in a wheelchair, with a walker, with a pram?',
    senses: 'Is it of use to people who see or hear little?',
    rest: 'Is there somewhere to sit and rest, in the shade too?',
    everybody: 'Can every resident use it, without signing up and without conditions?',
    hours: 'Will it be open in the afternoons and at weekends too?',
    free: 'Will it be free of charge?',
    note: 'A few words about it',
    answers: { yes: 'Yes', partly: 'Partly', no: 'No' },
    none: 'Not answered yet',
    save: 'Save the answers',
  },
  consent: {
    title: 'Consent of whoever manages the land',
    lead: 'A scan or photo of the consent of a school, a housing community, an institution. Only the authors, the office and the unit that was asked see it.',
    none: 'There is no consent yet.',
    hidden: 'Only the authors, the office and the unit that was asked see the consents.',
    about: 'Who consents, and to what',
    file: 'File',
    fileHint: 'PDF, JPG, PNG or WebP, at most 12 MB.',
    add: 'Add the consent',
    remove: 'Remove',
    open: 'Open',
  },
  errors: { required: 'Fill in this field.', wrong: 'Check this field.', long: 'The text is too long. Shorten it.' },
  done: { answered: 'The answers are saved.', added: 'The consent is added.', removed: 'The consent is removed.' },
  facts: {
    'readiness.answered': p => `questions about access and openness were answered for the project${named(p.title)}`,
    'consent.added': p => `a consent of a land manager was added to the project${named(p.title)}`,
    'consent.removed': p => `a consent of a land manager was removed from the project${named(p.title)}`,
  },
}
