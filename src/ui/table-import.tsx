import type { Child } from 'hono/jsx'
import type { FormState } from '#kit/form.ts'
import { FileField } from '#ui/file-field.tsx'
import { Button, Form, TextArea } from '#ui/forms.tsx'

/** The words around a table that an office brings; every module says them of its own rows. */
export type TableWords = {
  readonly columns: string
  readonly columnsHint: string
  readonly example: string
  readonly file: string
  readonly fileHint: string
  readonly text: string
  readonly preview: string
  readonly faults: string
  readonly andMore: (count: number) => string
}
const most = 50

type Props = { action: string; form: FormState; words: TableWords; faults: readonly string[]; children?: Child }
/** A file or a pasted table, what is wrong with it line by line, then the way to a look at what it would change. */
export const TableImport = ({ action, form, words: t, faults, children }: Props) => (
  <>
    {faults.length > 0 && (
      <div class="errors" role="alert">
        <h2>{t.faults}</h2>
        <ul>
          {faults.slice(0, most).map(fault => (
            <li>{fault}</li>
          ))}
          {faults.length > most && <li>{t.andMore(faults.length - most)}</li>}
        </ul>
      </div>
    )}
    <section class="said tight">
      <h2>{t.columns}</h2>
      <p>{t.columnsHint}</p>
      <pre class="scroll small" tabindex={0}>
        {t.example}
      </pre>
    </section>
    <Form action={action} form={form} files>
      <FileField name="plik" label={t.file} hint={t.fileHint} form={form} accept=".csv,text/csv,text/plain" />
      <TextArea name="tabela" label={t.text} form={form} rows={8} />
      {children}
      <Button>{t.preview}</Button>
    </Form>
  </>
)
