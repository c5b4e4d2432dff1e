import { emptyForm, type FormState } from '#kit/form.ts'
import { proposalsWhy } from '#modules/proposals/drafting/unit-asks.parts.tsx'
import { ProblemList } from '#modules/proposals/project-now.parts.tsx'
import { projectTitle } from '#modules/proposals/proposals.parts.tsx'
import type { ProjectView } from '#modules/proposals/views.rules.ts'
import { type Answered, answers, type CheckRow, noteMax, questions } from '#modules/readiness/readiness.rules.ts'
import { readinessTextsEn } from '#modules/readiness/readiness.texts.en.ts'
import { readinessTexts } from '#modules/readiness/readiness.texts.ts'
import { paths, url } from '#paths'
import { FileField } from '#ui/file-field.tsx'
import { ActButton, Button, Field, Form, Hidden, Select } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Facts, Row, Rows, Tag, Why } from '#ui/parts.tsx'

export const readinessWords = (frame: Pick<Frame, 'locale'>): typeof readinessTexts => ({ pl: readinessTexts, en: readinessTextsEn })[frame.locale]

type Consent = { readonly id: string; readonly name: string; readonly alt: string }
type Props = {
  readonly frame: Frame
  readonly view: ProjectView
  readonly rows: readonly CheckRow[]
  readonly answered: readonly Answered[]
  /** Undefined for whoever may not see them. */
  readonly consents: readonly Consent[] | undefined
  readonly form?: FormState | undefined
  readonly consentForm?: FormState | undefined
  readonly formKey: string
}

export const ReadinessPage = (props: Props) => {
  const { frame, view, rows } = props
  const t = readinessWords(frame)
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={projectTitle(frame.locale, view.project)}>
      <section class="stack">
        <h2>{t.list}</h2>
        <Rows plain>
          {rows.map(row => (
            <CheckLine frame={frame} view={view} row={row} />
          ))}
        </Rows>
      </section>
      <Questions {...props} />
      <Consents {...props} />
      <p>
        <a href={url(paths.project, { id: view.project.id })}>{projectTitle(frame.locale, view.project)}</a>
      </p>
    </Layout>
  )
}

const CheckLine = ({ frame, view, row: { check, done, required, who } }: Pick<Props, 'frame' | 'view'> & { row: CheckRow }) => {
  const t = readinessWords(frame)
  const state = done ? 'done' : required ? 'missing' : 'advised'
  return (
    <Row title={t.checks[check]} note={done ? '' : t.who[who]}>
      <p class="tags">
        <Tag kind={done ? 'good' : required ? 'wait' : 'plain'}>{t.states[state]}</Tag>
      </p>
      {check === 'sections' && !done && <ProblemList frame={frame} view={view} />}
    </Row>
  )
}

/** Everybody reads the answers; authors and helpers give them. */
const Questions = ({ frame, view, answered, form = emptyForm }: Props) => {
  const { questions: t } = readinessWords(frame)
  const said = new Map(answered.map(one => [one.question, one]))
  return (
    <section class="stack">
      <h2>{t.title}</h2>
      <p>{t.lead}</p>
      {view.may.write.ok ? (
        <Form action={url(paths.projectReadiness, { id: view.project.id })} form={form}>
          {questions.map(question => (
            <>
              <Select
                name={question}
                label={t[question]}
                form={form}
                unmarked
                empty={t.none}
                value={said.get(question)?.answer ?? ''}
                options={answers.map(value => ({ value, label: t.answers[value] }))}
              />
              <Field name={`${question}-opis`} label={t.note} form={form} maxlength={noteMax} value={said.get(question)?.note ?? ''} />
            </>
          ))}
          <Button>{t.save}</Button>
        </Form>
      ) : (
        <>
          <Facts
            entries={questions.map(question => {
              const one = said.get(question)
              return { term: t[question], value: one ? [t.answers[one.answer], one.note].filter(Boolean).join('. ') : t.none }
            })}
          />
          <Why>{proposalsWhy(frame, view.may.write.why)}</Why>
        </>
      )}
    </section>
  )
}

const Consents = ({ frame, view, consents, consentForm = emptyForm, formKey }: Props) => {
  const { consent: t } = readinessWords(frame)
  const { id } = view.project
  return (
    <section class="stack">
      <h2>{t.title}</h2>
      {consents === undefined ? (
        <Why>{t.hidden}</Why>
      ) : (
        <>
          <p>{t.lead}</p>
          {consents.length === 0 && <p class="muted">{t.none}</p>}
          <Rows plain>
            {consents.map(one => (
              <Row title={one.alt || one.name} href={url(paths.projectConsent, { id, file: one.id })} note={one.name}>
                {view.may.edit.ok && <ActButton small quiet action={url(paths.projectConsentEnd, { id, file: one.id })} label={t.remove} />}
              </Row>
            ))}
          </Rows>
        </>
      )}
      {view.may.edit.ok && (
        <Form action={url(paths.projectConsents, { id })} form={consentForm} files>
          <Hidden name="key" value={formKey} />
          <Field name="opis" label={t.about} form={consentForm} required maxlength={200} />
          <FileField
            name="zgoda"
            label={t.file}
            hint={t.fileHint}
            form={consentForm}
            accept="application/pdf,image/jpeg,image/png,image/webp"
            required
          />
          <Acts>
            <Button quiet>{t.add}</Button>
          </Acts>
        </Form>
      )}
    </section>
  )
}

/** On the project's page: how far it is, for those who write it; the answers, for those who read. */
export const ReadinessBeside = ({ frame, view, rows, answered }: Pick<Props, 'frame' | 'view' | 'rows' | 'answered'>) => {
  const t = readinessWords(frame)
  const href = url(paths.projectReadiness, { id: view.project.id })
  const writes = view.project.state === 'draft' || view.project.state === 'agreeing'
  const inside = writes && (view.may.write.ok || view.own?.state === 'accepted' || view.own?.state === 'helping')
  if (!inside && answered.length === 0) return null
  return (
    <p>
      {inside && `${t.card({ done: rows.filter(({ done }) => done).length, all: rows.length })} `}
      <a href={href}>{inside ? t.cardLink : t.readers}</a>
    </p>
  )
}
