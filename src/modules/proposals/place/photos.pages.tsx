import { type FormState, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import { PhotoList, type ShownPhoto } from '#modules/proposals/place/photos.parts.tsx'
import { photoLimits } from '#modules/proposals/place/photos.rules.ts'
import { photosTextsEn } from '#modules/proposals/place/photos.texts.en.ts'
import { photosTexts } from '#modules/proposals/place/photos.texts.ts'
import { projectTitle } from '#modules/proposals/proposals.parts.tsx'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { paths, url } from '#paths'
import { FileField } from '#ui/file-field.tsx'
import { filesTextsEn } from '#ui/files.texts.en.ts'
import { filesTexts } from '#ui/files.texts.ts'
import { ActButton, Button, Checkbox, Field, Form, Hidden } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Why } from '#ui/parts.tsx'

const texts = { pl: photosTexts, en: photosTextsEn }
type Photos = readonly ShownPhoto[]

export const PhotosPage = ({
  frame,
  project,
  photos,
  form,
  why,
}: {
  frame: Frame
  project: Project
  photos: Photos
  form: FormState
  why?: string | undefined
}) => {
  const t = texts[frame.locale]
  const { id } = project
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={t.kicker(projectTitle(frame.locale, project))}>
      {why && <Why>{why}</Why>}
      <p>{photos.length === 0 ? t.none : t.count({ is: photos.length, most: photoLimits.most })}</p>
      <PhotoList
        photos={photos}
        below={photo => (
          <ActButton
            action={url(paths.projectPhotoRemoval, { id, file: photo.id })}
            label={
              <>
                {t.remove}
                <span class="visually-hidden">: {photo.caption || photo.alt}</span>
              </>
            }
            quiet
            small
          />
        )}
      />
      {photos.length >= photoLimits.most ? <p>{t.full}</p> : <PhotoForm frame={frame} id={id} form={form} />}
      <p>
        <a href={url(paths.project, { id })}>{t.toProject}</a>
      </p>
    </Layout>
  )
}

const PhotoForm = ({ frame, id, form }: { frame: Frame; id: string; form: FormState }) => {
  const t = texts[frame.locale]
  const files = { pl: filesTexts, en: filesTextsEn }[frame.locale]
  return (
    <Form action={url(paths.projectPhotos, { id })} form={form} files>
      <h2>{t.add}</h2>
      <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
      <FileField name="photo" label={t.file} hint={files.hint} form={form} accept="image/jpeg,image/png,image/webp" required />
      <Field name="alt" label={t.alt} hint={t.altHint} form={form} required maxlength={photoLimits.alt} autocomplete="off" />
      <Field name="caption" label={t.caption} form={form} maxlength={photoLimits.caption} autocomplete="off" />
      <p class="why">{t.people}</p>
      <Checkbox name="consent" label={t.consent} form={form} required />
      <ProcessingNote of="files" />
      <Acts>
        <Button>{t.send}</Button>
      </Acts>
    </Form>
  )
}

/** On the project's page, under its place. */
export const PhotosBeside = ({ frame, id, photos, editing }: { frame: Frame; id: string; photos: Photos; editing: boolean }) => {
  const t = texts[frame.locale]
  return (
    <section class="tight" id="zdjecia">
      <h2>{t.title}</h2>
      {photos.length > 0 && <PhotoList photos={photos} />}
      {editing && (
        <p>
          <a href={url(paths.projectPhotos, { id })}>{t.edit}</a>
        </p>
      )}
    </section>
  )
}
