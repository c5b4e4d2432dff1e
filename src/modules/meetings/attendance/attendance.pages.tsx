import { emptyForm, type FormState } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import type { Verdict } from '#kit/verdict.ts'
import { attendanceWords } from '#modules/meetings/attendance/attendance.parts.tsx'
import type { Present } from '#modules/meetings/attendance/attendance.rules.ts'
import type { Registration } from '#modules/meetings/attendance/registrations.rules.ts'
import { WalkInForm } from '#modules/meetings/attendance/walk-ins.parts.tsx'
import type { Meeting } from '#modules/meetings/meetings.rules.ts'
import { whenWords } from '#modules/meetings/times.rules.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Checkboxes, Field, Form, Hidden } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Figures, LinkButton, Now, Row, Rows, Why } from '#ui/parts.tsx'

/** The code typed by hand. */
export const FindCodePage = ({ frame, form }: { frame: Frame; form: FormState }) => {
  const { checkIn: t } = attendanceWords(frame)
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      <Form action={paths.checkIn} form={form} method="get">
        <Field name="kod" label={t.code} hint={t.codeHint} form={form} required short autocomplete="off" maxlength={12} />
        <Acts>
          <Button>{t.find}</Button>
        </Acts>
      </Form>
    </Layout>
  )
}

export type CheckInView = { readonly meeting: Meeting; readonly may: Verdict<string>; readonly mine: boolean; readonly name: string | undefined }
/** What the code of the hall opens on a telephone. */
export const CheckInPage = ({ frame, view: { meeting, may, mine, name } }: { frame: Frame; view: CheckInView }) => {
  const { checkIn: t, why } = attendanceWords(frame)
  const action = url(paths.checkInCode, { code: meeting.code })
  return (
    <Layout frame={frame} title={t.title} kicker={<a href={url(paths.meeting, { id: meeting.id })}>{meeting.title}</a>}>
      <p>{whenWords(meeting, frame.locale)}</p>
      {!may.ok ? (
        <Why>{why[may.why as keyof typeof why]}</Why>
      ) : mine ? (
        <Now title={t.already} />
      ) : (
        <>
          <Acts>
            {name === undefined ? (
              <LinkButton href={url(paths.signIn, undefined, { powrot: action })}>{t.signIn}</LinkButton>
            ) : (
              <ActButton action={action} label={t.me(name)} />
            )}
          </Acts>
          {name === undefined && (
            <section class="tight">
              <p>{t.namelessLead}</p>
              <ActButton action={action} label={t.nameless} quiet fields={{ key: newId('key') }} />
            </section>
          )}
          <p class="small muted">
            {t.privacy} <a href={paths.privacy}>{t.more}</a>
          </p>
        </>
      )}
    </Layout>
  )
}

export type AttendanceView = {
  readonly meeting: Meeting
  readonly address: string
  readonly qr: { readonly size: number; readonly path: string }
  readonly registrations: readonly Registration[]
  readonly present: readonly Present[]
  readonly people: number
  readonly onPaper: number
  readonly names: ReadonlyMap<string, string>
  readonly may: Verdict<string>
  /** People without e-mail whom the visitor may choose by name. */
  readonly assisted: readonly { readonly id: string; readonly name: string }[]
  readonly walkInForm?: FormState | undefined
  readonly paperForm?: FormState | undefined
  readonly refused?: string | undefined
}
/** The host's page in the hall: the code to show, and ticking by keyboard. */
export const AttendancePage = ({ frame, view }: { frame: Frame; view: AttendanceView }) => {
  const { page: t, why } = attendanceWords(frame)
  const { meeting, may } = view
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={<a href={url(paths.meeting, { id: meeting.id })}>{meeting.title}</a>}>
      {view.refused && <Why>{view.refused}</Why>}
      <HallCode frame={frame} view={view} />
      <Figures figures={[{ figure: view.people, words: t.present }]} />
      {may.ok ? <Marking frame={frame} view={view} /> : <Why>{why[may.why as keyof typeof why]}</Why>}
      <p>
        <a href={url(paths.meetingAttendanceSheet, { id: meeting.id })}>{t.sheet}</a>
      </p>
    </Layout>
  )
}

const HallCode = ({ frame, view: { qr, address, meeting } }: { frame: Frame; view: AttendanceView }) => {
  const { page: t } = attendanceWords(frame)
  return (
    <section class="said stack">
      <h2>{t.codeTitle}</h2>
      <svg viewBox={`0 0 ${qr.size} ${qr.size}`} width="260" height="260" role="img" aria-label={t.qr} shape-rendering="crispEdges">
        <rect width={qr.size} height={qr.size} fill="#fff" />
        <path d={qr.path} fill="#000" />
      </svg>
      <p class="over">
        <b>{meeting.code}</b>
      </p>
      <p>{address.replace(/^https?:\/\//, '')}</p>
      <p class="small muted">{t.codeLead}</p>
    </section>
  )
}

const Marking = ({ frame, view }: { frame: Frame; view: AttendanceView }) => {
  const { page: t } = attendanceWords(frame)
  const { meeting, present, registrations, names, paperForm = emptyForm } = view
  const there = new Set(present.map(({ personId }) => personId))
  const missing = registrations.filter(({ personId }) => !there.has(personId))
  const options = missing.map(({ personId }) => ({ value: personId, label: names.get(personId) ?? '' }))
  return (
    <>
      <section class="stack">
        {options.length === 0 ? (
          <p>{registrations.length === 0 ? t.noneRegistered : t.nobodyLeft}</p>
        ) : (
          <Form action={url(paths.meetingAttendance, { id: meeting.id })} form={emptyForm}>
            <Checkboxes name="people" label={t.mark} form={emptyForm} options={options} />
            <Acts>
              <Button>{t.markSend}</Button>
            </Acts>
          </Form>
        )}
      </section>
      {present.length > 0 && (
        <section class="stack">
          <h2>{t.present}</h2>
          <Rows plain>
            {present.map(({ personId, how }) => (
              <Row title={names.get(personId) ?? ''} note={t.hows[how]}>
                {how === 'marked' && (
                  <ActButton
                    action={url(paths.meetingAttendanceEnd, { id: meeting.id })}
                    label={
                      <>
                        {t.remove}
                        <span class="visually-hidden">: {names.get(personId)}</span>
                      </>
                    }
                    quiet
                    small
                    fields={{ person: personId }}
                  />
                )}
              </Row>
            ))}
          </Rows>
        </section>
      )}
      <WalkInForm
        frame={frame}
        meetingId={meeting.id}
        assisted={view.assisted.filter(({ id }) => !there.has(id))}
        form={view.walkInForm ?? emptyForm}
      />
      <Form action={url(paths.meetingAttendancePaper, { id: meeting.id })} form={paperForm} id="papierowa">
        <Hidden name="was" value={view.onPaper} />
        <Field
          name="count"
          label={t.paper}
          hint={t.paperHint}
          form={paperForm}
          required
          value={String(view.onPaper)}
          inputmode="numeric"
          short
          autocomplete="off"
        />
        <Acts>
          <Button quiet>{t.paperSend}</Button>
        </Acts>
      </Form>
    </>
  )
}
