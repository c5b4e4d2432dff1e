import { longDate, startOfDay } from '#kit/dates.ts'
import { type FormState, typedOne } from '#kit/form.ts'
import { formatMoney } from '#kit/money.ts'
import { type AdviceSubject, adviceVerdicts, type Criterion, criteria, type NamedAdvice } from '#modules/consultation/advice.rules.ts'
import { adviceTextsEn } from '#modules/consultation/advice.texts.en.ts'
import { adviceTexts } from '#modules/consultation/advice.texts.ts'
import { LandFields } from '#modules/consultation/registers/land.parts.tsx'
import { UnitPriceFields } from '#modules/proposals/cost/unit-prices.parts.tsx'
import type { CostLine } from '#modules/proposals/drafting/drafting.rules.ts'
import { paths, url } from '#paths'
import { Button, Checkbox, Checkboxes, Field, Form, Radios, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Fold, Row, Rows } from '#ui/parts.tsx'

const texts = { pl: adviceTexts, en: adviceTextsEn }
type Beside = { readonly advice: NamedAdvice; readonly subject: AdviceSubject }

/** What helps whoever answers: the unit's own answers to similar questions, and the questions that can be answered along with this one. */
export type AnswerHelp = {
  readonly earlier: readonly Beside[]
  readonly waiting: readonly Beside[]
  /** The earlier answer that the form starts from. */
  readonly model?: string | undefined
}
type Props = {
  readonly frame: Frame
  readonly advice: NamedAdvice
  readonly subject: AdviceSubject
  readonly help: AnswerHelp
  readonly costs: readonly CostLine[] | undefined
  readonly form: FormState
  readonly finish: 'answer' | 'draft' | 'contribute'
}

export const AnswerForm = ({ frame, advice, subject, help, costs, form, finish }: Props) => {
  const { page: t, verdicts } = texts[frame.locale]
  const wanted = advice.criteria.length > 0 ? advice.criteria : criteria
  const publicly = finish === 'answer' ? (advice.namesExpert ? 'named' : 'unnamed') : finish
  return (
    <section class="stack" id="odpowiedz">
      <h2>{t.answerTitle}</h2>
      <p>{t.answerLead}</p>
      {help.earlier.length > 0 && <Earlier frame={frame} advice={advice} help={help} />}
      <queue-keys class="stack">
        <p class="small muted" data-keys hidden>
          {texts[frame.locale].queue.keysAnswer}
        </p>
        <Form action={url(paths.adviceAnswer, { id: advice.id })} form={form} keep={advice.id}>
          <div>
            {wanted.map(criterion => (
              <CriterionFields frame={frame} criterion={criterion} subject={subject} form={form} few={wanted.length <= fewCriteria} />
            ))}
          </div>
          {wanted.length > 1 && <Checkbox name="reszta" label={t.rest} hint={t.restHint} form={form} />}
          {costs && <UnitPriceFields frame={frame} costs={costs} revision={subject.costsRevision ?? 0} form={form} />}
          {wanted.includes('land') && (
            <Fold summary={t.landStated} open={typedOne(form, 'grunt') !== ''}>
              <LandFields frame={frame} form={form} />
            </Fold>
          )}
          <Radios name="ocena" label={t.overall} form={form} required options={adviceVerdicts.map(value => ({ value, label: verdicts[value] }))} />
          <TextArea name="uwagi" label={t.overallRemark} form={form} required rows={3} max={2000} />
          {help.waiting.length > 0 && (
            <Fold summary={t.others(help.waiting.length)} open={form.typed.razem !== undefined}>
              <Checkboxes
                name="razem"
                label={t.together}
                hint={t.togetherHint}
                form={form}
                options={help.waiting.map(one => ({
                  value: one.advice.id,
                  label: one.subject.title || texts[frame.locale].queue.untitled,
                  hint: hintOf(frame, one),
                }))}
              />
            </Fold>
          )}
          <TextArea name="linki" label={t.links} hint={t.linksHint} form={form} rows={2} max={1500} />
          <p class="why">{t.publicly[publicly]}</p>
          <Button>{t[finish]}</Button>
        </Form>
      </queue-keys>
    </section>
  )
}

/** A line of minutes is mostly the question itself, and need not be read twice. */
function hintOf(frame: Frame, { advice, subject }: Beside): string {
  const due = texts[frame.locale].queue.due(longDate(startOfDay(advice.dueOn), frame.locale))
  return subject.kind === 'line' ? due : `${advice.question.slice(0, 200)} (${due})`
}

const Earlier = ({ frame, advice, help: { earlier, model } }: Pick<Props, 'frame' | 'advice' | 'help'>) => {
  const { page: t, verdicts, queue } = texts[frame.locale]
  return (
    <section class="tight">
      <h3>{t.earlier}</h3>
      <Rows plain>
        {earlier.map(one => (
          <Row
            title={one.subject.title || queue.untitled}
            href={url(paths.advice, { id: one.advice.id })}
            note={[one.advice.overall && verdicts[one.advice.overall], one.advice.remark].filter(Boolean).join(': ')}
          >
            {one.advice.id === model ? (
              <p>
                {t.reused} <a href={`${url(paths.advice, { id: advice.id })}#odpowiedz`}>{t.reuseEnd}</a>
              </p>
            ) : (
              <a href={`${url(paths.advice, { id: advice.id }, { wzor: one.advice.id })}#odpowiedz`}>{t.reuse}</a>
            )}
          </Row>
        ))}
      </Rows>
    </section>
  )
}

/** So few are shown open: a part of a joint opinion mostly asks about one or two. */
const fewCriteria = 2
type CriterionProps = {
  readonly frame: Frame
  readonly criterion: Criterion
  readonly subject: AdviceSubject
  readonly form: FormState
  readonly few: boolean
}
/** Folded until it is needed; what stands in it is said in its head, what is wrong with it opens it. */
const CriterionFields = ({ frame, criterion, subject, form, few }: CriterionProps) => {
  const { page: t, criteria: names, verdicts } = texts[frame.locale]
  const { name, hint } = names[criterion]
  const { total } = subject
  const given = adviceVerdicts.find(one => one === typedOne(form, `ocena-${criterion}`))
  const wrong = [`ocena-${criterion}`, `uwagi-${criterion}`, `podstawa-${criterion}`, ...(criterion === 'cost' ? ['kwota'] : [])].some(
    field => form.errors[field],
  )
  const remark = typedOne(form, `uwagi-${criterion}`)
  const head = (
    <>
      {name}
      <span class="muted" data-verdict>
        {given ? `: ${verdicts[given]}` : ''}
      </span>
      {remark && <span class="small muted">{` · ${remark.length > 60 ? `${remark.slice(0, 58)}…` : remark}`}</span>}
    </>
  )
  return (
    <Fold summary={head} open={few || wrong}>
      <div class="two">
        <Radios
          name={`ocena-${criterion}`}
          label={name}
          hint={hint}
          form={form}
          options={adviceVerdicts.map(value => ({ value, label: verdicts[value] }))}
        />
        <div class="tight">
          {criterion === 'cost' && (
            <Field
              name="kwota"
              label={t.estimate}
              hint={total === undefined || total === 0 ? t.estimateAlone : t.estimateHint(formatMoney(total, frame.locale))}
              form={form}
              inputmode="decimal"
            />
          )}
          <TextArea name={`uwagi-${criterion}`} label={`${t.remark}: ${name}`} form={form} rows={2} max={2000} />
          <Field name={`podstawa-${criterion}`} label={`${t.basis}: ${name}`} form={form} maxlength={300} />
        </div>
      </div>
    </Fold>
  )
}
