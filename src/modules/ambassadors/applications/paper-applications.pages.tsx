import type { Day } from '#kit/dates.ts'
import { longDate, startOfDay } from '#kit/dates.ts'
import { type FormState, typedOne } from '#kit/form.ts'
import { AgeFields, AreaFields, type Asking, QuestionFields, WaysFields } from '#modules/ambassadors/applications/application-forms.pages.tsx'
import { applicationsTextsEn } from '#modules/ambassadors/applications/applications.texts.en.ts'
import { applicationsTexts } from '#modules/ambassadors/applications/applications.texts.ts'
import type { Call } from '#modules/ambassadors/applications/calls.rules.ts'
import { decisionsTextsEn } from '#modules/ambassadors/applications/decisions.texts.en.ts'
import { decisionsTexts } from '#modules/ambassadors/applications/decisions.texts.ts'
import type { PaperFault, PaperLine } from '#modules/ambassadors/applications/paper-applications.rules.ts'
import { spanWords } from '#modules/programme/calendar.parts.tsx'
import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import { paths, url } from '#paths'
import { FileField } from '#ui/file-field.tsx'
import { Button, Checkbox, Field, Form, Hidden, Select, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Empty, Row, Rows } from '#ui/parts.tsx'

const texts = { pl: decisionsTexts, en: decisionsTextsEn }
const words = { pl: applicationsTexts, en: applicationsTextsEn }
const paperChannels = ['paper', 'office', 'meeting', 'phone'] as const

type EntryProps = { readonly frame: Frame; readonly form: FormState; readonly asking: Asking; readonly formKey: string; readonly today: Day }

/** One page that a clerk walks through by keyboard alone, as the paper lies before them. */
export const PaperEntryPage = ({ frame, form, asking, formKey, today }: EntryProps) => {
  const { entry: t } = texts[frame.locale]
  const { call } = asking
  const options = paperChannels.map(value => ({ value, label: words[frame.locale].channels[value] }))
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={<CallLink frame={frame} call={call} />}>
      <Form action={url(paths.officeApplicationNew, { id: call.id })} form={form} files keep={`papier-${call.id}`}>
        <Hidden name="key" value={typedOne(form, 'key') || formKey} />
        <Field name="name" label={t.name} form={form} required maxlength={60} autocomplete="off" />
        <div class="side-by-side">
          <Field name="email" label={t.email} hint={t.emailHint} form={form} type="email" maxlength={200} autocomplete="off" />
          <Field name="phone" label={t.phone} form={form} type="tel" maxlength={30} autocomplete="off" />
        </div>
        <div class="side-by-side">
          <Field name="receivedOn" label={t.receivedOn} hint={t.receivedHint} form={form} required type="date" value={today} />
          <Select name="channel" label={t.channel} form={form} required options={options} />
        </div>
        <AgeFields frame={frame} form={form} asking={asking} />
        <AreaFields frame={frame} form={form} asking={asking} drawing={false} />
        <WaysFields frame={frame} form={form} asking={asking} />
        <QuestionFields frame={frame} form={form} asking={asking} />
        <FileField name="signed" label={t.scan} form={form} accept="application/pdf,image/*" />
        <Checkbox name="isSigned" label={t.signed} form={form} required />
        <ProcessingNote of="applications" />
        <Acts>
          <Button name="next" value="tak">
            {t.next}
          </Button>
          <Button quiet>{t.save}</Button>
        </Acts>
      </Form>
    </Layout>
  )
}

/** To the calls, which a clerk may open; the list of applications is the coordinator's. */
const CallLink = ({ frame, call }: { frame: Frame; call: Call }) => (
  <a href={paths.officeCalls}>
    {texts[frame.locale].list.title}: {spanWords(call, frame.locale)}
  </a>
)

type ImportProps = { readonly frame: Frame; readonly call: Call; readonly form: FormState; readonly faults?: readonly PaperFault[] }

export const PaperImportPage = ({ frame, call, form, faults = [] }: ImportProps) => {
  const { import: t } = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={<CallLink frame={frame} call={call} />}>
      {faults.length > 0 && <Faults frame={frame} faults={faults} />}
      <section class="said tight">
        <h2>{t.columns}</h2>
        <p>{t.columnsHint}</p>
        <pre class="scroll small" tabindex={0}>
          {t.example}
        </pre>
      </section>
      <Form action={url(paths.officeApplicationsImport, { id: call.id })} form={form} files>
        <FileField name="file" label={t.file} form={form} accept=".csv,text/csv,text/plain" />
        <TextArea name="table" label={t.text} form={form} rows={8} />
        <Button>{t.preview}</Button>
      </Form>
    </Layout>
  )
}

const most = 50
const Faults = ({ frame, faults }: { frame: Frame; faults: readonly PaperFault[] }) => {
  const { import: t, faults: why } = texts[frame.locale]
  return (
    <div class="errors" role="alert">
      <h2>{t.faults}</h2>
      <ul>
        {faults.slice(0, most).map(fault => (
          <li>{t.fault(fault.line, [why[fault.why], fault.what].filter(part => part !== '').join(': '))}</li>
        ))}
      </ul>
    </div>
  )
}

type PreviewProps = {
  readonly frame: Frame
  readonly call: Call
  readonly table: string
  readonly fresh: readonly PaperLine[]
  readonly same: number
}
export const PaperPreviewPage = ({ frame, call, table, fresh, same }: PreviewProps) => {
  const { import: t } = texts[frame.locale]
  const back = url(paths.officeApplicationsImport, { id: call.id })
  return (
    <Layout frame={frame} title={t.previewTitle} kicker={<a href={back}>{t.title}</a>}>
      {fresh.length === 0 ? <Empty title={t.nothing} /> : <p>{t.ready(fresh.length)}</p>}
      {same > 0 && <p>{t.same(same)}</p>}
      <Rows plain>
        {fresh.map(({ content, receivedOn }) => (
          <Row level="h2" title={content.name} note={`${content.areaWords} · ${longDate(startOfDay(receivedOn), frame.locale)}`} />
        ))}
      </Rows>
      {fresh.length > 0 && (
        <Form action={back}>
          <Hidden name="table" value={table} />
          <Hidden name="step" value="save" />
          <Button>{t.save}</Button>
        </Form>
      )}
    </Layout>
  )
}
