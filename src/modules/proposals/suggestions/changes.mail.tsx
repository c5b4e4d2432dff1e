import type { Comment, Outcome } from '#modules/discussions/discussions.rules.ts'
import { projectLetterTextsEn } from '#modules/proposals/letters.texts.en.ts'
import { projectLetterTexts } from '#modules/proposals/letters.texts.ts'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { paths, url } from '#paths'
import type { News } from '#platform/letters.ts'
import { writeLetter } from '#ui/letter.tsx'

const texts = { pl: projectLetterTexts, en: projectLetterTextsEn }

/** To whoever proposed the change: what became of it, and why. */
export const settledNews = (project: Project, comment: Comment, { outcome, why }: { outcome: Outcome; why: string }): News => ({
  fact: 'comment.settled',
  subject: project.id,
  title: project.title,
  write: locale => {
    const { settled: t, untitled } = texts[locale]
    return writeLetter(locale, {
      subject: t.subject({ title: project.title || untitled }),
      lead: t.first[outcome],
      lines: [t.why(why), t.yours(comment.text)],
      act: { label: t.act, path: `${url(paths.project, { id: project.id })}#${comment.id}` },
      foot: t.foot,
    })
  },
})
