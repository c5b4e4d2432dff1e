import { certificatesTextsEn } from '#modules/ambassadors/tenure/certificates.texts.en.ts'
import { certificatesTexts } from '#modules/ambassadors/tenure/certificates.texts.ts'
import type { Term } from '#modules/ambassadors/tenure/terms.rules.ts'
import { paths, url } from '#paths'
import type { News } from '#platform/letters.ts'
import { writeLetter } from '#ui/letter.tsx'

const texts = { pl: certificatesTexts, en: certificatesTextsEn }

export const certificateNews = (term: Term, number: string): News => ({
  fact: 'certificate.issued',
  subject: term.id,
  title: term.areaWords,
  write: locale => {
    const { letter: t } = texts[locale]
    return writeLetter(locale, {
      subject: t.subject({ number }),
      lead: t.lead,
      act: { label: t.act, path: url(paths.certificate, { number }) },
      foot: t.foot,
    })
  },
})
