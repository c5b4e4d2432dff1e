import type { FormState } from '#kit/form.ts'
import type { Verdict } from '#kit/verdict.ts'
import { type Clash, Clashes } from '#modules/proposals/drafting/clashes.parts.tsx'
import { type CostLine, formatQuantity, textMax } from '#modules/proposals/drafting/drafting.rules.ts'
import { projectTitle, projectWords } from '#modules/proposals/proposals.parts.tsx'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { completionWords, dayWords, partName, partNames } from '#modules/submission/completion/completion.parts.tsx'
import {
  type Call,
  type CallablePart,
  type CallWhy,
  callable,
  type OfficeWhy,
  type SendWhy,
  type WriteWhy,
} from '#modules/submission/completion/completion.rules.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Checkboxes, Field, Form, Hidden, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, LinkButton, Now, Why } from '#ui/parts.tsx'

type InFrame = { readonly frame: Frame; readonly project: Project }
const Back = ({ frame, project }: InFrame) => (
  <p>
    <a href={url(paths.project, { id: project.id })}>{completionWords(frame).toProject}</a>
  </p>
)

type CallingProps = InFrame & {
  readonly form: FormState
  readonly formKey: string
  readonly verdict: Verdict<CallWhy>
  readonly dueOn: string
  readonly days: number
}

/** The clerk says what is missing, why, and by when. */
export const CallingPage = ({ frame, project, form, formKey, verdict, dueOn, days }: CallingProps) => {
  const { calling: t, why } = completionWords(frame)
  return (
    <Layout frame={frame} title={t.title} kicker={projectTitle(frame.locale, project)} lead={t.lead}>
      {verdict.ok ? (
        <Form action={url(paths.projectCompletionCall, { id: project.id })} form={form}>
          <Hidden name="key" value={formKey} />
          <Checkboxes name="czesci" label={t.parts} form={form} options={callable.map(value => ({ value, label: partName(frame, value) }))} />
          <TextArea name="slowa" label={t.words} hint={t.wordsHint} form={form} rows={6} required max={4000} />
          <Field name="termin" type="date" label={t.due} hint={t.dueHint(days)} form={form} value={dueOn} short required />
          <Button>{t.go}</Button>
        </Form>
      ) : (
        <Why>{why[verdict.why]}</Why>
      )}
      <Back frame={frame} project={project} />
    </Layout>
  )
}

export type PartForm = {
  readonly part: CallablePart
  readonly text: string
  readonly costs: readonly CostLine[]
  readonly revision: number
  readonly form: FormState
  /** Where somebody else said something different meanwhile. */
  readonly clash?: Clash | undefined
}
export type AnsweringProps = InFrame & {
  readonly call: Call
  readonly parts: readonly PartForm[]
  readonly writing: Verdict<WriteWhy>
  readonly freezing: Verdict<SendWhy>
  readonly sending: Verdict<SendWhy>
  readonly accepted: { readonly done: number; readonly all: number; readonly mine: boolean }
  /** The rules ask for the consent of every author; else the lead answers alone. */
  readonly allAgree: boolean
  readonly office: { readonly may: Verdict<OfficeWhy>; readonly deadline: FormState; readonly end: FormState }
  readonly refusal?: string | undefined
}

/** What the office asks for, the parts to change, and the way to hand it in. */
export const AnsweringPage = (props: AnsweringProps) => {
  const { frame, project, call, writing, refusal } = props
  const { answering: t, beside, why } = completionWords(frame)
  return (
    <Layout frame={frame} title={t.title} kicker={projectTitle(frame.locale, project)} lead={t.lead}>
      {refusal && <Why>{refusal}</Why>}
      <Now tone="wait" title={t.saysOffice} kicker={beside.due({ day: dayWords(frame, call.dueOn) })}>
        <p class="prose">{call.words}</p>
        <p>{beside.parts(partNames(frame, call.parts))}</p>
      </Now>
      {/* first what somebody has to mend: handing in now would leave their words out */}
      {props.parts.every(isSaved) && <Handing {...props} />}
      {writing.ok ? props.parts.map(part => <PartSection frame={frame} project={project} {...part} />) : <Why>{why[writing.why]}</Why>}
      {props.office.may.ok && <Office {...props} />}
      <Back frame={frame} project={project} />
    </Layout>
  )
}

const isSaved = ({ clash, form }: PartForm) => !clash && Object.keys(form.errors).length === 0

