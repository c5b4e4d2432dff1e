import { emptyForm, type FormState } from '#kit/form.ts'
import { CommentHead, discussionsWords, SettlementNote } from '#modules/discussions/comments/comments.parts.tsx'
import { type Comment, commentLimits, outcomes } from '#modules/discussions/discussions.rules.ts'
import { type CostChange, typeRow } from '#modules/proposals/cost/cost-changes.rules.ts'
import { ChangeBeside, costSuggestionsWords, RowFields, rowWords } from '#modules/proposals/cost/cost-suggestions.parts.tsx'
import type { CostLine } from '#modules/proposals/drafting/drafting.rules.ts'
import { projectTitle } from '#modules/proposals/proposals.parts.tsx'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { changesWords } from '#modules/proposals/suggestions/changes.parts.tsx'
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
  /** Of a row of the costs, and that row as it is by now. */
  readonly change?: CostChange | undefined
  readonly current?: CostLine | undefined
  readonly form?: FormState | undefined
}

/** One proposed change, and the authors' answer to it. */
export const ChangePage = ({ frame, view }: { frame: Frame; view: ChangeView }) => {
  const { project, comment, names, refusal, change, form = emptyForm } = view
  const t = changesWords(frame)
  const back = url(paths.project, { id: project.id })
  const typed = refusal && form.typed.why
  return (
    <Layout frame={frame} title={t.title} kicker={<a href={back}>{projectTitle(frame.locale, project)}</a>}>
      {refusal && <Why>{refusal}</Why>}
      <div class="said tight">
        <CommentHead frame={frame} names={names} comment={comment} />
        <p>{comment.text || <em class="muted">{discussionsWords(frame).erased}</em>}</p>
        {change && <ChangeBeside frame={frame} change={change} />}
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

const SettleForm = ({ frame, view: { project, comment, change, current, form = emptyForm } }: { frame: Frame; view: ChangeView }) => {
  const t = changesWords(frame)
  const { settlement } = discussionsWords(frame)
  return (
    <>
      <p>{t.lead}</p>
      {change && <p>{costSuggestionsWords(frame).accepted}</p>}
      <Form action={url(paths.projectChange, { id: project.id, comment: comment.id })} form={form} keep={`zmiana-${comment.id}`}>
        <Radios
          name="outcome"
          label={settlement.label}
          form={form}
          required
          options={outcomes.map(outcome => ({ value: outcome, label: t.options[outcome] }))}
        />
        {change && <PartRow frame={frame} change={change} current={current} form={form} />}
        <TextArea name="why" label={settlement.why} form={form} rows={4} required max={commentLimits.whyMax} />
        <Acts>
          <Button>{settlement.send}</Button>
        </Acts>
      </Form>
    </>
  )
}

type PartProps = { frame: Frame; change: CostChange; current: CostLine | undefined; form: FormState }
/** Taken over in part: the row that shall stand there, to begin with the one suggested. */
const PartRow = ({ frame, change, current, form }: PartProps) => {
  const t = costSuggestionsWords(frame)
  const start = change.kind === 'remove' ? (current ?? change.was) : change.is
  return (
    <fieldset class="tight">
      <legend>{t.part}</legend>
      <p class="hint">{t.partHint}</p>
      {current && <p class="small">{`${t.current}: ${rowWords(frame, current)}`}</p>}
      <RowFields frame={frame} form={'co' in form.typed ? form : { ...form, typed: { ...typeRow(start).typed, ...form.typed } }} required={false} />
    </fieldset>
  )
}
