import { emptyForm, type FormState } from '#kit/form.ts'
import type { Verdict } from '#kit/verdict.ts'
import { FollowButton } from '#modules/following/following.parts.tsx'
import { type AftermathView, attendanceWords, PaperPanel, Photos } from '#modules/meetings/attendance/attendance.parts.tsx'
import { RegisterPanel, type RegisterView, registrationsWords } from '#modules/meetings/attendance/registrations.parts.tsx'
import { ComingExperts, ExpertsPanel, type ExpertsView } from '#modules/meetings/experts/experts.parts.tsx'
import { MeetingKit } from '#modules/meetings/kit.parts.tsx'
import { MeetingRows, MeetingTag, meetingsWords, whereTitle } from '#modules/meetings/meetings.parts.tsx'
import { hasHall, isComing, type Meeting, meetingLimits } from '#modules/meetings/meetings.rules.ts'
import { RecordDoors } from '#modules/meetings/minutes/minutes.parts.tsx'
import { SwitchBanners, SwitchedNote } from '#modules/meetings/switches/switches.parts.tsx'
import type { Switch } from '#modules/meetings/switches/switches.rules.ts'
import { whenWords } from '#modules/meetings/times.rules.ts'
import { type Territory, whereOf } from '#modules/programme/territories/territories.rules.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Form, Select, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { LiveNote } from '#ui/live-note.tsx'
import { Acts, Empty, Facts, Fold, LinkButton, Now, People, Steps, Tabs, Why } from '#ui/parts.tsx'

type Territories = ReadonlyMap<string, Territory>
export type MeetingsView = {
  readonly meetings: readonly Meeting[]
  readonly drafts: readonly Meeting[]
  readonly past: boolean
  readonly here: Territory | undefined
  readonly places: readonly Territory[]
  readonly territories: Territories
  readonly mayCall: boolean
  readonly switches: readonly Switch[]
}

export const MeetingsPage = ({ frame, view }: { frame: Frame; view: MeetingsView }) => {
  const { list: t } = meetingsWords(frame)
  const { here, past, meetings, drafts } = view
  const gdzie = here && whereOf(here)
  return (
    <Layout frame={frame} title={here ? `${t.title}: ${whereTitle(here, frame)}` : t.title} lead={t.lead} kicker={t.sum(meetings.length)}>
      {view.mayCall && (
        <Acts>
          <LinkButton href={url(paths.meetingNew, undefined, { gdzie })}>{t.call}</LinkButton>
        </Acts>
      )}
      <SwitchBanners frame={frame} switches={view.switches} />
      {drafts.length > 0 && (
        <section class="stack">
          <h2>{t.drafts}</h2>
          <MeetingRows frame={frame} meetings={drafts} territories={view.territories} />
        </section>
      )}
      <Form action={paths.meetings} method="get" class="toolbar">
        <Select
          name="gdzie"
          label={t.where}
          form={emptyForm}
          required
          empty={t.everywhere}
          value={gdzie ?? ''}
          options={view.places.map(place => ({ value: whereOf(place), label: whereTitle(place, frame) }))}
        />
        <Button quiet>{t.show}</Button>
      </Form>
      <Tabs
        label={t.title}
        tabs={[
          { label: t.coming, href: url(paths.meetings, undefined, { gdzie }), current: !past },
          { label: t.past, href: url(paths.meetings, undefined, { gdzie, kiedy: 'minione' }), current: past },
        ]}
      />
      <p class="small">
        <a href={url(paths.meetingsIcs, undefined, { gdzie })}>{t.ics}</a>
      </p>
      <h2 class="visually-hidden">{past ? t.past : t.coming}</h2>
      {meetings.length === 0 ? (
        <Empty title={past ? t.emptyPast : t.empty}>
          <p>{past ? t.emptyPastHint : t.emptyHint}</p>
        </Empty>
      ) : (
        <MeetingRows frame={frame} meetings={meetings} territories={view.territories} />
      )}
    </Layout>
  )
}

export type Leading = {
  readonly announce: Verdict<string>
  readonly change: Verdict<string>
  readonly cancel: Verdict<string>
  readonly hold: Verdict<string>
  readonly kit: Verdict<string>
}
export type MeetingView = {
  readonly meeting: Meeting
  readonly territory: Territory
  readonly hosts: readonly { readonly id: string; readonly name: string }[]
  /** What its hosts may do now; undefined for everybody else. */
  readonly leading: Leading | undefined
  /** Why the last act was refused. */
  readonly refused?: string | undefined
  readonly cancelForm?: FormState | undefined
  readonly registering: RegisterView
  readonly aftermath: AftermathView
  readonly experts: ExpertsView
  /** The switch to the online formula that holds for it. */
  readonly switched: Switch | undefined
  /** May read who registered. */
  readonly mayList: boolean
  /** The visitor's own follow of it. */
  readonly followId: string | undefined
}

