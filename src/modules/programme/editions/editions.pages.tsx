import type { PropsWithChildren } from 'hono/jsx'
import type { FormState } from '#kit/form.ts'
import type { Verdict } from '#kit/verdict.ts'
import { one, type Typed } from '#modules/programme/editions/edition-forms.rules.ts'
import { editionsTextsEn } from '#modules/programme/editions/editions.texts.en.ts'
import { editionsTexts } from '#modules/programme/editions/editions.texts.ts'
import { reasonMax } from '#modules/programme/editions/lint.rules.ts'
import { presetKeys } from '#modules/programme/editions/presets.rules.ts'
import { RuleSentences } from '#modules/programme/editions/sentences.parts.tsx'
import type { Chapter } from '#modules/programme/editions/sentences.rules.ts'
import { type Edition, type EditionState, type EditionStep, needsReason } from '#modules/programme/programme.rules.ts'
import { programmeTextsEn } from '#modules/programme/programme.texts.en.ts'
import { programmeTexts } from '#modules/programme/programme.texts.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Field, Form, Hidden, Radios, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Empty, LinkButton, Now, Row, Rows, Tabs, Tag, type Tone, Why } from '#ui/parts.tsx'

const texts = { pl: editionsTexts, en: editionsTextsEn }
const states = { pl: programmeTexts.states, en: programmeTextsEn.states }
const tones: Readonly<Record<EditionState, Tone>> = { draft: 'wait', published: 'good', running: 'good', closed: 'plain', archived: 'plain' }

export const EditionBadge = ({ frame, state }: { frame: Frame; state: EditionState }) => <Tag kind={tones[state]}>{states[frame.locale][state]}</Tag>

type Line = Pick<Edition, 'id' | 'no' | 'year' | 'title' | 'state'>
export const EditionsPage = ({ frame, editions }: { frame: Frame; editions: readonly Line[] }) => {
  const t = texts[frame.locale].list
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      <Acts>
        <LinkButton href={paths.editionNew}>{t.create}</LinkButton>
        <LinkButton quiet href={paths.units}>
          {t.units}
        </LinkButton>
        <LinkButton quiet href={paths.citySettings}>
          {t.city}
        </LinkButton>
      </Acts>
      {editions.length === 0 && (
        <Empty title={t.empty}>
          <p>{t.emptyNext}</p>
        </Empty>
      )}
      <Rows plain>
        {editions.map(({ id, title, state, ...line }) => (
          <Row level="h2" title={title} href={url(paths.edition, { id })} note={t.line(line)}>
            <p class="tags">
              <EditionBadge frame={frame} state={state} />
            </p>
          </Row>
        ))}
      </Rows>
    </Layout>
  )
}

export const EditionNewPage = ({ frame, form, formKey }: { frame: Frame; form: FormState; formKey: string }) => {
  const t = texts[frame.locale]
  const presets = presetKeys.map(key => ({ value: key, label: t.preset(key), hint: t.presetHint(key) }))
  return (
    <Layout frame={frame} title={t.create.title} lead={t.create.lead}>
      <Form action={paths.editions} form={form}>
        <Hidden name="key" value={formKey} />
        <Radios name="preset" label={t.create.preset} form={form} options={presets} required />
        <Field name="opens" type="date" label={t.create.opens} hint={t.create.opensHint} form={form} required />
        <Field name="no" label={t.create.no} inputmode="numeric" form={form} short required />
        <Field name="title" label={t.create.name} hint={t.create.nameHint} form={form} maxlength={200} required />
        <p>
          <Button>{t.create.save}</Button>
        </p>
      </Form>
    </Layout>
  )
}

export type Section = 'overview' | 'phases' | 'pools' | 'rules' | 'parts' | 'lint'
const addresses = {
  overview: paths.edition,
  phases: paths.editionPhases,
  pools: paths.editionPools,
  rules: paths.editionRules,
  parts: paths.editionParts,
  lint: paths.editionLint,
} as const satisfies Record<Section, string>
export const sectionUrl = (id: string, section: Section): string => url(addresses[section], { id })

export type EditorProps = {
  readonly frame: Frame
  readonly edition: Edition
  readonly form: FormState
  /** Why the last attempt did not go through. */
  readonly why?: keyof typeof editionsTexts.why | undefined
  /** After somebody else's change: what the form would hold now, shown beside what was typed. */
  readonly saved?: Typed | undefined
  readonly editable: Verdict<'not-yours' | 'wrong-state'>
}

