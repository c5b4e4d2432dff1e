import type { FactName } from '#kit/facts.ts'
import type { Locale } from '#kit/texts.ts'
import type { NoticeKind } from '#modules/meetings/attendance/registrations.rules.ts'
import { hasHall, type Meeting } from '#modules/meetings/meetings.rules.ts'
import { noticesTextsEn } from '#modules/meetings/notices.texts.en.ts'
import { noticesTexts } from '#modules/meetings/notices.texts.ts'
import { whenWords } from '#modules/meetings/times.rules.ts'
import { paths, url } from '#paths'
import type { News } from '#platform/letters.ts'
import { writeLetter } from '#ui/letter.tsx'

const texts = { pl: noticesTexts, en: noticesTextsEn }

const factOf: Record<NoticeKind, FactName> = {
  registered: 'meeting.registered',
  waiting: 'meeting.queued',
  promoted: 'meeting.promoted',
  moved: 'meeting.moved',
  cancelled: 'meeting.cancelled',
  online: 'meeting.went-online',
  back: 'meeting.returned-to-hall',
  'sent-back': 'meeting.queued',
  days: 'meeting.reminded',
  hours: 'meeting.reminded',
}

/** Where to be, as it stands when the letter is written: a hall, a link, a telephone. */
function whereWords(meeting: Meeting, locale: Locale): string[] {
  const t = texts[locale].letter
  const hall = [meeting.place, meeting.address].filter(Boolean).join(', ')
  return [
    ...(hasHall(meeting) && hall ? [t.place(hall)] : []),
    ...(meeting.way !== 'hall' && meeting.link ? [t.link(meeting.link)] : []),
    ...(meeting.way !== 'hall' && meeting.phone ? [t.phone(meeting.phone)] : []),
  ]
}

/** News of a meeting to whoever registered. Who has no e-mail hears it by telephone, so its title carries the time and place. */
export const noticeNews = (meeting: Meeting, kind: NoticeKind): News => ({
  fact: factOf[kind],
  // whoever holds a seat must hear that it is gone or has moved; a reminder they may do without
  always: kind !== 'days' && kind !== 'hours',
  subject: meeting.id,
  title: [meeting.title, ...(kind === 'cancelled' ? [] : [whenWords(meeting, 'pl'), ...whereWords(meeting, 'pl')])].join('; '),
  write: locale => {
    const { letter: t, kinds } = texts[locale]
    const when = whenWords(meeting, locale)
    const gone = kind === 'cancelled'
    return writeLetter(locale, {
      subject: kinds[kind].subject(meeting.title),
      lead: kinds[kind].first(when),
      lines: [
        ...(meeting.reason && gone ? [t.reason(meeting.reason)] : []),
        ...(gone ? [] : whereWords(meeting, locale)),
        ...(kind === 'moved' || kind === 'online' || kind === 'back' ? [t.again] : []),
        ...(kind === 'registered' || kind === 'promoted' || kind === 'days' ? [t.cannot] : []),
      ],
      act: { label: t.act, path: url(paths.meeting, { id: meeting.id }) },
      foot: t.foot,
    })
  },
})
