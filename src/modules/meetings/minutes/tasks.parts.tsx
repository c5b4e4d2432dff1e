import { dayOf, shortDate, startOfDay } from '#kit/dates.ts'
import { emptyForm, type FormState } from '#kit/form.ts'
import { keyIn, minutesWords } from '#modules/meetings/minutes/minutes.parts.tsx'
import { type MinuteLine, minutesLimits, type Task } from '#modules/meetings/minutes/minutes.rules.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Field, Form, Hidden } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Acts, Fold, Row, Rows, Tag } from '#ui/parts.tsx'

/** Who does what until when. */
export const Tasks = ({ frame, tasks, mayEnd }: { frame: Frame; tasks: readonly Task[]; mayEnd: (task: Task) => boolean }) => {
  const { tasks: t } = minutesWords(frame)
  if (tasks.length === 0) return null
  return (
    <section class="stack" id="zadania">
      <h2>{t.title}</h2>
      <Rows plain>
        {tasks.map(task => (
          <Row
            title={task.what}
            note={task.doneAt ? t.doneOn(shortDate(task.doneAt, frame.locale)) : t.due(task.who, shortDate(startOfDay(task.dueOn), frame.locale))}
          >
            {!task.doneAt && task.dueOn < dayOf(frame.now) && <Tag kind="no">{t.late}</Tag>}
            {mayEnd(task) && <ActButton action={url(paths.minutesTaskEnd, { id: task.meetingId, task: task.id })} label={t.done} quiet small />}
          </Row>
        ))}
      </Rows>
    </section>
  )
}

export const TaskForm = ({
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
  const { tasks: t } = minutesWords(frame)
  return (
    <div id="zadanie">
      <Fold summary={t.add} open={Object.keys(form.errors).length > 0 || line !== undefined}>
        <Form action={url(paths.minutesTasks, { id: meetingId })} form={form} class="form plain">
          {keyIn(form)}
          {line && <Hidden name="line" value={line.id} />}
          <Field name="what" label={t.what} form={form} value={line?.text.slice(0, 200) ?? ''} required maxlength={200} />
          <div class="side-by-side">
            <Field name="who" label={t.who} hint={t.whoHint} form={form} required maxlength={minutesLimits.whoMax} autocomplete="off" />
            <Field name="due" label={t.until} form={form} type="date" required />
          </div>
          <Acts>
            <Button>{t.send}</Button>
          </Acts>
        </Form>
      </Fold>
    </div>
  )
}
