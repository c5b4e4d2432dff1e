import { dateAndTime, weekdayDate } from '#kit/dates.ts'
import type { FactName } from '#kit/facts.ts'
import type { Locale } from '#kit/texts.ts'
import type { PlaceRole } from '#modules/proposals/authors/authors.rules.ts'
import { hashInGroups } from '#modules/proposals/drafting/drafting.rules.ts'
import { projectLetterTextsEn } from '#modules/proposals/letters.texts.en.ts'
import { projectLetterTexts } from '#modules/proposals/letters.texts.ts'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { paths, url } from '#paths'
import type { News } from '#platform/letters.ts'
import { type LetterWords, writeLetter } from '#ui/letter.tsx'

const texts = { pl: projectLetterTexts, en: projectLetterTextsEn }

/** What is told, in each language, and the fact that it is about for those who are told by telephone. */

const titled = (project: Project, locale: Locale) => project.title || texts[locale].untitled
const here = (project: Project) => url(paths.project, { id: project.id })
const news = (fact: FactName, project: Project, words: (locale: Locale) => LetterWords): News => ({
  fact,
  subject: project.id,
  title: project.title,
  write: locale => writeLetter(locale, words(locale)),
})

export const invitedNews = (project: Project, invited: { name: string; invitationId: string; expiresAt: Date; role: PlaceRole }): News =>
  news('author.invited', project, locale => {
    const t = texts[locale].invited
    const title = titled(project, locale)
    const day = weekdayDate(new Date(invited.expiresAt.getTime() - 1), locale)
    const path = url(paths.projectInvitationAnswer, { id: project.id, invitation: invited.invitationId })
    return {
      subject: t.subject({ title }),
      lead: t.first({ day }),
      lines: [(invited.role === 'helper' ? t.helper : t.second)({ name: invited.name, title })],
      act: { label: t.act, path },
      foot: t.foot,
    }
  })

const answered = { accept: 'author.accepted', help: 'author.helps', decline: 'author.declined' } as const
export const answeredNews = (project: Project, answer: 'accept' | 'help' | 'decline', name: string): News =>
  news(answered[answer], project, locale => {
    const { answered: t, foot } = texts[locale]
    const title = titled(project, locale)
    const act = { label: t.act, path: url(paths.projectAuthors, { id: project.id }) }
    if (answer === 'decline') return { subject: t.declined({ title }), lead: t.firstDeclined, act, foot }
    return {
      subject: answer === 'help' ? t.helping({ title }) : t.subject({ title }),
      lead: (answer === 'help' ? t.helps : t.first)({ name }),
      act,
      foot,
    }
  })

export const versionWaitsNews = (project: Project, version: number): News =>
  news('project.frozen', project, locale => {
    const { waits: t, foot } = texts[locale]
    const path = url(paths.projectVersion, { id: project.id, version })
    return {
      subject: t.subject({ title: titled(project, locale), version }),
      lead: t.first({ version }),
      lines: [t.second],
      act: { label: t.act, path },
      foot,
    }
  })

export const allAgreedNews = (project: Project): News =>
  news('version.accepted', project, locale => {
    const { agreed: t, foot } = texts[locale]
    return { subject: t.subject({ title: titled(project, locale) }), lead: t.first(project), act: { label: t.act, path: here(project) }, foot }
  })

export const reopenedNews = (project: Project, reason: string, name: string): News =>
  news('project.reopened', project, locale => {
    const { reopened: t, foot } = texts[locale]
    const lines = reason === '' ? [] : [t.reason({ name, reason })]
    return { subject: t.subject({ title: titled(project, locale) }), lead: t.first(project), lines, act: { label: t.act, path: here(project) }, foot }
  })

/** The receipt, for every author: number, moment, version and its hash, and where anybody may check them. */
export const submittedNews = (project: Project, { publicNo, hash, at }: { publicNo: string; hash: string; at: Date }): News =>
  news('project.submitted', project, locale => {
    const { submitted: t, foot } = texts[locale]
    return {
      subject: t.subject({ title: titled(project, locale), publicNo }),
      lead: t.first({ publicNo, day: dateAndTime(at, locale) }),
      figure: publicNo,
      lines: [t.hash({ version: project.version, hash: hashInGroups(hash) }), t.second],
      news: [
        { ...t.receipt, path: url(paths.projectReceipt, { id: project.id }) },
        { ...t.check, path: url(paths.receiptCheck, undefined, { numer: publicNo, odcisk: hash }) },
      ],
      act: { label: t.act, path: here(project) },
      foot,
    }
  })
