import type { Child } from 'hono/jsx'
import type { VersionPhoto } from '#modules/proposals/drafting/drafting.rules.ts'
import { type HeldPhoto, photoChanges } from '#modules/proposals/place/photos.rules.ts'
import { photosTextsEn } from '#modules/proposals/place/photos.texts.en.ts'
import { photosTexts } from '#modules/proposals/place/photos.texts.ts'
import { paths, url } from '#paths'
import { ActButton } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Fold } from '#ui/parts.tsx'

const texts = { pl: photosTexts, en: photosTextsEn }
export type ShownPhoto = {
  readonly id: string
  readonly alt: string
  readonly caption: string
  readonly width?: number | undefined
  readonly height?: number | undefined
}

/** Photos beside each other, each with what may be done with it. */
export const PhotoList = ({ photos, below }: { photos: readonly ShownPhoto[]; below?: (photo: ShownPhoto) => Child }) => (
  <div class="pictures">
    {photos.map(photo => (
      <figure>
        <a href={url(paths.file, { id: photo.id })}>
          <img src={url(paths.file, { id: photo.id }, { rozmiar: '640' })} alt={photo.alt} width={photo.width} height={photo.height} loading="lazy" />
        </a>
        {photo.caption && <figcaption>{photo.caption}</figcaption>}
        {below?.(photo)}
      </figure>
    ))}
  </div>
)

type HeldProps = { readonly frame: Frame; readonly projectId: string; readonly photos: readonly HeldPhoto[]; readonly mayWithdraw: boolean }
/** What a version holds; a picture that had to be taken down since is said in words. */
export const VersionPhotos = ({ frame, projectId, photos, mayWithdraw }: HeldProps) => {
  const t = texts[frame.locale]
  const shown = photos.filter(({ there }) => there).map(({ fileId, alt, caption }) => ({ id: fileId, alt, caption }))
  const withdrawal = (photo: ShownPhoto) => (
    <Fold summary={t.withdrawal.title}>
      <p class="small">{t.withdrawal.lead}</p>
      <ActButton
        quiet
        small
        action={url(paths.projectPhotoWithdrawal, { id: projectId, file: photo.id })}
        label={
          <>
            {t.withdrawal.send}
            <span class="visually-hidden">: {photo.caption || photo.alt}</span>
          </>
        }
      />
    </Fold>
  )
  return (
    <>
      {shown.length > 0 && <PhotoList photos={shown} {...(mayWithdraw && { below: withdrawal })} />}
      {photos
        .filter(({ there }) => !there)
        .map(photo => (
          <p class="muted">{t.takenDown(wordsOf(photo))}</p>
        ))}
    </>
  )
}

const wordsOf = ({ caption, alt }: Pick<VersionPhoto, 'caption' | 'alt'>) => (caption || alt).replace(/\.$/, '')
export function photoChangesInWords({ locale }: Pick<Frame, 'locale'>, was: readonly VersionPhoto[], is: readonly VersionPhoto[]): readonly string[] {
  const { changes: t } = texts[locale]
  const { added, gone } = photoChanges(was, is)
  return [...gone.map(photo => t.gone(wordsOf(photo))), ...added.map(photo => t.added(wordsOf(photo)))]
}

/** On paper: what each shows, and its digest. */
export const photosInPrint = ({ locale }: Pick<Frame, 'locale'>, photos: readonly HeldPhoto[]): readonly PrintedPhoto[] =>
  photos.map((photo, i) => ({ ...photo, words: texts[locale].printed({ n: i + 1, words: wordsOf(photo), digest: photo.digest.slice(0, 8) }) }))
type PrintedPhoto = HeldPhoto & { readonly words: string }
