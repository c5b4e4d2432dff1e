import { startOfDay, weekdayDate } from '#kit/dates.ts'
import type { Handover } from '#modules/ideas/handovers/handovers.rules.ts'
import { handoversTextsEn } from '#modules/ideas/handovers/handovers.texts.en.ts'
import { handoversTexts } from '#modules/ideas/handovers/handovers.texts.ts'
import { paths, url } from '#paths'
import type { News } from '#platform/letters.ts'
import { type WrittenLetter, writeLetter } from '#ui/letter.tsx'

const texts = { pl: handoversTexts, en: handoversTextsEn }
const link = ({ id }: Handover) => url(paths.handover, { id })
const dayWords = (day: string) => weekdayDate(startOfDay(day), 'pl')

/** To whoever said, backed or discussed it: it went on elsewhere, and is not lost. */
export const handedNews = (handover: Handover): News => ({
  fact: 'handover.made',
  subject: handover.subjectId,
  title: handover.title,
  write: locale => {
    const { letters: t, forms } = texts[locale]
    const { title, office, form, note, dueOn } = handover
    const lead = t.handed.lead({ office, form: forms[form], day: weekdayDate(startOfDay(dueOn), locale) })
    return writeLetter(locale, { subject: t.handed.subject(title), lead, lines: [note], act: { label: t.act, path: link(handover) }, foot: t.foot })
  },
})

export const answeredNews = (handover: Handover): News => ({
  fact: 'handover.answered',
  subject: handover.subjectId,
  title: handover.title,
  write: locale => {
    const { letters: t, outcomes } = texts[locale]
    const { title, office, outcome, answer } = handover
    const lead = t.answered.lead({ office, outcome: outcome ? outcomes[outcome] : '' })
    const lines = [answer ?? '', ...(outcome === 'refused' ? [t.answered.back] : [])]
    return writeLetter(locale, { subject: t.answered.subject(title), lead, lines, act: { label: t.act, path: link(handover) }, foot: t.foot })
  },
})

/** To the coordinators: the office is late. */
export const overdueNews = (handover: Handover): News => ({
  fact: 'handover.reminded',
  subject: handover.subjectId,
  title: handover.title,
  write: locale => {
    const { letters: t } = texts[locale]
    const { title, office, dueOn } = handover
    const lead = t.overdue.lead({ office, day: weekdayDate(startOfDay(dueOn), locale) })
    return writeLetter(locale, { subject: t.overdue.subject(title), lead, act: { label: t.act, path: link(handover) }, foot: t.foot })
  },
})

/** To the office itself. City offices are written to in Polish. */
export function officeLetter(handover: Handover, again = false): WrittenLetter {
  const { letters: t, forms } = texts.pl
  const { title, form, note, dueOn } = handover
  const words = again ? t.officeAgain : t.office
  return writeLetter('pl', {
    subject: words.subject(title),
    lead: words.lead({ form: forms[form], day: dayWords(dueOn) }),
    lines: [note],
    act: { label: t.packet, path: url(paths.handoverPacket, { id: handover.id }) },
    foot: t.officeFoot,
  })
}
