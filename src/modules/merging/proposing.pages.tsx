import { emptyForm, type FormState, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { ChoiceFields, mergingWords } from '#modules/merging/choices.parts.tsx'
import { Links } from '#modules/merging/merging.parts.tsx'
import { answerDays, type MergingKind, type Side, wordLimits } from '#modules/merging/merging.rules.ts'
import { paths, url } from '#paths'
import { Button, Field, Form, Hidden, Radios, Select, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, LinkButton, Now } from '#ui/parts.tsx'

type PartnerView = {
  readonly first: Side
  readonly partners: readonly Side[]
  /** What was looked for; empty: the most similar ones stand here. */
  readonly words: string
}
const hintMax = 160
const hintOf = ({ texts }: Side) => {
  const words = texts.summary || texts.description || texts.text || ''
  return words.length > hintMax ? `${words.slice(0, words.lastIndexOf(' ', hintMax))}…` : words
}

/** The first step: which second one. Dividing needs none. */
export const PartnerPage = ({ frame, view: { first, partners, words } }: { frame: Frame; view: PartnerView }) => {
  const { partner: t } = mergingWords(frame)
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={first.title}>
      {partners.length === 0 ? (
        <p>{words ? t.noneFound : t.none}</p>
      ) : (
        <Form action={paths.mergingNew} method="get" class="form">
          <Hidden name="a" value={first.id} />
          <Radios
            name="b"
            label={words ? t.found : t.similar}
            form={emptyForm}
            required
            options={partners.map(side => ({ value: side.id, label: side.title, hint: hintOf(side) }))}
          />
          <Acts>
            <Button>{t.next}</Button>
          </Acts>
        </Form>
      )}
      <Form action={paths.mergingNew} method="get" class="toolbar">
        <Hidden name="a" value={first.id} />
        <Field name="slowa" label={t.search} form={{ typed: { slowa: words }, errors: {} }} required />
        <Button quiet>{t.find}</Button>
      </Form>
      <Acts>
        <LinkButton href={url(paths.mergingNew, undefined, { a: first.id, rodzaj: 'split' })} quiet>
          {t.split}
        </LinkButton>
        <Links of={[first]} />
      </Acts>
    </Layout>
  )
}

export type ProposingView = {
  readonly kind: MergingKind
  readonly sides: readonly Side[]
  readonly form: FormState
  readonly refusal?: string | undefined
}

export const ProposingPage = ({ frame, view: { kind, sides, form, refusal } }: { frame: Frame; view: ProposingView }) => {
  const { form: t } = mergingWords(frame)
  return (
    <Layout frame={frame} title={kind === 'join' ? t.titleJoin : t.titleSplit} lead={kind === 'join' ? t.leadJoin : t.leadSplit}>
      {refusal ? (
        <Now title={refusal} tone="no">
          <p>
            <Links of={sides} />
          </p>
        </Now>
      ) : (
        <Form action={paths.mergings} form={form} class="form" keep="polaczenie">
          <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
          <Hidden name="kind" value={kind} />
          {sides.map(({ id }, i) => (
            <Hidden name={i === 0 ? 'a' : 'b'} value={id} />
          ))}
          <ChoiceFields frame={frame} kind={kind} sides={sides} form={form} />
          <TextArea name="words" label={t.words} hint={t.wordsHint} form={form} required rows={3} max={wordLimits.wordsMax} />
          <Select
            name="days"
            label={t.days}
            form={form}
            required
            value={String(answerDays[1])}
            options={answerDays.map(n => ({ value: String(n), label: t.dayOptions(n) }))}
          />
          <p class="small muted">{t.consentNote}</p>
          <Acts>
            <Button>{t.send}</Button>
          </Acts>
        </Form>
      )}
    </Layout>
  )
}
