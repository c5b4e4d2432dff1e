import { dateAndTime } from '#kit/dates.ts'
import { emptyForm, type FormState } from '#kit/form.ts'
import type { Verdict } from '#kit/verdict.ts'
import type { Meeting } from '#modules/meetings/meetings.rules.ts'
import { CorrectionForm, Corrections } from '#modules/meetings/minutes/corrections.parts.tsx'
import {
  DaysField,
  Grown,
  KindLines,
  KindRadios,
  keyIn,
  Lines,
  LineText,
  MakeLinks,
  minutesWords,
  NoteForm,
  Stages,
} from '#modules/meetings/minutes/minutes.parts.tsx'
import type { Correction, MinuteLine, Minutes, MinutesCase, MinutesCheck, Task } from '#modules/meetings/minutes/minutes.rules.ts'
import { TaskForm, Tasks } from '#modules/meetings/minutes/tasks.parts.tsx'
import type { Fate } from '#modules/meetings/voices/voices.rules.ts'
import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import { paths, url } from '#paths'
import { ActButton, Button, Form, Hidden } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { LiveNote } from '#ui/live-note.tsx'
import { Acts, Facts, LinkButton, Now, Tag, Why } from '#ui/parts.tsx'

type Why_ = keyof ReturnType<typeof minutesWords>['why']
export type MinutesForms = {
  readonly note?: FormState
  readonly correction?: FormState
  readonly task?: FormState
  readonly step?: FormState
  readonly answer?: { readonly id: string; readonly form: FormState }
  readonly why?: string | undefined
}
export type MinutesView = {
  readonly meeting: Meeting
  readonly kept: Minutes | undefined
  readonly minutes: MinutesCase
  readonly lines: readonly MinuteLine[]
  readonly names: ReadonlyMap<string, string>
  readonly fates: ReadonlyMap<string, readonly Fate[]>
  readonly corrections: readonly Correction[]
  readonly tasks: readonly Task[]
  readonly may: { readonly note: Verdict; readonly correct: Verdict; readonly task: boolean; readonly endTask: (task: Task) => boolean }
  readonly steps: Readonly<Record<'tidy' | 'resume' | 'open' | 'freeze', Verdict>>
}

const Kicker = ({ frame, meeting }: { frame: Frame; meeting: Pick<Meeting, 'id' | 'title'> }) => (
  <>
    <a href={url(paths.meeting, { id: meeting.id })}>{minutesWords(frame).meeting}</a>
  </>
)

export const MinutesPage = ({ frame, view, forms = {} }: { frame: Frame; view: MinutesView; forms?: MinutesForms }) => {
  const t = minutesWords(frame)
  const { meeting, kept, lines, may } = view
  const id = meeting.id
  const here = url(paths.minutes, { id })
  const numbers = new Map(lines.map((line, at) => [line.id, at + 1]))
  return (
    <Layout
      frame={frame}
      title={`${t.title}: ${meeting.title}`}
      lead={t.lead}
      kicker={<Kicker frame={frame} meeting={meeting} />}
      aside={<MinutesAside frame={frame} view={view} forms={forms} />}
    >
      {forms.why && <Now title={t.why[forms.why as Why_] ?? t.why['wrong-state']} tone="wait" />}
      <notes-desk
        data-about={id}
        data-here={here}
        data-offline={t.note.offline}
        data-signed-out={t.note.signedOut}
        data-refused={t.note.refused}
        class="stack"
      >
        <LiveNote about={[id]} here={here} />
        <section class="stack" id="zapisy" aria-label={t.count(lines.length)}>
          <Lines
            frame={frame}
            meeting={meeting}
            lines={lines}
            names={view.names}
            fates={view.fates}
            mayMake={frame.person !== undefined}
            mayEdit={may.note.ok}
          />
        </section>
        {may.note.ok && (
          <section class="stack">
            <h2>{t.note.title}</h2>
            <NoteForm frame={frame} meetingId={id} form={forms.note} />
          </section>
        )}
      </notes-desk>
      <Tasks frame={frame} tasks={view.tasks} mayEnd={may.endTask} />
      {may.task && <TaskForm frame={frame} meetingId={id} form={forms.task} />}
      {(view.corrections.length > 0 || kept?.state === 'corrections') && (
        <Corrections
          frame={frame}
          meetingId={id}
          corrections={view.corrections}
          names={view.names}
          numbers={numbers}
          mayAnswer={view.minutes.leads && kept?.state === 'corrections'}
          answering={forms.answer}
        >
          {may.correct.ok ? (
            <CorrectionForm frame={frame} meetingId={id} form={forms.correction} />
          ) : (
            kept?.state === 'corrections' && <Why>{t.why[may.correct.why as Why_]}</Why>
          )}
        </Corrections>
      )}
      {(may.note.ok || may.task || may.correct.ok) && <ProcessingNote of="minutes" />}
    </Layout>
  )
}

