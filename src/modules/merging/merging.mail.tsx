import { longDate, startOfDay } from '#kit/dates.ts'
import type { FactName } from '#kit/facts.ts'
import type { Merging } from '#modules/merging/merging.rules.ts'
import { mergingTextsEn } from '#modules/merging/merging.texts.en.ts'
import { mergingTexts } from '#modules/merging/merging.texts.ts'
import { paths, url } from '#paths'
import type { News } from '#platform/letters.ts'
import { type LetterWords, writeLetter } from '#ui/letter.tsx'

const texts = { pl: mergingTexts, en: mergingTextsEn }
type Words = typeof mergingTexts.letters
type Written = Omit<LetterWords, 'foot' | 'act'> & { readonly label: string }

const newsOf = (fact: FactName, { id, title }: Merging, words: (t: Words, day: string) => Written, answerBy: string): News => ({
  fact,
  subject: id,
  title,
  write: locale => {
    const t = texts[locale].letters
    const { label, ...rest } = words(t, longDate(startOfDay(answerBy), locale))
    return writeLetter(locale, { ...rest, act: { label, path: url(paths.merging, { id }) }, foot: t.foot })
  },
})

/** To each author: asked to agree, with what the proposer says. */
export const askedNews = (merging: Merging): News =>
  newsOf(
    'merging.proposed',
    merging,
    ({ asked: t }, day) => ({ subject: t.subject(merging), lead: t.lead({ day }), lines: [merging.words], label: t.act }),
    merging.answerBy,
  )
export const rewrittenNews = (merging: Merging): News =>
  newsOf(
    'merging.rewritten',
    merging,
    ({ rewritten: t, asked }, day) => ({ subject: t.subject(merging), lead: t.lead({ day }), label: asked.act }),
    merging.answerBy,
  )
/** To authors, who may undo it, and to everybody who backed one of the originals, who may step out. */
export const doneNews = (merging: Merging, to: 'author' | 'backer'): News =>
  newsOf('merging.agreed', merging, ({ done: t }) => ({ subject: t.subject(merging), lead: t[to], label: t.act }), merging.answerBy)

const facts = { refuse: 'merging.refused', lapse: 'merging.lapsed', withdraw: 'merging.withdrawn', undo: 'merging.undone' } as const
export const endedNews = (merging: Merging, how: keyof typeof facts, reason: string): News =>
  newsOf(
    facts[how],
    merging,
    ({ ended: t }) => ({
      subject: t[how](merging),
      lead: how === 'undo' ? t.back : t.nothing,
      lines: reason ? [t.reason({ reason })] : [],
      label: t.act,
    }),
    merging.answerBy,
  )
