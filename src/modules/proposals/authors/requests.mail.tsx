import { weekdayDate } from '#kit/dates.ts'
import type { JoinRequest } from '#modules/proposals/authors/requests.rules.ts'
import { requestsTextsEn } from '#modules/proposals/authors/requests.texts.en.ts'
import { requestsTexts } from '#modules/proposals/authors/requests.texts.ts'
import { projectLetterTextsEn } from '#modules/proposals/letters.texts.en.ts'
import { projectLetterTexts } from '#modules/proposals/letters.texts.ts'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { paths, url } from '#paths'
import type { News } from '#platform/letters.ts'
import { writeLetter } from '#ui/letter.tsx'

const texts = { pl: { ...projectLetterTexts, ...requestsTexts }, en: { ...projectLetterTextsEn, ...requestsTextsEn } }

/** To every author: who asks, as what, with their sentence. */
export const askedNews = (project: Project, request: Pick<JoinRequest, 'role' | 'sentence' | 'expiresAt'>, name: string): News => ({
  fact: 'author.asked',
  subject: project.id,
  title: project.title,
  write: locale => {
    const { letters, untitled, foot } = texts[locale]
    const { asked: t } = letters
    return writeLetter(locale, {
      subject: t.subject({ title: project.title || untitled }),
      lead: t.lead[request.role]({ name }),
      lines: [t.sentence({ name, sentence: request.sentence }), t.until(weekdayDate(new Date(request.expiresAt.getTime() - 1), locale))],
      act: { label: t.act, path: url(paths.projectAuthors, { id: project.id }) },
      foot,
    })
  },
})

const facts = { accept: 'author.accepted', refuse: 'author.refused', lapse: 'author.unanswered' } as const

/** To whoever asked: let in, refused with the reason, or not answered in time. */
export const requestAnsweredNews = (
  project: Project,
  { role }: Pick<JoinRequest, 'role'>,
  { answer, reason }: { answer: keyof typeof facts; reason: string },
): News => ({
  fact: answer === 'accept' && role === 'helper' ? 'author.helps' : facts[answer],
  subject: project.id,
  title: project.title,
  write: locale => {
    const { letters: t, untitled } = texts[locale]
    const title = project.title || untitled
    const lead = answer === 'accept' ? t.accept[role] : t[answer]
    return writeLetter(locale, {
      subject: t.answered({ title }),
      lead,
      lines: reason === '' ? [] : [t.reason(reason)],
      act: { label: t.see, path: url(paths.project, { id: project.id }) },
      foot: t.foot,
    })
  },
})