const MinutesAside = ({ frame, view, forms }: { frame: Frame; view: MinutesView; forms: MinutesForms }) => {
  const t = minutesWords(frame)
  const { meeting, kept, minutes, steps } = view
  const id = meeting.id
  return (
    <>
      <h2>{t.stages}</h2>
      <Stages frame={frame} kept={kept} />
      {kept?.state === 'frozen' && (
        <p>
          <a href={url(paths.minutesCheck, { id })}>{t.step.checkDoor}</a>
        </p>
      )}
      <p>
        <a href={url(paths.meetingVoices, { id })}>{t.voices}</a>
      </p>
      {minutes.leads && kept?.state !== 'frozen' && (
        <section class="stack">
          <h2>{t.step.title}</h2>
          <HostSteps frame={frame} id={id} minutes={minutes} steps={steps} lines={view.lines} form={forms.step ?? emptyForm} />
        </section>
      )}
    </>
  )
}

const HostSteps = ({
  frame,
  id,
  minutes,
  steps,
  lines,
  form,
}: {
  frame: Frame
  id: string
  minutes: MinutesCase
  steps: MinutesView['steps']
  lines: readonly MinuteLine[]
  form: FormState
}) => {
  const t = minutesWords(frame)
  const action = url(paths.minutesStep, { id })
  const closed = (verdict: Verdict) => (verdict.ok ? null : <Why>{t.why[verdict.why as Why_]}</Why>)
  if (minutes.state === 'live')
    return (
      <>
        {steps.tidy.ok ? <ActButton action={action} label={t.step.tidy} fields={{ step: 'tidy' }} /> : closed(steps.tidy)}
        <ActButton
          action={url(paths.minutesNoting, { id })}
          label={minutes.openNotes ? t.note.letFew : t.note.letAll}
          quiet
          small
          fields={{ open: minutes.openNotes ? 'nie' : 'tak' }}
        />
      </>
    )
  if (minutes.state === 'draft')
    return (
      <>
        {steps.open.ok ? (
          <Form action={action} form={form} class="form plain">
            <Hidden name="step" value="open" />
            <DaysField frame={frame} form={form} />
            <KindLines frame={frame} lines={lines} form={form} />
            <Button>{t.step.open}</Button>
          </Form>
        ) : (
          closed(steps.open)
        )}
        {steps.resume.ok && <ActButton action={action} label={t.step.resume} quiet small fields={{ step: 'resume' }} />}
      </>
    )
  return steps.freeze.ok ? <ActButton action={action} label={t.step.freeze} fields={{ step: 'freeze' }} /> : closed(steps.freeze)
}

export type LineView = Pick<MinutesView, 'meeting' | 'kept' | 'names' | 'may'> & {
  readonly line: MinuteLine
  readonly number: number
  readonly fates: readonly Fate[]
  readonly form: FormState
  readonly correction?: FormState | undefined
  readonly task?: FormState | undefined
  /** What somebody quicker wrote. */
  readonly theirs?: string | undefined
  readonly why?: string | undefined
}

