import { addDays, type Day, dayOf, daysBetween, plainDate, shortDate, startOfDay } from '#kit/dates.ts'
import type { Locale } from '#kit/texts.ts'
import { cityTextsEn } from '#modules/city/city.texts.en.ts'
import { cityTexts } from '#modules/city/city.texts.ts'
import { type PhaseState, stateOf } from '#modules/city/phases.rules.ts'
import type { Phase } from '#modules/programme/calendar.rules.ts'

const texts = { pl: cityTexts, en: cityTextsEn }

/** "dziś", "wczoraj", "10 marca". */
export function dayWords(moment: Date, now: Date, locale: Locale): string {
  const [day, today] = [dayOf(moment), dayOf(now)]
  if (day === today) return texts[locale].today
  return day === addDays(today, -1) ? texts[locale].yesterday : shortDate(moment, locale)
}

// from here on a span without its years reads as if it ran backwards
const longSpan = 300

/** "10–25 lutego", "16 marca – 7 sierpnia", "26 października"; "20 września 2027 – 18 września 2028". */
export function shortSpan({ from, to }: { from: Day; to: Day }, locale: Locale): string {
  const words = daysBetween(from, to) > longSpan ? plainDate : shortDate
  const [first, last] = [words(startOfDay(from), locale), words(startOfDay(to), locale)]
  const sameMonth = from.slice(0, 7) === to.slice(0, 7)
  return texts[locale].span({ from: first, to: last, sameMonth, oneDay: from === to, firstDay: String(Number(from.slice(8))) })
}

/** What stands under a step of the calendar strip. */
export const stripNote = (phase: Phase, now: Date, locale: Locale): { note: string; state: PhaseState } => {
  const state = stateOf(phase, now)
  const note = state === 'now' && phase.from !== phase.to ? texts[locale].untilDay(shortDate(startOfDay(phase.to), locale)) : shortSpan(phase, locale)
  return { note, state }
}
