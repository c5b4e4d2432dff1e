import type { Day } from '#kit/dates.ts'
import { startOfDay, weekdayDate } from '#kit/dates.ts'
import type { Meeting } from '#modules/meetings/meetings.rules.ts'
import type { CorrectionOutcome } from '#modules/meetings/minutes/minutes.rules.ts'
import { minutesTextsEn } from '#modules/meetings/minutes/minutes.texts.en.ts'
import { minutesTexts } from '#modules/meetings/minutes/minutes.texts.ts'
import { paths, url } from '#paths'
import type { News } from '#platform/letters.ts'
import { writeLetter } from '#ui/letter.tsx'

const texts = { pl: minutesTexts, en: minutesTextsEn }
const path = (meeting: Pick<Meeting, 'id'>) => url(paths.minutes, { id: meeting.id })

/** To everybody who was there: the minutes may be corrected until that day. */
export const correctionsNews = (meeting: Pick<Meeting, 'id' | 'title'>, until: Day): News => ({
  fact: 'minutes.corrections-opened',
  subject: meeting.id,
  title: meeting.title,
  write: locale => {
    const { corrections: t, foot } = texts[locale].letters
    const words = { subject: t.subject({ title: meeting.title }), lead: t.first(weekdayDate(startOfDay(until), locale)) }
    return writeLetter(locale, { ...words, act: { label: t.act, path: path(meeting) }, foot })
  },
})

/** To whoever proposed it. */
export const answerNews = (meeting: Pick<Meeting, 'id' | 'title'>, outcome: CorrectionOutcome, answer: string): News => ({
  fact: 'minutes.correction-answered',
  subject: meeting.id,
  title: meeting.title,
  write: locale => {
    const { letters, corrections } = texts[locale]
    const { answered: t, foot } = letters
    const words = { subject: t.subject({ title: meeting.title }), lead: t.first(corrections.outcomes[outcome]), lines: [answer] }
    return writeLetter(locale, { ...words, act: { label: t.act, path: path(meeting) }, foot })
  },
})
