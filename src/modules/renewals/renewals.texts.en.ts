import type { Same } from '#kit/texts.ts'
import type { renewalsTexts } from '#modules/renewals/renewals.texts.ts'

const named = (title: string) => (title === '' ? '' : ` “${title}”`)
const partNames = { title: 'title', aim: 'aim', place: 'place', cost: 'cost' }

export const renewalsTextsEn: Same<typeof renewalsTexts> = {
  states: { waiting: 'waits', kept: 'support kept', withdrawn: 'support withdrawn', lapsed: 'no longer current' },
  parts: partNames,
  partHeads: { title: 'Title', aim: 'Aim, in the summary', place: 'Place', cost: 'Cost' },
  page: {
    title: 'The project has changed. Do you still support it?',
    lead: { backing: 'You back the idea that this project grew from.', endorsement: 'You support this project with your signature on the list.' },
    changed: 'What changed',
    was: 'Before',
    is: 'Now',
    onMap: 'On the map',
    whole: 'See the project',
    keep: 'I still support it',
    withdraw: 'I withdraw my support',
    silence: 'If you do nothing, your support stays.',
    kept: 'Kept: you still support this project.',
    withdrawn: 'Kept: your support is withdrawn and no longer counts.',
    lapsed: 'The change that we asked about was taken back. Nothing needs to be done.',
  },
  beside: what => `Since you supported it, this project has changed: ${what}.`,
  besideLink: 'See what changed and decide',
  matter: what => `A project you support has changed (${what}). Do you still support it?`,
  why: { 'not-yours': 'This is not your matter.', 'wrong-state': 'This is answered already.' },
  errors: { choose: 'Choose one.', wrong: 'Check this field.' },
  letter: {
    untitled: 'Untitled draft',
    subject: p => `A project you support has changed: ${p.title}`,
    lead: {
      backing: p => `You back the idea that the project “${p.title}” grew from. A new version changed what matters.`,
      endorsement: p => `You support the project “${p.title}”. A new version changed what matters.`,
    },
    changed: what => `Changed: ${what}.`,
    silence: 'You can keep your support or withdraw it. If you do nothing, it stays.',
    act: 'See the changes and decide',
    foot: 'Wspólne Projekty sent this letter because you support this project. The link works without signing in, so do not pass it on.',
  },
  facts: {
    'renewal.asked': p =>
      `the project${named(p.title)} changed: ${(p.what ?? []).map(part => partNames[part]).join(', ')}; its supporters were asked again`,
    'renewal.kept': p => `support was confirmed after a change of the project${named(p.title)}`,
    'renewal.withdrawn': p => `support was withdrawn after a change of the project${named(p.title)}`,
    'renewal.lapsed': p => `a change that supporters were asked about was taken back, the project${named(p.title)}`,
  },
}
