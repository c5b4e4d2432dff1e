import type { FormState } from '#kit/form.ts'
import type { Verdict } from '#kit/verdict.ts'
import { profileTextsEn } from '#modules/people/own/profile.texts.en.ts'
import { profileTexts } from '#modules/people/own/profile.texts.ts'
import { paths } from '#paths'
import { ActButton, Button, Field, Form } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Why } from '#ui/parts.tsx'

const texts = { pl: profileTexts, en: profileTextsEn }

export const OwnDataPage = ({ frame }: { frame: Frame }) => {
  const { data: t } = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      <p>{t.exportHint}</p>
      <ActButton action={paths.profileDataExport} label={t.export} />
      <p>
        <a href={paths.profileErasure}>{t.erase}</a>
      </p>
    </Layout>
  )
}

type ErasureProps = { frame: Frame; form: FormState; erasing: Verdict<'not-yours' | 'staff'> }

export const ErasurePage = ({ frame, form, erasing }: ErasureProps) => {
  const { erasure: t } = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      <div class="prose">
        <h2>{t.goes}</h2>
        <Lines lines={t.goesList} />
        <h2>{t.stays}</h2>
        <Lines lines={t.staysList} />
      </div>
      {erasing.ok ? (
        <Form action={paths.profileErasure} form={form}>
          <Field name="word" label={t.confirm(t.word)} form={form} required short autocomplete="off" maxlength={20} />
          <Button>{t.button}</Button>
        </Form>
      ) : (
        <Why>{t.staff}</Why>
      )}
      <p>
        <a href={paths.profile}>{t.later}</a>
      </p>
    </Layout>
  )
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul>
    {lines.map(line => (
      <li>{line}</li>
    ))}
  </ul>
)
