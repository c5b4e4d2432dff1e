import type { Same } from '#kit/texts.ts'
import type { timesTexts } from '#modules/consultation/times.texts.ts'

export const timesTextsEn: Same<typeof timesTexts> = {
  title: 'How soon units answer',
  lead: 'Preliminary opinions in this edition: how many questions wait, how many are answered, and after how many days.',
  caption: 'Questions to city units',
  columns: {
    unit: 'Unit',
    median: 'Usually after',
    waiting: 'Waiting',
    answered: 'Answers',
    queued: 'On the waiting list',
    promised: 'Has for it',
  },
  days: count => (count === 1 ? '1 day' : `${count} days`),
  few: fewest => `fewer than ${fewest} answers`,
  how: fewest =>
    `"Usually after" is the median: half of the answers came sooner, half later. Days are counted from the question to the answer, together with the time in which the unit waited for the authors. With fewer than ${fewest} answers it is not given. A joint opinion of several units counts once, with the unit that leads.`,
  none: 'There is no edition now',
  noneLead: 'The figures come when the next one begins.',
  link: 'How soon units answer',
}
