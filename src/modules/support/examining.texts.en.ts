import { longDate, startOfDay } from '#kit/dates.ts'
import { pluralEn, type Same } from '#kit/texts.ts'
import type { examiningTexts } from '#modules/support/examining.texts.ts'

const signatures = (n: number) => `${n} ${pluralEn(n, 'valid signature', 'valid signatures')}`
const missing = (n: number) => `${n} ${pluralEn(n, 'signature', 'signatures')}`
const untilDay = (until?: string) => (until === undefined ? '' : `, deadline: ${longDate(startOfDay(until), 'en')}`)

export const examiningTextsEn: Same<typeof examiningTexts> = {
  found: p =>
    `${signatures(p.counted)} of ${p.needed} needed.${p.duplicates > 0 ? ` Repeated lines: ${p.duplicates}.` : ''}${p.late > 0 ? ` Lines that came after the deadline: ${p.late}.` : ''}`,
  title: { enough: 'The office examined the list: there are enough signatures', tooFew: 'The office examined the list: too few signatures' },
  on: p => `Examined: ${p.day}.`,
  again: 'Something has changed since. The office will examine the list again.',
  reopened: 'The deadline was extended, so the earlier result no longer holds.',
  act: {
    title: 'Result of the examination',
    lead: p => `Now in the list: ${signatures(p.counted)} of ${p.needed}. Repeated: ${p.duplicates}. After the deadline: ${p.late}.`,
    go: 'Save the result',
    goAgain: 'Save the new result',
    standing: 'This result is saved and nothing has changed since.',
    done: 'Result saved. The authors got a letter.',
  },
  matter: n => `${n} ${pluralEn(n, 'list waits', 'lists wait')} to be examined`,
  board: {
    title: 'Lists of support at the office',
    lead: 'First the lists whose time is over and that wait for a result. Then those that still collect signatures.',
    waiting: n => `Waiting to be examined: ${n}`,
    none: 'No list waits to be examined.',
    collecting: 'Collecting signatures',
    examined: 'Examined',
    more: n => `Not shown: ${n}`,
    again: 'to be examined again',
    count: p => `${p.n} of ${p.needed}`,
    enough: 'enough',
    tooFew: 'too few',
  },
  why: { 'not-over': 'The time for signatures is not over. A result may be saved earlier once there are enough.' },
  letters: {
    foot: 'Joint Projects sent this letter because it concerns a project that carries your name. You change what we send in your profile.',
    act: 'See the list of support',
    missing: {
      subject: p => `The list of support lacks ${missing(p.missing)}: ${p.title}`,
      lead: p => `Still missing: ${missing(p.missing)}. Last day: ${p.day}.`,
      how: 'On paper, lists count that reach the office by that day.',
    },
    examined: {
      enough: p => `There are enough signatures: ${p.title}`,
      tooFew: p => `Too few signatures: ${p.title}`,
      what: 'If something is wrong, write to the office. It may examine the list again or extend the deadline.',
    },
    extended: {
      subject: p => `More time for signatures: ${p.title}`,
      lead: p => `New last day: ${p.day}. Lists that came after the former deadline count now too.`,
      reason: p => `Reason: ${p.reason}`,
    },
  },
  facts: {
    'support.examined': p =>
      `the list of support of “${p.title}” was examined${p.counted === undefined ? '' : `: ${signatures(p.counted)} of ${p.needed}`}`,
    'support.reminded': p => `authors were reminded that the list of support of “${p.title}” lacks signatures${untilDay(p.until)}`,
  },
}
