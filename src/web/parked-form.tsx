import { emptyForm } from '#kit/form.ts'
import { FileField } from '#ui/file-field.tsx'
import { Button, Field, Hidden, TextArea } from '#ui/forms.tsx'
import { Facts } from '#ui/parts.tsx'
import type { Label } from '#web/labels.ts'
import type { ParkedForm } from '#web/parked.ts'

type Words = { readonly send: string; readonly text: string; readonly file: string; readonly again: string }
type Props = { parked: ParkedForm; labels: ReadonlyMap<string, Label>; words: Words }

/** What was about to be sent, under the names that its own page gives it: text to read and mend, choices to see. */
export const ParkedFields = ({ parked, labels, words }: Props) => (
  <form
    method="post"
    action={parked.action}
    class="form"
    enctype={parked.fields.some(([, value]) => typeof value !== 'string') ? 'multipart/form-data' : undefined}
  >
    {parked.fields.map(([name, value], i) => {
      const known = labels.get(name)
      if (typeof value !== 'string') {
        const label = `${known?.label ?? words.file}: ${value.file}`
        return <FileField name={name} id={`${name}-${i}`} label={label} hint={words.again} form={emptyForm} unmarked />
      }
      const choice = known?.choices.get(value)
      const long = value.length > 40 || value.includes('\n')
      const field = { name, id: `${name}-${i}`, label: known?.label ?? words.text, form: emptyForm, value, unmarked: true }
      if (long && choice === undefined) return <TextArea {...field} rows={6} />
      if (!known || value === '') return <Hidden name={name} value={value} />
      if (choice === undefined && known.choices.size === 0) return <Field {...field} />
      return (
        <>
          <Facts entries={[{ term: known.label, value: choice ?? value }]} />
          <Hidden name={name} value={value} />
        </>
      )
    })}
    <p>
      <Button>{words.send}</Button>
    </p>
  </form>
)
