import type { FormState } from '#kit/form.ts'
import { type Assisted, BehalfFields } from '#modules/people/office/behalf.parts.tsx'
import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import { type Territory, territoryTitle, whereOf } from '#modules/programme/territories/territories.rules.ts'
import { type CostLine, sectionNames, textMax } from '#modules/proposals/drafting/drafting.rules.ts'
import { projectWords } from '#modules/proposals/proposals.parts.tsx'
import { CostRows } from '#modules/submission/completion/completion.pages.tsx'
import { paperTextsEn } from '#modules/submission/paper.texts.en.ts'
import { paperTexts } from '#modules/submission/paper.texts.ts'
import { paths } from '#paths'
import { FileField } from '#ui/file-field.tsx'
import { Button, Field, Form, Hidden, Select, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'

const texts = { pl: paperTexts, en: paperTextsEn }
type Props = {
  readonly frame: Frame
  readonly form: FormState
  readonly formKey: string
  readonly people: readonly Assisted[]
  readonly places: readonly Territory[]
  readonly rows: readonly CostLine[]
}

/** The whole form on one page: whose it is, when it came, every part, the costs, the scan. */
export const PaperPage = ({ frame, form, formKey, people, places, rows }: Props) => {
  const t = texts[frame.locale]
  const { sections } = projectWords(frame)
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      <Form action={paths.officeProposalNew} form={form} files>
        <Hidden name="key" value={formKey} />
        <BehalfFields frame={frame} form={form} people={people} unfolded channel={false} />
        <Field name="wplynelo" type="date" label={t.received} hint={t.receivedHint} form={form} short required />
        <Select
          name="gdzie"
          label={t.where}
          form={form}
          required
          options={places.map(one => ({ value: whereOf(one), label: one.kind === 'city' ? t.cityWide : territoryTitle(one) }))}
        />
        {sectionNames.map(name => {
          const same = { name, label: sections[name].name, form, required: true }
          return name === 'title' ? <Field {...same} /> : <TextArea {...same} rows={5} max={textMax} />
        })}
        <h2>{t.costs}</h2>
        <CostRows frame={frame} costs={rows} form={form} />
        <FileField name="skan" label={t.scan} hint={t.scanHint} form={form} accept="application/pdf,image/jpeg,image/png,image/webp" />
        <ProcessingNote of="submissions" />
        <Button>{t.go}</Button>
      </Form>
      <p>
        <a href={paths.projects}>{t.toList}</a>
      </p>
    </Layout>
  )
}
