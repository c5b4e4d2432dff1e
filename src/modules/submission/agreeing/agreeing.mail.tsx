import { longDate } from '#kit/dates.ts'
import type { FactName } from '#kit/facts.ts'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { agreeingTextsEn } from '#modules/submission/agreeing/agreeing.texts.en.ts'
import { agreeingTexts } from '#modules/submission/agreeing/agreeing.texts.ts'
import { paths, url } from '#paths'
import type { News } from '#platform/letters.ts'
import { type LetterWords, writeLetter } from '#ui/letter.tsx'

const texts = { pl: agreeingTexts, en: agreeingTextsEn }
type Words = typeof agreeingTexts.letters
type Written = Pick<LetterWords, 'subject' | 'lead' | 'lines'> & { readonly label: string; readonly path: string }

const newsOf = (fact: FactName, project: Project, words: (t: Words, locale: 'pl' | 'en') => Written): News => ({
  fact,
  subject: project.id,
  title: project.title,
  write: locale => {
    const t = texts[locale].letters
    const { label, path, ...rest } = words(t, locale)
    return writeLetter(locale, { ...rest, act: { label, path }, foot: t.foot })
  },
})
const versionPath = ({ id }: Project, version: number) => url(paths.projectVersion, { id, version })

/** To whoever has not accepted yet. */
export const remindedNews = (project: Project, until: Date | undefined): News =>
  newsOf('version.reminded', project, ({ reminded: t }, locale) => ({
    subject: t.subject(project),
    lead: until ? t.until({ day: longDate(until, locale) }) : t.lead,
    lines: [t.how],
    label: t.act,
    path: versionPath(project, project.version),
  }))
/** To the author whose signature was recorded. */
export const signedNews = (project: Project, version: number): News =>
  newsOf('version.signed', project, ({ signed: t }) => ({
    subject: t.subject({ title: project.title, version }),
    lead: t.lead,
    lines: [t.wrong],
    label: t.act,
    path: versionPath(project, version),
  }))
/** To the lead. */
export const refusedNews = (project: Project, version: number, reason: string): News =>
  newsOf('version.refused', project, ({ refused: t }) => ({
    subject: t.subject({ title: project.title, version }),
    lead: t.lead,
    lines: [t.reason({ reason })],
    label: t.act,
    path: url(paths.project, { id: project.id }),
  }))
/** To the author who is one no longer. */
export const releasedNews = (project: Project, reason: string): News =>
  newsOf('author.removed', project, ({ released: t }) => ({
    subject: t.subject(project),
    lead: t.lead,
    lines: reason === '' ? [] : [t.reason({ reason })],
    label: t.act,
    path: url(paths.project, { id: project.id }),
  }))
