import { paths, url } from '#paths'
import { filesTextsEn } from '#ui/files.texts.en.ts'
import { filesTexts } from '#ui/files.texts.ts'
import { around, Checkbox, type FieldProps, Hidden, Hint, Label, Wrong } from '#ui/forms.tsx'
import { useTongue } from '#ui/tongue.ts'

const texts = { pl: filesTexts, en: filesTextsEn }

/** A file inside a form. Where the form is shown again, the one chosen before waits beside it (`holdFiles`); where none is needed, it may be left out. */
export const FileField = (props: FieldProps & { accept?: string }) => {
  const { name, form, hint, accept } = props
  const t = texts[useTongue()]
  const { id, error, attributes } = around(props)
  const held = form.held?.[name]
  const required = props.required && !held
  return (
    <>
      {held && (
        <div class="held">
          <Hidden name={`${name}-waiting`} value={held.id} />
          {held.kind === 'image' && <img src={url(paths.file, { id: held.id }, { rozmiar: '640' })} alt="" />}
          <p>{t.held(held.name)}</p>
          {!props.required && <Checkbox name={`${name}-away`} label={t.away} form={form} />}
        </div>
      )}
      <div class={error ? 'field bad' : 'field'}>
        <Label
          id={id}
          label={held ? `${props.label}: ${t.other}` : props.label}
          required={props.required || held !== undefined}
          unmarked={props.unmarked}
        />
        <Hint id={id} hint={hint} />
        <Wrong id={id} error={error} />
        <input {...attributes} type="file" accept={accept} required={required} />
      </div>
    </>
  )
}