export const MeetingPage = ({ frame, view }: { frame: Frame; view: MeetingView }) => {
  const t = meetingsWords(frame)
  const { meeting, territory, leading } = view
  return (
    <Layout
      frame={frame}
      title={meeting.title}
      kicker={`${whereTitle(territory, frame)} · ${t.kinds[meeting.kind]}`}
      description={meeting.about.slice(0, 150)}
      aside={<MeetingAside frame={frame} view={view} />}
    >
      <LiveNote about={[meeting.id]} here={url(paths.meeting, { id: meeting.id })} />
      {view.refused && <Why>{view.refused}</Why>}
      <Standing frame={frame} view={view} />
      {view.switched && isComing(meeting, frame.now) && <SwitchedNote frame={frame} of={view.switched} />}
      <RegisterPanel frame={frame} meeting={meeting} view={view.registering} />
      {meeting.state !== 'draft' && (
        <FollowButton frame={frame} kind="thing" target={meeting.id} followId={view.followId} feed={url(paths.feed, undefined, { o: meeting.id })} />
      )}
      <section class="prose">
        {meeting.about.split(/\n{2,}/).map(paragraph => (
          <p>{paragraph}</p>
        ))}
      </section>
      {meeting.agenda.length > 0 && (
        <section class="tight">
          <h2>{t.page.agenda}</h2>
          <Steps steps={meeting.agenda} />
        </section>
      )}
      {meeting.questions.length > 0 && (
        <section class="tight">
          <h2>{t.page.questions}</h2>
          <p class="muted">{t.page.questionsLead}</p>
          <Steps steps={meeting.questions} />
        </section>
      )}
      {view.mayList && meeting.state !== 'draft' && (
        <Acts>
          <a href={url(paths.meetingRegistrations, { id: meeting.id })}>{registrationsWords(frame).list.see}</a>
          <a href={url(paths.meetingAttendance, { id: meeting.id })}>{attendanceWords(frame).page.see}</a>
        </Acts>
      )}
      {leading?.kit.ok && <MeetingKit frame={frame} id={meeting.id} />}
      {leading && <PaperPanel frame={frame} meeting={meeting} view={view.aftermath} />}
      <Photos frame={frame} meeting={meeting} view={view.aftermath} />
      {leading && <ExpertsPanel frame={frame} meeting={meeting} view={view.experts} />}
      {leading && <LeadingPanel frame={frame} view={view} leading={leading} />}
    </Layout>
  )
}

const Standing = ({ frame, view: { meeting, leading, aftermath } }: { frame: Frame; view: MeetingView }) => {
  const { page: t } = meetingsWords(frame)
  if (meeting.state === 'draft')
    return (
      <Now title={t.draft} tone="wait">
        <p>{t.draftLead}</p>
        {leading?.announce.ok && <ActButton action={url(paths.meetingAnnouncement, { id: meeting.id })} label={t.announce} />}
      </Now>
    )
  if (meeting.state === 'cancelled')
    return (
      <Now title={t.cancelled} tone="no">
        <p>
          <b>{t.reason}:</b> {meeting.reason}
        </p>
      </Now>
    )
  if (isComing(meeting, frame.now)) return null
  return (
    <Now title={t.held} kicker={whenWords(meeting, frame.locale)} tone="plain">
      {aftermath.people > 0 && <p>{attendanceWords(frame).page.came(aftermath.people)}</p>}
    </Now>
  )
}

const MeetingAside = ({ frame, view: { meeting, hosts, experts } }: { frame: Frame; view: MeetingView }) => {
  const t = meetingsWords(frame)
  const { access } = meeting
  const online = meeting.way === 'online' || meeting.way === 'mixed' || meeting.way === 'async'
  const entries = [
    { term: t.page.when, value: whenWords(meeting, frame.locale) },
    { term: t.page.how, value: `${t.kinds[meeting.kind]}, ${t.ways[meeting.way]}` },
    ...(hasHall(meeting) ? [{ term: t.page.where, value: [meeting.place, meeting.address].filter(Boolean).join(', ') }] : []),
    ...(online && meeting.link ? [{ term: t.page.link, value: meeting.link, href: meeting.link }] : []),
    { term: t.page.capacity, value: meeting.capacity === null ? t.page.noLimit : t.page.places(meeting.capacity) },
    ...(meeting.phone && meeting.way !== 'hall' ? [{ term: t.page.phone, value: meeting.phone }] : []),
  ]
  return (
    <>
      <p>
        <MeetingTag frame={frame} meeting={meeting} />
      </p>
      <Facts entries={entries} />
      <h2>{t.page.access}</h2>
      <ul class="tight">
        {hasHall(meeting) && <li>{t.steps[access.steps]}</li>}
        {hasHall(meeting) && <li>{access.loop ? t.loop : t.noLoop}</li>}
        <li>{access.sign ? t.sign : t.noSign}</li>
        {hasHall(meeting) && access.transport && (
          <li>
            {t.page.transport}: {access.transport}
          </li>
        )}
        {access.other && <li>{access.other}</li>}
      </ul>
      <RecordDoors frame={frame} meetingId={meeting.id} />
      <h2>{t.page.hosts}</h2>
      <People people={hosts} />
      <ComingExperts frame={frame} meeting={meeting} view={experts} />
      <p>
        <a href={url(paths.meetingIcs, { id: meeting.id })}>{registrationsWords(frame).panel.ics}</a>
      </p>
      <p class="small muted">{t.page.number(meeting.number)}</p>
    </>
  )
}

const LeadingPanel = ({ frame, view, leading }: { frame: Frame; view: MeetingView; leading: Leading }) => {
  const { page: t } = meetingsWords(frame)
  const { meeting, cancelForm } = view
  const id = meeting.id
  return (
    <section class="stack">
      <h2>{t.manage}</h2>
      <Acts>
        {leading.change.ok && (
          <LinkButton quiet href={url(paths.meetingEdit, { id })}>
            {t.change}
          </LinkButton>
        )}
        {leading.hold.ok && <ActButton action={url(paths.meetingHolding, { id })} label={t.hold} />}
      </Acts>
      {leading.cancel.ok && (
        <Fold summary={t.cancel} open={cancelForm !== undefined}>
          <p>{t.cancelLead}</p>
          <Form action={url(paths.meetingCancellation, { id })} form={cancelForm ?? emptyForm}>
            <TextArea name="reason" label={t.reason} form={cancelForm ?? emptyForm} required rows={3} max={meetingLimits.reasonMax} />
            <Acts>
              <Button quiet>{t.cancel}</Button>
            </Acts>
          </Form>
        </Fold>
      )}
    </section>
  )
}
