import { startOfDay, weekdayDate } from '#kit/dates.ts'
import type { Comment } from '#modules/discussions/discussions.rules.ts'
import { discussionsTextsEn } from '#modules/discussions/discussions.texts.en.ts'
import { discussionsTexts } from '#modules/discussions/discussions.texts.ts'
import { paths, url } from '#paths'
import type { News } from '#platform/letters.ts'
import { writeLetter } from '#ui/letter.tsx'

const texts = { pl: discussionsTexts, en: discussionsTextsEn }
type About = { readonly id: string; readonly title: string; readonly path: string }
type Unit = { readonly code: string; readonly name: string }

/** To the heads and experts of the unit that got the question. */
export const passedNews = (comment: Comment, about: About, unit: Unit, dueOn: string): News => ({
  fact: 'question.passed',
  subject: about.id,
  title: about.title,
  write: locale => {
    const { passed: t, foot } = texts[locale].letters
    const due = weekdayDate(startOfDay(dueOn), locale)
    const words = { subject: t.subject({ unit: unit.code, title: about.title }), lead: t.first(due), lines: [comment.text] }
    return writeLetter(locale, { ...words, act: { label: t.act, path: url(paths.comment, { id: comment.id }) }, foot })
  },
})

/** To whoever asked. */
export const answeredNews = (comment: Comment, about: About, unit: string, answer: string): News => ({
  fact: 'question.answered',
  subject: about.id,
  title: about.title,
  write: locale => {
    const { answered: t, foot } = texts[locale].letters
    const words = { subject: t.subject({ title: about.title }), lead: t.first(unit || texts[locale].question.office), lines: [comment.text, answer] }
    return writeLetter(locale, { ...words, act: { label: t.act, path: `${about.path}#${comment.id}` }, foot })
  },
})
