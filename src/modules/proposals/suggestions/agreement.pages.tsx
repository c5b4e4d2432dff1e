import type { FormState } from '#kit/form.ts'
import { no } from '#kit/verdict.ts'
import { opennessWords } from '#modules/programme/calendar.parts.tsx'
import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import { aloneWords } from '#modules/proposals/alone/alone.parts.tsx'
import { ProblemList } from '#modules/proposals/project-now.parts.tsx'
import { ProjectBody, projectTitle } from '#modules/proposals/proposals.parts.tsx'
import { proposalsTextsEn } from '#modules/proposals/proposals.texts.en.ts'
import { proposalsTexts } from '#modules/proposals/proposals.texts.ts'
import { agreementTextsEn } from '#modules/proposals/suggestions/agreement.texts.en.ts'
import { agreementTexts } from '#modules/proposals/suggestions/agreement.texts.ts'
import type { ProjectView } from '#modules/proposals/views.rules.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Form, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Why } from '#ui/parts.tsx'

const texts = { pl: agreementTexts, en: agreementTextsEn }
const common = { pl: proposalsTexts, en: proposalsTextsEn }

type ReasonProps = { readonly frame: Frame; readonly view: ProjectView; readonly form: FormState; readonly kind: 'reopen' | 'withdrawal' }

/** An act that needs a reason in words: opening a version again, withdrawing a project. */
export const ReasonPage = ({ frame, view, form, kind }: ReasonProps) => {
  const t = texts[frame.locale][kind]
  const c = common[frame.locale]
  const verdict = kind === 'reopen' ? view.may.reopen : view.may.withdraw
  const path = kind === 'reopen' ? paths.projectReopening : paths.projectWithdrawal
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={projectTitle(frame.locale, view.project)}>
      {verdict.ok ? (
        <Form action={url(path, { id: view.project.id })} form={form}>
          <TextArea name="powod" label={t.reason} hint={t.reasonHint} form={form} required rows={4} max={1000} />
          <Acts>
            <Button>{t.go}</Button>
            <a href={url(paths.project, { id: view.project.id })}>{c.page.toProject}</a>
          </Acts>
        </Form>
      ) : (
        <Why>{c.why[verdict.why]}</Why>
      )}
    </Layout>
  )
}

export const SubmissionPage = ({ frame, view }: { frame: Frame; view: ProjectView }) => {
  const t = texts[frame.locale].submission
  const c = common[frame.locale]
  const { project, may } = view
  const alone = project.path === 'individual'
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={projectTitle(frame.locale, project)}>
      {may.submit.ok ? (
        <>
          <p>{alone ? aloneWords(frame).ready : t.ready}</p>
          {alone && <ProjectBody frame={frame} view={{ ...view, may: { ...may, write: no('waits') } }} />}
          <p>
            <a href={url(paths.projectVersion, { id: project.id, version: project.version })}>{t.version(project.version)}</a>
          </p>
          <ProcessingNote of="submissions" />
          <ActButton action={url(paths.projectSubmission, { id: project.id })} label={t.go} />
        </>
      ) : (
        <Why>{may.submit.why.startsWith('phase-') ? opennessWords(view.submission, frame.locale, frame.now) : c.why[may.submit.why]}</Why>
      )}
      {!may.submit.ok && may.submit.why === 'incomplete' && <ProblemList frame={frame} view={view} />}
      <p>
        {alone && may.edit.ok && (
          <>
            <a href={url(paths.projectForm, { id: project.id })}>{aloneWords(frame).back}</a>
            {' · '}
          </>
        )}
        <a href={url(paths.project, { id: project.id })}>{c.page.toProject}</a>
      </p>
    </Layout>
  )
}