/** Where the answer stands: being written, waiting for consents, ready to be sent. */
const Handing = ({ frame, project, call, freezing, sending, accepted, writing, allAgree }: AnsweringProps) => {
  const { answering: t, why } = completionWords(frame)
  const at = { id: project.id }
  const together = accepted.all > 1
  const who = together && <p>{allAgree ? t.whoAgrees.all : t.whoAgrees.lead}</p>
  if (!writing.ok) return null
  if (call.state === 'open')
    return (
      <>
        {who}
        {freezing.ok ? (
          <ActButton action={url(paths.projectCompletionVersion, at)} label={together && allAgree ? t.freeze : t.freezeAlone} />
        ) : (
          <Why>{why[freezing.why]}</Why>
        )}
      </>
    )
  const version = call.version ?? 0
  return (
    <section class="said stack">
      <p>{together && allAgree ? t.frozen(version) : t.frozenAlone(version)}</p>
      {together && allAgree ? <p>{t.accepted(accepted)}</p> : who}
      <Acts>
        {allAgree && !accepted.mine && <ActButton action={url(paths.projectCompletionAcceptance, at)} label={t.accept} />}
        {sending.ok && <ActButton action={url(paths.projectCompletionAnswer, at)} label={t.send} />}
        <LinkButton quiet href={url(paths.projectVersion, { ...at, version }, { od: project.version })}>
          {t.see}
        </LinkButton>
      </Acts>
      {!sending.ok && <Why>{why[sending.why]}</Why>}
    </section>
  )
}

const PartSection = ({ frame, project, part, text, costs, revision, form, clash }: InFrame & PartForm) => {
  const { answering: t } = completionWords(frame)
  const { edit } = projectWords(frame)
  const name = partName(frame, part)
  return (
    <Form action={url(paths.projectCompletionPart, { id: project.id, part })} form={form} id={`czesc-${part}`}>
      <h2>{name}</h2>
      {clash && <Clashes frame={frame} clash={clash} lead={edit.conflictLead(clash.by || edit.somebody)} />}
      <Hidden name="rewizja" value={revision} />
      {part === 'costs' ? (
        <CostRows frame={frame} costs={costs} form={form} />
      ) : (
        <TextArea name="tekst" id={`tekst-${part}`} label={name} form={form} value={text} rows={part === 'title' ? 2 : 7} max={textMax} required />
      )}
      <Button quiet>{t.save(name)}</Button>
    </Form>
  )
}

const money = (grosze: number) => (grosze % 100 === 0 ? String(grosze / 100) : (grosze / 100).toFixed(2).replace('.', ','))
const spare = 3
/** The lines that stand and a few empty ones; a line cleared is a line removed. */
export const CostRows = ({ frame, costs, form }: { frame: Frame; costs: readonly CostLine[]; form: FormState }) => {
  const { answering: t } = completionWords(frame)
  const touched = Object.keys(form.typed).length > 0
  const value = (words: string) => (touched ? '' : words)
  return (
    <>
      <p class="hint">{t.emptyRow}</p>
      {Array.from({ length: costs.length + spare }, (_, i) => costs[i]).map((line, i) => (
        <fieldset>
          <legend>{t.row(i + 1)}</legend>
          <Hidden name={`id-${i}`} value={line?.id ?? ''} />
          <Hidden name={`kod-${i}`} value={line?.item ?? ''} />
          <Field name={`co-${i}`} label={t.what} form={form} value={value(line?.name ?? '')} maxlength={120} unmarked />
          <div class="side-by-side">
            <Field
              name={`ile-${i}`}
              label={t.howMany}
              form={form}
              value={value(line ? formatQuantity(line.quantity, frame.locale) : '')}
              inputmode="decimal"
              unmarked
            />
            <Field name={`jednostka-${i}`} label={t.unit} form={form} value={value(line?.unit ?? '')} maxlength={20} unmarked />
            <Field name={`cena-${i}`} label={t.price} form={form} value={value(line ? money(line.price) : '')} inputmode="decimal" unmarked />
          </div>
        </fieldset>
      ))}
    </>
  )
}

const Office = ({ frame, project, office }: AnsweringProps) => {
  const { office: t } = completionWords(frame)
  return (
    <section class="said stack">
      <h2>{t.title}</h2>
      <Form action={url(paths.projectCompletionDeadline, { id: project.id })} form={office.deadline} class="form plain">
        <Field name="termin" type="date" label={t.extend} form={office.deadline} short required />
        <Button quiet>{t.extendGo}</Button>
      </Form>
      <Form action={url(paths.projectCompletionEnd, { id: project.id })} form={office.end} class="form plain">
        <TextArea name="powod" label={t.reason} form={office.end} rows={2} required max={1000} />
        <Button quiet>{t.withdraw}</Button>
      </Form>
    </section>
  )
}
