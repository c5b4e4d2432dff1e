import { weekdayDate } from '#kit/dates.ts'
import type { FactName } from '#kit/facts.ts'
import { leadingTextsEn } from '#modules/proposals/authors/leading.texts.en.ts'
import { leadingTexts } from '#modules/proposals/authors/leading.texts.ts'
import { projectLetterTextsEn } from '#modules/proposals/letters.texts.en.ts'
import { projectLetterTexts } from '#modules/proposals/letters.texts.ts'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { paths, url } from '#paths'
import type { News } from '#platform/letters.ts'
import { writeLetter } from '#ui/letter.tsx'

const texts = { pl: { ...projectLetterTexts, t: leadingTexts.letters }, en: { ...projectLetterTextsEn, t: leadingTextsEn.letters } }
type Words = typeof leadingTexts.letters
type Written = { readonly subject: string; readonly lead: string; readonly lines?: readonly string[] }

const news = (fact: FactName, project: Project, words: (t: Words, title: string, day: (end: Date) => string) => Written): News => ({
  fact,
  subject: project.id,
  title: project.title,
  write: locale => {
    const { t, untitled, foot } = texts[locale]
    const day = (end: Date) => weekdayDate(new Date(end.getTime() - 1), locale)
    const act = { label: t.act, path: url(paths.projectAuthors, { id: project.id }) }
    return writeLetter(locale, { ...words(t, project.title || untitled, day), act, foot })
  },
})

export const offeredNews = (project: Project, expiresAt: Date, name: string): News =>
  news('lead.offered', project, (t, title, day) => ({
    subject: t.offered.subject({ title }),
    lead: t.offered.lead({ name }),
    lines: [t.offered.until(day(expiresAt))],
  }))
export const offerAnsweredNews = (project: Project, answer: 'accept' | 'decline', name: string): News =>
  news(answer === 'accept' ? 'author.leads' : 'lead.declined', project, (t, title) => ({
    subject: t.answered.subject({ title }),
    lead: t.answered[answer]({ name }),
  }))
/** To the lead who is silent, and to everybody who votes. */
export const electionNews = (project: Project, endsAt: Date, to: 'absent' | 'elector'): News =>
  news('election.opened', project, (t, title, day) => ({
    subject: t.election.subject({ title }),
    lead: t.election[to].lead,
    lines: [t.election[to].line(day(endsAt))],
  }))
const facts = { decide: 'election.decided', object: 'election.stopped', lapse: 'election.lapsed' } as const
export const electionEndedNews = (project: Project, step: keyof typeof facts, name: string): News =>
  news(facts[step], project, (t, title) => ({ subject: t.ended.subject({ title }), lead: t.ended[step]({ name }) }))
