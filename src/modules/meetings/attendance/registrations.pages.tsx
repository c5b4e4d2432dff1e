import { registrationsWords } from '#modules/meetings/attendance/registrations.parts.tsx'
import { capacityOf, type Registration, type Seats } from '#modules/meetings/attendance/registrations.rules.ts'
import type { Meeting } from '#modules/meetings/meetings.rules.ts'
import { whenWords } from '#modules/meetings/times.rules.ts'
import { paths, url } from '#paths'
import { ActButton } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Dots, Empty, Figures, Row, Rows, Tag } from '#ui/parts.tsx'

export type RegistrationsView = {
  readonly meeting: Meeting
  readonly registrations: readonly Registration[]
  readonly seats: Seats
  readonly names: ReadonlyMap<string, string>
  /** By registration; empty for those who need not know. */
  readonly needs: ReadonlyMap<string, string>
  readonly me: string
}

/** Who means to come: for hosts and the office. Rows rather than a table, so that it is read on a telephone in the hall. */
export const RegistrationsPage = ({ frame, view }: { frame: Frame; view: RegistrationsView }) => {
  const { list: t, people } = registrationsWords(frame)
  const { meeting, registrations, seats } = view
  const capacity = capacityOf(meeting)
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={<a href={url(paths.meeting, { id: meeting.id })}>{meeting.title}</a>}>
      <p>{whenWords(meeting, frame.locale)}</p>
      <Figures
        figures={[
          { figure: capacity === null ? seats.taken : t.seats({ taken: seats.taken, capacity }), words: t.taken },
          { figure: seats.waiting, words: t.waiting },
        ]}
      />
      {registrations.length === 0 ? (
        <Empty title={t.empty}>
          <p>{t.emptyHint}</p>
        </Empty>
      ) : (
        <Rows plain>
          {registrations.map(one => (
            <Row
              level="h2"
              title={view.names.get(one.personId) ?? ''}
              note={
                <Dots
                  items={[
                    one.guests > 0 && `${t.guests}: ${people(one.guests)}`,
                    t.via[one.channel],
                    meeting.revision > 1 && one.state === 'registered' && (one.revision === meeting.revision ? t.agreed : t.notAgreed),
                  ]}
                />
              }
            >
              <p>
                <Tag kind={one.state === 'registered' ? 'good' : 'wait'}>{t.states[one.state]}</Tag>
              </p>
              {view.needs.has(one.id) && (
                <p>
                  <b>{t.needs}:</b> {view.needs.get(one.id)}
                </p>
              )}
              {one.enteredBy === view.me && (
                <ActButton
                  action={url(paths.meetingRegistrationEnd, { id: meeting.id })}
                  label={
                    <>
                      {t.withdraw}
                      <span class="visually-hidden">: {view.names.get(one.personId)}</span>
                    </>
                  }
                  quiet
                  small
                  fields={{ person: one.personId }}
                />
              )}
            </Row>
          ))}
        </Rows>
      )}
    </Layout>
  )
}
