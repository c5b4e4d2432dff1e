import { type FormState, typedOne } from '#kit/form.ts'
import { ideasWords, placeOptions } from '#modules/ideas/space.parts.tsx'
import { limits } from '#modules/ideas/space.rules.ts'
import { KindPrompt } from '#modules/moderation/moderation.parts.tsx'
import type { Territory } from '#modules/programme/territories.rules.ts'
import { Field, Select, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { PlacePicker } from '#ui/map.tsx'
import { Fold } from '#ui/parts.tsx'

export type Assisted = { readonly id: string; readonly name: string }
type Props = { frame: Frame; form: FormState }
type Sentence = { readonly titleLabel: string; readonly titleHint: string; readonly textLabel: string; readonly textHint: string }

/** What is said, in one sentence and in more. */
export const WordsFields = ({ frame, form, t }: Props & { t: Sentence }) => (
  <>
    <Field name="title" label={t.titleLabel} hint={t.titleHint} form={form} required maxlength={limits.titleMax} autocomplete="off" />
    <TextArea name="text" label={t.textLabel} hint={t.textHint} form={form} required rows={6} maxlength={limits.textMax} />
    <KindPrompt frame={frame} form={form} />
  </>
)

/** Where: a district or the whole city, a place in words. */
export const PlaceFields = ({ frame, form, places, where }: Props & { places: readonly Territory[]; where?: string | undefined }) => {
  const { form: t } = ideasWords(frame)
  return (
    <>
      <PlacePicker frame={frame} form={form} />
      <Select
        name="where"
        label={t.where}
        hint={t.whereHint}
        form={form}
        required
        empty={t.whereEmpty}
        options={placeOptions(places, frame)}
        {...(where ? { value: where } : {})}
      />
      <Field name="place" label={t.place} hint={t.placeHint} form={form} maxlength={limits.placeMax} autocomplete="off" />
    </>
  )
}

/** For the office and ambassadors: whose words these are. Folded, since most people speak for themselves. */
export const BehalfFields = ({
  frame,
  form,
  people,
  unfolded,
  prefix = '',
}: Props & { people: readonly Assisted[]; unfolded?: boolean /** Where the page has another such form. */; prefix?: string }) => {
  const { form: t } = ideasWords(frame)
  const open = ['person', 'newPerson', 'phone'].some(name => typedOne(form, name) || form.errors[name])
  const fields = (
    <>
      <p class="hint">{t.behalfHint}</p>
      {people.length > 0 && (
        <Select
          name="person"
          id={`${prefix}person`}
          label={t.behalfPerson}
          form={form}
          empty={t.behalfNobody}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <div class="side-by-side">
        <Field name="newPerson" id={`${prefix}newPerson`} label={t.behalfName} form={form} autocomplete="off" maxlength={60} />
        <Field name="phone" id={`${prefix}phone`} label={t.behalfPhone} form={form} type="tel" autocomplete="off" maxlength={20} />
      </div>
      <Select
        name="channel"
        id={`${prefix}channel`}
        label={t.channel}
        form={form}
        required
        options={(['meeting', 'office', 'paper', 'phone'] as const).map(value => ({ value, label: t.channels[value] }))}
      />
    </>
  )
  if (unfolded) return fields
  return (
    <Fold summary={t.behalf} open={open}>
      {fields}
    </Fold>
  )
}

/** The field that a refusal belongs to, so that its sentence stands beside it. */
const fieldOf: Readonly<Record<string, string>> = {
  'where-missing': 'where',
  'point-elsewhere': 'where',
  'no-space': 'where',
  'bad-name': 'newPerson',
  'bad-phone': 'phone',
  'not-assisted': 'person',
  'not-helper': 'person',
  'alt-missing': 'alt',
  'needs-missing': 'needs',
}
export const withError = (form: FormState, why: string, sentence: string): FormState => ({
  ...form,
  errors: { ...form.errors, [fieldOf[why] ?? (why.startsWith('file') || why.startsWith('image') ? 'photo' : '')]: sentence },
})

/** A refused voice for somebody else says why beside its field; that a talk is closed is said by the page. */
export function withVoiceError(form: FormState, why: string, frame: Frame): FormState {
  const t = ideasWords(frame).why
  return why === 'bad-name' || why === 'bad-phone' || why === 'not-assisted' || why === 'not-helper' ? withError(form, why, t[why]) : form
}