/** The lasting address of one line: its words, what grew out of it, and what may be done with it. */
export const LinePage = ({ frame, view }: { frame: Frame; view: LineView }) => {
  const t = minutesWords(frame)
  const { meeting, line, kept, may, form } = view
  const here = url(paths.minutesLine, { id: meeting.id, line: line.id })
  return (
    <Layout frame={frame} title={t.number(view.number)} kicker={<Kicker frame={frame} meeting={meeting} />} lead={meeting.title}>
      {view.why && <Now title={t.why[view.why as Why_] ?? t.why['wrong-state']} tone="wait" />}
      {view.theirs !== undefined && (
        <Now title={t.line.conflict} tone="wait">
          <p>
            <b>{t.line.theirs}:</b> {view.theirs}
          </p>
        </Now>
      )}
      <blockquote class="said tight" id={line.id}>
        <p>{line.text}</p>
        <p class="small muted">
          <Tag>{t.kinds[line.kind]}</Tag> {kept?.state === 'frozen' ? t.fromFrozen : t.fromNotes}
          {view.names.get(line.authorId) && ` · ${t.writtenBy(view.names.get(line.authorId) ?? '')}`}
        </p>
      </blockquote>
      <Grown frame={frame} fates={view.fates} />
      {frame.person && <MakeLinks frame={frame} line={line} meetingId={meeting.id} />}
      {may.note.ok && (
        <section class="stack">
          <h2>{t.edit}</h2>
          <Form action={here} form={form} class="form plain">
            {keyIn(form)}
            <Hidden name="version" value={line.version} />
            <LineText label={t.line.text} form={form} value={line.text} rows={4} />
            <KindRadios frame={frame} form={form} line={line} />
            <Acts>
              <Button>{t.line.save}</Button>
              <Button quiet name="act" value="up">
                {t.line.up}
              </Button>
              <Button quiet name="act" value="down">
                {t.line.down}
              </Button>
              <Button quiet name="act" value="remove">
                {t.line.remove}
              </Button>
            </Acts>
          </Form>
        </section>
      )}
      {may.correct.ok && <CorrectionForm frame={frame} meetingId={meeting.id} line={line} form={view.correction} />}
      {may.task && <TaskForm frame={frame} meetingId={meeting.id} line={line} form={view.task} />}
      {(may.task || may.correct.ok) && <ProcessingNote of="minutes" />}
      <p>
        <a href={`${url(paths.minutes, { id: meeting.id })}#${line.id}`}>{t.line.back}</a>
      </p>
    </Layout>
  )
}

/** Anybody may check it: the digest of now beside the one in the register. */
export const MinutesCheckPage = ({ frame, meeting, check }: { frame: Frame; meeting: Meeting; check: MinutesCheck }) => {
  const { check: t } = minutesWords(frame)
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={<Kicker frame={frame} meeting={meeting} />}>
      {check.state === 'not-frozen' ? (
        <Now title={t.notFrozen} tone="plain">
          <p>{t.notFrozenHint}</p>
        </Now>
      ) : (
        <>
          <Now title={check.state === 'whole' ? t.whole : t.changed} tone={check.state === 'whole' ? 'good' : 'no'}>
            {check.state === 'changed' && <p>{check.changed.length > 0 ? t.changedLines(check.changed.join(', ')) : t.changedWhole}</p>}
          </Now>
          <Facts
            entries={[
              { term: t.frozen, value: dateAndTime(check.at, frame.locale) },
              { term: t.hash, value: <code class="hash">{check.hash}</code> },
              { term: t.entry, value: t.entryNo(check.seq), href: `${url(paths.register, undefined, { przed: check.seq + 1 })}#nr-${check.seq}` },
            ]}
          />
          <p class="muted">{t.how}</p>
        </>
      )}
      <p>
        <LinkButton href={url(paths.minutes, { id: meeting.id })} quiet>
          {minutesWords(frame).line.back}
        </LinkButton>
      </p>
    </Layout>
  )
}
