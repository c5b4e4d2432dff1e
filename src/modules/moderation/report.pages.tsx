import { dateAndTime } from '#kit/dates.ts'
import { type FormState, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import type { Thing } from '#kit/things.ts'
import type { Verdict } from '#kit/verdict.ts'
import { type SlowKind, type SlowMode, slowLimits } from '#modules/moderation/limits.rules.ts'
import { moderationWords } from '#modules/moderation/moderation.parts.tsx'
import { type ReportWhy, reportLimits } from '#modules/moderation/reports.rules.ts'
import { numberOf, talkRules } from '#modules/moderation/talk-rules.rules.ts'
import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import { paths, url } from '#paths'
import { ActButton, Button, Field, Form, Hidden, Radios, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Fold, LinkButton, Row, Rows, Why } from '#ui/parts.tsx'

type Props = {
  frame: Frame
  thing: Thing
  form: FormState
  verdict: Verdict<ReportWhy>
  host: boolean
  hostForm: FormState
  refused?: string | undefined
}

const ruleOptions = (frame: Frame) => {
  const t = moderationWords(frame)
  return talkRules.map(rule => ({
    value: rule,
    label: t.ruleShort({ number: numberOf(rule), title: t.rules[rule].title }),
    hint: t.rules[rule].text,
  }))
}

/** Which rule does it break? For whoever hosts the talk also: take it out of sight at once. */
export const ReportPage = ({ frame, thing, form, verdict, host, hostForm, refused }: Props) => {
  const t = moderationWords(frame)
  return (
    <Layout frame={frame} title={t.report.title} lead={t.report.lead} kicker={t.decision.kicker}>
      {refused && <Why>{refused}</Why>}
      <Reported frame={frame} thing={thing} />
      {verdict.ok ? (
        <Form action={paths.reportNew} form={form}>
          <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
          <Hidden name="o" value={thing.id} />
          <Radios name="rule" label={t.report.rule} form={form} required options={ruleOptions(frame)} />
          <TextArea name="words" label={t.report.words} hint={t.report.wordsHint} form={form} rows={3} max={reportLimits.wordsMax} />
          <ProcessingNote of="moderation" />
          <Acts>
            <Button>{t.report.send}</Button>
            <a href={thing.path}>{t.report.back}</a>
          </Acts>
        </Form>
      ) : (
        <>
          <Why>{t.why[verdict.why]}</Why>
          <p>
            <a href={thing.path}>{t.report.back}</a>
          </p>
        </>
      )}
      {host && <HostActs frame={frame} thing={thing} form={hostForm} />}
    </Layout>
  )
}

const Reported = ({ frame, thing }: { frame: Frame; thing: Thing }) => {
  const { report: t } = moderationWords(frame)
  return (
    <section class="said tight" aria-labelledby="zglaszany">
      <h2 id="zglaszany" class="small">
        {t.about}
      </h2>
      <p>
        <b>{thing.title}</b>
      </p>
      {thing.text && <p>{thing.text}</p>}
    </section>
  )
}

const HostActs = ({ frame, thing, form }: { frame: Frame; thing: Thing; form: FormState }) => {
  const { report: t } = moderationWords(frame)
  return (
    <section class="part tight">
      {thing.isPublic && (
        <Fold summary={t.host} open={Object.keys(form.errors).length > 0}>
          <p>{t.hostLead}</p>
          <Form action={paths.hidingNew} form={form} class="form plain">
            <Hidden name="o" value={thing.id} />
            <TextArea name="reason" label={t.hostWhy} form={form} rows={2} required max={slowLimits.reasonMax} />
            <Acts>
              <Button quiet>{t.host}</Button>
            </Acts>
          </Form>
        </Fold>
      )}
      <p>
        <LinkButton href={url(paths.slowModeNew, undefined, { o: thing.id })} quiet small>
          {t.slow}
        </LinkButton>
      </p>
    </section>
  )
}

type SlowProps = {
  frame: Frame
  kind: SlowKind
  /** What the slow mode is about: its id, and the title that people know. */
  about: { readonly id: string; readonly title: string; readonly path: string }
  form: FormState
  hoursMax: number
  modes: readonly SlowMode[]
  refused?: string | undefined
}

/** How long between posts, for how long, and why. */
export const SlowPage = ({ frame, kind, about, form, hoursMax, modes, refused }: SlowProps) => {
  const { slow: t, decision, report } = moderationWords(frame)
  return (
    <Layout
      frame={frame}
      title={kind === 'person' ? t.titlePerson : t.title}
      lead={kind === 'person' ? t.leadPerson : t.lead}
      kicker={decision.kicker}
    >
      <p>
        <b>{about.title}</b>
      </p>
      {refused && <Why>{refused}</Why>}
      <SlowRows frame={frame} modes={modes} />
      <Form action={paths.slowModeNew} form={form}>
        <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
        <Hidden name="o" value={about.id} />
        <Field name="minutes" label={t.minutes} hint={t.minutesHint} form={form} required short inputmode="numeric" value="10" />
        <Field name="hours" label={t.hours} hint={t.hoursHint(hoursMax)} form={form} required short inputmode="numeric" value="6" />
        <TextArea name="reason" label={t.reason} hint={t.reasonHint} form={form} rows={2} required max={slowLimits.reasonMax} />
        <Acts>
          <Button>{t.send}</Button>
          <a href={about.path}>{report.back}</a>
        </Acts>
      </Form>
    </Layout>
  )
}

/** What people know the slowed things and persons by, by id. */
export type SlowTitles = ReadonlyMap<string, string>

/** What holds now, each with its end and the button that ends it. */
export const SlowRows = ({ frame, modes, titles }: { frame: Frame; modes: readonly SlowMode[]; titles?: SlowTitles }) => {
  const { slow: t, roles } = moderationWords(frame)
  if (modes.length === 0) return null
  return (
    <Rows plain>
      {modes.map(mode => (
        <Row
          title={titles?.get(mode.subjectId) ?? t[mode.kind]}
          note={`${t.until({ minutes: mode.minutes, date: dateAndTime(mode.until, frame.locale) })} · ${roles[mode.setAs]} · ${mode.reason || t.burst}`}
        >
          <ActButton action={url(paths.slowModeEnd, { id: mode.id })} label={t.end} quiet small />
        </Row>
      ))}
    </Rows>
  )
}
