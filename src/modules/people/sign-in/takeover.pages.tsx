import type { FormState } from '#kit/form.ts'
import { takeoverTextsEn } from '#modules/people/sign-in/takeover.texts.en.ts'
import { takeoverTexts } from '#modules/people/sign-in/takeover.texts.ts'
import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import { paths } from '#paths'
import { Button, Field, Form, Hidden } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'

const texts = { pl: takeoverTexts, en: takeoverTextsEn }

export const TakeoverPage = ({ frame, form }: { frame: Frame; form: FormState }) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      <Form action={paths.takeover} form={form}>
        <Field name="printed" label={t.printed} hint={t.printedHint} form={form} required short autocomplete="off" maxlength={30} />
        <Field
          name="email"
          type="email"
          label={t.email}
          hint={t.emailHint}
          form={form}
          required
          autocomplete="email"
          inputmode="email"
          maxlength={254}
        />
        <ProcessingNote of="takeover" />
        <Button>{t.send}</Button>
      </Form>
    </Layout>
  )
}

type CodeProps = { frame: Frame; form: FormState; id: string; printed: string; email: string; demoCode: string | undefined }

/** The printed code travels in the form, never in the address. */
export const TakeoverLetterPage = ({ frame, form, id, printed, email, demoCode }: CodeProps) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.codeTitle} lead={t.codeLead(email)}>
      {demoCode && <p class="why">{t.demo(demoCode)}</p>}
      <Form action={paths.takeover} form={form}>
        <Hidden name="id" value={id} />
        <Hidden name="printed" value={printed} />
        <Field
          {...{ name: 'code', form, label: t.code, hint: t.codeHint, value: demoCode ?? '', maxlength: 20 }}
          required
          short
          autocomplete="one-time-code"
          inputmode="numeric"
        />
        <Button>{t.enter}</Button>
      </Form>
      <p>
        <a href={paths.takeover}>{t.again}</a>
      </p>
    </Layout>
  )
}

type JoinProps = {
  frame: Frame
  asked: { readonly name: string; readonly record: string; readonly rows: number }
  tried: { readonly id: string; readonly code: string; readonly printed: string }
}

/** The e-mail has an account already: what would go there, before anything does. */
export const JoinPage = ({ frame, asked, tried }: JoinProps) => {
  const { join: t } = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead(asked.name)}>
      <ul class="stack">
        <li>{t.rows(asked.record, asked.rows)}</li>
        <li>{t.once}</li>
        <li>{t.gone(asked.record)}</li>
      </ul>
      <Form action={paths.takeover}>
        <Hidden name="id" value={tried.id} />
        <Hidden name="printed" value={tried.printed} />
        <Hidden name="code" value={tried.code} />
        <Hidden name="join" value="tak" />
        <Button>{t.send}</Button>
      </Form>
      <p>
        <a href={paths.takeover}>{t.other}</a>
      </p>
    </Layout>
  )
}
