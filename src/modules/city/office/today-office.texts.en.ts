import { pluralEn, type Same } from '#kit/texts.ts'
import type { todayTexts } from '#modules/city/office/today-office.texts.ts'

const rows = (n: number) => `${n} ${pluralEn(n, 'matter', 'matters')}`

export const todayTextsEn: Same<typeof todayTexts> = {
  title: 'Today in the office',
  lead: 'One list for the whole team: what waits and what is late. Take a matter, so that nobody does it twice.',
  kinds: {
    decisions: 'Decisions',
    requests: 'Requests for support',
    overdue: 'Late at the units',
    moderation: 'Moderation',
    meetings: 'Meetings and minutes',
    handovers: 'Handed over to offices',
    other: 'Other',
  },
  whose: { all: 'all', free: 'free', mine: 'mine' },
  sum: rows,
  filter: { kind: 'Kind', everyKind: 'all kinds', whose: 'Whose', show: 'Show' },
  counts: 'How much of what waits',
  until: day => `until: ${day}`,
  late: day => `overdue since: ${day}`,
  takenBy: p => `${p.name} has it, until: ${p.until}`,
  mine: until => `you have it, until: ${until}`,
  lateTag: 'overdue',
  choose: title => `Choose: ${title}`,
  take: 'Take the chosen',
  release: 'Give back the chosen',
  takeOne: 'I take it',
  releaseOne: 'I give it back',
  taken: p => (p.left === 0 ? `You have now: ${rows(p.done)}.` : `You have now: ${rows(p.done)}. Taken by somebody else: ${p.left}.`),
  released: n => `Given back: ${rows(n)}.`,
  nothing: 'Choose at least one matter.',
  none: 'Nothing waits now',
  noneHelp: 'When an application comes, somebody reports something or a unit is late, you will see it here.',
  noneHere: 'Nothing of this kind waits now. Choose another kind.',
  together: {
    title: 'Together, not one by one',
    applications: 'Decisions on applications',
    moderation: 'Moderation queue',
    terms: 'Terms of ambassadors',
    experts: 'Plan of experts',
  },
  advice: unit => `The unit is late with its advice: ${unit}`,
  question: unit => `The unit is late with its answer: ${unit}`,
  clash: p => `The same unit (${p.unit}) at the same time: ${p.other}`,
  wrong: 'We do not understand this value.',
  facts: {
    'matter.taken': () => 'somebody in the office took a matter',
    'matter.released': () => 'somebody in the office gave a matter back',
  },
}
