import type { Locale } from '#kit/texts.ts'
import { notificationsTextsEn } from '#modules/notifications/notifications.texts.en.ts'
import { notificationsTexts } from '#modules/notifications/notifications.texts.ts'
import { paths, url } from '#paths'
import { type WrittenLetter, writeLetter } from '#ui/letter.tsx'

const texts = { pl: notificationsTexts, en: notificationsTextsEn }

/** The digest: one line a thing, one link. */
export function newsLetter(locale: Locale, sentences: readonly string[]): WrittenLetter {
  const t = texts[locale].news
  const lines = sentences.map(sentence => `• ${sentence}`)
  return writeLetter(locale, {
    subject: t.subject(sentences.length),
    lead: t.lead,
    lines,
    act: { label: t.act, path: url(paths.myMatters) },
    foot: t.foot,
  })
}
