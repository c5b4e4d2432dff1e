import type { Day } from '#kit/dates.ts'
import { type FormState, filled } from '#kit/form.ts'
import type { Verdict } from '#kit/verdict.ts'
import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import { projectTitle } from '#modules/proposals/proposals.parts.tsx'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { ExaminedNote, ExamineForm } from '#modules/support/examining.parts.tsx'
import type { Examining } from '#modules/support/examining.rules.ts'
import type { Standing } from '#modules/support/standing.rules.ts'
import { SupportCard, supportWords } from '#modules/support/support.parts.tsx'
import { type EndorseWhy, type KeyWhy, lineFaults, type SupportLine } from '#modules/support/support.rules.ts'
import { paths, url } from '#paths'
import { FileField } from '#ui/file-field.tsx'
import { ActButton, Button, Field, Form, Hidden, Select } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { LiveNote } from '#ui/live-note.tsx'
import { Acts, LinkButton, Why } from '#ui/parts.tsx'

type InFrame = { readonly frame: Frame; readonly project: Project }
type SupportProps = InFrame & {
  readonly standing: Standing | undefined
  readonly endorsing: Verdict<EndorseWhy | 'on-paper'>
  readonly mine: boolean
  readonly mayKey: boolean
}

/** The public side of a list: how many, until when, and how to sign. Never who. */
export const SupportPage = ({ frame, project, standing, endorsing, mine, mayKey }: SupportProps) => {
  const t = supportWords(frame)
  const address = { id: project.id }
  const isOff = !endorsing.ok && endorsing.why === 'support-off'
  return (
    <Layout frame={frame} title={t.title} kicker={projectTitle(frame.locale, project)}>
      <LiveNote about={[project.id]} here={url(paths.projectSupport, address)} />
      {standing ? <SupportCard frame={frame} standing={standing} linked={false} /> : !isOff && <Why>{t.why['not-ready']}</Why>}
      {standing && <ExaminedNote frame={frame} standing={standing} />}
      {standing?.extension && <p>{t.extended({ reason: standing.extension })}</p>}
      {standing && <p>{standing.districtOnly ? t.who.district : t.who.city}</p>}
      {mine ? (
        <>
          <p>{t.mine}</p>
          <ActButton action={url(paths.projectEndorsementEnd, address)} label={t.takeBack} quiet />
        </>
      ) : endorsing.ok ? (
        <>
          <ProcessingNote of="support" />
          <ActButton action={url(paths.projectEndorsement, address)} label={t.endorse} />
        </>
      ) : (
        // said above already
        endorsing.why !== 'not-ready' && <Why>{t.why[endorsing.why]}</Why>
      )}
      {standing && <p>{t.paper}</p>}
      <p>{t.onlyCount}</p>
      <Acts>
        {standing && (
          <LinkButton quiet href={url(paths.projectSupportList, address)}>
            {t.print}
          </LinkButton>
        )}
        {mayKey && <LinkButton href={url(paths.projectSupportKeying, address)}>{t.toKeying}</LinkButton>}
        <a href={url(paths.project, address)}>{t.toProject}</a>
      </Acts>
    </Layout>
  )
}

type KeyingProps = InFrame & {
  readonly lines: readonly SupportLine[]
  readonly keying: Verdict<KeyWhy>
  readonly form: FormState
  readonly scanForm: FormState
  readonly scanKey: string
  readonly deadlineForm: FormState
  readonly examining: Examining | undefined
  /** The day on which the list came that was keyed in last. */
  readonly receivedOn: Day
}

/** The clerk's side: one line after another by keyboard alone, and what stands already. */
export const KeyingPage = (props: KeyingProps) => {
  const { frame, project, keying, form } = props
  const t = supportWords(frame)
  return (
    <Layout frame={frame} title={t.keying.title} kicker={projectTitle(frame.locale, project)} lead={t.keying.lead}>
      {keying.ok ? (
        <LineForm frame={frame} project={project} form={form} next={nextNumber(props.lines)} receivedOn={props.receivedOn} />
      ) : (
        <Why>{t.why[keying.why]}</Why>
      )}
      <Lines {...props} />
      {keying.ok && props.examining && <ExamineForm frame={frame} project={project} examining={props.examining} />}
      {keying.ok && <ScanForm {...props} />}
      {keying.ok && <DeadlineForm {...props} />}
      <p>
        <a href={url(paths.projectSupport, { id: project.id })}>{t.toSupport}</a>
      </p>
    </Layout>
  )
}
const nextNumber = (lines: readonly SupportLine[]) => Math.max(0, ...lines.map(line => line.number ?? 0)) + 1

