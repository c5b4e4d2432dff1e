import { type FormState, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { type Call, callLimits, callOpenness, questionKinds, takesMinors } from '#modules/ambassadors/applications/calls.rules.ts'
import { callsTextsEn } from '#modules/ambassadors/applications/calls.texts.en.ts'
import { callsTexts } from '#modules/ambassadors/applications/calls.texts.ts'
import { Openness, opennessWords, spanWords } from '#modules/programme/calendar.parts.tsx'
import type { Edition } from '#modules/programme/programme.rules.ts'
import { paths, url } from '#paths'
import { Button, Checkbox, Field, Form, Hidden, Select, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Empty, Fold, LinkButton, Now, Row, Rows, Steps, Tag } from '#ui/parts.tsx'
import { Prose } from '#ui/prose.tsx'

const texts = { pl: callsTexts, en: callsTextsEn }
const Points = ({ of }: { of: string }) => (
  <div class="prose">
    <ul>
      {of.split('\n').map(point => (
        <li>{point}</li>
      ))}
    </ul>
  </div>
)

export type CallView = {
  readonly call: Call
  readonly statute: { readonly html: string; readonly lang: 'pl' | 'en' }
  /** The visitor's own application, where there is one. */
  readonly mine: { readonly id: string; readonly unfinished: boolean } | undefined
}

/** What an ambassador does and gets, until when one may apply, and the one button. */
export const CallPage = ({ frame, view }: { frame: Frame; view: CallView | undefined }) => {
  const { page: t } = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} aside={view && <CallAside frame={frame} view={view} />}>
      {view ? (
        <CallNow frame={frame} view={view} />
      ) : (
        <Empty title={t.noCall}>
          <p>{t.noCallText}</p>
          <p>
            <a href={paths.calendar}>{t.noCallNext}</a>
          </p>
        </Empty>
      )}
      <section class="tight">
        <h2>{t.does}</h2>
        <Points of={t.doesList} />
      </section>
      <section class="tight">
        <h2>{t.gets}</h2>
        <Points of={t.getsList} />
        <p>{t.unpaid}</p>
      </section>
      {view && (
        <section class="tight">
          <h2 id="regulamin">{t.statute}</h2>
          {view.statute.lang !== frame.locale && <p class="small muted">{t.onlyPolish}</p>}
          <Prose html={view.statute.html} {...(view.statute.lang === frame.locale ? {} : { lang: view.statute.lang })} />
        </section>
      )}
    </Layout>
  )
}

const CallNow = ({ frame, view: { call, mine } }: { frame: Frame; view: CallView }) => {
  const { page: t } = texts[frame.locale]
  const open = callOpenness(call, frame.now)
  const tone = open.state === 'open' ? 'good' : open.state === 'over' ? 'no' : 'wait'
  return (
    <Now title={opennessWords(open, frame.locale, frame.now)} tone={tone}>
      {mine ? (
        <Acts>
          <LinkButton href={url(paths.ambassadorApplication, { id: mine.id })}>{mine.unfinished ? t.mineGoOn : t.mine}</LinkButton>
        </Acts>
      ) : (
        open.state === 'open' && (
          <>
            <Form action={paths.ambassadorApplications}>
              <Hidden name="key" value={newId('key')} />
              <Hidden name="nabor" value={call.id} />
              <Acts>
                <Button>{t.apply}</Button>
              </Acts>
            </Form>
            <p class="small muted">{t.applyHint}</p>
          </>
        )
      )}
    </Now>
  )
}

const CallAside = ({ frame, view: { call } }: { frame: Frame; view: CallView }) => {
  const { page: t } = texts[frame.locale]
  return (
    <>
      <section class="tight">
        <h2>{t.who}</h2>
        <p>{call.minAge === null ? t.noMinAge : t.minAge(call.minAge)}</p>
        {takesMinors(call) && <p>{t.minors}</p>}
      </section>
      <section class="tight">
        <h2>{t.how}</h2>
        <Steps steps={t.howSteps.split('\n')} />
      </section>
      <section class="said tight">
        <h2>{t.paper}</h2>
        <p>{t.paperText}</p>
        <p>
          <a href={paths.ambassadorForm}>{t.paperLink}</a>
        </p>
      </section>
    </>
  )
}

export type OfficeCall = {
  readonly call: Call
  readonly edition: string
  /** How many applications, drafts left out. */
  readonly applications: number
  readonly toDecide: number
  /** A clerk enters applications from paper; whoever runs the call reads and decides. */
  readonly mayRun: boolean
}
type OfficeProps = { frame: Frame; calls: readonly OfficeCall[]; mayOpen: boolean }

export const OfficeCallsPage = ({ frame, calls, mayOpen }: OfficeProps) => {
  const { office: t } = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      {calls.length === 0 && (
        <Empty title={t.empty}>
          <p>{t.emptyText}</p>
        </Empty>
      )}
      {mayOpen && (
        <p>
          <LinkButton href={paths.officeCallNew}>{t.open}</LinkButton>
        </p>
      )}
      <Rows plain>
        {calls.map(one => (
          <OfficeCallRow frame={frame} one={one} />
        ))}
      </Rows>
    </Layout>
  )
}

