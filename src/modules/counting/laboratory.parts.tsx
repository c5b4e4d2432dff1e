import type { FormState } from '#kit/form.ts'
import { labFields, labRules, labTies } from '#modules/counting/laboratory.rules.ts'
import { laboratoryTextsEn } from '#modules/counting/laboratory.texts.en.ts'
import { laboratoryTexts } from '#modules/counting/laboratory.texts.ts'
import { Button, Checkbox, Field, Form, Select } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Acts, Fold } from '#ui/parts.tsx'

const texts = { pl: laboratoryTexts, en: laboratoryTextsEn }
export const labWords = (frame: Frame): typeof laboratoryTexts => texts[frame.locale]

/** What can be turned. */
export const SettingsForm = ({ frame, form, action }: { frame: Frame; form: FormState; action: string }) => {
  const t = labWords(frame)
  return (
    <Form action={action} form={form} id="ustawienia">
      <Select
        name={labFields.rule}
        label={t.rule}
        form={form}
        required
        value="equalshares/add1"
        options={labRules.map(value => ({ value, label: t.rules[value] }))}
      />
      <Fold summary={t.more} open={Object.keys(form.errors).length > 0}>
        <Select
          name={labFields.ties}
          label={t.ties}
          form={form}
          required
          value=""
          options={labTies.map(value => ({ value, label: t.tieOrders[value] }))}
        />
        <Field name={labFields.budget} label={t.budget} hint={t.budgetHint} form={form} inputmode="decimal" short />
        <Field name={labFields.threshold} label={t.threshold} hint={t.thresholdHint} form={form} inputmode="numeric" short />
        <Field name={labFields.increment} label={t.increment} hint={t.incrementHint} form={form} inputmode="decimal" short />
        <Checkbox name={labFields.stop} label={t.stop} hint={t.stopHint} form={form} />
      </Fold>
      <Acts>
        <Button>{t.count}</Button>
      </Acts>
    </Form>
  )
}
