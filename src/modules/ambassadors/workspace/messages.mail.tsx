import type { Term } from '#modules/ambassadors/tenure/terms.rules.ts'
import { messagesTextsEn } from '#modules/ambassadors/workspace/messages.texts.en.ts'
import { messagesTexts } from '#modules/ambassadors/workspace/messages.texts.ts'
import { paths, url } from '#paths'
import type { News } from '#platform/letters.ts'
import { writeLetter } from '#ui/letter.tsx'

const texts = { pl: messagesTexts, en: messagesTextsEn }

/** To the ambassador. Answering the mail reaches the sender only if they showed their address. */
export const messageNews = (term: Term, { name, text, replyTo }: { name: string; text: string; replyTo: string | undefined }): News => ({
  fact: 'ambassador.written-to',
  subject: term.id,
  title: term.areaWords,
  write: locale => {
    const { letters: t } = texts[locale]
    const lead = replyTo ? t.toAmbassador.leadOpen(name) : t.toAmbassador.lead(name)
    const letter = writeLetter(locale, {
      subject: t.toAmbassador.subject({ name, area: term.areaWords }),
      lead,
      lines: text.split(/\n{2,}/),
      act: { label: t.toAmbassador.act, path: paths.ownMessages },
      foot: t.foot,
    })
    return { ...letter, replyTo }
  },
})

/** To whoever wrote. */
export const replyNews = (term: Term, { name, text, reply }: { name: string; text: string; reply: string }): News => ({
  fact: 'ambassador.answered',
  subject: term.id,
  title: term.areaWords,
  write: locale => {
    const { letters: t } = texts[locale]
    return writeLetter(locale, {
      subject: t.toSender.subject({ name }),
      lead: t.toSender.lead(name),
      lines: [...reply.split(/\n{2,}/), `${t.toSender.yours} ${text}`],
      act: { label: t.toSender.act, path: url(paths.ambassador, { id: term.id }) },
      foot: t.foot,
    })
  },
})
