import { type FormState, typedOne } from '#kit/form.ts'
import { paths, url } from '#paths'
import { filesTextsEn } from '#ui/files.texts.en.ts'
import { filesTexts } from '#ui/files.texts.ts'
import { Button, FileField, Hidden } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'

const texts = { pl: filesTexts, en: filesTextsEn }

type Props = {
  readonly frame: Frame
  readonly form: FormState
  readonly label: string
  readonly name?: string
  readonly required?: boolean
  /** Of the form it stands in. */
  readonly action: string
}
/** A picture inside a form. Where the form is shown again, the one chosen before waits beside it and may be taken away; see `holdPicture`. */
export const PictureField = ({ frame, form, label, name = 'photo', required, action }: Props) => {
  const t = texts[frame.locale]
  const waiting = typedOne(form, `${name}-waiting`)
  return (
    <>
      {waiting !== '' && (
        <div class="held">
          <Hidden name={`${name}-waiting`} value={waiting} />
          <img src={url(paths.file, { id: waiting }, { rozmiar: '640' })} alt="" />
          <p>{t.held(typedOne(form, `${name}-name`))}</p>
          <Button quiet small name={`${name}-away`} value="1" action={`${action}#${name}`}>
            {t.away}
          </Button>
        </div>
      )}
      <FileField
        name={name}
        label={waiting === '' ? label : t.other}
        hint={t.hint}
        form={form}
        required={required === true && waiting === ''}
        accept="image/jpeg,image/png,image/webp"
      />
    </>
  )
}