/** Every screen of the editor: the edition's name, its state, the sections as tabs, and why the last attempt failed. */
export const EditorPage = ({
  frame,
  edition,
  section,
  lead,
  why,
  wide,
  children,
}: PropsWithChildren<Pick<EditorProps, 'frame' | 'edition' | 'why'> & { section: Section; lead?: string; wide?: boolean }>) => {
  const t = texts[frame.locale]
  const tabs = (Object.keys(addresses) as Section[]).map(one => ({
    label: t.tabs[one],
    href: sectionUrl(edition.id, one),
    current: one === section,
  }))
  return (
    <Layout frame={frame} title={edition.title} lead={lead} kicker={t.tabs[section]} wide={wide ?? false}>
      <Tabs tabs={tabs} label={t.tabs.label} />
      {why && (
        <div class="errors" role="alert">
          <p>{t.why[why]}</p>
        </div>
      )}
      {children}
    </Layout>
  )
}

/** A form of one section: the version it was filled in for, the reason where one is needed, the button or why there is none. */
export const SectionForm = ({
  frame,
  edition,
  form,
  editable,
  section,
  label,
  roomy,
  children,
}: PropsWithChildren<EditorProps & { section: Section; label?: string; roomy?: boolean }>) => {
  const t = texts[frame.locale]
  return (
    <Form action={sectionUrl(edition.id, section)} form={form} class={roomy ? 'form roomy' : 'form'}>
      <Hidden name="version" value={edition.version} />
      {children}
      {needsReason(edition) && section !== 'lint' && editable.ok && (
        <TextArea name="reason" label={t.reason.label} hint={t.reason.hint} form={form} rows={3} required max={reasonMax} />
      )}
      {editable.ok ? (
        <p>
          <Button>{label ?? t.save}</Button>
        </p>
      ) : (
        <Why>{t.why[editable.why]}</Why>
      )}
    </Form>
  )
}

/** The hint under a field: what is saved now, when that differs from what was typed here. */
export const savedHint = (frame: Frame, saved: Typed | undefined, form: FormState, name: string, hint?: string): string | undefined => {
  if (!saved || one(saved, name) === one(form.typed, name)) return hint
  return [texts[frame.locale].savedNow(one(saved, name)), hint].filter(Boolean).join(' ')
}

type OverviewProps = Pick<EditorProps, 'frame' | 'edition' | 'why'> & {
  chapters: readonly Chapter[]
  counts: { readonly block: number; readonly warn: number; readonly left: number }
  step: EditionStep | undefined
  mayStep: Verdict<keyof typeof editionsTexts.why>
  history: readonly { readonly at: string; readonly words: string }[]
}

export const EditionPage = ({ frame, edition, why, chapters, counts, step, mayStep, history }: OverviewProps) => {
  const t = texts[frame.locale].overview
  const green = counts.block + counts.warn === 0
  return (
    <EditorPage frame={frame} edition={edition} section="overview" why={why}>
      <p class="tags">
        <EditionBadge frame={frame} state={edition.state} />
        {edition.publishedAt && <span class="small muted">{t.published({ at: edition.publishedAt })}</span>}
      </p>
      {step && (
        <Now kicker={t.nextStep} title={t.steps[step]} tone={mayStep.ok ? 'good' : 'plain'}>
          <p>{t.stepHints[step]}</p>
          {step === 'publish' && (
            <p>
              {green ? t.lintGreen : t.lintCount(counts)} <a href={sectionUrl(edition.id, 'lint')}>{t.lintOpen}</a>
            </p>
          )}
          {mayStep.ok ? (
            <Acts>
              <ActButton action={url(stepPaths[step], { id: edition.id })} label={t.steps[step]} fields={{ version: edition.version }} />
            </Acts>
          ) : (
            <Why>{texts[frame.locale].why[mayStep.why]}</Why>
          )}
        </Now>
      )}
      <section class="stack" aria-labelledby="slowami">
        <h2 id="slowami">{t.sentences}</h2>
        <p class="muted">{t.sentencesLead}</p>
        {edition.state !== 'draft' && (
          <p>
            <a href={paths.rules}>{t.publicPage}</a>
          </p>
        )}
        <RuleSentences chapters={chapters} locale={frame.locale} level="h3" />
      </section>
      {history.length > 0 && (
        <section class="stack" aria-labelledby="historia">
          <h2 id="historia">{t.history}</h2>
          <ul class="prose">
            {history.map(({ at, words }) => (
              <li>
                {at}: {words}
              </li>
            ))}
          </ul>
        </section>
      )}
    </EditorPage>
  )
}

export const stepPaths = {
  publish: paths.editionPublication,
  start: paths.editionStart,
  close: paths.editionClosing,
  archive: paths.editionArchiving,
} as const satisfies Record<EditionStep, string>
