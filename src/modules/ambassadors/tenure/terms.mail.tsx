import type { Term } from '#modules/ambassadors/tenure/terms.rules.ts'
import { termsTextsEn } from '#modules/ambassadors/tenure/terms.texts.en.ts'
import { termsTexts } from '#modules/ambassadors/tenure/terms.texts.ts'
import { paths } from '#paths'
import type { News } from '#platform/letters.ts'
import { writeLetter } from '#ui/letter.tsx'

const texts = { pl: termsTexts, en: termsTextsEn }

/** To the ambassador, and of a resignation also to the coordinators. */
export const stepNews = (fact: keyof typeof termsTexts.letters, term: Term, reason: string): News => ({
  fact,
  subject: term.id,
  title: term.areaWords,
  write: locale => {
    const t = texts[locale]
    const { subject, lead } = t.letters[fact]
    return writeLetter(locale, {
      subject: subject({ area: term.areaWords }),
      lead,
      lines: reason ? [t.letterReason(reason)] : [],
      act: { label: t.letterAct, path: paths.workspace },
      foot: t.letterFoot,
    })
  },
})
