import { shortDate } from '#kit/dates.ts'
import { emptyForm, type FormState, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import type { Verdict } from '#kit/verdict.ts'
import { attendanceLimits as limits, type Paper, paperHows } from '#modules/meetings/attendance/attendance.rules.ts'
import { attendanceTextsEn } from '#modules/meetings/attendance/attendance.texts.en.ts'
import { attendanceTexts } from '#modules/meetings/attendance/attendance.texts.ts'
import type { Meeting } from '#modules/meetings/meetings.rules.ts'
import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import { paths, url } from '#paths'
import { FileField } from '#ui/file-field.tsx'
import { filesTextsEn } from '#ui/files.texts.en.ts'
import { filesTexts } from '#ui/files.texts.ts'
import { ActButton, Button, Checkbox, Field, Form, Hidden, Radios } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Acts, Fold, Now } from '#ui/parts.tsx'

export const attendanceWords = (frame: Pick<Frame, 'locale'>): typeof attendanceTexts =>
  ({ pl: attendanceTexts, en: attendanceTextsEn })[frame.locale]

export type Photo = {
  readonly id: string
  readonly alt: string
  readonly caption: string
  readonly width: number | undefined
  readonly height: number | undefined
}
/** What a meeting page shows of what happened there. */
export type AftermathView = {
  readonly people: number
  readonly photos: readonly Photo[]
  readonly paper: (Paper & { readonly name: string }) | undefined
  readonly notePaper: Verdict<string>
  readonly close: Verdict<string>
  readonly show: Verdict<string>
  readonly paperForm?: FormState | undefined
  readonly photoForm?: FormState | undefined
}
type Props = { frame: Frame; meeting: Meeting; view: AftermathView }

export const Photos = ({ frame, meeting, view: { photos, show, photoForm } }: Props) => {
  const { photos: t } = attendanceWords(frame)
  if (photos.length === 0 && !show.ok) return null
  return (
    <section class="stack" id="zdjecia">
      <h2>{t.title}</h2>
      {photos.length > 0 && (
        <div class="two">
          {photos.map(({ id, alt, caption, width, height }) => (
            <figure>
              <img src={url(paths.file, { id })} alt={alt} width={width} height={height} loading="lazy" />
              {caption && <figcaption>{caption}</figcaption>}
              {show.ok && (
                <ActButton
                  action={url(paths.meetingPhotoRemoval, { id: meeting.id, file: id })}
                  label={
                    <>
                      {t.remove}
                      <span class="visually-hidden">: {caption || alt}</span>
                    </>
                  }
                  quiet
                  small
                />
              )}
            </figure>
          ))}
        </div>
      )}
      {show.ok && <PhotoForm frame={frame} meeting={meeting} form={photoForm} />}
    </section>
  )
}

const PhotoForm = ({ frame, meeting, form = emptyForm }: { frame: Frame; meeting: Meeting; form?: FormState | undefined }) => {
  const { photos: t } = attendanceWords(frame)
  const files = { pl: filesTexts, en: filesTextsEn }[frame.locale]
  return (
    <Fold summary={t.add} open={form !== emptyForm}>
      <Form action={url(paths.meetingPhotos, { id: meeting.id })} form={form} files>
        <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
        <FileField name="photo" label={t.file} hint={files.hint} form={form} required accept="image/jpeg,image/png,image/webp" />
        <Field name="alt" label={t.alt} hint={t.altHint} form={form} required maxlength={limits.altMax} />
        <Field name="caption" label={t.caption} form={form} maxlength={limits.captionMax} />
        <Checkbox name="consent" label={t.consent} form={form} required />
        <ProcessingNote of="files" />
        <Acts>
          <Button quiet>{t.send}</Button>
        </Acts>
      </Form>
    </Fold>
  )
}

/** After the meeting: where the paper is, and then the end of it. */
export const PaperPanel = ({ frame, meeting, view: { paper, notePaper, close, paperForm = emptyForm } }: Props) => {
  const { paper: t } = attendanceWords(frame)
  if (!notePaper.ok) return null
  return (
    <Now title={t.title} tone={paper ? 'plain' : 'wait'}>
      {paper && (
        <p>
          {t.noted({ how: t.hows[paper.how], name: paper.name, day: shortDate(paper.at, frame.locale) })}
          {paper.remark && ` ${paper.remark}`}
        </p>
      )}
      {close.ok && (
        <>
          <p class="small muted">{t.closeLead}</p>
          <Acts>
            <ActButton action={url(paths.meetingClosing, { id: meeting.id })} label={t.close} />
          </Acts>
        </>
      )}
      {!paper && (
        <Form action={url(paths.meetingPaper, { id: meeting.id })} form={paperForm} class="form plain" id="papier">
          <p>{t.lead}</p>
          <Radios name="how" label={t.how} form={paperForm} required options={paperHows.map(value => ({ value, label: t.hows[value] }))} />
          <Field name="remark" label={t.remark} hint={t.remarkHint} form={paperForm} maxlength={limits.remarkMax} autocomplete="off" />
          <Acts>
            <Button>{t.send}</Button>
          </Acts>
        </Form>
      )}
    </Now>
  )
}
