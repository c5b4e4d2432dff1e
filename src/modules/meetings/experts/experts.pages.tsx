import { dateAndTime } from '#kit/dates.ts'
import { emptyForm, type FormState } from '#kit/form.ts'
import { ExpertTag, expertsWords } from '#modules/meetings/experts/experts.parts.tsx'
import { answers, expertLimits, type Planned, sameTimeOf } from '#modules/meetings/experts/experts.rules.ts'
import { whereTitle } from '#modules/meetings/meetings.parts.tsx'
import { whenWords } from '#modules/meetings/times.rules.ts'
import type { Territory } from '#modules/programme/territories/territories.rules.ts'
import { paths, url } from '#paths'
import { Button, Field, Form, Radios } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Dots, Empty, Fold, Row, Rows, Why } from '#ui/parts.tsx'

export type PlanView = {
  readonly planned: readonly Planned[]
  /** Those that the visitor may answer. */
  readonly mine: readonly string[]
  readonly everybody: boolean
  readonly territories: ReadonlyMap<string, Territory>
  readonly names: ReadonlyMap<string, string>
  /** The invitation whose answer was refused, and its form. */
  readonly answering?: { readonly id: string; readonly form: FormState } | undefined
  readonly refused?: string | undefined
}

/** Which meetings want experts, and who promised to come: one line each, so that it is read on a telephone as on a desk. */
export const ExpertsPage = ({ frame, view }: { frame: Frame; view: PlanView }) => {
  const { plan: t } = expertsWords(frame)
  const waiting = view.planned.filter(({ invitation }) => view.mine.includes(invitation.id))
  const others = view.planned.filter(one => !waiting.includes(one))
  const overlaps = view.planned.some(one => one.invitation.state !== 'declined' && sameTimeOf(one, view.planned).length > 0)
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      {view.refused && <Why>{view.refused}</Why>}
      {view.planned.length === 0 && (
        <Empty title={t.empty}>
          <p>{t.emptyHint}</p>
        </Empty>
      )}
      {view.planned.length > 0 && !overlaps && <p>{t.clear}</p>}
      {waiting.length > 0 && (
        <section class="stack">
          <h2>{t.invitations}</h2>
          <Rows plain>
            {waiting.map(one => (
              <PlannedRow frame={frame} view={view} one={one}>
                <AnswerForm frame={frame} view={view} one={one} />
              </PlannedRow>
            ))}
          </Rows>
        </section>
      )}
      {others.length > 0 && (
        <section class="stack">
          <h2>{view.everybody ? t.all : t.unit}</h2>
          <Rows plain>
            {others.map(one => (
              <PlannedRow frame={frame} view={view} one={one} />
            ))}
          </Rows>
        </section>
      )}
    </Layout>
  )
}

type RowProps = { frame: Frame; view: PlanView; one: Planned; children?: unknown }
const PlannedRow = ({ frame, view, one, children }: RowProps) => {
  const { plan: t, panel } = expertsWords(frame)
  const { invitation, meeting } = one
  const same = invitation.state === 'declined' ? [] : sameTimeOf(one, view.planned)
  const who = invitation.personId ? view.names.get(invitation.personId) : t.nobody
  return (
    <Row
      title={meeting.title}
      href={url(paths.meeting, { id: meeting.id })}
      note={
        <Dots
          items={[
            whenWords(meeting, frame.locale),
            whereTitle(view.territories.get(meeting.territoryId), frame),
            `${invitation.unitCode}: ${invitation.topic}`,
            invitation.state === 'declined' ? undefined : who,
          ]}
        />
      }
    >
      <p>
        <ExpertTag frame={frame} state={invitation.state} />
      </p>
      {invitation.proposedAt && <p>{panel.proposed(dateAndTime(invitation.proposedAt, frame.locale))}</p>}
      {invitation.remark && <p>{invitation.remark}</p>}
      {same.length > 0 && <Why>{t.sameTime(same.map(({ title }) => title).join(', '))}</Why>}
      {children as never}
    </Row>
  )
}

const AnswerForm = ({ frame, view, one: { invitation, meeting } }: { frame: Frame; view: PlanView; one: Planned }) => {
  const { plan: t } = expertsWords(frame)
  const mine = view.answering?.id === invitation.id
  const form = mine ? (view.answering?.form ?? emptyForm) : emptyForm
  const id = (name: string) => `${invitation.id}-${name}`
  return (
    <Fold summary={invitation.state === 'asked' ? t.answer : t.answerAgain} open={mine}>
      <Form action={url(paths.meetingExpertAnswer, { id: meeting.id, invitation: invitation.id })} form={form}>
        <Radios
          name="answer"
          id={id('answer')}
          label={t.yours}
          form={form}
          required
          options={answers.map(value => ({ value, label: t.answers[value] }))}
        />
        <div class="side-by-side">
          <Field name="day" id={id('day')} label={t.day} form={form} type="date" short />
          <Field name="time" id={id('time')} label={t.time} form={form} short autocomplete="off" />
        </div>
        <Field name="remark" id={id('remark')} label={t.remark} form={form} maxlength={expertLimits.remarkMax} autocomplete="off" />
        <Acts>
          <Button quiet>{t.send}</Button>
        </Acts>
      </Form>
    </Fold>
  )
}
