import type { Locale } from '#kit/texts.ts'
import { notificationsTextsEn } from '#modules/notifications/notifications.texts.en.ts'
import { notificationsTexts } from '#modules/notifications/notifications.texts.ts'
import { paths, url } from '#paths'
import { type WrittenLetter, writeLetter } from '#ui/letter.tsx'

const texts = { pl: notificationsTexts, en: notificationsTextsEn }

/** One thing with its newest sentence. Without a title it is one's own matter that has no public page. */
export type ToldLine = { readonly title: string | undefined; readonly sentence: string; readonly path: string }
/** What the reader may stop following with one click. */
export type Ending = { readonly id: string; readonly token: string; readonly title: string }

/** The digest: what moved, one line a thing, each with its address. */
export function newsLetter(locale: Locale, lines: readonly ToldLine[], endings: readonly Ending[]): WrittenLetter {
  const t = texts[locale].news
  return writeLetter(locale, {
    subject: t.subject(lines.length),
    lead: t.lead,
    news: lines.map(({ title, sentence, path }) => ({ title: title ?? t.untitled, note: sentence, path })),
    act: { label: t.act, path: url(paths.inbox) },
    foot: t.foot,
    less: endings.map(({ id, token, title }) => ({ label: t.less(title), path: url(paths.followEnding, undefined, { o: id, kod: token }) })),
  })
}
