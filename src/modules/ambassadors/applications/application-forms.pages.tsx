import { type FormState, typedOne } from '#kit/form.ts'
import { askedAge, type FormPart, nextPart, partsOf, type Scans } from '#modules/ambassadors/applications/application-forms.rules.ts'
import { contentLimits, statements } from '#modules/ambassadors/applications/applications.rules.ts'
import { applicationsTextsEn } from '#modules/ambassadors/applications/applications.texts.en.ts'
import { applicationsTexts } from '#modules/ambassadors/applications/applications.texts.ts'
import { type Call, takesMinors } from '#modules/ambassadors/applications/calls.rules.ts'
import type { ParticipationForm } from '#modules/ambassadors/tenure/terms.rules.ts'
import { termsTextsEn } from '#modules/ambassadors/tenure/terms.texts.en.ts'
import { termsTexts } from '#modules/ambassadors/tenure/terms.texts.ts'
import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import { type Territory, territoryTitle } from '#modules/programme/territories/territories.rules.ts'
import { paths, url } from '#paths'
import { AreaInput } from '#ui/area-input.tsx'
import { FileField } from '#ui/file-field.tsx'
import { Button, Checkboxes, Field, Form, Hidden, Radios, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, type Entry, Facts, Now } from '#ui/parts.tsx'

const texts = { pl: applicationsTexts, en: applicationsTextsEn }
const formNames = { pl: termsTexts.forms, en: termsTextsEn.forms }

/** What the fields of any form of an application need to know. */
export type Asking = {
  readonly call: Call
  readonly forms: readonly ParticipationForm[]
  readonly districts: readonly Territory[]
  readonly signed: boolean
  readonly scans: Scans
}
type FieldsProps = { readonly frame: Frame; readonly form: FormState; readonly asking: Asking }

export const AgeFields = ({ frame, form, asking }: FieldsProps) => {
  const { form: t } = texts[frame.locale]
  const yesNo = [
    { value: 'tak', label: t.yes },
    { value: 'nie', label: t.no },
  ]
  return (
    <>
      <Radios name="ofAge" label={t.age(askedAge(asking.call))} hint={t.ageHint} form={form} required options={yesNo} />
      {takesMinors(asking.call) && (
        <>
          <Field name="guardian" label={t.guardian} hint={t.guardianHint} form={form} maxlength={contentLimits.name} autocomplete="off" />
          <FileField
            name="consent"
            label={t.consent}
            hint={`${asking.scans.consent ? `${t.scanThere} ` : ''}${t.scanHint}`}
            form={form}
            accept="application/pdf,image/*"
          />
        </>
      )}
    </>
  )
}

export const AreaFields = ({ frame, form, asking, drawing = true }: FieldsProps & { readonly drawing?: boolean }) => {
  const { form: t } = texts[frame.locale]
  return (
    <>
      {drawing && <AreaInput frame={frame} form={form} />}
      <TextArea name="areaWords" label={t.areaWords} hint={t.areaWordsHint} form={form} rows={3} max={contentLimits.words} />
      <TextArea name="streets" label={t.streets} hint={t.streetsHint} form={form} rows={3} />
      <Checkboxes
        name="districts"
        label={t.districts}
        hint={t.districtsHint}
        form={form}
        options={asking.districts.map(district => ({ value: district.id, label: territoryTitle(district) }))}
      />
    </>
  )
}

export const WaysFields = ({ frame, form, asking }: FieldsProps) => {
  const { form: t, formHints } = texts[frame.locale]
  const options = asking.forms.map(value => ({ value, label: formNames[frame.locale][value], hint: formHints[value] }))
  const long = { form, required: true, max: contentLimits.long }
  return (
    <>
      {options.length > 0 && <Checkboxes name="forms" label={t.ways} hint={t.waysHint} form={form} options={options} />}
      <TextArea name="experience" label={t.experience} hint={t.experienceHint} {...long} />
      <TextArea name="motivation" label={t.motivation} {...long} />
      <TextArea name="availability" label={t.availability} hint={t.availabilityHint} {...long} rows={3} />
    </>
  )
}

