import type { Locale } from '#kit/texts.ts'

/** A calendar day in Warsaw, `2026-04-01`. Days are strings and moments are Dates; only this file turns one into the other. */
export type Day = string
const zone = 'Europe/Warsaw'

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** Asking Intl is slow and nothing here changes within a minute, so each minute is asked for once. */
function onceAMinute<T>(ask: (moment: Date) => T): (moment: Date) => T {
  const known = new Map<number, T>()
  return moment => {
    const minute = Math.floor(moment.getTime() / 60_000)
    const before = known.get(minute)
    if (before !== undefined) return before
    const answer = ask(moment)
    if (known.size >= 5_000) known.clear()
    known.set(minute, answer)
    return answer
  }
}
const read = onceAMinute(moment => Object.fromEntries(parts.formatToParts(moment).map(part => [part.type, part.value])) as Record<string, string>)

export function dayOf(moment: Date): Day {
  const { year, month, day } = read(moment)
  return `${year}-${month}-${day}`
}

/** Minutes that Warsaw is ahead of UTC at a moment. */
function offsetAt(moment: Date): number {
  const { year, month, day, hour, minute } = read(moment)
  const asUtc = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute))
  return asUtc / 60_000 - Math.floor(moment.getTime() / 60_000)
}

/** The moment when the clock in Warsaw shows this day and time. */
export function warsaw(day: Day, time = '00:00'): Date {
  const asked = `${day}T${time}`
  const known = moments.get(asked) ?? momentOf(asked)
  if (moments.size > 5000) moments.clear()
  moments.set(asked, known)
  return new Date(known)
}
// every page asks the calendar for the same few days, and the time zone is slow to ask
const moments = new Map<string, number>()

function momentOf(asked: string): number {
  const naive = Date.parse(`${asked}${asked.length === 16 ? ':00' : ''}Z`)
  const first = new Date(naive - offsetAt(new Date(naive)) * 60_000)
  return naive - offsetAt(first) * 60_000
}
export const startOfDay = (day: Day): Date => warsaw(day)
/** The last day counts whole: its end is the midnight after it. */
export const endOfDay = (day: Day): Date => warsaw(addDays(day, 1))

export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T12:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000)
export const isDay = (typed: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(typed) && !Number.isNaN(Date.parse(`${typed}T12:00:00Z`)) && addDays(typed, 0) === typed

const format = (language: string, options: Intl.DateTimeFormatOptions) => {
  const words = new Intl.DateTimeFormat(language, { timeZone: zone, ...options })
  return onceAMinute(moment => words.format(moment))
}
const formats = (options: Intl.DateTimeFormatOptions) => ({ pl: format('pl-PL', options), en: format('en-GB', options) })
const long = formats({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const weekday = formats({ weekday: 'long', day: 'numeric', month: 'long' })
const short = formats({ day: 'numeric', month: 'long' })
const month = formats({ month: 'short' })
const clock = formats({ hour: '2-digit', minute: '2-digit' })

/** "czwartek, 12 marca 2026" */
export const longDate = (moment: Date, locale: Locale): string => long[locale](moment)
/** "czwartek, 12 marca" */
export const weekdayDate = (moment: Date, locale: Locale): string => weekday[locale](moment)
/** "12 marca" */
export const shortDate = (moment: Date, locale: Locale): string => short[locale](moment)
/** "mar": the month beside the number of a day. */
export const shortMonth = (moment: Date, locale: Locale): string => month[locale](moment)
/** "12 marca 2026" */
export const plainDate = (moment: Date, locale: Locale): string => `${short[locale](moment)} ${dayOf(moment).slice(0, 4)}`
/** "18:05" */
export const timeOfDay = (moment: Date, locale: Locale): string => clock[locale](moment)
/** "czwartek, 12 marca 2026, 18:05" */
export const dateAndTime = (moment: Date, locale: Locale): string => `${longDate(moment, locale)}, ${timeOfDay(moment, locale)}`
