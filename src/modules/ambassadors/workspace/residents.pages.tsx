import type { FormState } from '#kit/form.ts'
import { residentsTextsEn } from '#modules/ambassadors/workspace/residents.texts.en.ts'
import { residentsTexts } from '#modules/ambassadors/workspace/residents.texts.ts'
import { type Territory, territoryTitle } from '#modules/programme/territories/territories.rules.ts'
import { paths } from '#paths'
import { Button, Field, Form } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'

const texts = { pl: residentsTexts, en: residentsTextsEn }

export const ResidentsPage = ({ frame, districts, form }: { frame: Frame; districts: readonly Territory[]; form: FormState }) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      <Form action={paths.officeResidents} form={form}>
        {districts.map(district => (
          <Field name={`d${district.number}`} label={territoryTitle(district)} form={form} inputmode="numeric" short unmarked />
        ))}
        <Field name="source" label={t.source} hint={t.sourceHint} form={form} required maxlength={200} />
        <Button>{t.save}</Button>
      </Form>
    </Layout>
  )
}
