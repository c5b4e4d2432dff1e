import type { FormState } from '#kit/form.ts'
import { profileTextsEn } from '#modules/people/own/profile.texts.en.ts'
import { profileTexts } from '#modules/people/own/profile.texts.ts'
import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import { paths } from '#paths'
import { Button, Field, Form, Hidden } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'

const texts = { pl: profileTexts, en: profileTextsEn }

export const NewEmailPage = ({ frame, form }: { frame: Frame; form: FormState }) => {
  const { email: t } = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.change} lead={t.lead}>
      <Form action={paths.profileEmail} form={form}>
        <Field name="email" type="email" label={t.field} form={form} required autocomplete="email" inputmode="email" maxlength={254} />
        <ProcessingNote of="account" />
        <Button>{t.send}</Button>
      </Form>
    </Layout>
  )
}

type CodeProps = { frame: Frame; form: FormState; id: string; email: string; demoCode: string | undefined }

export const NewEmailCodePage = ({ frame, form, id, email, demoCode }: CodeProps) => {
  const { email: t } = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.codeTitle} lead={t.codeLead(email)}>
      <Form action={paths.profileEmailCode} form={form}>
        <Hidden name="id" value={id} />
        <Field
          {...{ name: 'code', form, label: t.code, hint: t.codeHint, value: demoCode ?? '', maxlength: 20 }}
          required
          short
          autocomplete="one-time-code"
          inputmode="numeric"
        />
        <Button>{t.confirm}</Button>
      </Form>
      <p>
        <a href={paths.profileEmail}>{t.send}</a>
      </p>
    </Layout>
  )
}
