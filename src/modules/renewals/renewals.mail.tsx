import type { Project } from '#modules/proposals/proposals.rules.ts'
import type { Renewal } from '#modules/renewals/renewals.rules.ts'
import { renewalsTextsEn } from '#modules/renewals/renewals.texts.en.ts'
import { renewalsTexts } from '#modules/renewals/renewals.texts.ts'
import { paths, url } from '#paths'
import type { News } from '#platform/letters.ts'
import { writeLetter } from '#ui/letter.tsx'

const texts = { pl: renewalsTexts, en: renewalsTextsEn }

/** To one supporter: what became other than it was, and the way to keep or take back their support without signing in. */
export const askedAgainNews = (project: Project, { id, what, kind }: Pick<Renewal, 'id' | 'what' | 'kind'>, key: string): News => ({
  fact: 'renewal.asked',
  subject: project.id,
  title: project.title,
  write: locale => {
    const { letter: t, parts } = texts[locale]
    const title = project.title || t.untitled
    return writeLetter(locale, {
      subject: t.subject({ title }),
      lead: t.lead[kind]({ title }),
      lines: [t.changed(what.map(part => parts[part]).join(', ')), t.silence],
      act: { label: t.act, path: url(paths.renewal, { id }, { klucz: key }) },
      foot: t.foot,
    })
  },
})
