import { addDays, type Day, dayOf, shortDate, startOfDay } from '#kit/dates.ts'
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

/** "10–25 lutego", "16 marca – 7 sierpnia", "26 października". */
export function shortSpan({ from, to }: { from: Day; to: Day }, locale: Locale): string {
  const [first, last] = [shortDate(startOfDay(from), locale), shortDate(startOfDay(to), locale)]
  const sameMonth = from.slice(0, 7) === to.slice(0, 7)
  return texts[locale].span({ from: first, to: last, sameMonth, oneDay: from === to, firstDay: String(Number(from.slice(8))) })
}

/** What stands under a step of the calendar strip. */
export const stripNote = (phase: Phase, now: Date, locale: Locale): { note: string; state: PhaseState } => {
  const state = stateOf(phase, now)
  const note = state === 'now' && phase.from !== phase.to ? texts[locale].untilDay(shortDate(startOfDay(phase.to), locale)) : shortSpan(phase, locale)
  return { note, state }
}
