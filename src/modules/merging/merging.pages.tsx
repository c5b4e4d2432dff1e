import { longDate, startOfDay } from '#kit/dates.ts'
import { emptyForm, type FormState } from '#kit/form.ts'
import type { Verdict } from '#kit/verdict.ts'
import { ChoiceFields, mergingWords } from '#modules/merging/choices.parts.tsx'
import { Links } from '#modules/merging/merging.parts.tsx'
import { type AnswerWhy, following, type Merging, type Side, type Texts, type UndoWhy, wordLimits } from '#modules/merging/merging.rules.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Form, Hidden, Radios, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Fold, Now, People, Why } from '#ui/parts.tsx'

export type MergingView = {
  readonly merging: Merging
  readonly originals: readonly Side[]
  readonly results: readonly Side[]
  /** What the choices make of the originals. */
  readonly texts: readonly Texts[]
  readonly authorIds: readonly string[]
  readonly names: ReadonlyMap<string, string>
  /** Who answered what is seen by the authors and whoever proposed it; others see how many are missing. */
  readonly inside: boolean
  readonly stale: boolean
  readonly answering: Verdict<AnswerWhy>
  readonly undoing: Verdict<UndoWhy>
  readonly mayWithdraw: boolean
  readonly forms: { readonly answer?: FormState; readonly rewrite?: FormState; readonly undo?: FormState }
}
type Props = { frame: Frame; view: MergingView }

export const MergingPage = ({ frame, view }: Props) => {
  const t = mergingWords(frame)
  const { merging, originals, results, authorIds } = view
  const missing = authorIds.filter(id => !merging.answers.some(({ personId, answer }) => personId === id && answer === 'yes')).length
  return (
    <Layout frame={frame} title={merging.title} kicker={t.kinds[merging.kind]}>
      {merging.state === 'proposed' ? (
        <Now title={t.page.missing(missing)} tone="wait" kicker={t.page.answerBy({ day: longDate(startOfDay(merging.answerBy), frame.locale) })} />
      ) : (
        <Ended frame={frame} view={view} />
      )}
      {merging.words && (
        <section class="tight">
          <h2>{t.page.why}</h2>
          <blockquote>{merging.words}</blockquote>
        </section>
      )}
      <section class="tight">
        <h2>{t.page.originals}</h2>
        <p>
          <Links of={originals} />
        </p>
        {results.length > 0 && (
          <p>
            <b>{t.page.results}:</b> <Links of={results} />
          </p>
        )}
      </section>
      {merging.state === 'proposed' && <Outcome frame={frame} view={view} />}
      {view.inside && <Answers frame={frame} view={view} />}
      {merging.state === 'proposed' && <Answering frame={frame} view={view} />}
      {view.mayWithdraw && <ActButton quiet action={url(paths.mergingEnd, { id: merging.id })} label={t.page.withdraw} />}
      {merging.state === 'agreed' && <Undoing frame={frame} view={view} />}
    </Layout>
  )
}

const Ended = ({ frame, view: { merging, originals, inside } }: Props) => {
  const t = mergingWords(frame)
  const { state } = merging
  if (state === 'proposed') return null
  const again = state !== 'agreed' && originals.every(side => side.open.ok)
  const [a, b] = originals
  return (
    <Now title={t.ended[state]} tone={state === 'agreed' ? 'good' : 'no'}>
      {inside && merging.reason && <p>{merging.reason}</p>}
      {again && (
        <p>
          {t.page.again}{' '}
          <a href={url(paths.mergingNew, undefined, { a: a?.id ?? '', b: b?.id, rodzaj: b ? undefined : 'split' })}>{t.page.proposeAgain}</a>
        </p>
      )}
    </Now>
  )
}

const Outcome = ({ frame, view: { merging, texts } }: Props) => {
  const t = mergingWords(frame)
  const heads = merging.kind === 'join' ? [t.page.resultJoin] : [t.page.resultFirst, t.page.resultSecond]
  return (
    <section class="stack">
      {texts.map((said, i) => (
        <article class="part tight">
          <h2>{heads[i]}</h2>
          {Object.entries(said).map(([section, text]) => (
            <div class="tight">
              <p class="small muted">{t.sections[section as keyof typeof t.sections]}</p>
              <div class="prose">
                <p>{text || t.form.empty}</p>
              </div>
            </div>
          ))}
        </article>
      ))}
    </section>
  )
}

const Answers = ({ frame, view: { merging, authorIds, names } }: Props) => {
  const { page: t } = mergingWords(frame)
  const answerOf = (id: string) => merging.answers.find(({ personId }) => personId === id)?.answer ?? 'none'
  return (
    <section class="tight">
      <h2>{t.people}</h2>
      <People people={authorIds.map(id => ({ name: names.get(id) ?? '—', note: t.answered[answerOf(id)] }))} />
    </section>
  )
}

const Answering = ({ frame, view }: Props) => {
  const t = mergingWords(frame)
  const { merging, answering, stale, forms } = view
  if (!answering.ok) return <Why>{t.why[answering.why]}</Why>
  const { answer = emptyForm, rewrite } = forms
  return (
    <section class="stack">
      <h2>{t.page.answer}</h2>
      {stale && <Why>{t.page.stale}</Why>}
      <Form action={url(paths.mergingAnswer, { id: merging.id })} form={answer} class="form plain">
        <Hidden name="revision" value={merging.revision} />
        <Radios
          name="answer"
          label={t.page.answer}
          form={answer}
          required
          options={[...(stale ? [] : [{ value: 'yes', label: t.page.yes }]), { value: 'no', label: t.page.no }]}
        />
        {merging.kind === 'split' && (
          <Radios
            name="follows"
            label={t.page.follows}
            form={answer}
            required
            value="both"
            options={following.map(value => ({ value, label: t.page.followOptions[value] }))}
          />
        )}
        <TextArea name="reason" label={t.page.reason} hint={t.page.reasonHint} form={answer} rows={2} max={wordLimits.reasonMax} />
        <Acts>
          <Button>{t.page.send}</Button>
        </Acts>
      </Form>
      <Fold summary={t.page.rewrite} open={rewrite !== undefined || stale}>
        <p>{t.page.rewriteLead}</p>
        <Form action={url(paths.mergingChoices, { id: merging.id })} form={rewrite ?? emptyForm} class="form plain">
          <Hidden name="revision" value={merging.revision} />
          <ChoiceFields frame={frame} kind={merging.kind} sides={view.originals} form={rewrite ?? emptyForm} choices={merging.choices} />
          <Acts>
            <Button quiet>{t.page.rewriteSend}</Button>
          </Acts>
        </Form>
      </Fold>
    </section>
  )
}

const Undoing = ({ frame, view: { merging, originals, results, undoing, forms } }: Props) => {
  const t = mergingWords(frame)
  const form = forms.undo ?? emptyForm
  return (
    <section class="stack">
      <h2>{t.page.undo}</h2>
      {!undoing.ok ? (
        <Why>{t.why[undoing.why]}</Why>
      ) : (
        <Form action={url(paths.mergingUndoing, { id: merging.id })} form={form} class="form plain">
          <p>{t.page.undoLead}</p>
          <Radios
            name="heir"
            label={t.page.heir}
            hint={t.page.heirHint}
            form={form}
            required
            value={originals[0]?.id ?? ''}
            options={originals.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <TextArea name="reason" label={t.page.undoReason} form={form} required rows={2} max={wordLimits.reasonMax} />
          <Acts>
            <Button quiet>{t.page.undoSend}</Button>
          </Acts>
        </Form>
      )}
      <p>
        <Links of={results} />
      </p>
    </section>
  )
}
