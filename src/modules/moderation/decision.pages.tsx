import { addDays, dayOf, longDate, startOfDay } from '#kit/dates.ts'
import type { FormState } from '#kit/form.ts'
import type { Verdict } from '#kit/verdict.ts'
import { appealUntil, type Case, caseLimits } from '#modules/moderation/cases.rules.ts'
import { toneOf } from '#modules/moderation/log.pages.tsx'
import { moderationWords } from '#modules/moderation/moderation.parts.tsx'
import { numberOf } from '#modules/moderation/talk-rules.rules.ts'
import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import { paths, url } from '#paths'
import { Button, Form, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Now, Why } from '#ui/parts.tsx'

/** The last day on which one may appeal, in words. */
const lastDay = (decidedAt: Date, frame: Frame) => longDate(startOfDay(addDays(dayOf(appealUntil(decidedAt)), -1)), frame.locale)

/** What the moderators decided, with the rule and the reasons. */
export const DecisionBody = ({ frame, one, mine }: { frame: Frame; one: Case; mine?: boolean }) => {
  const t = moderationWords(frame)
  const { rule, statement, decidedAs, decidedAt, settlement } = one
  if (!decidedAt || !decidedAs) return null
  return (
    <>
      <Now
        title={t.states[one.state]}
        tone={toneOf(one.state)}
        kicker={t.decision.decidedBy({ who: t.roles[decidedAs], date: longDate(decidedAt, frame.locale) })}
      >
        {rule && <p>{t.ruleQuoted({ number: numberOf(rule), title: t.rules[rule].title, text: t.rules[rule].text })}</p>}
      </Now>
      <section class="tight">
        <h2>{t.decision.reasons}</h2>
        <p>{statement}</p>
      </section>
      {one.appeal && (
        <section class="tight">
          <h2>{mine ? t.decision.yourAppeal : t.review.appeal}</h2>
          <p>{one.appeal}</p>
        </section>
      )}
      {settlement && one.settledAt && one.settledAs && (
        <section class="tight">
          <h2>{t.decision.answer}</h2>
          <p>{settlement}</p>
          <p class="small muted">{t.decision.decidedBy({ who: t.roles[one.settledAs], date: longDate(one.settledAt, frame.locale) })}</p>
        </section>
      )}
    </>
  )
}

type Props = { frame: Frame; one: Case; form: FormState; appealing: Verdict<'not-yours' | 'wrong-state' | 'too-late'>; refused?: string | undefined }

/** For the author of what it is about, and nobody else: the decision, and the way to appeal. */
export const DecisionPage = ({ frame, one, form, appealing, refused }: Props) => {
  const t = moderationWords(frame)
  return (
    <Layout frame={frame} title={t.decision.title} kicker={t.decision.kicker}>
      {refused && <Why>{refused}</Why>}
      <section class="said tight">
        <h2 class="small">{t.decision.yours}</h2>
        <p>
          <b>{one.title}</b>
        </p>
        {one.words && <p>{one.words}</p>}
        <p>
          <a href={one.path}>{t.decision.open}</a>
        </p>
      </section>
      {one.state === 'open' && <Now title={t.decision.wait} tone="wait" kicker={one.hiddenAt ? t.decision.waitLead : t.decision.waitShown} />}
      <DecisionBody frame={frame} one={one} mine />
      {appealing.ok && one.decidedAt && <AppealForm frame={frame} one={one} form={form} />}
      {!appealing.ok && appealing.why === 'too-late' && one.decidedAt && <Why>{t.decision.tooLate({ until: lastDay(one.decidedAt, frame) })}</Why>}
      {(one.state === 'upheld' || one.state === 'reversed') && <p class="muted">{t.decision.final}</p>}
    </Layout>
  )
}

const AppealForm = ({ frame, one, form }: { frame: Frame; one: Case; form: FormState }) => {
  const { decision: t } = moderationWords(frame)
  return (
    <section class="part tight" id="odwolanie">
      <h2>{t.appeal}</h2>
      <p>{one.decidedAt && t.appealLead({ until: lastDay(one.decidedAt, frame) })}</p>
      <Form action={url(paths.moderationAppeal, { id: one.id })} form={form} keep={`odwolanie-${one.id}`}>
        <TextArea name="appeal" label={t.appealLabel} hint={t.appealHint} form={form} rows={5} required max={caseLimits.appealMax} />
        <ProcessingNote of="moderation" />
        <Acts>
          <Button>{t.appealSend}</Button>
        </Acts>
      </Form>
    </section>
  )
}
