import { dayOf, timeOfDay, weekdayDate } from '#kit/dates.ts'
import type { Locale } from '#kit/texts.ts'
import type { Meeting } from '#modules/meetings/meetings.rules.ts'

type Timed = Pick<Meeting, 'startsAt' | 'endsAt'>
/** "czwartek, 12 marca, 18:00–20:00"; a meeting over several days says both. */
export function whenWords({ startsAt, endsAt }: Timed, locale: Locale): string {
  const [from, to] = [timeOfDay(startsAt, locale), timeOfDay(endsAt, locale)]
  if (dayOf(startsAt) === dayOf(endsAt)) return `${weekdayDate(startsAt, locale)}, ${from}–${to}`
  return `${weekdayDate(startsAt, locale)}, ${from} – ${weekdayDate(endsAt, locale)}, ${to}`
}
