import { longDate, startOfDay } from '#kit/dates.ts'
import type { FactName } from '#kit/facts.ts'
import { applicationsTextsEn } from '#modules/ambassadors/applications/applications.texts.en.ts'
import { applicationsTexts } from '#modules/ambassadors/applications/applications.texts.ts'
import type { Decision, DecisionKind } from '#modules/ambassadors/applications/decisions.rules.ts'
import { decisionsTextsEn } from '#modules/ambassadors/applications/decisions.texts.en.ts'
import { decisionsTexts } from '#modules/ambassadors/applications/decisions.texts.ts'
import { paths, url } from '#paths'
import type { News } from '#platform/letters.ts'
import { writeLetter } from '#ui/letter.tsx'

const texts = { pl: decisionsTexts, en: decisionsTextsEn }
const foots = { pl: applicationsTexts.letters.foot, en: applicationsTextsEn.letters.foot }
const facts: Readonly<Record<DecisionKind, FactName>> = {
  complete: 'application.called',
  accept: 'application.accepted',
  wait: 'application.put-on-list',
  reject: 'application.rejected',
}

/** To the applicant: what was decided, and why. */
export const decisionNews = (decision: Omit<Decision, 'byId' | 'at'>, edition: string): News => ({
  fact: facts[decision.kind],
  subject: decision.applicationId,
  title: edition,
  write: locale => {
    const { mail, letter } = texts[locale]
    const { kind, reason, dueOn } = decision
    const day = dueOn === null ? '' : longDate(startOfDay(dueOn), locale)
    return writeLetter(locale, {
      subject: mail.subject[kind]({ edition }),
      lead: letter.body[kind](day),
      lines: [...(reason === '' ? [] : [`${letter.reasonTitle[kind]} ${reason}`]), letter.number(decision.number)],
      act: { label: mail.act, path: url(paths.ambassadorApplication, { id: decision.applicationId }) },
      foot: foots[locale],
    })
  },
})
