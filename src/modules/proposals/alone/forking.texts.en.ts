import type { Same } from '#kit/texts.ts'
import type { forkingTexts } from '#modules/proposals/alone/forking.texts.ts'

export const forkingTextsEn: Same<typeof forkingTexts> = {
  title: 'Begin with your past project',
  lead: 'We copy its text, place and cost into a new draft. At first only you see it. Former co-authors, comments and support stay with the past project.',
  none: 'You have no project of an earlier edition',
  noneLead: 'Projects and drafts that carry your name appear here.',
  edition: p => `${p.title}, ${p.state}`,
  go: 'Begin a new draft from it',
  old: 'The prices are of that edition. Compare them with the price list.',
  done: 'The new draft is there. Check what has changed since.',
  toStart: 'Begin with an empty draft',
  link: 'Have you a project of an earlier edition? Begin with it',
  why: {
    'not-author': 'This is not your project.',
    'same-edition': 'This project is in this edition already.',
    'not-shown': 'This draft was not shown to everybody, and others wrote it too. It cannot be copied.',
  },
}
