import type { changesTexts } from '#modules/proposals/suggestions/changes.texts.ts'

export const changesTextsEn: typeof changesTexts = {
  taken: 'Changes taken over',
  takenLead: 'Other residents suggested these changes.',
  by: p => `suggested by ${p.name}`,
  partly: 'taken over in part',
  settle: 'Answer the proposal',
  title: 'What becomes of this proposed change?',
  lead: 'Everybody will see your answer. Whoever proposed it gets a message. The answer cannot be changed afterwards.',
  options: { accepted: 'We take it over', partly: 'We take it over in part', not: 'We do not take it over' },
  said: 'Your words are added.',
  yourAnswer: 'Your answer, it was not saved',
  kind: 'Proposed change',
  back: 'Back to the project',
  why: {
    'sign-in': 'Sign in. An e-mail address is enough.',
    'not-author': 'Only the authors of the draft answer proposed changes.',
    submitted: 'The project is submitted. Its text can no longer change.',
    withdrawn: 'The project is withdrawn or goes on in another one, so the talk is closed.',
    'own-words': 'This is your own proposal. Another author will answer it.',
    'no-words': 'This proposal can no longer be read, so there is nothing to answer.',
    'not-shared': 'Only its authors see this draft. The talk begins when they show it.',
  },
}
