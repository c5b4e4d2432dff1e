import { emptyForm, type FormState, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import type { Idea } from '#modules/ideas/ideas.rules.ts'
import { agendaWords, type ShownAnswer, SpokenAnswers } from '#modules/ideas/workshops/agenda.parts.tsx'
import { agendaLimits } from '#modules/meetings/agenda.rules.ts'
import type { Meeting } from '#modules/meetings/meetings.rules.ts'
import type { Unit } from '#modules/programme/registers/units.rules.ts'
import { paths, url } from '#paths'
import { Button, Checkboxes, Form, Hidden, Select, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { LiveNote } from '#ui/live-note.tsx'
import { Empty, Fold, Now } from '#ui/parts.tsx'

export type AgendaView = {
  readonly meeting: Meeting
  readonly ideas: readonly { readonly idea: Idea; readonly answers: readonly ShownAnswer[] }[]
  readonly mayAdd: boolean
  readonly mayRecord: boolean
  /** Ideas of the area that are not on the agenda yet. */
  readonly free: readonly Idea[]
  readonly units: readonly Unit[]
}
export type AgendaForms = { readonly add?: FormState; readonly spoken?: { readonly ideaId: string; readonly form: FormState }; readonly why?: string }

/** A joint workshop with city units: ideas of several ambassadors, and what was answered about each. */
export const AgendaPage = ({ frame, view, forms = {} }: { frame: Frame; view: AgendaView; forms?: AgendaForms }) => {
  const t = agendaWords(frame)
  const { meeting, ideas } = view
  const id = meeting.id
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={<a href={url(paths.meeting, { id })}>{meeting.title}</a>}>
      <LiveNote about={[id, ...ideas.map(({ idea }) => idea.id)]} here={url(paths.meetingIdeas, { id })} />
      {forms.why && <Now title={t.why[forms.why as keyof typeof t.why]} tone="wait" />}
      {ideas.length === 0 && (
        <Empty title={t.none}>
          <p>{t.noneHint}</p>
        </Empty>
      )}
      {ideas.map(({ idea, answers }) => (
        <section class="stack" id={idea.id}>
          <h2>
            <a href={url(paths.idea, { id: idea.id })}>{idea.title}</a>
          </h2>
          <SpokenAnswers frame={frame} answers={answers} />
          {view.mayRecord && (
            <SpokenForm frame={frame} view={view} ideaId={idea.id} form={forms.spoken?.ideaId === idea.id ? forms.spoken.form : undefined} />
          )}
          <p class="small">
            <a href={url(paths.adviceNew, undefined, { o: idea.id })}>{t.ask}</a>
          </p>
        </section>
      ))}
      {view.mayAdd && view.free.length > 0 && (
        <Fold summary={t.add} open={ideas.length === 0 || forms.add !== undefined}>
          <Form action={url(paths.meetingIdeas, { id })} form={forms.add ?? emptyForm} class="form plain">
            <Checkboxes
              name="ideas"
              label={t.addLabel}
              form={forms.add ?? emptyForm}
              options={view.free.map(idea => ({ value: idea.id, label: idea.title }))}
            />
            <Button>{t.send}</Button>
          </Form>
        </Fold>
      )}
    </Layout>
  )
}

const SpokenForm = ({ frame, view, ideaId, form }: { frame: Frame; view: AgendaView; ideaId: string; form: FormState | undefined }) => {
  const t = agendaWords(frame)
  const typed = form ?? emptyForm
  return (
    <Fold summary={t.spoken} open={form !== undefined}>
      <Form action={url(paths.meetingSpoken, { id: view.meeting.id })} form={typed} class="form plain">
        <Hidden name="key" value={typedOne(typed, 'key') || newId('key')} />
        <Hidden name="idea" value={ideaId} />
        <Select
          id={`unit-${ideaId}`}
          name="unit"
          label={t.unit}
          form={typed}
          required
          options={view.units.map(unit => ({ value: unit.id, label: unit.name }))}
        />
        <TextArea id={`text-${ideaId}`} name="text" label={t.text} form={typed} rows={3} required max={agendaLimits.textMax} />
        <Button quiet>{t.record}</Button>
      </Form>
    </Fold>
  )
}
