import { dateAndTime } from '#kit/dates.ts'
import { emptyForm, type FormState, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import type { Verdict } from '#kit/verdict.ts'
import type { Meeting } from '#modules/meetings/meetings.rules.ts'
import { KeyInForm, SpeakForm, Voices, voicesWords } from '#modules/meetings/voices/voices.parts.tsx'
import type { Fate, MeetingVoice } from '#modules/meetings/voices/voices.rules.ts'
import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import { paths, url } from '#paths'
import { FileField } from '#ui/file-field.tsx'
import { filesTextsEn } from '#ui/files.texts.en.ts'
import { filesTexts } from '#ui/files.texts.ts'
import { ActButton, Button, Field, Form, Hidden } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { LiveNote } from '#ui/live-note.tsx'
import { Acts, Empty, LinkButton, Now, Row, Rows, Why } from '#ui/parts.tsx'

type WhyKey = keyof ReturnType<typeof voicesWords>['why']
export type ShownPhoto = { readonly id: string; readonly fileId: string; readonly meetingId: string; readonly takenAt: Date; readonly title: string }
export type VoicesView = {
  readonly meeting: Meeting
  readonly voices: readonly MeetingVoice[]
  readonly names: ReadonlyMap<string, string>
  readonly fates: ReadonlyMap<string, readonly Fate[]>
  readonly speaking: Verdict
  readonly keying: boolean
  readonly mayNote: boolean
  readonly sheets: number
  readonly photos: readonly ShownPhoto[]
}
export type VoicesForms = { readonly speak?: FormState; readonly sheets?: FormState; readonly photo?: FormState; readonly why?: string }

const Kicker = ({ frame, meeting }: { frame: Frame; meeting: Meeting }) => (
  <a href={url(paths.meeting, { id: meeting.id })}>{voicesWords(frame).meeting}</a>
)

export const VoicesPage = ({ frame, view, forms = {} }: { frame: Frame; view: VoicesView; forms?: VoicesForms }) => {
  const t = voicesWords(frame)
  const { meeting, voices, speaking } = view
  const id = meeting.id
  return (
    <Layout
      frame={frame}
      title={`${t.title}: ${meeting.title}`}
      lead={t.lead}
      kicker={<Kicker frame={frame} meeting={meeting} />}
      aside={<VoicesAside frame={frame} view={view} forms={forms} />}
    >
      <LiveNote about={[id]} here={url(paths.meetingVoices, { id })} />
      {forms.why && <Now title={t.why[forms.why as WhyKey] ?? t.why.over} tone="wait" />}
      <section class="stack" id="powiedz">
        <h2>{t.speak.title}</h2>
        {speaking.ok ? (
          <SpeakForm frame={frame} meeting={meeting} form={forms.speak} />
        ) : speaking.why === 'sign-in' ? (
          <Acts>
            <LinkButton href={url(paths.signIn, undefined, { powrot: frame.path })}>{t.speak.signIn}</LinkButton>
          </Acts>
        ) : (
          <Why>{t.why[speaking.why as WhyKey]}</Why>
        )}
      </section>
      <section class="stack" id="glosy">
        <h2>{t.count(voices.length)}</h2>
        <Voices frame={frame} voices={voices} names={view.names} fates={view.fates} mayNote={view.mayNote} />
      </section>
    </Layout>
  )
}

const VoicesAside = ({ frame, view, forms }: { frame: Frame; view: VoicesView; forms: VoicesForms }) => {
  const t = voicesWords(frame)
  const id = view.meeting.id
  return (
    <>
      <ul class="tight">
        <li>
          <a href={url(paths.meetingFates, { id })}>{t.fates}</a>
        </li>
        <li>
          <a href={url(paths.minutes, { id })}>{t.minutes}</a>
        </li>
        <li>
          <a href={paths.sheetClaim}>{t.claim.title}</a>
        </li>
      </ul>
      {view.keying && (
        <>
          <Acts>
            <LinkButton href={url(paths.meetingKeyIn, { id })}>{t.key.door}</LinkButton>
            <LinkButton href={url(paths.meetingScreen, { id })} quiet>
              {t.screen.door}
            </LinkButton>
          </Acts>
          <SheetsForm frame={frame} id={id} sheets={view.sheets} form={forms.sheets ?? emptyForm} />
          <PhotoForm frame={frame} id={id} form={forms.photo ?? emptyForm} noted={view.speaking.ok} />
          <Photos frame={frame} photos={view.photos} />
        </>
      )}
    </>
  )
}

const SheetsForm = ({ frame, id, sheets, form }: { frame: Frame; id: string; sheets: number; form: FormState }) => {
  const { sheets: t } = voicesWords(frame)
  return (
    <section class="stack">
      <h2>{t.title}</h2>
      <p>{t.lead}</p>
      {sheets > 0 && <p class="small muted">{t.printed(sheets)}</p>}
      <Form action={url(paths.meetingSheets, { id })} form={form} class="form plain">
        <Field name="count" label={t.count} form={form} value="20" inputmode="numeric" short required />
        <p class="hint">{t.again}</p>
        <Button quiet>{t.print}</Button>
      </Form>
    </section>
  )
}

/** `noted`: the page has said already what becomes of what is typed. */
const PhotoForm = ({ frame, id, form, noted }: { frame: Frame; id: string; form: FormState; noted: boolean }) => {
  const { photos: t } = voicesWords(frame)
  const files = { pl: filesTexts, en: filesTextsEn }[frame.locale]
  return (
    <section class="stack" id="zdjecia">
      <h2>{t.title}</h2>
      <p>{t.lead}</p>
      <Form action={url(paths.meetingSheetPhotos, { id })} form={form} class="form plain" files>
        <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
        <Field name="number" label={t.sheet} form={form} inputmode="numeric" short maxlength={5} />
        <FileField name="photo" label={t.file} hint={files.hint} form={form} accept="image/jpeg,image/png,image/webp" required />
        {!noted && <ProcessingNote of="meeting-voices" />}
        <Button quiet>{t.send}</Button>
      </Form>
    </section>
  )
}

/** Photographs beside the way to key them in; small, opened large in a tab of their own. */
export const Photos = ({ frame, photos }: { frame: Frame; photos: readonly ShownPhoto[] }) => {
  const { photos: t } = voicesWords(frame)
  if (photos.length === 0) return null
  return (
    <>
      <p>
        <b>{t.waiting(photos.length)}</b>
      </p>
      <Rows plain>
        {photos.map(photo => (
          <Row title={photo.title} href={url(paths.file, { id: photo.fileId })} note={t.taken(dateAndTime(photo.takenAt, frame.locale))}>
            <Acts>
              <LinkButton href={url(paths.meetingKeyIn, { id: photo.meetingId }, { kanal: 'paper', zdjecie: photo.id })} small>
                {t.keyIn}
              </LinkButton>
              <ActButton action={url(paths.meetingSheetPhotoEnd, { id: photo.meetingId, photo: photo.id })} label={t.finish} quiet small />
            </Acts>
          </Row>
        ))}
      </Rows>
    </>
  )
}

type KeyInView = {
  readonly meeting: Meeting
  readonly form: FormState
  readonly last: readonly MeetingVoice[]
  readonly photo: ShownPhoto | undefined
  readonly why?: string | undefined
}

export const KeyInPage = ({ frame, view }: { frame: Frame; view: KeyInView }) => {
  const t = voicesWords(frame)
  const { meeting, form, last, photo, why } = view
  return (
    <Layout
      frame={frame}
      title={t.key.title}
      lead={t.key.lead}
      kicker={
        <>
          <Kicker frame={frame} meeting={meeting} /> · {meeting.title}
        </>
      }
      aside={
        photo && (
          <figure>
            <a href={url(paths.file, { id: photo.fileId })}>
              <img src={url(paths.file, { id: photo.fileId })} alt={photo.title} />
            </a>
            <figcaption class="small muted">{photo.title}</figcaption>
            <ActButton action={url(paths.meetingSheetPhotoEnd, { id: photo.meetingId, photo: photo.id })} label={t.photos.finish} quiet small />
          </figure>
        )
      }
    >
      {why ? <Why>{t.why[why as WhyKey]}</Why> : <KeyInForm frame={frame} meeting={meeting} form={form} />}
      {last.length > 0 && (
        <section class="tight">
          <h2>{t.key.last}</h2>
          <ul class="tight">
            {last.map(voice => (
              <li>
                {voice.text}{' '}
                <span class="small muted">
                  {t.channels[voice.channel]}
                  {voice.sheetNumber !== null && `, ${t.sheetNo(voice.sheetNumber)}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <a href={url(paths.meetingVoices, { id: meeting.id })}>{t.key.back}</a>
      </p>
    </Layout>
  )
}

/** For the whole hall: the last voices in large type, one line each. */
export const ScreenPage = ({ frame, view }: { frame: Frame; view: KeyInView & { names: ReadonlyMap<string, string> } }) => {
  const t = voicesWords(frame)
  const id = view.meeting.id
  return (
    <Layout frame={frame} title={view.meeting.title} kicker={t.screen.title} wide>
      <LiveNote about={[id]} here={url(paths.meetingScreen, { id })} />
      {view.why ? <Why>{t.why[view.why as WhyKey]}</Why> : <KeyInForm frame={frame} meeting={view.meeting} form={view.form} large />}
      <Voices frame={frame} voices={view.last} names={view.names} fates={new Map()} mayNote={false} large />
      <p class="muted">{t.screen.lead}</p>
      <p>
        <a href={url(paths.meetingVoices, { id })}>{t.key.back}</a>
      </p>
    </Layout>
  )
}

export const SheetQueuePage = ({ frame, photos }: { frame: Frame; photos: readonly ShownPhoto[] }) => {
  const { photos: t } = voicesWords(frame)
  return (
    <Layout frame={frame} title={t.queue} lead={t.queueLead}>
      {photos.length === 0 ? (
        <Empty title={t.none}>
          <p>{t.noneHint}</p>
        </Empty>
      ) : (
        <Photos frame={frame} photos={photos} />
      )}
    </Layout>
  )
}

export const ClaimPage = ({ frame, form }: { frame: Frame; form: FormState }) => {
  const { claim: t } = voicesWords(frame)
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      <Form action={paths.sheetClaim} form={form}>
        <Field name="code" label={t.code} hint={t.codeHint} form={form} required short autocomplete="off" maxlength={30} />
        <p class="hint">{t.privacy}</p>
        <ProcessingNote of="meeting-voices" />
        <Button>{t.send}</Button>
      </Form>
    </Layout>
  )
}
