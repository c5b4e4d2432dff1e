import { projectLetterTextsEn } from '#modules/proposals/letters.texts.en.ts'
import { projectLetterTexts } from '#modules/proposals/letters.texts.ts'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { proposalsTextsEn } from '#modules/proposals/proposals.texts.en.ts'
import { proposalsTexts } from '#modules/proposals/proposals.texts.ts'
import type { Degree, Suggestion } from '#modules/proposals/suggestions/suggestions.rules.ts'
import { suggestionsTextsEn } from '#modules/proposals/suggestions/suggestions.texts.en.ts'
import { suggestionsTexts } from '#modules/proposals/suggestions/suggestions.texts.ts'
import { paths, url } from '#paths'
import type { News } from '#platform/letters.ts'
import { writeLetter } from '#ui/letter.tsx'

const texts = {
  pl: { ...projectLetterTexts, ...proposalsTexts.sections, costs: proposalsTexts.costs.title, suggestions: suggestionsTexts },
  en: { ...projectLetterTextsEn, ...proposalsTextsEn.sections, costs: proposalsTextsEn.costs.title, suggestions: suggestionsTextsEn },
}

/** To the authors: what somebody suggests to which section, and how much it matters to them. */
export const suggestedNews = (
  project: Project,
  { id, section, degree, text }: Pick<Suggestion, 'section'> & { id: string; degree: Degree; text: string },
): News => ({
  fact: 'comment.added',
  subject: project.id,
  title: project.title,
  write: locale => {
    const { suggestions, untitled, foot, ...parts } = texts[locale]
    const part = section === 'costs' ? parts.costs : parts[section].name
    const t = suggestions.letter
    return writeLetter(locale, {
      subject: t.subject({ title: project.title || untitled }),
      lead: t.first({ section: part, degree: suggestions.degrees[degree].label }),
      lines: [text],
      act: { label: t.act, path: `${url(paths.project, { id: project.id })}#${id}` },
      foot,
    })
  },
})
