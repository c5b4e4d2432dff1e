import type { Child } from 'hono/jsx'
import { emptyForm, type FormState } from '#kit/form.ts'
import { keyIn, minutesWords } from '#modules/meetings/minutes/minutes.parts.tsx'
import { type Correction, correctionOutcomes, type MinuteLine, minutesLimits } from '#modules/meetings/minutes/minutes.rules.ts'
import { KindPrompt } from '#modules/moderation/moderation.parts.tsx'
import { paths, url } from '#paths'
import { Button, Form, Hidden, Select, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Acts, Fold, Tag } from '#ui/parts.tsx'

type CorrectionsProps = {
  frame: Frame
  meetingId: string
  corrections: readonly Correction[]
  names: ReadonlyMap<string, string>
  numbers: ReadonlyMap<string, number>
  mayAnswer: boolean
  answering: { readonly id: string; readonly form: FormState } | undefined
  children?: Child
}
/** What was proposed, by whom, and what became of it. */
export const Corrections = ({ frame, meetingId, corrections, names, numbers, mayAnswer, answering, children }: CorrectionsProps) => {
  const { corrections: t } = minutesWords(frame)
  return (
    <section class="stack" id="poprawki">
      <h2>{t.title}</h2>
      <p class="muted">{t.lead}</p>
      {corrections.length === 0 && <p class="muted">{t.none}</p>}
      <ul class="stack">
        {corrections.map(one => (
          <li class="said tight" id={one.id}>
            <p class="small">
              <b>{names.get(one.personId) ?? '—'}</b>, {one.lineId ? t.toLine(numbers.get(one.lineId) ?? 0) : t.addition}{' '}
              <Tag kind={one.outcome === null ? 'wait' : one.outcome === 'not' ? 'no' : 'good'}>
                {one.outcome ? t.outcomes[one.outcome] : t.waits}
              </Tag>
            </p>
            <p>{one.text}</p>
            {one.answer && (
              <p>
                <b>{t.outcome}:</b> {one.answer}
              </p>
            )}
            {mayAnswer && one.outcome === null && (
              <AnswerForm frame={frame} meetingId={meetingId} correction={one} form={answering?.id === one.id ? answering.form : undefined} />
            )}
          </li>
        ))}
      </ul>
      {children}
    </section>
  )
}

const AnswerForm = ({
  frame,
  meetingId,
  correction,
  form,
}: {
  frame: Frame
  meetingId: string
  correction: Correction
  form: FormState | undefined
}) => {
  const { corrections: t } = minutesWords(frame)
  const typed = form ?? emptyForm
  const idOf = (name: string) => `${name}-${correction.id}`
  return (
    <Fold summary={t.answer} open={form !== undefined}>
      <Form action={url(paths.minutesCorrectionAnswer, { id: meetingId, correction: correction.id })} form={typed} class="form plain">
        <Select
          id={idOf('outcome')}
          name="outcome"
          label={t.outcome}
          form={typed}
          required
          options={correctionOutcomes.map(value => ({ value, label: t.outcomes[value] }))}
        />
        <TextArea id={idOf('answer')} name="answer" label={t.why} form={typed} rows={2} required max={500} />
        <TextArea id={idOf('wording')} name="wording" label={t.wording} hint={t.wordingHint} form={typed} rows={2} max={minutesLimits.lineMax} />
        <Acts>
          <Button small>{t.answer}</Button>
        </Acts>
      </Form>
    </Fold>
  )
}

/** For those who were there: how a line should read, or what is missing. */
export const CorrectionForm = ({
  frame,
  meetingId,
  line,
  form = emptyForm,
}: {
  frame: Frame
  meetingId: string
  line?: MinuteLine
  form?: FormState | undefined
}) => {
  const { corrections: t } = minutesWords(frame)
  return (
    <Fold summary={line ? t.propose : t.missing} open={Object.keys(form.typed).length > 0}>
      <Form action={url(paths.minutesCorrections, { id: meetingId })} form={form} class="form plain">
        {keyIn(form)}
        {line && <Hidden name="line" value={line.id} />}
        <TextArea id="poprawka" name="text" label={t.text} form={form} value={line?.text ?? ''} rows={3} required max={minutesLimits.lineMax} />
        <KindPrompt frame={frame} form={form} field="poprawka" />
        <Acts>
          <Button>{t.send}</Button>
        </Acts>
      </Form>
    </Fold>
  )
}
