import { type FormState, typedOne } from '#kit/form.ts'
import type { CitySettings } from '#modules/programme/registers/city-settings.rules.ts'
import { citySettingsTextsEn } from '#modules/programme/registers/city-settings.texts.en.ts'
import { citySettingsTexts } from '#modules/programme/registers/city-settings.texts.ts'
import { paths } from '#paths'
import { Button, Field, Form, Hidden } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'

const texts = { pl: citySettingsTexts, en: citySettingsTextsEn }
type Props = { frame: Frame; form: FormState; settings: CitySettings; conflict: boolean }

export const CitySettingsPage = ({ frame, form, settings, conflict }: Props) => {
  const t = texts[frame.locale]
  const hint = (name: Exclude<keyof CitySettings, 'version'>, own?: string) =>
    conflict && settings[name] !== typedOne(form, name) ? t.savedNow(settings[name]) : own
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      {conflict && (
        <div class="errors" role="alert">
          <p>{t.why['changed-meanwhile']}</p>
        </div>
      )}
      <Form action={paths.citySettings} form={form}>
        <Hidden name="version" value={settings.version} />
        <Field name="cityName" label={t.cityName} hint={hint('cityName')} form={form} maxlength={100} required />
        <Field name="programmeName" label={t.programmeName} hint={hint('programmeName', t.programmeHint)} form={form} maxlength={150} required />
        <Field name="programmeNameEn" label={t.programmeNameEn} hint={hint('programmeNameEn')} form={form} maxlength={150} />
        <Field name="office" label={t.office} hint={hint('office', t.officeHint)} form={form} maxlength={200} required />
        <Field name="email" type="email" label={t.email} hint={hint('email')} form={form} maxlength={200} required />
        <Field name="phone" type="tel" label={t.phone} hint={hint('phone')} form={form} maxlength={40} />
        <Field name="address" label={t.address} hint={hint('address')} form={form} maxlength={300} />
        <p>
          <Button>{t.save}</Button>
        </p>
      </Form>
    </Layout>
  )
}
