import type { FormState } from '#kit/form.ts'
import { profileTextsEn } from '#modules/people/own/profile.texts.en.ts'
import { profileTexts } from '#modules/people/own/profile.texts.ts'
import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import { Button, Checkbox, Field, Form, Hidden, type Option, Select } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'

const texts = { pl: profileTexts, en: profileTextsEn }

type Props = { frame: Frame; form: FormState; districts: readonly Option[]; action: string; back: string; assisted?: { name: string } }

export const AddressPage = ({ frame, form, districts, action, back, assisted }: Props) => {
  const { address: t } = texts[frame.locale]
  return (
    <Layout frame={frame} title={assisted ? t.titleFor(assisted.name) : t.title} lead={t.lead}>
      <Form action={action} form={form}>
        <Hidden name="powrot" value={back} />
        <Field name="street" label={t.street} form={form} required autocomplete="address-line1" maxlength={120} />
        <Field name="houseNo" label={t.houseNo} form={form} required short autocomplete="address-line2" maxlength={20} />
        <Field name="postcode" label={t.postcode} hint={t.postcodeHint} form={form} required short autocomplete="postal-code" maxlength={6} />
        <Select name="districtId" label={t.district} form={form} required options={districts} empty={t.choose} />
        <Checkbox name="stated" label={assisted ? t.statementFor : t.statement} form={form} required />
        <ProcessingNote of="address" />
        <p class="small muted">{t.privacyShort}</p>
        <Button>{t.save}</Button>
      </Form>
    </Layout>
  )
}
