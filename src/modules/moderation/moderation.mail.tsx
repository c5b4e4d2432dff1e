import { addDays, dayOf, longDate, startOfDay } from '#kit/dates.ts'
import type { FactName } from '#kit/facts.ts'
import type { Locale } from '#kit/texts.ts'
import { appealUntil, type Case } from '#modules/moderation/cases.rules.ts'
import { moderationTextsEn } from '#modules/moderation/moderation.texts.en.ts'
import { moderationTexts } from '#modules/moderation/moderation.texts.ts'
import { numberOf } from '#modules/moderation/talk-rules.rules.ts'
import { paths, url } from '#paths'
import type { News } from '#platform/letters.ts'
import { type LetterWords, writeLetter } from '#ui/letter.tsx'

const texts = { pl: moderationTexts, en: moderationTextsEn }
type Words = Omit<LetterWords, 'foot'>

const news = (fact: FactName, one: Case, words: (t: typeof moderationTexts, locale: Locale) => Words): News => ({
  fact,
  subject: one.id,
  title: one.title,
  write: locale => writeLetter(locale, { ...words(texts[locale], locale), foot: texts[locale].letters.foot }),
})
const factOf = ({ state }: Case): FactName => (state === 'open' || state === 'appealed' ? 'moderation.appealed' : `moderation.${state}`)
const toDecision = (one: Case, label: string) => ({ label, path: url(paths.moderationCase, { id: one.id }) })
/** The rule that is quoted, by its number and in full. */
const quoted = (t: typeof moderationTexts, { rule }: Case): string[] =>
  rule ? [t.ruleQuoted({ number: numberOf(rule), title: t.rules[rule].title, text: t.rules[rule].text })] : []

/** To the author: it is out of sight until somebody has looked at it. */
export const hiddenNews = (one: Case): News =>
  news('moderation.hidden-until-review', one, ({ letters: { hidden: t } }) => ({
    subject: t.subject({ title: one.title }),
    lead: t.lead,
    act: toDecision(one, t.act),
  }))

/** To the author: the decision, its reasons, the rule and until when to appeal. */
export const decidedNews = (one: Case): News =>
  news(factOf(one), one, (t, locale) => {
    const state = one.state === 'hidden' || one.state === 'warned' ? one.state : 'kept'
    const until =
      one.decidedAt && state !== 'kept'
        ? [t.letters.decided.appeal({ until: longDate(startOfDay(addDays(dayOf(appealUntil(one.decidedAt)), -1)), locale) })]
        : []
    return {
      subject: t.letters.decided.subject({ title: one.title }),
      lead: t.letters.decided[state],
      lines: [one.statement ?? '', ...quoted(t, one), ...until],
      act: toDecision(one, t.letters.decided.act),
    }
  })

/** To those who reported: what became of it. */
export const reportAnsweredNews = (one: Case): News =>
  news(factOf(one), one, t => ({
    subject: t.letters.answered.subject({ title: one.title }),
    lead: t.letters.answered[one.state === 'hidden' || one.state === 'warned' ? one.state : 'kept'],
    lines: [one.statement ?? '', ...quoted(t, one)],
    act: { label: t.letters.answered.act, path: paths.moderationLog },
  }))

/** To those who judge appeals. */
export const appealedNews = (one: Case): News =>
  news('moderation.appealed', one, ({ letters: { appealed: t } }) => ({
    subject: t.subject({ title: one.title }),
    lead: t.lead,
    act: { label: t.act, path: url(paths.moderationReview, { id: one.id }) },
  }))

/** To the author: what the second pair of eyes said. */
export const judgedNews = (one: Case): News =>
  news(factOf(one), one, ({ letters: { judged: t } }) => ({
    subject: t.subject({ title: one.title }),
    lead: one.state === 'reversed' ? t.reversed : t.upheld,
    lines: [one.settlement ?? ''],
    act: toDecision(one, t.act),
  }))
