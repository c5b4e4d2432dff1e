import { dayOf, daysBetween, longDate, shortDate } from '#kit/dates.ts'
import { emptyForm, type FormState } from '#kit/form.ts'
import { type Case, caseLimits, type Decision, type Judgement } from '#modules/moderation/cases.rules.ts'
import { DecisionBody } from '#modules/moderation/decision.pages.tsx'
import type { SlowMode } from '#modules/moderation/limits.rules.ts'
import { toneOf } from '#modules/moderation/log.pages.tsx'
import { moderationWords } from '#modules/moderation/moderation.parts.tsx'
import { SlowRows, type SlowTitles } from '#modules/moderation/report.pages.tsx'
import { numberOf, talkRules } from '#modules/moderation/talk-rules.rules.ts'
import { paths, url } from '#paths'
import { Button, Checkboxes, Form, Radios, Select, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Dots, Empty, Facts, Row, Rows, Tag, Why } from '#ui/parts.tsx'

export type Waiting = { readonly one: Case; readonly weight: number; readonly reports: number; readonly mine: boolean }
type QueueProps = { frame: Frame; waiting: readonly Waiting[]; modes: readonly SlowMode[]; titles: SlowTitles; form?: FormState | undefined }

const noteOf = ({ one, weight, reports }: Waiting, frame: Frame) => {
  const { queue: t } = moderationWords(frame)
  return [t.weight({ weight, reports }), t.days(daysBetween(dayOf(one.openedAt), dayOf(frame.now))), one.hiddenAt ? t.hidden : t.visible].join(' · ')
}

/** What waits: appeals, reviews, and what this moderator must leave to somebody else. */
export const QueuePage = ({ frame, waiting, modes, titles, form = emptyForm }: QueueProps) => {
  const { queue: t } = moderationWords(frame)
  const mine = waiting.filter(({ mine }) => mine)
  const appeals = mine.filter(({ one }) => one.state === 'appealed')
  const reviews = mine.filter(({ one }) => one.state === 'open')
  const others = waiting.filter(({ mine }) => !mine)
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={t.sum(waiting.length)}>
      {waiting.length === 0 && (
        <Empty title={t.empty}>
          <p>{t.emptyHint}</p>
        </Empty>
      )}
      {appeals.length > 0 && <Cases frame={frame} title={t.appeals} waiting={appeals} />}
      {reviews.length > 0 && <Cases frame={frame} title={t.reviews} waiting={reviews} />}
      {reviews.length > 1 && <BulkKeep frame={frame} waiting={reviews} form={form} />}
      {others.length > 0 && <Cases frame={frame} title={t.notMine} lead={t.notMineHint} waiting={others} />}
      {modes.length > 0 && (
        <section class="part tight">
          <h2>{t.slow}</h2>
          <SlowRows frame={frame} modes={modes} titles={titles} />
        </section>
      )}
    </Layout>
  )
}

const Cases = ({ frame, title, lead, waiting }: { frame: Frame; title: string; lead?: string; waiting: readonly Waiting[] }) => (
  <section class="tight">
    <h2>{title}</h2>
    {lead && <p class="muted">{lead}</p>}
    <Rows plain>
      {waiting.map(one => (
        <Row title={one.one.title} href={url(paths.moderationReview, { id: one.one.id })} note={noteOf(one, frame)} />
      ))}
    </Rows>
  </section>
)

const BulkKeep = ({ frame, waiting, form }: { frame: Frame; waiting: readonly Waiting[]; form: FormState }) => {
  const { queue: t } = moderationWords(frame)
  return (
    <Form action={paths.moderationKeeping} form={form} class="form plain">
      <Checkboxes
        name="cases"
        label={t.choose}
        form={form}
        options={waiting.map(one => ({ value: one.one.id, label: one.one.title, hint: noteOf(one, frame) }))}
      />
      <Acts>
        <Button quiet>{t.keepAll}</Button>
      </Acts>
    </Form>
  )
}

export type ReviewView = {
  readonly one: Case
  readonly weight: number
  readonly reports: readonly { readonly rule: (typeof talkRules)[number]; readonly words: string; readonly at: Date }[]
  readonly earlier: readonly Case[]
  /** The first author, whom a moderator may slow down. */
  readonly authorId: string | undefined
  /** Why this moderator may not decide it, in words. */
  readonly barred: string | undefined
}
type ReviewProps = { frame: Frame; view: ReviewView; form: FormState; refused?: string | undefined }

