import { dayOf, daysBetween, startOfDay, timeOfDay, weekdayDate } from '#kit/dates.ts'
import type { Same } from '#kit/texts.ts'
import type { calendarTexts } from '#modules/programme/calendar.texts.ts'

const day = (moment: Date, now?: Date) => {
  const year = dayOf(moment).slice(0, 4)
  return now && dayOf(now).slice(0, 4) !== year ? `${weekdayDate(moment, 'en')} ${year}` : weekdayDate(moment, 'en')
}
const left = (until: Date, now: Date) => {
  const days = daysBetween(dayOf(now), dayOf(until))
  return days === 0 ? 'today is the last day' : days === 1 ? '1 day left' : `${days} days left`
}

export const calendarTextsEn: Same<typeof calendarTexts> = {
  phases: {
    rules: 'Rules and money',
    'ambassador-call': 'Call for ambassadors',
    training: 'Training of ambassadors',
    meetings: 'Meetings with residents',
    needs: 'Needs',
    ideas: 'Ideas',
    drafts: 'Joint drafts',
    advice: 'Preliminary advice of city units',
    workshops: 'City workshops',
    submission: 'Submitting projects',
    'support-lists': 'Support lists',
    'formal-check': 'Formal check',
    review: 'Substantive and legal review',
    'review-results': 'Results of the review',
    protests: 'Protests',
    hearings: 'Meetings on protests',
    'ballot-list': 'Ballot list',
    withdrawal: 'Withdrawing projects',
    promotion: 'Promotion and polling points',
    voting: 'Voting',
    counting: 'Counting',
    results: 'Results',
    approval: 'Approval of projects',
    implementation: 'Implementation',
    evaluation: 'Evaluation',
  },
  openness: {
    open: p => `Open until ${day(p.until, p.now)}, ${timeOfDay(p.until, 'en')} – ${left(p.until, p.now)}.`,
    notYet: p => `Opens on ${day(p.from, p.now)}.`,
    over: p => `Closed. It ended on ${day(p.since, p.now)}.`,
    unplanned: 'It is not in the calendar of this edition.',
  },
  span: p => {
    const [from, to] = [startOfDay(p.from), startOfDay(p.to)]
    const year = p.to.slice(0, 4)
    return p.from === p.to ? `on ${day(to)} ${year}` : `from ${day(from, to)} to ${day(to)} ${year}`
  },
}
