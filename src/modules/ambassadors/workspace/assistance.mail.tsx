import { startOfDay, weekdayDate } from '#kit/dates.ts'
import type { Assistance } from '#modules/ambassadors/workspace/assistance.rules.ts'
import { assistanceTextsEn } from '#modules/ambassadors/workspace/assistance.texts.en.ts'
import { assistanceTexts } from '#modules/ambassadors/workspace/assistance.texts.ts'
import { paths } from '#paths'
import type { News } from '#platform/letters.ts'
import { writeLetter } from '#ui/letter.tsx'

const texts = { pl: assistanceTexts, en: assistanceTextsEn }

/** To the coordinators. */
export const askedNews = (of: Assistance, area: string): News => ({
  fact: 'assistance.asked',
  subject: of.id,
  title: area,
  write: locale => {
    const { letters: t, assistanceKinds } = texts[locale]
    return writeLetter(locale, {
      subject: t.asked.subject({ kind: assistanceKinds[of.kind], area }),
      lead: t.asked.lead(weekdayDate(startOfDay(of.answerBy), locale)),
      lines: [of.text],
      act: { label: t.asked.act, path: paths.officeAssistance },
      foot: t.foot,
    })
  },
})

/** To the ambassador. */
export const answeredNews = (fact: 'assistance.promised' | 'assistance.declined' | 'assistance.done', of: Assistance, area: string): News => ({
  fact,
  subject: of.id,
  title: area,
  write: locale => {
    const { letters: t, assistanceKinds } = texts[locale]
    const lead = t.answered[fact](of.readyOn ? weekdayDate(startOfDay(of.readyOn), locale) : '')
    return writeLetter(locale, {
      subject: t.answered.subject({ kind: assistanceKinds[of.kind] }),
      lead,
      lines: of.answer && fact !== 'assistance.done' ? [of.answer] : [],
      act: { label: t.answered.act, path: paths.ownAssistance },
      foot: t.foot,
    })
  },
})
