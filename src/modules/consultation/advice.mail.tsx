import { startOfDay, weekdayDate } from '#kit/dates.ts'
import type { FactName } from '#kit/facts.ts'
import type { Locale } from '#kit/texts.ts'
import type { AdviceSubject, AdviceVerdict, NamedAdvice } from '#modules/consultation/advice.rules.ts'
import { adviceTextsEn } from '#modules/consultation/advice.texts.en.ts'
import { adviceTexts } from '#modules/consultation/advice.texts.ts'
import { paths, url } from '#paths'
import type { News } from '#platform/letters.ts'
import { writeLetter } from '#ui/letter.tsx'

const texts = { pl: adviceTexts, en: adviceTextsEn }

const dueWords = (advice: NamedAdvice, locale: Locale) => weekdayDate(startOfDay(advice.dueOn), locale)
const link = (advice: NamedAdvice) => url(paths.advice, { id: advice.id })
const about = ({ id, title }: AdviceSubject) => ({ subject: id, title })

/** To the heads of the unit that is asked. */
export const askedNews = (advice: NamedAdvice, subject: AdviceSubject): News => ({
  fact: 'advice.asked',
  ...about(subject),
  write: locale => {
    const { asked: t, foot } = texts[locale].letters
    const words = {
      subject: t.subject({ title: subject.title, unit: advice.unitCode }),
      lead: t.first(dueWords(advice, locale)),
      lines: [advice.question],
    }
    return writeLetter(locale, { ...words, act: { label: t.act, path: link(advice) }, foot })
  },
})

export const assignedNews = (advice: NamedAdvice, subject: AdviceSubject): News => ({
  fact: 'advice.assigned',
  ...about(subject),
  write: locale => {
    const { assigned: t, foot } = texts[locale].letters
    const words = { subject: t.subject({ title: subject.title }), lead: t.first(dueWords(advice, locale)), lines: [advice.question] }
    return writeLetter(locale, { ...words, act: { label: t.act, path: link(advice) }, foot })
  },
})

/** To the authors, and to whoever asked. */
export const answeredNews = (advice: NamedAdvice, subject: AdviceSubject, overall: AdviceVerdict): News => ({
  fact: 'advice.answered',
  ...about(subject),
  write: locale => {
    const { letters, verdicts } = texts[locale]
    const { answered: t } = letters
    const words = { subject: t.subject({ title: subject.title, unit: advice.unitName }), lead: t.first(verdicts[overall]) }
    return writeLetter(locale, { ...words, act: { label: t.act, path: link(advice) }, foot: letters.foot })
  },
})

type DeskLetter = 'askedBack' | 'replied' | 'withdrawn' | 'drafted' | 'rejected' | 'contributed' | 'reminded' | 'late' | 'veryLate'
const facts = {
  askedBack: 'advice.asked-back',
  replied: 'advice.replied',
  drafted: 'advice.drafted',
  rejected: 'advice.rejected',
  withdrawn: 'advice.withdrawn',
  contributed: 'advice.contributed',
  reminded: 'advice.reminded',
  late: 'advice.escalated',
  veryLate: 'advice.escalated',
} as const satisfies Record<DeskLetter, FactName>

/** What people of a unit, authors and the coordinator write to each other on the way to an answer. */
export const deskNews = (kind: DeskLetter, advice: NamedAdvice, subject: AdviceSubject, lines: readonly string[]): News => ({
  fact: facts[kind],
  ...about(subject),
  write: locale => {
    const { desk, foot } = texts[locale].letters
    const words = { title: subject.title, unit: advice.unitName, day: dueWords(advice, locale) }
    const t = desk[kind]
    return writeLetter(locale, {
      subject: t.subject(words),
      lead: t.first(words),
      lines: [...lines],
      act: { label: t.act, path: link(advice) },
      foot,
    })
  },
})
