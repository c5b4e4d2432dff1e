import type { FormState } from '#kit/form.ts'
import type { Verdict } from '#kit/verdict.ts'
import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import { projectTitle } from '#modules/proposals/proposals.parts.tsx'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { agreeingWords, type Missing, type WhyNot, whyNot } from '#modules/submission/agreeing/agreeing.parts.tsx'
import { paths, url } from '#paths'
import { FileField } from '#ui/file-field.tsx'
import { Button, Checkbox, Field, Form, Hidden, Select, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Why } from '#ui/parts.tsx'

type Props = { readonly frame: Frame; readonly project: Project; readonly version: number; readonly form: FormState }
const Back = ({ frame, project }: Pick<Props, 'frame' | 'project'>) => (
  <a href={url(paths.project, { id: project.id })}>{agreeingWords(frame).toProject}</a>
)

type SigningProps = Props & { readonly missing: readonly Missing[]; readonly formKey: string; readonly pageNeeded: boolean; readonly person: string }

/** The lead, a clerk or an ambassador brings the page that somebody signed by hand. */
export const SigningPage = ({ frame, project, version, form, missing, formKey, pageNeeded, person }: SigningProps) => {
  const { signing: t } = agreeingWords(frame)
  return (
    <Layout frame={frame} title={t.title(version)} kicker={projectTitle(frame.locale, project)} lead={t.lead}>
      {missing.length === 0 ? (
        <Why>{t.nobody}</Why>
      ) : (
        <Form action={url(paths.projectSignature, { id: project.id, version })} form={form} files>
          <Hidden name="key" value={formKey} />
          <Select
            name="osoba"
            label={t.person}
            form={form}
            value={person}
            empty={t.choose}
            required
            options={missing.map(({ personId, name }) => ({ value: personId, label: name }))}
          />
          <Field name="odcisk" label={t.mark} hint={t.markHint} form={form} autocomplete="off" maxlength={100} short required />
          <FileField
            name="kartka"
            label={t.page}
            hint={pageNeeded ? t.pageHint : `${t.pageHint} ${t.pageOffice}`}
            form={form}
            accept="application/pdf,image/jpeg,image/png,image/webp"
            required={pageNeeded}
          />
          <ProcessingNote of="submissions" />
          <Button>{t.save}</Button>
        </Form>
      )}
      <p>
        <Back frame={frame} project={project} />
      </p>
    </Layout>
  )
}

/** A co-author says no. */
export const RefusingPage = ({ frame, project, version, form, verdict }: Props & { verdict: Verdict<WhyNot> }) => {
  const { refusing: t } = agreeingWords(frame)
  return (
    <Layout frame={frame} title={t.title(version)} kicker={projectTitle(frame.locale, project)} lead={t.lead}>
      {verdict.ok ? (
        <Form action={url(paths.projectRefusal, { id: project.id, version })} form={form}>
          <TextArea name="powod" label={t.reason} hint={t.reasonHint} form={form} rows={4} required max={1000} />
          <Checkbox name="bezemnie" label={t.withoutMe} form={form} />
          <Acts>
            <Button>{t.go}</Button>
            <Back frame={frame} project={project} />
          </Acts>
        </Form>
      ) : (
        <>
          <Why>{whyNot(frame, verdict.why)}</Why>
          <p>
            <Back frame={frame} project={project} />
          </p>
        </>
      )}
    </Layout>
  )
}

/** The lead lets somebody go who said no, or goes back to correcting. */
export const ReleasingPage = ({ frame, project, version, form, missing }: Props & { missing: Missing }) => {
  const { releasing: t, beside } = agreeingWords(frame)
  const consented = missing.refusal?.withoutMe === true
  return (
    <Layout frame={frame} title={t.title} kicker={projectTitle(frame.locale, project)} lead={t.lead(missing.name)}>
      {missing.refusal ? (
        <>
          <p>{beside.refused(missing.refusal.reason)}</p>
          {consented && <p>{t.consent}</p>}
          <Form action={url(paths.projectRelease, { id: project.id, version, person: missing.personId })} form={form}>
            <TextArea name="powod" label={t.reason} hint={t.reasonHint} form={form} rows={3} required={!consented} max={1000} />
            <Acts>
              <Button>{t.go}</Button>
              <a href={url(paths.projectReopening, { id: project.id })}>{t.reopen}</a>
            </Acts>
          </Form>
        </>
      ) : (
        <Why>{whyNot(frame, 'not-refused')}</Why>
      )}
      <p>
        <Back frame={frame} project={project} />
      </p>
    </Layout>
  )
}

/** What was asked for cannot be done now, and why. */
export const NotNowPage = ({ frame, project, why }: Pick<Props, 'frame' | 'project'> & { why: WhyNot }) => (
  <Layout frame={frame} title={agreeingWords(frame).notNow} kicker={projectTitle(frame.locale, project)}>
    <Why>{whyNot(frame, why)}</Why>
    <p>
      <Back frame={frame} project={project} />
    </p>
  </Layout>
)
