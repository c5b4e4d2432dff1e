import { emptyForm, type FormState } from '#kit/form.ts'
import type { Thing } from '#kit/things.ts'
import { CommentHead, discussionsWords, QuestionRoad } from '#modules/discussions/comments/comments.parts.tsx'
import { type Comment, commentLimits } from '#modules/discussions/discussions.rules.ts'
import { answerLimits } from '#modules/discussions/questions.rules.ts'
import { HiddenVoice, KindPrompt } from '#modules/moderation/moderation.parts.tsx'
import type { Unit } from '#modules/programme/registers/units.rules.ts'
import { paths, url } from '#paths'
import { Button, Form, Select, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Why } from '#ui/parts.tsx'

export type CommentView = {
  readonly comment: Comment
  readonly about: Thing
  readonly names: ReadonlyMap<string, string>
  readonly units: readonly Unit[]
  readonly may: { readonly edit: boolean; readonly pass: boolean; readonly answer: boolean }
  /** What stood there before the edit; for moderators only. */
  readonly earlier: string | undefined
  readonly forms: {
    readonly edit?: FormState | undefined
    readonly pass?: FormState | undefined
    readonly answer?: FormState | undefined
    readonly refusal?: string | undefined
  }
}

/** One comment with everything that this visitor may do about it. */
export const CommentPage = ({ frame, view }: { frame: Frame; view: CommentView }) => {
  const { comment, about, may, forms, earlier } = view
  const t = discussionsWords(frame)
  return (
    <Layout frame={frame} title={t.page.title} kicker={<a href={about.path}>{`${t.page.about}: ${about.title}`}</a>}>
      {forms.refusal && <Why>{forms.refusal}</Why>}
      <div class="said tight">
        <CommentHead frame={frame} names={view.names} comment={comment} />
        {comment.hiding ? (
          <HiddenVoice frame={frame} hiding={comment.hiding} mine={frame.person?.id === comment.authorId} />
        ) : (
          <p>{comment.text || <em class="muted">{t.erased}</em>}</p>
        )}
        <QuestionRoad frame={frame} comment={comment} />
      </div>
      {earlier !== undefined && (
        <section class="tight">
          <h2>{t.earlier}</h2>
          <p class="said">{earlier}</p>
        </section>
      )}
      {may.edit && <EditForm frame={frame} comment={comment} form={forms.edit} />}
      {may.pass && <PassForm frame={frame} comment={comment} units={view.units} form={forms.pass} />}
      {may.answer && <AnswerForm frame={frame} comment={comment} form={forms.answer} />}
      <p>
        <a href={`${about.path}#${comment.id}`}>{t.page.back}</a>
      </p>
    </Layout>
  )
}

type FormProps = { frame: Frame; comment: Comment; form?: FormState | undefined }
const EditForm = ({ frame, comment, form = emptyForm }: FormProps) => {
  const t = discussionsWords(frame)
  return (
    <section class="stack" id="poprawka">
      <h2>{t.editTitle}</h2>
      <p>{t.editLead}</p>
      <Form action={url(paths.commentEdit, { id: comment.id })} form={form}>
        <TextArea name="text" label={t.textLabel} form={form} value={comment.text} rows={5} required max={commentLimits.max} />
        <KindPrompt frame={frame} form={form} />
        <Acts>
          <Button>{t.editSend}</Button>
        </Acts>
      </Form>
    </section>
  )
}

const PassForm = ({ frame, comment, units, form = emptyForm }: FormProps & { units: readonly Unit[] }) => {
  const { question: t } = discussionsWords(frame)
  return (
    <section class="stack" id="przekazanie">
      <h2>{t.passTitle}</h2>
      <p>{t.passLead}</p>
      <Form action={url(paths.questionPassing, { id: comment.id })} form={form}>
        <Select
          name="unit"
          label={t.unit}
          form={form}
          required
          empty={t.unitEmpty}
          options={units
            .filter(unit => unit.id !== comment.question?.unitId)
            .map(unit => ({ value: unit.id, label: `${unit.name} (${t.days(unit.slaDays)})` }))}
        />
        <Acts>
          <Button>{t.pass}</Button>
        </Acts>
      </Form>
    </section>
  )
}

const AnswerForm = ({ frame, comment, form = emptyForm }: FormProps) => {
  const { question: t } = discussionsWords(frame)
  return (
    <section class="stack" id="odpowiedz">
      <h2>{t.answerTitle}</h2>
      <p>{t.answerLead}</p>
      <Form action={url(paths.questionAnswer, { id: comment.id })} form={form} keep={`odpowiedz-${comment.id}`}>
        <TextArea name="answer" label={t.answerLabel} form={form} rows={6} required max={answerLimits.max} />
        <Acts>
          <Button>{t.answerSend}</Button>
        </Acts>
      </Form>
    </section>
  )
}
