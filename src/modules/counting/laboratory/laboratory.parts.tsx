import type { FormState } from '#kit/form.ts'
import { laboratoryTextsEn } from '#modules/counting/laboratory/laboratory.texts.en.ts'
import { laboratoryTexts } from '#modules/counting/laboratory/laboratory.texts.ts'
import { labFields, labLeftovers, labRules, labTies, labWeights } from '#modules/counting/question.rules.ts'
import { Button, Checkbox, Field, Form, Select } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Acts, Fold } from '#ui/parts.tsx'

const texts = { pl: laboratoryTexts, en: laboratoryTextsEn }
export const labWords = (frame: Frame): typeof laboratoryTexts => texts[frame.locale]

/** The seed of the edition's own draw, and what is said beside its field. */
export type SeedSaid = { readonly seed: string; readonly hint: string }
type SettingsProps = { readonly frame: Frame; readonly form: FormState; readonly action: string; readonly draw?: SeedSaid }

/** What can be turned, each with a sentence that says what it does. */
export const SettingsForm = ({ frame, form, action, draw }: SettingsProps) => {
  const t = labWords(frame)
  return (
    <Form action={action} form={form} id="ustawienia">
      <Select
        name={labFields.rule}
        label={t.rule}
        hint={t.ruleHint}
        form={form}
        required
        value="equalshares/add1"
        options={labRules.map(value => ({ value, label: t.rules[value] }))}
      />
      <Fold summary={t.more} open={isTurned(form)}>
        <Select
          name={labFields.ties}
          label={t.ties}
          hint={t.tiesHint}
          form={form}
          required
          value=""
          options={labTies.map(value => ({ value, label: t.tieOrders[value] }))}
        />
        <Field name={labFields.seed} label={t.seed} hint={draw?.hint ?? t.seedHints.none} form={form} value={draw?.seed ?? ''} />
        <Field name={labFields.budget} label={t.budget} hint={t.budgetHint} form={form} inputmode="decimal" short />
        <Field name={labFields.threshold} label={t.threshold} hint={t.thresholdHint} form={form} inputmode="numeric" short />
        <Field name={labFields.increment} label={t.increment} hint={t.incrementHint} form={form} inputmode="decimal" short />
        <Field name={labFields.vector} label={t.vector} hint={t.vectorHint} form={form} short />
        <Select
          name={labFields.weights}
          label={t.weights}
          hint={t.weightsHint}
          form={form}
          required
          value="marks"
          options={labWeights.map(value => ({ value, label: t.weightNames[value] }))}
        />
        <Field name={labFields.exclusive} label={t.exclusive} hint={t.exclusiveHint} form={form} />
        <Field name={labFields.minimum} label={t.minimum} hint={t.minimumHint} form={form} inputmode="numeric" short />
        <Select
          name={labFields.leftover}
          label={t.leftover}
          hint={t.leftoverHint}
          form={form}
          required
          value="stays"
          options={labLeftovers.map(value => ({ value, label: t.leftovers[value] }))}
        />
        <Checkbox name={labFields.stop} label={t.stop} hint={t.stopHint} form={form} />
      </Fold>
      <Acts>
        <Button>{t.count}</Button>
      </Acts>
    </Form>
  )
}

/** What an address has turned, or what was typed wrongly, is in sight. */
const isTurned = ({ errors, typed }: FormState) =>
  Object.keys(errors).length > 0 || Object.entries(typed).some(([name, value]) => name !== labFields.rule && value !== undefined && value !== '')
