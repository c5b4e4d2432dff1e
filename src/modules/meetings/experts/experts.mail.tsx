import { dateAndTime } from '#kit/dates.ts'
import type { Answer, Invitation } from '#modules/meetings/experts/experts.rules.ts'
import { expertsTextsEn } from '#modules/meetings/experts/experts.texts.en.ts'
import { expertsTexts } from '#modules/meetings/experts/experts.texts.ts'
import type { Meeting } from '#modules/meetings/meetings.rules.ts'
import { whenWords } from '#modules/meetings/times.rules.ts'
import { paths, url } from '#paths'
import type { News } from '#platform/letters.ts'
import { writeLetter } from '#ui/letter.tsx'

const texts = { pl: expertsTexts, en: expertsTextsEn }
const about = ({ id, title }: Meeting) => ({ subject: id, title })
const placeOf = (meeting: Meeting) => [meeting.place, meeting.address].filter(Boolean).join(', ')

/** To the experts of the unit that is wanted. */
export const askedNews = (meeting: Meeting, topic: string): News => ({
  fact: 'meeting.expert-asked',
  ...about(meeting),
  write: locale => {
    const { asked: t, foot } = texts[locale].letters
    const lines = [topic, placeOf(meeting)].filter(Boolean)
    const words = { subject: t.subject(meeting.title), lead: t.first(whenWords(meeting, locale)), lines }
    return writeLetter(locale, { ...words, act: { label: t.act, path: paths.expertsPlan }, foot })
  },
})

const factOf = { accept: 'meeting.expert-accepted', decline: 'meeting.expert-declined', propose: 'meeting.expert-proposed' } as const
/** To the hosts. */
export const answeredNews = (meeting: Meeting, invitation: Invitation, answer: Answer): News => ({
  fact: factOf[answer],
  ...about(meeting),
  write: locale => {
    const { answered: t, foot } = texts[locale].letters
    const { proposedAt, remark, unitName } = invitation
    const lines = [...(proposedAt ? [t.proposed(dateAndTime(proposedAt, locale))] : []), ...(remark ? [remark] : [])]
    const words = { subject: `${t.subject[answer]}: ${meeting.title}`, lead: t.first({ unit: unitName, when: whenWords(meeting, locale) }), lines }
    return writeLetter(locale, { ...words, act: { label: t.act, path: url(paths.meeting, { id: meeting.id }) }, foot })
  },
})

/** To an expert who had promised to come. */
export const movedNews = (meeting: Meeting, what: 'moved' | 'cancelled'): News => ({
  fact: what === 'moved' ? 'meeting.moved' : 'meeting.cancelled',
  ...about(meeting),
  write: locale => {
    const { letters } = texts[locale]
    const t = letters[what]
    const words = { subject: t.subject(meeting.title), lead: t.first(whenWords(meeting, locale)), lines: [placeOf(meeting)].filter(Boolean) }
    const act = what === 'moved' ? { label: letters.asked.act, path: paths.expertsPlan } : undefined
    return writeLetter(locale, { ...words, act, foot: letters.foot })
  },
})
