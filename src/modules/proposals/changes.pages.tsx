import { emptyForm, type FormState } from '#kit/form.ts'
import { CommentHead, discussionsWords, SettlementNote } from '#modules/discussions/comments.parts.tsx'
import { type Comment, commentLimits, outcomes } from '#modules/discussions/discussions.rules.ts'
import { changesWords } from '#modules/proposals/changes.parts.tsx'
import { projectTitle } from '#modules/proposals/proposals.parts.tsx'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { paths, url } from '#paths'
import { Button, Form, Radios, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Why } from '#ui/parts.tsx'

export type ChangeView = {
  readonly project: Project
  readonly comment: Comment
  readonly names: ReadonlyMap<string, string>
  /** Why this visitor does not answer. */
  readonly refusal: string | undefined
  readonly form?: FormState | undefined
}

/** One proposed change, and the authors' answer to it. */
export const ChangePage = ({ frame, view }: { frame: Frame; view: ChangeView }) => {
  const { project, comment, names, refusal, form = emptyForm } = view
  const t = changesWords(frame)
  const back = url(paths.project, { id: project.id })
  const typed = refusal && form.typed.why
  return (
    <Layout frame={frame} title={t.title} kicker={<a href={back}>{projectTitle(frame.locale, project)}</a>}>
      {refusal && <Why>{refusal}</Why>}
      <div class="said tight">
        <CommentHead frame={frame} names={names} comment={comment} />
        <p>{comment.text || <em class="muted">{discussionsWords(frame).erased}</em>}</p>
        <SettlementNote frame={frame} comment={comment} names={names} />
      </div>
      {typed && (
        <section class="tight">
          <h2>{t.yourAnswer}</h2>
          <p class="said">{typed}</p>
        </section>
      )}
      {!refusal && <SettleForm frame={frame} view={view} />}
      <p>
        <a href={`${back}#${comment.id}`}>{t.back}</a>
      </p>
    </Layout>
  )
}

const SettleForm = ({ frame, view: { project, comment, form = emptyForm } }: { frame: Frame; view: ChangeView }) => {
  const t = changesWords(frame)
  const { settlement } = discussionsWords(frame)
  return (
    <>
      <p>{t.lead}</p>
      <Form action={url(paths.projectChange, { id: project.id, comment: comment.id })} form={form} keep={`zmiana-${comment.id}`}>
        <Radios
          name="outcome"
          label={settlement.label}
          form={form}
          required
          options={outcomes.map(outcome => ({ value: outcome, label: t.options[outcome] }))}
        />
        <TextArea name="why" label={settlement.why} form={form} rows={4} required maxlength={commentLimits.whyMax} />
        <Acts>
          <Button>{settlement.send}</Button>
        </Acts>
      </Form>
    </>
  )
}
