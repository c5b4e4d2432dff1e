import type { Locale } from '#kit/texts.ts'
import type { Openness as Answer, PhaseKind } from '#modules/programme/calendar.rules.ts'
import { calendarTextsEn } from '#modules/programme/calendar.texts.en.ts'
import { calendarTexts } from '#modules/programme/calendar.texts.ts'
import type { Frame } from '#ui/frame.ts'

const texts = { pl: calendarTexts, en: calendarTextsEn }

/** "Wstępne opinie jednostek": the name of a phase for screens of other modules. */
export const phaseTitle = (kind: PhaseKind, locale: Locale): string => texts[locale].phases[kind]
/** "od środy, 1 kwietnia do czwartku, 30 kwietnia" */
export const spanWords = (span: { from: string; to: string }, locale: Locale): string => texts[locale].span(span)

export function opennessWords(of: Answer, locale: Locale, now: Date): string {
  const t = texts[locale].openness
  if (of.state === 'open') return t.open({ until: of.until, now })
  if (of.state === 'not-yet') return t.notYet({ from: of.from, now })
  return of.state === 'over' ? t.over({ since: of.since, now }) : t.unplanned
}

/** Says until when something is open, or since when it is closed, or when it will open. Every closed screen shows it. */
export const Openness = ({ of, frame }: { of: Answer; frame: Pick<Frame, 'locale' | 'now'> }) => (
  <p class={`openness openness-${of.state}`}>{opennessWords(of, frame.locale, frame.now)}</p>
)
