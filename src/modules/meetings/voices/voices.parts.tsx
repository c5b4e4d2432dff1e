import { dateAndTime } from '#kit/dates.ts'
import { emptyForm, type FormState, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import type { Meeting } from '#modules/meetings/meetings.rules.ts'
import { Grown } from '#modules/meetings/minutes/minutes.parts.tsx'
import { type Fate, type MeetingVoice, voiceKinds, voiceLimits, writtenChannels } from '#modules/meetings/voices/voices.rules.ts'
import { voicesTextsEn } from '#modules/meetings/voices/voices.texts.en.ts'
import { voicesTexts } from '#modules/meetings/voices/voices.texts.ts'
import { KindPrompt } from '#modules/moderation/moderation.parts.tsx'
import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import { paths, url } from '#paths'
import { ActButton, Button, Field, Form, Hidden, Radios, Select, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Acts, Dots, Empty, Fold, Tag } from '#ui/parts.tsx'

export const voicesWords = (frame: Pick<Frame, 'locale'>): typeof voicesTexts => ({ pl: voicesTexts, en: voicesTextsEn })[frame.locale]

type VoicesProps = {
  frame: Frame
  voices: readonly MeetingVoice[]
  names: ReadonlyMap<string, string>
  fates: ReadonlyMap<string, readonly Fate[]>
  /** May put a voice into the minutes. */
  mayNote: boolean
  large?: boolean
}
/** What was said, whatever the way it came: the same words, the same room. */
export const Voices = ({ frame, voices, names, fates, mayNote, large }: VoicesProps) => {
  const t = voicesWords(frame)
  if (voices.length === 0)
    return (
      <Empty title={t.none}>
        <p>{t.noneHint}</p>
      </Empty>
    )
  return (
    <ul class={large ? 'stack large-type' : 'stack'}>
      {voices.map(voice => (
        <li class="said tight" id={voice.id}>
          <p class="small">
            <Tag kind={voice.kind === 'question' ? 'wait' : voice.kind === 'remark' ? 'plain' : 'good'}>{t.kinds[voice.kind]}</Tag>{' '}
            <b>{names.get(voice.authorId) ?? t.anonymous}</b>{' '}
            <span class="muted">
              <Dots
                items={[t.channels[voice.channel], voice.sheetNumber !== null && t.sheetNo(voice.sheetNumber), dateAndTime(voice.at, frame.locale)]}
              />
            </span>
          </p>
          <p>{voice.text}</p>
          {(voice.placeWords || voice.about) && (
            <p class="small muted">
              <Dots items={[voice.placeWords && `${t.place}: ${voice.placeWords}`, voice.about && `${t.about}: ${voice.about}`]} />
            </p>
          )}
          {!large && <Grown frame={frame} fates={fates.get(voice.id) ?? []} />}
          {!large && frame.person && <Make frame={frame} voice={voice} mayNote={mayNote} />}
        </li>
      ))}
    </ul>
  )
}

const Make = ({ frame, voice, mayNote }: { frame: Frame; voice: MeetingVoice; mayNote: boolean }) => {
  const { make: t } = voicesWords(frame)
  return (
    <div class="tight small">
      <p>
        {t.open}: <a href={url(paths.needNew, undefined, { z: voice.id })}>{t.need}</a>
        {' · '}
        <a href={url(paths.ideaNew, undefined, { z: voice.id })}>{t.idea}</a>
      </p>
      {mayNote && (
        <ActButton
          action={url(paths.voiceLine, { id: voice.meetingId, voice: voice.id })}
          label={t.line}
          quiet
          small
          fields={{ key: newId('key') }}
        />
      )}
    </div>
  )
}

/** Which question of the meeting it answers; none where the meeting asks none. */
export const AboutField = ({ frame, form, meeting }: { frame: Frame; form: FormState; meeting: Pick<Meeting, 'questions'> }) => {
  const { speak: t } = voicesWords(frame)
  if (meeting.questions.length === 0) return null
  return (
    <Select
      name="about"
      label={t.about}
      form={form}
      required
      options={[{ value: '', label: t.aboutNone }, ...meeting.questions.map((question, at) => ({ value: String(at + 1), label: question }))]}
    />
  )
}

/** Whoever is signed in speaks for themselves. */
export const SpeakForm = ({ frame, meeting, form = emptyForm }: { frame: Frame; meeting: Meeting; form?: FormState | undefined }) => {
  const { speak: t, kinds, kindHints } = voicesWords(frame)
  return (
    <Form action={url(paths.meetingVoices, { id: meeting.id })} form={form} class="form" keep={`glos-${meeting.id}`}>
      <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
      <Radios
        name="kind"
        label={t.kind}
        form={form}
        required
        options={voiceKinds.map(value => ({ value, label: `${kinds[value]}: ${kindHints[value]}` }))}
      />
      <AboutField frame={frame} form={form} meeting={meeting} />
      <TextArea name="text" label={t.text} hint={t.textHint} form={form} rows={4} required max={voiceLimits.textMax} />
      <Field name="place" label={t.place} form={form} maxlength={voiceLimits.placeMax} autocomplete="off" />
      <ProcessingNote of="meeting-voices" />
      <KindPrompt frame={frame} form={form} />
      <Acts>
        <Button>{t.send}</Button>
      </Acts>
    </Form>
  )
}

/** By keyboard alone: what stays the same is chosen already, the cursor stands in the words, Enter in the last field sends. */
export const KeyInForm = ({ frame, meeting, form, large }: { frame: Frame; meeting: Meeting; form: FormState; large?: boolean }) => {
  const t = voicesWords(frame)
  const key = <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
  if (large)
    return (
      <Form action={url(paths.meetingScreen, { id: meeting.id })} form={form} class="form large-type">
        {key}
        <Hidden name="channel" value="meeting" />
        <Field name="text" label={t.screen.line} form={form} required maxlength={voiceLimits.textMax} autocomplete="off" autofocus />
        <Fold summary={t.speak.kind}>
          <Select name="kind" label={t.speak.kind} form={form} required options={voiceKinds.map(value => ({ value, label: t.kinds[value] }))} />
        </Fold>
        <Button>{t.screen.send}</Button>
      </Form>
    )
  return (
    <Form action={url(paths.meetingKeyIn, { id: meeting.id })} form={form} class="form plain">
      {key}
      <div class="side-by-side">
        <Select
          name="channel"
          label={t.key.channel}
          form={form}
          required
          options={writtenChannels.map(value => ({ value, label: t.channels[value] }))}
        />
        <Select name="kind" label={t.speak.kind} form={form} required options={voiceKinds.map(value => ({ value, label: t.kinds[value] }))} />
        <Field name="sheet" label={t.key.sheet} form={form} inputmode="numeric" short autocomplete="off" maxlength={5} />
      </div>
      <p class="hint">{t.key.sheetHint}</p>
      <AboutField frame={frame} form={form} meeting={meeting} />
      <TextArea name="text" label={t.key.text} form={form} rows={3} required autofocus max={voiceLimits.textMax} />
      <Field name="place" label={t.speak.place} form={form} maxlength={voiceLimits.placeMax} autocomplete="off" />
      <Acts>
        <Button>{t.key.send}</Button>
      </Acts>
    </Form>
  )
}