const LineForm = ({ frame, project, form, next, receivedOn }: InFrame & { form: FormState; next: number; receivedOn: Day }) => {
  const t = supportWords(frame)
  const faults = lineFaults.map(value => ({ value, label: t.faults[value] }))
  return (
    <Form action={url(paths.projectSupportKeying, { id: project.id })} form={form}>
      <Field name="numer" label={t.keying.number} form={form} value={String(next)} inputmode="numeric" short required />
      <Field name="nazwa" label={t.keying.name} form={form} maxlength={200} autocomplete="off" autofocus required />
      <Field name="adres" label={t.keying.address} hint={t.keying.addressHint} form={form} maxlength={200} autocomplete="off" required />
      <Field name="wplynelo" type="date" label={t.keying.received} hint={t.keying.receivedHint} form={form} value={receivedOn} short required />
      <Select name="wada" label={t.keying.fault} form={form} options={faults} empty={t.keying.valid} />
      <Button>{t.keying.save}</Button>
    </Form>
  )
}

const Lines = ({ frame, project, lines, keying }: KeyingProps) => {
  const { keying: t, states, faults } = supportWords(frame)
  if (lines.length === 0) return <p>{t.none}</p>
  return (
    <section class="scroll stacked" tabindex={0} aria-label={t.lines}>
      <table>
        <caption>{t.lines}</caption>
        <thead>
          <tr>
            {Object.values(t.columns).map(words => (
              <th scope="col">{words}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr>
              <th scope="row">{line.number ?? t.online}</th>
              <td data-term={t.columns.name}>{line.name || (line.number === null ? '–' : t.erased)}</td>
              <td data-term={t.columns.address}>{line.address || '–'}</td>
              <td data-term={t.columns.state}>{line.why ? `${states[line.state]}: ${faults[line.why]}` : states[line.state]}</td>
              <td>{keying.ok && line.state !== 'withdrawn' && <LineChange frame={frame} project={project} line={line} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const LineChange = ({ frame, project, line }: InFrame & { line: SupportLine }) => {
  const { keying: t, faults } = supportWords(frame)
  const id = `zmiana-${line.id}`
  const options = [
    ...(line.state === 'valid' ? lineFaults.map(value => ({ value, label: faults[value] })) : []),
    ...(line.state === 'invalid' && line.why !== 'mistyped' ? [{ value: 'restore', label: t.restore }] : []),
    { value: 'withdraw', label: t.withdraw },
  ]
  return (
    <Form action={url(paths.projectSupportLine, { id: project.id, line: line.id })} class="form plain">
      <Select id={id} name="zmiana" label={t.change(line.number ?? 0)} form={filled({})} options={options} required />
      <Button small quiet>
        {t.apply}
      </Button>
    </Form>
  )
}

const ScanForm = ({ frame, project, scanForm, scanKey }: KeyingProps) => {
  const { scan: t } = supportWords(frame)
  return (
    <Form action={url(paths.projectSupportScans, { id: project.id })} form={scanForm} files>
      <h2>{t.title}</h2>
      <Hidden name="key" value={scanKey} />
      <Field name="strony" label={t.label} form={scanForm} maxlength={200} required />
      <FileField name="skan" label={t.file} hint={t.fileHint} form={scanForm} accept="application/pdf,image/jpeg,image/png,image/webp" required />
      <Button quiet>{t.save}</Button>
    </Form>
  )
}

const DeadlineForm = ({ frame, project, deadlineForm }: KeyingProps) => {
  const { deadline: t } = supportWords(frame)
  return (
    <Form action={url(paths.projectSupportDeadline, { id: project.id })} form={deadlineForm}>
      <h2>{t.title}</h2>
      <Field name="dzien" type="date" label={t.until} form={deadlineForm} short required />
      <Field name="powod" label={t.reason} hint={t.reasonHint} form={deadlineForm} maxlength={200} required />
      <Button quiet>{t.save}</Button>
    </Form>
  )
}
