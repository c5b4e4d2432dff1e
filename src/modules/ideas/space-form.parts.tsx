import type { FormState } from '#kit/form.ts'
import { ideasWords, placeOptions } from '#modules/ideas/space.parts.tsx'
import { limits } from '#modules/ideas/space.rules.ts'
import { KindPrompt } from '#modules/moderation/moderation.parts.tsx'
import { behalfField } from '#modules/people/office/behalf.parts.tsx'
import { AddressEnter, AddressSearch } from '#modules/programme/territories/addresses.parts.tsx'
import type { Addresses } from '#modules/programme/territories/addresses.rules.ts'
import type { Territory } from '#modules/programme/territories/territories.rules.ts'
import { Field, Select, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { PlacePicker } from '#ui/map.tsx'

type Props = { frame: Frame; form: FormState }
export type Sentences = { readonly titleLabel: string; readonly titleHint: string; readonly textLabel: string; readonly textHint: string }

/** What is said, in one sentence and in more. */
export const WordsFields = ({ frame, form, t }: Props & { t: Sentences }) => (
  <>
    <Field name="title" label={t.titleLabel} hint={t.titleHint} form={form} required maxlength={limits.titleMax} autocomplete="off" />
    <TextArea name="text" label={t.textLabel} hint={t.textHint} form={form} required rows={6} max={limits.textMax} />
    <KindPrompt frame={frame} form={form} />
  </>
)

type Where = {
  readonly places: readonly Territory[]
  readonly where?: string | undefined
  readonly addresses: Addresses
  /** Of the form they stand in. */
  readonly action: string
}
/** What an address fills there. */
export const addressFields = { words: 'place', where: 'where' } as const

/** Where: an address or a point, a district or the whole city, a place in words. */
export const PlaceFields = ({ frame, form, places, where, addresses, action }: Props & Where) => {
  const { form: t } = ideasWords(frame)
  return (
    <>
      <AddressEnter frame={frame} addresses={addresses} />
      <AddressSearch frame={frame} form={form} addresses={addresses} action={action} />
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

/** The field that a refusal belongs to, so that its sentence stands beside it. */
const fieldOf: Readonly<Record<string, string>> = {
  ...behalfField,
  'where-missing': 'where',
  'point-elsewhere': 'where',
  'no-space': 'where',
  'alt-missing': 'alt',
  'needs-missing': 'needs',
}
export const withError = (form: FormState, why: string, sentence: string): FormState => ({
  ...form,
  errors: { ...form.errors, [fieldOf[why] ?? (why.startsWith('file') || why.startsWith('image') ? 'photo' : '')]: sentence },
})
