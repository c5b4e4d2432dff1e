import { type Day, longDate, startOfDay } from '#kit/dates.ts'
import type { FactName } from '#kit/facts.ts'
import type { Locale } from '#kit/texts.ts'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { type Examination, isEnough } from '#modules/support/examining.rules.ts'
import { examiningTextsEn } from '#modules/support/examining.texts.en.ts'
import { examiningTexts } from '#modules/support/examining.texts.ts'
import { paths, url } from '#paths'
import type { News } from '#platform/letters.ts'
import { type LetterWords, writeLetter } from '#ui/letter.tsx'

const texts = { pl: examiningTexts, en: examiningTextsEn }
type Words = typeof examiningTexts.letters

const newsOf = (
  fact: FactName,
  { id, title }: Project,
  words: (t: Words, locale: Locale) => Pick<LetterWords, 'subject' | 'lead' | 'lines'>,
): News => ({
  fact,
  subject: id,
  title,
  write: locale => {
    const t = texts[locale].letters
    return writeLetter(locale, { ...words(t, locale), act: { label: t.act, path: url(paths.projectSupport, { id }) }, foot: t.foot })
  },
})
const dayWords = (day: Day, locale: Locale) => longDate(startOfDay(day), locale)

/** To the authors, some days before the end. */
export const missingNews = (project: Project, { missing, lastDay }: { missing: number; lastDay: Day }): News =>
  newsOf('support.reminded', project, ({ missing: t }, locale) => ({
    subject: t.subject({ title: project.title, missing }),
    lead: t.lead({ missing, day: dayWords(lastDay, locale) }),
    lines: [t.how],
  }))
/** To the authors: what the office found. */
export const examinedNews = (project: Project, examination: Examination): News =>
  newsOf('support.examined', project, ({ examined: t }, locale) => ({
    subject: (isEnough(examination) ? t.enough : t.tooFew)(project),
    lead: texts[locale].found(examination),
    lines: isEnough(examination) ? [] : [t.what],
  }))
/** To the authors: more time. */
export const moreTimeNews = (project: Project, { until, reason }: { until: Day; reason: string }): News =>
  newsOf('support.extended', project, ({ extended: t }, locale) => ({
    subject: t.subject(project),
    lead: t.lead({ day: dayWords(until, locale) }),
    lines: [t.reason({ reason })],
  }))