const OfficeCallRow = ({ frame, one: { call, edition, applications, toDecide, mayRun } }: { frame: Frame; one: OfficeCall }) => {
  const { office: t } = texts[frame.locale]
  const { id } = call
  return (
    <Row
      level="h2"
      title={t.row(call.no)}
      href={mayRun ? url(paths.officeCall, { id }) : undefined}
      note={`${edition} · ${spanWords(call, frame.locale)}`}
    >
      <Openness of={callOpenness(call, frame.now)} frame={frame} />
      <Acts>
        {mayRun && (
          <LinkButton href={url(paths.officeApplications, { id })} small>
            {t.applications(applications)}
          </LinkButton>
        )}
        {mayRun && toDecide > 0 && <Tag kind="wait">{t.toDecide(toDecide)}</Tag>}
        <LinkButton href={url(paths.officeApplicationNew, { id })} quiet small>
          {t.enter}
        </LinkButton>
      </Acts>
    </Row>
  )
}

type NewProps = { frame: Frame; form: FormState; editions: readonly Pick<Edition, 'id' | 'title'>[] }
export const CallNewPage = ({ frame, form, editions }: NewProps) => {
  const { office: t } = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.newTitle} lead={t.newLead} kicker={<a href={paths.officeCalls}>{t.title}</a>}>
      {editions.length === 0 ? (
        <Empty title={t.noEdition} />
      ) : (
        <Form action={paths.officeCalls} form={form} keep="nabor-nowy">
          <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
          <Select name="edition" label={t.edition} form={form} required options={editions.map(({ id, title }) => ({ value: id, label: title }))} />
          <CallFields frame={frame} form={form} />
          <Button>{t.open}</Button>
        </Form>
      )}
    </Layout>
  )
}

type ChangeProps = { frame: Frame; call: Call; edition: string; form: FormState; version: number; now?: FormState | undefined }
/** `now` is how the call stands since somebody else has changed it. */
export const CallChangePage = ({ frame, call, edition, form, version, now }: ChangeProps) => {
  const { office: t } = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.changeTitle} kicker={<a href={paths.officeCalls}>{t.title}</a>}>
      <p>
        {edition}, {t.row(call.no).toLowerCase()}: {spanWords(call, frame.locale)}
      </p>
      <p>
        <a href={paths.ambassadorCall}>{t.see}</a>
      </p>
      {now && (
        <Now title={t.meanwhile} tone="wait">
          <p class="num">
            {typedOne(now, 'from')} – {typedOne(now, 'to')}
          </p>
          <p class="letter">{typedOne(now, 'statute')}</p>
          <p>{t.meanwhileNext}</p>
        </Now>
      )}
      <Form action={url(paths.officeCall, { id: call.id })} form={form} keep={`nabor-${call.id}-${version}`}>
        <Hidden name="version" value={version} />
        <CallFields frame={frame} form={form} />
        <TextArea name="reason" label={t.reason} hint={t.reasonHint} form={form} rows={2} max={callLimits.reasonMax} />
        <Button>{t.save}</Button>
      </Form>
    </Layout>
  )
}

const CallFields = ({ frame, form }: { frame: Frame; form: FormState }) => {
  const { office: t } = texts[frame.locale]
  const rows = Array.from({ length: callLimits.questions }, (_, i) => i + 1)
  const asked = rows.some(n => typedOne(form, `question-${n}`) !== '')
  return (
    <>
      <div class="side-by-side">
        <Field name="from" label={t.from} hint={t.dayHint} form={form} required type="date" />
        <Field name="to" label={t.to} hint={t.dayHint} form={form} required type="date" />
      </div>
      <Field name="minAge" label={t.minAge} hint={t.minAgeHint} form={form} inputmode="numeric" />
      <TextArea name="statute" label={t.statute} hint={t.statuteHint} form={form} required rows={12} max={callLimits.statuteMax} />
      <TextArea name="statuteEn" label={t.statuteEn} form={form} rows={6} max={callLimits.statuteMax} />
      <Fold summary={t.questions} open={asked || rows.some(n => form.errors[`question-${n}`])}>
        <p class="hint">{t.questionsLead}</p>
        {rows.map(n => (
          <QuestionRow frame={frame} form={form} n={n} />
        ))}
      </Fold>
    </>
  )
}

const QuestionRow = ({ frame, form, n }: { frame: Frame; form: FormState; n: number }) => {
  const { office: t } = texts[frame.locale]
  return (
    <fieldset class="stack">
      <legend>{t.question(n)}</legend>
      <Hidden name={`question-id-${n}`} value={typedOne(form, `question-id-${n}`)} />
      <Field name={`question-${n}`} label={t.question(n)} form={form} maxlength={callLimits.labelMax} unmarked />
      <Field name={`question-en-${n}`} label={t.questionEn} form={form} maxlength={callLimits.labelMax} unmarked />
      <Select
        name={`question-kind-${n}`}
        label={t.kind}
        form={form}
        required
        options={questionKinds.map(kind => ({ value: kind, label: t.kinds[kind] }))}
      />
      <Checkbox name={`question-required-${n}`} label={t.required} form={form} />
    </fieldset>
  )
}
