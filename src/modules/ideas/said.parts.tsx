import { dateAndTime, longDate } from '#kit/dates.ts'
import { emptyForm, type FormState, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import type { Addition } from '#modules/ideas/edits.rules.ts'
import { ideasWords } from '#modules/ideas/space.parts.tsx'
import { authorsOf, type Names, type Said } from '#modules/ideas/space.rules.ts'
import { ReportLink } from '#modules/moderation/moderation.parts.tsx'
import { type Assisted, BehalfFields } from '#modules/people/office/behalf.parts.tsx'
import { paths, url } from '#paths'
import { Button, Form, Hidden } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Acts, Fold, People } from '#ui/parts.tsx'

export type Picture = { readonly id: string; readonly alt: string; readonly width: number | undefined; readonly height: number | undefined }
type Props = { frame: Frame; said: Said; names: Names; photos?: readonly Picture[]; additions: readonly Addition[]; edit: string | undefined }

/** What was said: whose words, how they came, the text, the place, the photo. */
export const SaidBody = ({ frame, said, names, photos = [], additions, edit }: Props) => {
  const t = ideasWords(frame)
  const helper = said.enteredBy ? names.get(said.enteredBy) : undefined
  const via = [t.via[said.channel], helper && t.writtenDownBy({ name: helper })].filter(Boolean).join(', ')
  return (
    <>
      <div class="prose">
        {said.text.split(/\n{2,}/).map(paragraph => (
          <p>{paragraph}</p>
        ))}
      </div>
      {additions.map(({ text, at }) => (
        <div class="said tight">
          <p class="small muted">{t.edits.added({ date: dateAndTime(at, frame.locale) })}</p>
          <p>{text}</p>
        </div>
      ))}
      {photos.map(({ id, alt, width, height }) => (
        <figure>
          <img src={url(paths.file, { id })} alt={alt} width={width} height={height} loading="lazy" />
        </figure>
      ))}
      {(said.placeWords || said.point) && (
        <p>
          <b>{t.place}:</b> {said.placeWords ?? t.onMap}
        </p>
      )}
      <div class="tight">
        <People people={authorsOf(said).map((id, i) => ({ name: names.get(id) ?? '—', ...(via && i === 0 ? { note: via } : {}) }))} />
        <p class="small muted">
          {t.addedAt({ date: longDate(said.createdAt, frame.locale) })}
          {said.editedAt && ` · ${t.edits.edited({ date: dateAndTime(said.editedAt, frame.locale) })}`} ·{' '}
          <ReportLink frame={frame} id={said.id} title={said.title} />
        </p>
        {edit && (
          <p class="small">
            <a href={edit}>{t.edits.title}</a>
          </p>
        )}
      </div>
    </>
  )
}

/** For the office and ambassadors: the backing of somebody who does not use the internet. */
export const BehalfBacking = ({
  frame,
  action,
  people,
  form = emptyForm,
}: {
  frame: Frame
  action: string
  people: readonly Assisted[]
  form?: FormState | undefined
}) => {
  const t = ideasWords(frame)
  return (
    <Fold summary={t.form.behalfBacking} open={Object.keys(form.errors).length > 0}>
      <Form action={action} form={form} class="form plain">
        <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
        <BehalfFields frame={frame} form={form} people={people} unfolded />
        <Acts>
          <Button quiet>{t.form.behalfBackingSend}</Button>
        </Acts>
      </Form>
    </Fold>
  )
}
