import { type Day, longDate, startOfDay } from '#kit/dates.ts'
import type { Application } from '#modules/ambassadors/applications/applications.rules.ts'
import { applicationsTextsEn } from '#modules/ambassadors/applications/applications.texts.en.ts'
import { applicationsTexts } from '#modules/ambassadors/applications/applications.texts.ts'
import { paths, url } from '#paths'
import type { News } from '#platform/letters.ts'
import { writeLetter } from '#ui/letter.tsx'

const texts = { pl: applicationsTexts, en: applicationsTextsEn }

/** To the applicant: it has come. */
export const receivedNews = (one: Pick<Application, 'id'>, edition: string, day: Day): News => ({
  fact: 'application.submitted',
  subject: one.id,
  title: edition,
  write: locale => {
    const { received: t, foot } = texts[locale].letters
    const words = { subject: t.subject({ edition }), lead: t.first(longDate(startOfDay(day), locale)) }
    return writeLetter(locale, { ...words, act: { label: t.act, path: url(paths.ambassadorApplication, { id: one.id }) }, foot })
  },
})
