import { type FormState, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { meetingsWords, whereTitle } from '#modules/meetings/meetings.parts.tsx'
import { accessSteps, meetingLimits as limits, type Meeting, meetingKinds, ways } from '#modules/meetings/meetings.rules.ts'
import { whenWords } from '#modules/meetings/times.rules.ts'
import type { Territory } from '#modules/programme/territories/territories.rules.ts'
import { paths, url } from '#paths'
import { Button, Checkbox, Checkboxes, Field, Form, Hidden, Radios, Select, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Facts, Now } from '#ui/parts.tsx'

export type PlanView = {
  readonly form: FormState
  /** Where the visitor may call a meeting. */
  readonly territories: readonly Territory[]
  readonly hosts: readonly { readonly id: string; readonly name: string }[]
  /** The meeting that is being changed; undefined for a new one. */
  readonly meeting?: Meeting | undefined
  /** Somebody else saved meanwhile: how it stands now. */
  readonly theirs?: Meeting | undefined
}

export const PlanPage = ({ frame, view }: { frame: Frame; view: PlanView }) => {
  const { form: t } = meetingsWords(frame)
  const { form, meeting } = view
  const action = meeting ? url(paths.meetingEdit, { id: meeting.id }) : paths.meetings
  return (
    <Layout
      frame={frame}
      title={meeting ? t.editTitle : t.newTitle}
      lead={meeting ? t.editLead : t.newLead}
      kicker={<a href={meeting ? url(paths.meeting, { id: meeting.id }) : paths.meetings}>{meeting?.title ?? meetingsWords(frame).list.title}</a>}
    >
      {view.theirs && <Theirs frame={frame} theirs={view.theirs} />}
      <Form action={action} form={form} {...(meeting ? {} : { keep: 'spotkanie' })}>
        {meeting ? (
          <Hidden name="version" value={view.theirs?.version ?? typedOne(form, 'version')} />
        ) : (
          <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
        )}
        <WhatFields frame={frame} view={view} />
        <WhenFields frame={frame} form={form} />
        <PlaceFields frame={frame} form={form} />
        <AccessFields frame={frame} form={form} />
        {view.hosts.length > 0 && (
          <Checkboxes name="hosts" label={t.hosts} form={form} options={view.hosts.map(({ id, name }) => ({ value: id, label: name }))} />
        )}
        {meeting?.state === 'announced' && (
          <TextArea name="reason" label={t.reason} hint={t.reasonHint} form={form} rows={2} max={limits.reasonMax} />
        )}
        <Acts>
          <Button>{meeting ? t.save : t.saveDraft}</Button>
        </Acts>
      </Form>
    </Layout>
  )
}

/** What stands now, beside what was typed: whoever saves again knows what they overwrite. */
const Theirs = ({ frame, theirs }: { frame: Frame; theirs: Meeting }) => {
  const { form: t, page, ways: how } = meetingsWords(frame)
  return (
    <Now title={t.theirs} tone="wait">
      <Facts
        entries={[
          { term: t.title, value: theirs.title },
          { term: page.when, value: whenWords(theirs, frame.locale) },
          { term: page.how, value: how[theirs.way] },
          { term: page.where, value: [theirs.place, theirs.address, theirs.link, theirs.phone].filter(Boolean).join(', ') },
          { term: t.about, value: theirs.about },
        ]}
      />
    </Now>
  )
}

type Props = { frame: Frame; form: FormState }
const WhatFields = ({ frame, view: { form, territories } }: { frame: Frame; view: PlanView }) => {
  const { form: t, kinds } = meetingsWords(frame)
  return (
    <>
      <h2>{t.what}</h2>
      <Select name="kind" label={t.kind} form={form} required options={meetingKinds.map(value => ({ value, label: kinds[value] }))} />
      <Field name="title" label={t.title} hint={t.titleHint} form={form} required maxlength={limits.titleMax} autocomplete="off" />
      <Select
        name="territory"
        label={t.territory}
        form={form}
        required
        empty={t.choose}
        options={territories.map(one => ({ value: one.id, label: whereTitle(one, frame) }))}
      />
      <TextArea name="about" label={t.about} form={form} required rows={4} max={limits.aboutMax} />
      <TextArea name="agenda" label={t.agenda} hint={t.linesHint} form={form} rows={4} />
      <TextArea name="questions" label={t.questions} hint={t.questionsHint} form={form} rows={3} />
    </>
  )
}

const WhenFields = ({ frame, form }: Props) => {
  const { form: t } = meetingsWords(frame)
  return (
    <>
      <h2>{t.when}</h2>
      <Field name="day" label={t.day} form={form} required type="date" short />
      <div class="side-by-side">
        <Field name="starts" label={t.from} hint={t.timeHint} form={form} required short inputmode="text" autocomplete="off" />
        <Field name="ends" label={t.to} hint={t.toHint} form={form} short inputmode="text" autocomplete="off" />
      </div>
    </>
  )
}

const PlaceFields = ({ frame, form }: Props) => {
  const { form: t, ways: how } = meetingsWords(frame)
  return (
    <>
      <h2>{t.where}</h2>
      <Radios name="way" label={t.way} form={form} required value="hall" options={ways.map(value => ({ value, label: how[value] }))} />
      <Field name="place" label={t.place} hint={t.placeHint} form={form} maxlength={limits.placeMax} autocomplete="off" />
      <Field name="address" label={t.address} form={form} maxlength={limits.placeMax} autocomplete="off" />
      <Checkbox name="roomShared" label={t.roomShared} form={form} />
      <Field name="link" label={t.link} hint={t.linkHint} form={form} type="url" inputmode="url" maxlength={limits.placeMax} autocomplete="off" />
      <Field name="phone" label={t.phone} hint={t.phoneHint} form={form} maxlength={limits.placeMax} autocomplete="off" />
      <Field name="capacity" label={t.capacity} hint={t.capacityHint} form={form} inputmode="numeric" short autocomplete="off" />
    </>
  )
}

const AccessFields = ({ frame, form }: Props) => {
  const { form: t, steps } = meetingsWords(frame)
  return (
    <>
      <h2>{t.access}</h2>
      {/* whoever has not looked must not promise an entrance without steps */}
      <Select
        name="steps"
        label={t.steps}
        form={form}
        required
        value="unknown"
        options={accessSteps.map(value => ({ value, label: steps[value] }))}
      />
      <Checkbox name="loop" label={t.loop} form={form} />
      <Checkbox name="sign" label={t.sign} form={form} />
      <Field name="transport" label={t.transport} hint={t.transportHint} form={form} maxlength={limits.placeMax} autocomplete="off" />
      <Field name="other" label={t.other} form={form} maxlength={limits.placeMax} autocomplete="off" />
    </>
  )
}
