import { type FormState, typedOne } from '#kit/form.ts'
import type { BehalfWhy } from '#modules/people/office/behalf.rules.ts'
import { behalfTextsEn } from '#modules/people/office/behalf.texts.en.ts'
import { behalfTexts } from '#modules/people/office/behalf.texts.ts'
import { Field, Select } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Fold } from '#ui/parts.tsx'

const behalfWords = (frame: Pick<Frame, 'locale'>): typeof behalfTexts => ({ pl: behalfTexts, en: behalfTextsEn })[frame.locale]

export type Assisted = { readonly id: string; readonly name: string }
type Props = { frame: Frame; form: FormState }

/** For the office and ambassadors: whose words these are. Folded, since most people speak for themselves. */
export const BehalfFields = ({
  frame,
  form,
  people,
  unfolded,
  channel = true,
  prefix = '',
}: Props & {
  people: readonly Assisted[]
  unfolded?: boolean
  /** Not asked where the page itself says how the words came. */
  channel?: boolean
  /** Where the page has another such form. */
  prefix?: string
}) => {
  const t = behalfWords(frame)
  const open = ['person', 'newPerson', 'phone'].some(name => typedOne(form, name) || form.errors[name])
  const fields = (
    <>
      <p class="hint">{t.hint}</p>
      {people.length > 0 && (
        <Select
          name="person"
          id={`${prefix}person`}
          label={t.person}
          form={form}
          empty={t.nobody}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <div class="side-by-side">
        <Field name="newPerson" id={`${prefix}newPerson`} label={t.name} form={form} autocomplete="off" maxlength={60} />
        <Field name="phone" id={`${prefix}phone`} label={t.phone} form={form} type="tel" autocomplete="off" maxlength={20} />
      </div>
      {channel && (
        <Select
          name="channel"
          id={`${prefix}channel`}
          label={t.channel}
          form={form}
          required
          options={(['meeting', 'office', 'paper', 'phone'] as const).map(value => ({ value, label: t.channels[value] }))}
        />
      )}
    </>
  )
  if (unfolded) return fields
  return (
    <Fold summary={t.title} open={open}>
      {fields}
    </Fold>
  )
}

/** For the office and ambassadors: the same box also takes the words of somebody who does not use the internet. */
export const behalfIn = (frame: Frame, people: readonly Assisted[] | undefined) =>
  people ? { behalf: (form: FormState) => <BehalfFields frame={frame} form={form} people={people} prefix="glos-" /> } : {}

/** The field that a refusal belongs to, so that its sentence stands beside it. */
export const behalfField = {
  'bad-name': 'newPerson',
  'bad-phone': 'phone',
  'not-assisted': 'person',
  'not-helper': 'person',
} as const satisfies Record<BehalfWhy, string>

export const isBehalfWhy = (why: string): why is BehalfWhy => why in behalfField

/** A refused voice for somebody else says why beside its field; everything else is said by the page. */
export function withVoiceError(form: FormState, why: string, frame: Frame): FormState {
  return isBehalfWhy(why) ? { ...form, errors: { ...form.errors, [behalfField[why]]: behalfWords(frame).why[why] } } : form
}
