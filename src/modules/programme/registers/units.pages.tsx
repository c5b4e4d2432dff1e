import { type FormState, typedOne } from '#kit/form.ts'
import type { Unit } from '#modules/programme/registers/units.rules.ts'
import { unitsTextsEn } from '#modules/programme/registers/units.texts.en.ts'
import { unitsTexts } from '#modules/programme/registers/units.texts.ts'
import { paths, url } from '#paths'
import { Button, Field, Form, Hidden } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Empty, Row, Rows } from '#ui/parts.tsx'

const texts = { pl: unitsTexts, en: unitsTextsEn }

type FieldsProps = { frame: Frame; form: FormState; now?: Unit | undefined }
const Fields = ({ frame, form, now }: FieldsProps) => {
  const t = texts[frame.locale]
  const saved = now && typedUnit(now)
  const hint = (name: keyof ReturnType<typeof typedUnit>, own?: string) =>
    saved && saved[name] !== typedOne(form, name) ? t.savedNow(saved[name]) : own
  return (
    <>
      <Field name="code" label={t.code} hint={hint('code', t.codeHint)} form={form} maxlength={12} short required />
      <Field name="name" label={t.name} hint={hint('name')} form={form} maxlength={200} required />
      <Field name="topics" label={t.topics} hint={hint('topics', t.topicsHint)} form={form} maxlength={500} />
      <Field name="slaDays" label={t.slaDays} hint={hint('slaDays')} form={form} inputmode="numeric" short required />
      <p>
        <Button>{t.save}</Button>
      </p>
    </>
  )
}

export const typedUnit = (unit: Unit) => ({ code: unit.code, name: unit.name, topics: unit.topics.join(', '), slaDays: String(unit.slaDays) })

export const UnitsPage = ({ frame, units, form, formKey }: { frame: Frame; units: readonly Unit[]; form: FormState; formKey: string }) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      {units.length === 0 && (
        <Empty title={t.empty}>
          <p>{t.emptyNext}</p>
        </Empty>
      )}
      <Rows>
        {units.map(({ id, code, name, topics, slaDays }) => (
          <Row level="h2" lead={<b>{code}</b>} title={name} href={url(paths.unit, { id })} note={t.line({ topics, days: slaDays })} />
        ))}
      </Rows>
      <section class="stack" aria-labelledby="dodaj">
        <h2 id="dodaj">{t.add}</h2>
        <Form action={paths.units} form={form}>
          <Hidden name="key" value={formKey} />
          <Fields frame={frame} form={form} />
        </Form>
      </section>
    </Layout>
  )
}

type UnitProps = { frame: Frame; unit: Unit; form: FormState; conflict: boolean }
export const UnitPage = ({ frame, unit, form, conflict }: UnitProps) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={unit.name} kicker={t.edit}>
      {conflict && (
        <div class="errors" role="alert">
          <p>{t.why['changed-meanwhile']}</p>
        </div>
      )}
      <Form action={url(paths.unit, { id: unit.id })} form={form}>
        <Hidden name="version" value={unit.version} />
        <Fields frame={frame} form={form} now={conflict ? unit : undefined} />
      </Form>
      <p>
        <a href={paths.units}>{t.back}</a>
      </p>
    </Layout>
  )
}
