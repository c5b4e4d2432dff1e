import { longDate } from '#kit/dates.ts'
import { type FormState, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { CommentHead } from '#modules/discussions/comments/comments.parts.tsx'
import type { Comment } from '#modules/discussions/discussions.rules.ts'
import { Sentences, summariesWords } from '#modules/discussions/summaries/summaries.parts.tsx'
import { type Summary, summaryLimits } from '#modules/discussions/summaries/summaries.rules.ts'
import { type Talk, talkTitle } from '#modules/discussions/talks.rules.ts'
import { paths, url } from '#paths'
import { Button, Field, Form, Hidden, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Diff, Empty, Why } from '#ui/parts.tsx'

type Part = { readonly text: string; readonly kind: 'same' | 'added' | 'removed' }
export type HistoryView = {
  readonly talk: Talk
  readonly versions: readonly {
    readonly summary: Summary
    readonly diff: readonly Part[] | undefined
    readonly agree: number
    readonly object: number
  }[]
  readonly names: ReadonlyMap<string, string>
  readonly numbers: ReadonlyMap<string, number>
}

/** Every version with what it changed and how many stood behind it. */
export const SummaryHistoryPage = ({ frame, view }: { frame: Frame; view: HistoryView }) => {
  const t = summariesWords(frame)
  return (
    <Layout frame={frame} title={t.title} lead={t.page.lead} kicker={`${t.page.kicker}: ${talkTitle(view.talk)}`}>
      {view.versions.length === 0 && (
        <Empty title={t.page.empty}>
          <p>{t.none}</p>
        </Empty>
      )}
      {view.versions.map(({ summary, diff, agree, object }) => (
        <section class="part stack">
          <h2>{t.version({ version: summary.version, date: longDate(summary.at, frame.locale), by: view.names.get(summary.byId) ?? '—' })}</h2>
          <Sentences frame={frame} sentences={summary.sentences} numbers={view.numbers} />
          <p>{agree + object === 0 ? t.nobody : t.counts({ agree, object })}</p>
          {diff ? (
            <>
              <h3>{t.page.diff}</h3>
              <Diff parts={diff} />
            </>
          ) : (
            <p class="small muted">{t.page.first}</p>
          )}
        </section>
      ))}
      <p>
        <a href={url(paths.talk, { id: view.talk.id })}>{t.page.back}</a>
      </p>
    </Layout>
  )
}

export type SummaryFormView = {
  readonly talk: Talk
  readonly form: FormState
  readonly after: number
  readonly rows: number
  readonly comments: readonly Comment[]
  readonly names: ReadonlyMap<string, string>
  readonly refusal?: string | undefined
  /** The version that somebody published meanwhile. */
  readonly theirs?: Summary | undefined
}

export const SummaryFormPage = ({ frame, view }: { frame: Frame; view: SummaryFormView }) => {
  const { form: t, page } = summariesWords(frame)
  const { form, comments, theirs } = view
  const numbers = new Map(comments.map((comment, index) => [comment.id, index + 1]))
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={talkTitle(view.talk)}>
      {view.refusal && <Why>{view.refusal}</Why>}
      {theirs && (
        <section class="said stack">
          <h2>{t.theirs}</h2>
          <Sentences frame={frame} sentences={theirs.sentences} numbers={numbers} />
        </section>
      )}
      {comments.length === 0 ? (
        <Empty title={t.noVoices}>
          <p>
            <a href={url(paths.talk, { id: view.talk.id })}>{page.back}</a>
          </p>
        </Empty>
      ) : (
        <>
          <Form action={url(paths.talkSummary, { id: view.talk.id })} form={form} keep={`ustalenia-${view.talk.id}`}>
            <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
            <Hidden name="po" value={view.after} />
            {Array.from({ length: view.rows }, (_, i) => (
              <div class="tight">
                <TextArea name={`zdanie-${i}`} label={t.sentence(i + 1)} form={form} rows={2} required={i === 0} max={summaryLimits.sentenceMax} />
                <Field name={`glosy-${i}`} label={t.numbers} hint={t.numbersHint} form={form} required={i === 0} maxlength={60} autocomplete="off" />
              </div>
            ))}
            <Acts>
              <Button>{t.send}</Button>
            </Acts>
          </Form>
          <Voices frame={frame} view={view} />
        </>
      )}
    </Layout>
  )
}

const Voices = ({ frame, view: { comments, names } }: { frame: Frame; view: SummaryFormView }) => {
  const t = summariesWords(frame)
  return (
    <section class="stack">
      <h2>{t.form.voices}</h2>
      <ol class="stack">
        {comments.map((comment, index) => (
          <li class="said tight">
            <p>
              <b>{t.cite(index + 1)}</b>
            </p>
            <CommentHead frame={frame} names={names} comment={comment} />
            <p>{comment.text}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
