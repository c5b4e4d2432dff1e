import type { FormState } from '#kit/form.ts'
import type { Verdict } from '#kit/verdict.ts'
import { profileTextsEn } from '#modules/people/profile.texts.en.ts'
import { profileTexts } from '#modules/people/profile.texts.ts'
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
      <h2>{t.goes}</h2>
      <ul>
        {t.goesList.map(line => (
          <li>{line}</li>
        ))}
      </ul>
      <h2>{t.stays}</h2>
      <ul>
        {t.staysList.map(line => (
          <li>{line}</li>
        ))}
      </ul>
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