export const ReviewPage = ({ frame, view, form, refused }: ReviewProps) => {
  const t = moderationWords(frame)
  const { one, barred } = view
  return (
    <Layout frame={frame} title={one.title} kicker={`${t.review.kicker} · ${t.states[one.state]}`} aside={<Earlier frame={frame} view={view} />}>
      {refused && <Why>{refused}</Why>}
      <section class="said tight">
        <h2 class="small">{t.review.words}</h2>
        <p>{one.words || t.review.noWords}</p>
        <Acts>
          <a href={one.path}>{t.review.context}</a>
          {view.authorId && <a href={url(paths.slowModeNew, undefined, { o: view.authorId })}>{t.review.slowPerson}</a>}
          <a href={url(paths.slowModeNew, undefined, { o: one.subjectId })}>{t.report.slow}</a>
        </Acts>
      </section>
      <Reports frame={frame} view={view} />
      {one.decidedAt && <DecisionBody frame={frame} one={one} />}
      {barred ? (
        <Why>{barred}</Why>
      ) : one.state === 'appealed' ? (
        <JudgeForm frame={frame} one={one} form={form} />
      ) : one.state === 'open' ? (
        <DecideForm frame={frame} one={one} form={form} />
      ) : null}
      <p>
        <a href={paths.moderationQueue}>{t.review.back}</a>
      </p>
    </Layout>
  )
}

const Reports = ({ frame, view: { one, reports, weight } }: { frame: Frame; view: ReviewView }) => {
  const t = moderationWords(frame)
  return (
    <section class="tight">
      <h2>{t.review.reports(reports.length)}</h2>
      <p class="small muted">
        <Dots
          items={[
            t.review.weight(weight),
            one.hiddenAt && one.hiddenAs && t.review.hiddenBy({ who: t.roles[one.hiddenAs], date: shortDate(one.hiddenAt, frame.locale) }),
          ]}
        />
      </p>
      {one.hiddenWhy && <p>{one.hiddenWhy}</p>}
      {reports.length > 0 && (
        <Rows plain>
          {reports.map(({ rule, words, at }) => (
            <Row title={t.ruleShort({ number: numberOf(rule), title: t.rules[rule].title })} note={longDate(at, frame.locale)}>
              {words && <p>{words}</p>}
            </Row>
          ))}
        </Rows>
      )}
    </section>
  )
}

const Earlier = ({ frame, view: { earlier } }: { frame: Frame; view: ReviewView }) => {
  const t = moderationWords(frame)
  return (
    <>
      <h2>{t.review.earlier}</h2>
      {earlier.length === 0 ? (
        <p class="muted">{t.review.earlierNone}</p>
      ) : (
        <Facts
          entries={earlier.map(one => ({
            term: one.decidedAt ? longDate(one.decidedAt, frame.locale) : t.states.open,
            value: <Tag kind={toneOf(one.state)}>{t.states[one.state]}</Tag>,
            href: url(paths.moderationReview, { id: one.id }),
          }))}
        />
      )}
    </>
  )
}

const decisions = ['keep', 'hide', 'warn'] as const satisfies readonly Decision[]
const judgements = ['uphold', 'reverse'] as const satisfies readonly Judgement[]

const DecideForm = ({ frame, one, form }: { frame: Frame; one: Case; form: FormState }) => {
  const t = moderationWords(frame)
  return (
    <section class="part tight">
      <h2>{t.review.decide}</h2>
      <Form action={url(paths.moderationDecision, { id: one.id })} form={form} keep={`decyzja-${one.id}`}>
        <Radios
          name="step"
          label={t.review.step}
          form={form}
          required
          options={decisions.map(step => ({ value: step, label: t.review.steps[step], hint: t.review.stepHints[step] }))}
        />
        <Select
          name="rule"
          label={t.review.rule}
          unmarked
          hint={t.review.ruleHint}
          form={form}
          empty={t.review.ruleNone}
          options={talkRules.map(rule => ({ value: rule, label: t.ruleShort({ number: numberOf(rule), title: t.rules[rule].title }) }))}
        />
        <TextArea
          name="statement"
          label={t.review.statement}
          hint={t.review.statementHint}
          form={form}
          rows={4}
          required
          max={caseLimits.statementMax}
        />
        <Acts>
          <Button>{t.review.send}</Button>
        </Acts>
      </Form>
    </section>
  )
}

const JudgeForm = ({ frame, one, form }: { frame: Frame; one: Case; form: FormState }) => {
  const { review: t } = moderationWords(frame)
  return (
    <section class="part tight">
      <h2>{t.judge}</h2>
      <Form action={url(paths.moderationJudgement, { id: one.id })} form={form} keep={`rozstrzygniecie-${one.id}`}>
        <Radios name="step" label={t.step} form={form} required options={judgements.map(step => ({ value: step, label: t.judgeSteps[step] }))} />
        <TextArea name="statement" label={t.settlement} hint={t.settlementHint} form={form} rows={4} required max={caseLimits.statementMax} />
        <Acts>
          <Button>{t.judgeSend}</Button>
        </Acts>
      </Form>
    </section>
  )
}
