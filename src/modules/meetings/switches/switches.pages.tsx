import { dateAndTime } from '#kit/dates.ts'
import { type FormState, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { MeetingTag, whereTitle } from '#modules/meetings/meetings.parts.tsx'
import { isComing, type Meeting, type MeetingPath, meetingLimits, meetingPaths } from '#modules/meetings/meetings.rules.ts'
import { fromWords, switchesWords } from '#modules/meetings/switches/switches.parts.tsx'
import { type Switch, switchHows } from '#modules/meetings/switches/switches.rules.ts'
import { whenWords } from '#modules/meetings/times.rules.ts'
import type { Territory } from '#modules/programme/territories/territories.rules.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Field, Form, Hidden, Radios, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Bar, Dots, Empty, Facts, LinkButton, Row, Rows, Tag, Why } from '#ui/parts.tsx'

export type SwitchesView = {
  readonly form: FormState
  readonly switches: readonly Switch[]
  readonly inHalls: ReadonlyMap<MeetingPath, { readonly meetings: number; readonly people: number }>
}
export const SwitchesPage = ({ frame, view: { form, switches, inHalls } }: { frame: Frame; view: SwitchesView }) => {
  const { form: t, pathNames, hows } = switchesWords(frame)
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      <section class="tight">
        <h2>{t.now}</h2>
        {inHalls.size === 0 ? (
          <p>{t.none}</p>
        ) : (
          <ul>
            {[...inHalls].map(([path, counts]) => (
              <li>{t.nowLine({ path: pathNames[path], ...counts })}</li>
            ))}
          </ul>
        )}
      </section>
      <Form action={paths.onlineSwitches} form={form} keep="formula-online">
        <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
        <Radios name="path" label={t.path} form={form} required options={meetingPaths.map(value => ({ value, label: pathNames[value] }))} />
        <Field name="day" label={t.from} hint={t.fromHint} form={form} required type="date" short />
        <Radios name="how" label={t.how} form={form} required options={switchHows.map(value => ({ value, label: hows[value] }))} />
        <Field name="link" label={t.link} hint={t.linkHint} form={form} inputmode="url" maxlength={200} autocomplete="off" />
        <Field name="phone" label={t.phone} hint={t.phoneHint} form={form} maxlength={200} autocomplete="off" />
        <TextArea name="reason" label={t.reason} hint={t.reasonHint} form={form} required rows={3} max={meetingLimits.reasonMax} />
        <Acts>
          <Button>{t.send}</Button>
        </Acts>
      </Form>
      <section class="stack">
        <h2>{t.earlier}</h2>
        {switches.length === 0 ? (
          <Empty title={t.empty}>
            <p>{t.emptyHint}</p>
          </Empty>
        ) : (
          <Rows plain>
            {switches.map(one => (
              <Row
                title={t.line({ path: pathNames[one.path], how: hows[one.how], day: fromWords(one, frame) })}
                href={url(paths.onlineSwitch, { id: one.id })}
                note={one.reason}
              />
            ))}
          </Rows>
        )}
      </section>
    </Layout>
  )
}

export type SwitchView = {
  readonly of: Switch
  readonly meetings: readonly { readonly meeting: Meeting; readonly backAt: Date | null }[]
  readonly territories: ReadonlyMap<string, Territory>
  /** People whose letter is still to be written. */
  readonly left: number
  readonly refused?: string | undefined
}
/** What one switch did: every meeting, its link or telephone, and how many people know. */
export const SwitchPage = ({ frame, view }: { frame: Frame; view: SwitchView }) => {
  const { page: t, pathNames, hows, meetings } = switchesWords(frame)
  const { of, left } = view
  const told = of.people - left
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={<a href={paths.onlineSwitches}>{switchesWords(frame).form.title}</a>}>
      {view.refused && <Why>{view.refused}</Why>}
      <Facts
        entries={[
          { term: t.path, value: pathNames[of.path] },
          { term: t.how, value: hows[of.how] },
          { term: t.from, value: fromWords(of, frame) },
          { term: t.reason, value: of.reason },
          { term: t.made, value: dateAndTime(of.at, frame.locale) },
        ]}
      />
      <section class="tight">
        <h2>{t.told}</h2>
        <p role="status">
          <b>{t.progress({ told, all: of.people })}</b>
        </p>
        <Bar share={of.people === 0 ? 1 : told / of.people} />
        <p>{left === 0 ? t.all : t.going}</p>
        <Acts>
          {left > 0 && (
            <LinkButton quiet href={url(paths.onlineSwitch, { id: of.id })}>
              {t.refresh}
            </LinkButton>
          )}
          <a href={paths.phoneList}>{t.phoneList}</a>
        </Acts>
      </section>
      <section class="stack">
        <h2>
          {t.list}: {meetings(view.meetings.length)}
        </h2>
        <Rows plain>
          {view.meetings.map(one => (
            <TurnedRow frame={frame} view={view} {...one} />
          ))}
        </Rows>
      </section>
    </Layout>
  )
}

type TurnedProps = { frame: Frame; view: SwitchView; meeting: Meeting; backAt: Date | null }
const TurnedRow = ({ frame, view, meeting, backAt }: TurnedProps) => {
  const { page: t } = switchesWords(frame)
  const open = meeting.state === 'draft' || isComing(meeting, frame.now)
  return (
    <Row
      title={meeting.title}
      href={url(paths.meeting, { id: meeting.id })}
      note={
        <Dots items={[whenWords(meeting, frame.locale), whereTitle(view.territories.get(meeting.territoryId), frame), meeting.link, meeting.phone]} />
      }
    >
      <p>{backAt ? <Tag>{t.returned}</Tag> : <MeetingTag frame={frame} meeting={meeting} />}</p>
      {!backAt && open && (
        <Acts>
          <ActButton
            action={url(paths.meetingReturn, { id: meeting.id })}
            label={
              <>
                {t.back}
                <span class="visually-hidden">: {meeting.title}</span>
              </>
            }
            quiet
            small
          />
          <a href={url(paths.meetingEdit, { id: meeting.id })}>
            {t.edit}
            <span class="visually-hidden">: {meeting.title}</span>
          </a>
        </Acts>
      )}
    </Row>
  )
}