export const QuestionFields = ({ frame, form, asking }: FieldsProps) => {
  const { form: t } = texts[frame.locale]
  const yesNo = [
    { value: 'tak', label: t.yes },
    { value: 'nie', label: t.no },
  ]
  return (
    <>
      {asking.call.questions.map(question => {
        const label = frame.locale === 'en' && question.labelEn !== '' ? question.labelEn : question.label
        const shared = { name: `answer-${question.id}`, label, form, required: question.required }
        if (question.kind === 'yes-no') return <Radios {...shared} options={yesNo} />
        return question.kind === 'long' ? <TextArea {...shared} max={contentLimits.long} /> : <Field {...shared} maxlength={contentLimits.short} />
      })}
    </>
  )
}

const YouFields = ({ frame, form, asking, email }: FieldsProps & { readonly email: string | undefined }) => {
  const { form: t } = texts[frame.locale]
  return (
    <>
      <Field name="name" label={t.name} hint={t.nameHint} form={form} required maxlength={contentLimits.name} autocomplete="name" />
      <Field
        name="phone"
        label={t.phone}
        hint={t.phoneHint}
        form={form}
        type="tel"
        inputmode="tel"
        autocomplete="tel"
        maxlength={contentLimits.phone}
      />
      <p class="hint">{email ? t.email(email) : t.noEmail}</p>
      <AgeFields frame={frame} form={form} asking={asking} />
      <ProcessingNote of="applications" />
    </>
  )
}

const StatementFields = ({ frame, form, asking, id }: FieldsProps & { readonly id: string }) => {
  const { form: t, statements: words } = texts[frame.locale]
  return (
    <>
      <Checkboxes name="statements" label={t.statements} form={form} options={statements.map(value => ({ value, label: words[value] }))} />
      {asking.signed && (
        <section class="said tight">
          <p>{t.signedLead}</p>
          <p>
            <a href={url(paths.ambassadorApplicationPrint, { id })}>{t.signedPrint}</a>
          </p>
          <p class="small muted">{t.signedHelp}</p>
        </section>
      )}
      {asking.signed && (
        <FileField
          name="signed"
          label={t.signed}
          hint={`${asking.scans.form ? `${t.scanThere} ` : ''}${t.scanHint}`}
          form={form}
          accept="application/pdf,image/*"
        />
      )}
    </>
  )
}

export type PartView = {
  readonly id: string
  readonly part: FormPart
  readonly asking: Asking
  readonly form: FormState
  readonly version: number
  /** The key of the files sent with this page. */
  readonly key: string
  readonly email: string | undefined
  /** How this step stands since it was changed elsewhere. */
  readonly now?: readonly Entry[] | undefined
}

export const PartPage = ({ frame, view }: { frame: Frame; view: PartView }) => {
  const { form: t } = texts[frame.locale]
  const { id, part, asking, form } = view
  const parts = partsOf(asking.call)
  const fields = { frame, form, asking }
  const last = nextPart(asking.call, part) === undefined
  return (
    <Layout
      frame={frame}
      title={t.parts[part]}
      lead={t.leads[part]}
      kicker={
        <>
          <a href={url(paths.ambassadorApplication, { id })}>{t.back}</a> · {t.step({ n: parts.indexOf(part) + 1, of: parts.length })}
        </>
      }
    >
      {view.now && (
        <Now title={t.meanwhile} tone="wait">
          <Facts entries={view.now} />
          <p>{t.meanwhileNext}</p>
        </Now>
      )}
      <Form action={url(paths.ambassadorApplicationPart, { id, part })} form={form} files keep={`zgloszenie-${id}-${part}-${view.version}`}>
        <Hidden name="version" value={view.version} />
        <Hidden name="key" value={typedOne(form, 'key') || view.key} />
        {part === 'you' && <YouFields {...fields} email={view.email} />}
        {part === 'area' && <AreaFields {...fields} />}
        {part === 'ways' && <WaysFields {...fields} />}
        {part === 'questions' && <QuestionFields {...fields} />}
        {part === 'statements' && <StatementFields {...fields} id={id} />}
        <Acts>
          <Button name="next" value="tak">
            {last ? t.finish : t.next}
          </Button>
          {!last && <Button quiet>{t.save}</Button>}
        </Acts>
      </Form>
    </Layout>
  )
}
