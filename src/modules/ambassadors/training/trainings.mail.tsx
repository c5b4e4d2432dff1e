import { dateAndTime } from '#kit/dates.ts'
import type { Training } from '#modules/ambassadors/training/trainings.rules.ts'
import { trainingsTextsEn } from '#modules/ambassadors/training/trainings.texts.en.ts'
import { trainingsTexts } from '#modules/ambassadors/training/trainings.texts.ts'
import { paths } from '#paths'
import type { News } from '#platform/letters.ts'
import { writeLetter } from '#ui/letter.tsx'

const texts = { pl: trainingsTexts, en: trainingsTextsEn }

/** To everybody who has a place: it moved, or it will not take place. */
export const trainingNews = (fact: 'training.changed' | 'training.cancelled', of: Training, reason: string): News => ({
  fact,
  subject: of.id,
  title: of.title,
  write: locale => {
    const t = texts[locale].letters
    const when = dateAndTime(of.startsAt, locale)
    const where = of.mode === 'hall' ? of.place : (of.link ?? of.place)
    const { subject, lead } = t[fact]
    return writeLetter(locale, {
      subject: subject({ title: of.title }),
      lead: lead({ when, where }),
      lines: reason ? [t.reason(reason)] : [],
      act: { label: t.act, path: paths.ownTrainings },
      foot: t.foot,
    })
  },
})
