import { dateAndTime } from '#kit/dates.ts'
import type { FormState } from '#kit/form.ts'
import { receiptsWords } from '#modules/submission/prints/receipts.parts.tsx'
import type { Receipt } from '#modules/submission/prints/receipts.rules.ts'
import { paths } from '#paths'
import { Button, Field, Form } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Now } from '#ui/parts.tsx'

/** `same` is whether the text that is kept still gives this hash. */
export type Checked = { readonly receipt?: (Receipt & { readonly same: boolean }) | undefined }
type Props = { readonly frame: Frame; readonly form: FormState; readonly checked: Checked | undefined }

/** Anybody may ask whether a receipt holds; the answer names nobody. */
export const CheckPage = ({ frame, form, checked }: Props) => {
  const t = receiptsWords(frame)
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      {checked && <Answer frame={frame} checked={checked} />}
      <Form action={paths.receiptCheck} method="get" form={form}>
        <Field name="numer" label={t.number} hint={t.numberHint} form={form} autocomplete="off" maxlength={40} short required />
        <Field name="odcisk" label={t.hash} hint={t.hashHint} form={form} autocomplete="off" maxlength={100} required />
        <Button>{t.check}</Button>
      </Form>
      <p class="small muted">{t.privacy}</p>
    </Layout>
  )
}

const Answer = ({ frame, checked: { receipt } }: { frame: Frame; checked: Checked }) => {
  const t = receiptsWords(frame)
  if (!receipt)
    return (
      <Now tone="no" title={t.not}>
        <p>{t.notWords}</p>
      </Now>
    )
  return (
    <Now tone={receipt.same ? 'good' : 'no'} title={receipt.same ? t.holds : t.not}>
      <p>{t.heldWords({ ...receipt, at: dateAndTime(receipt.at, frame.locale) })}</p>
      <p>{receipt.same ? t.same : t.broken}</p>
      {receipt.completed && <p>{t.completed}</p>}
      {receipt.withdrawn && <p>{t.withdrawn}</p>}
    </Now>
  )
}
