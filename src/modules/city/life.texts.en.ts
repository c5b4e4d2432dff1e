import { pluralEn, type Same } from '#kit/texts.ts'
import type { lifeTexts } from '#modules/city/life.texts.ts'

export const lifeTextsEn: Same<typeof lifeTexts> = {
  title: 'The way of the project',
  need: 'Need',
  idea: 'Idea',
  started: 'The draft begins',
  shared: 'Everybody can see the draft',
  joined: n => (n === 1 ? 'One more author' : 'More authors'),
  frozen: version => `Version ${version} to accept`,
  accepted: version => `Version ${version} accepted`,
  reopened: 'Back to corrections',
  submitted: 'Submission',
  withdrawn: 'Withdrawal',
  asked: 'A question to a unit',
  answered: 'The answer of a unit',
  now: { draft: 'Joint draft', draftAlone: 'Draft', agreeing: 'The authors accept a version', submitted: 'Waits to be checked', withdrawn: '' },
  ahead: { submission: 'Submission', review: 'Review', voting: 'Voting', implementation: 'Building' },
  quoted: title => `“${title}”`,
  backed: n => `backed by ${n} ${pluralEn(n, 'person', 'people')}`,
  grewFrom: n => `grew out of ${n} ${pluralEn(n, 'need', 'needs')}`,
  number: no => `as number ${no}`,
  reason: why => `reason: ${why}`,
  acceptedBy: names => `accepted by: ${names}`,
  facts: { open: n => `All facts (${n})`, no: seq => `no. ${seq}` },
}
