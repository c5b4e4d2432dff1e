import { dateAndTime } from '#kit/dates.ts'
import { emptyForm, type FormState, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import type { Verdict } from '#kit/verdict.ts'
import { capacityOf, type Elsewhere, type Registration, registrationLimits, type Seats } from '#modules/meetings/attendance/registrations.rules.ts'
import { registrationsTextsEn } from '#modules/meetings/attendance/registrations.texts.en.ts'
import { registrationsTexts } from '#modules/meetings/attendance/registrations.texts.ts'
import { isComing, isUnderWay, type Meeting } from '#modules/meetings/meetings.rules.ts'
import { whenWords } from '#modules/meetings/times.rules.ts'
import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import { paths, url } from '#paths'
import { ActButton, Button, Field, Form, Hidden, Select, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Acts, Fold, LinkButton, Now, Why } from '#ui/parts.tsx'

export const registrationsWords = (frame: Pick<Frame, 'locale'>): typeof registrationsTexts =>
  ({ pl: registrationsTexts, en: registrationsTextsEn })[frame.locale]

export type RegisterView = {
  readonly mine: Registration | undefined
  readonly seats: Seats
  readonly may: Verdict<string>
  /** Whoever leads the meeting is there anyway. */
  readonly leads: boolean
  /** Other meetings at that time that the visitor means to come to. */
  readonly elsewhere: readonly Elsewhere[]
  /** People without e-mail whom the visitor may register; undefined for everybody else. */
  readonly assisted: readonly { readonly id: string; readonly name: string }[] | undefined
  readonly form?: FormState | undefined
  readonly behalfForm?: FormState | undefined
}
type Props = { frame: Frame; meeting: Meeting; view: RegisterView }

/** Registering, and what became of it: a seat, the waiting list, a question after the meeting has moved. */
export const RegisterPanel = ({ frame, meeting, view }: Props) => {
  if (meeting.state !== 'announced' || !isComing(meeting, frame.now)) return null
  const speaking = isUnderWay(meeting, frame.now) && meeting.way !== 'hall' && meeting.way !== 'phone'
  const written = meeting.way === 'async'
  // who only writes needs no seat: once the questions are open, answering them is the one thing to do
  if (written && speaking && !view.mine) return <SpeakNow frame={frame} meeting={meeting} />
  return (
    <>
      {speaking && <SpeakNow frame={frame} meeting={meeting} />}
      <AlsoThere frame={frame} view={view} />
      {view.mine ? (
        <Mine frame={frame} meeting={meeting} view={view} mine={view.mine} />
      ) : (
        !view.leads && <Open frame={frame} meeting={meeting} view={view} />
      )}
      {view.assisted && <Behalf frame={frame} meeting={meeting} view={view} />}
    </>
  )
}

/** Nobody is kept from registering twice: families share out who goes where. */
const AlsoThere = ({ frame, view: { elsewhere, mine } }: Omit<Props, 'meeting'>) => {
  const { panel: t } = registrationsWords(frame)
  return (
    <>
      {elsewhere.map(other => (
        <p class="why">
          {mine ? t.both : t.elsewhere} <a href={url(paths.meeting, { id: other.id })}>{other.title}</a>, {whenWords(other, frame.locale)}.
        </p>
      ))}
    </>
  )
}

/** The meeting goes on: its questions are answered from anywhere until it ends. */
const SpeakNow = ({ frame, meeting }: { frame: Frame; meeting: Meeting }) => {
  const { panel: t } = registrationsWords(frame)
  return (
    <Now title={t.speakNow} tone="good" kicker={t.speakUntil(dateAndTime(meeting.endsAt, frame.locale))}>
      <p>{t.speakLead}</p>
      <Acts>
        <LinkButton href={url(paths.meetingVoices, { id: meeting.id })}>{t.speak}</LinkButton>
      </Acts>
    </Now>
  )
}

const freeOf = (meeting: Meeting, seats: Seats) => {
  const capacity = capacityOf(meeting)
  return capacity === null ? undefined : Math.max(0, capacity - seats.taken)
}

const Open = ({ frame, meeting, view }: Props) => {
  const { panel: t, why } = registrationsWords(frame)
  const free = freeOf(meeting, view.seats)
  const full = free === 0
  const form = view.form ?? emptyForm
  return (
    <Now title={full ? t.full : t.open} tone={full ? 'wait' : 'good'} kicker={free === undefined || full ? undefined : t.free(free)}>
      <p>{full ? t.fullLead : meeting.way === 'async' ? t.leadWritten : t.lead}</p>
      {view.seats.waiting > 0 && <p class="small muted">{t.waitingCount(view.seats.waiting)}</p>}
      {!view.may.ok ? (
        view.may.why === 'sign-in' ? (
          <p>
            <LinkButton href={url(paths.signIn, undefined, { powrot: frame.path })}>{t.signIn}</LinkButton>
          </p>
        ) : (
          <Why>{why[view.may.why as keyof typeof why]}</Why>
        )
      ) : (
        <Form action={url(paths.meetingRegistrations, { id: meeting.id })} form={form} class="form plain" id="zapis">
          <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
          <GuestsAndNeeds frame={frame} form={form} guests={0} alone={meeting.way === 'async'} />
          <ProcessingNote of="meetings" />
          <Acts>
            <Button>{full ? t.sendWaiting : t.send}</Button>
          </Acts>
        </Form>
      )}
    </Now>
  )
}

const GuestsAndNeeds = ({
  frame,
  form,
  guests,
  label,
  prefix = '',
  alone = false,
}: {
  frame: Frame
  form: FormState
  guests: number
  label?: string
  prefix?: string
  /** In writing everybody answers for themselves: there is nobody to bring along. */
  alone?: boolean
}) => {
  const { panel: t } = registrationsWords(frame)
  return (
    <>
      {alone ? (
        <Hidden name="guests" value={0} />
      ) : (
        <Field
          name="guests"
          id={`${prefix}guests`}
          label={label ?? t.guests}
          hint={t.guestsHint}
          form={form}
          required
          value={String(guests)}
          inputmode="numeric"
          short
          autocomplete="off"
        />
      )}
      <TextArea name="needs" id={`${prefix}needs`} label={t.needs} hint={t.needsHint} form={form} rows={2} max={registrationLimits.needsMax} />
    </>
  )
}

const Mine = ({ frame, meeting, view, mine }: Props & { mine: Registration }) => {
  const { panel: t } = registrationsWords(frame)
  const { id } = meeting
  const seated = mine.state === 'registered'
  const asked = seated && mine.revision < meeting.revision
  const form = view.form ?? emptyForm
  return (
    <>
      {asked && (
        <Now title={t.confirmTitle} tone="wait">
          <p>{t.confirmLead}</p>
          <Acts>
            <ActButton action={url(paths.meetingRegistrationConsent, { id })} label={t.confirm} />
          </Acts>
        </Now>
      )}
      <Now title={seated ? t.registered : t.waiting} tone={seated ? 'good' : 'wait'}>
        {seated ? mine.guests > 0 && <p>{t.withGuests(mine.guests)}</p> : <p>{t.waitingLead}</p>}
        <Acts>
          <LinkButton quiet small href={url(paths.meetingIcs, { id })}>
            {t.ics}
          </LinkButton>
          <ActButton action={url(paths.meetingRegistrationEnd, { id })} label={t.withdraw} quiet small />
        </Acts>
        <Fold summary={t.change} open={view.form !== undefined}>
          <Form action={url(paths.meetingRegistrations, { id })} form={form} class="form plain" id="zapis">
            <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
            <GuestsAndNeeds frame={frame} form={form} guests={mine.guests} alone={meeting.way === 'async'} />
            <ProcessingNote of="meetings" />
            <Acts>
              <Button quiet>{t.save}</Button>
            </Acts>
          </Form>
        </Fold>
      </Now>
    </>
  )
}

/** For hosts and clerks: somebody who calls, writes or comes by. */
const Behalf = ({ frame, meeting, view: { assisted = [], behalfForm } }: Props) => {
  const { panel: t } = registrationsWords(frame)
  const form = behalfForm ?? emptyForm
  return (
    <Fold summary={t.behalf} open={behalfForm !== undefined}>
      <p class="hint">{t.behalfLead}</p>
      <Form action={url(paths.meetingRegistrations, { id: meeting.id })} form={form} id="zapis-osoby">
        <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
        <Hidden name="other" value="tak" />
        {assisted.length > 0 && (
          <Select
            name="person"
            label={t.person}
            form={form}
            empty={t.nobody}
            options={assisted.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <div class="side-by-side">
          <Field name="name" label={t.name} form={form} maxlength={60} autocomplete="off" />
          <Field name="phone" label={t.phone} form={form} type="tel" maxlength={20} autocomplete="off" />
        </div>
        <Select
          name="channel"
          label={t.channel}
          form={form}
          required
          options={(['phone', 'paper', 'office', 'meeting'] as const).map(value => ({ value, label: t.channels[value] }))}
        />
        <GuestsAndNeeds frame={frame} form={form} guests={0} label={t.behalfGuests} prefix="other-" />
        <ProcessingNote of="meetings" />
        <Acts>
          <Button quiet>{t.behalfSend}</Button>
        </Acts>
      </Form>
    </Fold>
  )
}
