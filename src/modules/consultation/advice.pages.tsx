import { longDate, startOfDay, weekdayDate } from '#kit/dates.ts'
import type { FormState } from '#kit/form.ts'
import { AdviceCard, AskAdvice, askWhy } from '#modules/consultation/advice.parts.tsx'
import type { AdviceSubject, Asking, NamedAdvice } from '#modules/consultation/advice.rules.ts'
import { adviceTextsEn } from '#modules/consultation/advice.texts.en.ts'
import { adviceTexts } from '#modules/consultation/advice.texts.ts'
import { AnswerForm, type AnswerHelp } from '#modules/consultation/answer.pages.tsx'
import { AskBack, type DeskView, Joint, Notes, Queries, Refusals, Release, WaitingList, Withdrawing } from '#modules/consultation/desk/desk.parts.tsx'
import type { Proposal } from '#modules/consultation/registers/competences.rules.ts'
import { PlotsAndPlace, PlotTable } from '#modules/consultation/registers/plots.parts.tsx'
import type { Plot } from '#modules/consultation/registers/plots.rules.ts'
import { TimesLink } from '#modules/consultation/times.pages.tsx'
import type { Unit } from '#modules/programme/registers/units.rules.ts'
import { ComparedRows, unitPricesWords } from '#modules/proposals/cost/unit-prices.parts.tsx'
import { compare, type UnitEstimate } from '#modules/proposals/cost/unit-prices.rules.ts'
import type { CostLine } from '#modules/proposals/drafting/drafting.rules.ts'
import { isMarked, type Spot } from '#modules/proposals/place/spots.rules.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Form, Hidden, Select, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Empty, PrivacyNote, Tag, Why } from '#ui/parts.tsx'

const texts = { pl: adviceTexts, en: adviceTextsEn }
export type AdviceWhy = keyof typeof adviceTexts.why
const pathOf = ({ kind, id, meetingId = '' }: Pick<AdviceSubject, 'kind' | 'id' | 'meetingId'>) =>
  kind === 'idea' ? url(paths.idea, { id }) : kind === 'line' ? url(paths.minutesLine, { id: meetingId, line: id }) : url(paths.project, { id })
const unitOptions = (frame: Frame, units: readonly Unit[]) =>
  units.map(unit => ({
    value: unit.id,
    label: texts[frame.locale].ask.unitOption({ name: unit.name, topics: unit.topics.join(', '), days: unit.slaDays }),
  }))

type AskProps = {
  readonly frame: Frame
  readonly subject: AdviceSubject
  readonly units: readonly Unit[]
  readonly form: FormState
  readonly key: string
  readonly asking: Asking
  /** The unit in charge by the office's table. */
  readonly proposed: Proposal | undefined
}
const unitName = (units: readonly Unit[], id: string) => units.find(unit => unit.id === id)?.name ?? ''
const reasonWords = (frame: Frame, { topics, place, manager }: Proposal) => {
  const { route: t } = texts[frame.locale]
  return [topics.length > 0 && t.topics(topics.join(', ')), place && t.place, manager && t.manager(manager)].filter(Boolean).join('; ')
}

export const AskPage = ({ frame, subject, units, form, key, asking, proposed }: AskProps) => {
  const { ask: t } = texts[frame.locale]
  const hint = proposed ? t.proposed({ unit: unitName(units, proposed.unitId), why: reasonWords(frame, proposed) }) : t.unitHint
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      <p>
        <a href={pathOf(subject)}>{t.about(subject.title)}</a>
      </p>
      {asking.verdict.ok ? (
        <Form action={paths.adviceNew} form={form} keep={`opinia-${subject.id}`}>
          <Hidden name="key" value={key} />
          <Hidden name="o" value={subject.id} />
          <Select
            name="jednostka"
            label={t.unit}
            hint={hint}
            form={form}
            value={proposed?.unitId ?? ''}
            empty={t.byTable}
            options={unitOptions(frame, units)}
          />
          <TextArea name="pytanie" label={t.question} hint={t.questionHint} form={form} required rows={5} max={2000} />
          <PrivacyNote {...t.privacy} />
          <Button>{t.go}</Button>
        </Form>
      ) : (
        <Why>{askWhy(frame, asking)}</Why>
      )}
      <TimesLink frame={frame} />
    </Layout>
  )
}

type SubjectProps = { readonly frame: Frame; readonly subject: AdviceSubject; readonly advice: readonly NamedAdvice[]; readonly asking: Asking }

/** What units have said about one idea or project, for everybody. */
export const SubjectAdvicePage = ({ frame, subject, advice, asking }: SubjectProps) => {
  const { about: t } = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      <p>
        <a href={pathOf(subject)}>{subject.title}</a>
      </p>
      {advice.length === 0 ? (
        <Empty title={t.none}>
          <p>{t.noneLead}</p>
        </Empty>
      ) : (
        advice.map(one => <AdviceCard frame={frame} advice={one} />)
      )}
      <AskAdvice frame={frame} subjectId={subject.id} asking={asking} everybody />
      <TimesLink frame={frame} />
    </Layout>
  )
}

export type AdviceView = {
  readonly advice: NamedAdvice
  readonly subject: AdviceSubject
  readonly askedByName: string
  readonly passed: readonly { readonly from: string; readonly to: string; readonly remark: string; readonly at: Date }[]
  readonly experts: readonly { readonly id: string; readonly name: string }[]
  readonly units: readonly Unit[]
  /** Where else the office's table leads, and the land as it knows it. */
  readonly proposals: readonly Proposal[]
  readonly plots: readonly Plot[]
  /** What is to be there. */
  readonly spot: Spot
  readonly may: { readonly assign: boolean; readonly pass: boolean; readonly answer: boolean }
  readonly help: AnswerHelp
  /** The authors' costs, for whoever may price them; and what this answer says of them. */
  readonly costs: readonly CostLine[] | undefined
  readonly unitPrices: UnitEstimate | undefined
  readonly desk: DeskView
  readonly finish: 'answer' | 'draft' | 'contribute'
}
type PageProps = { readonly frame: Frame; readonly view: AdviceView; readonly form: FormState; readonly why?: AdviceWhy | undefined }

export const AdvicePage = ({ frame, view, form, why }: PageProps) => {
  const { page: t, states, why: whys } = texts[frame.locale]
  const { advice, subject, desk } = view
  const around = { frame, advice, desk, form }
  return (
    <Layout frame={frame} title={t.title(advice.unitName)} kicker={subject.title}>
      {why && <Why>{whys[why]}</Why>}
      <p class="tags">
        <Tag kind={advice.state === 'answered' ? 'good' : 'wait'}>{states[advice.state]}</Tag>
      </p>
      <section class="said tight">
        <h2 class="small">{t.question}</h2>
        <p>{advice.question}</p>
        <p class="small muted">{t.askedBy({ name: view.askedByName, day: longDate(advice.askedAt, frame.locale) })}</p>
        <Due frame={frame} advice={advice} />
      </section>
      <p>
        {t.subject}: <a href={pathOf(subject)}>{subject.title}</a>
      </p>
      {desk.leadingPath && (
        <p>
          <a href={desk.leadingPath}>{t.leading}</a>
        </p>
      )}
      {(view.plots.length > 0 || isMarked(view.spot)) && (
        <section class="tight">
          <h2 class="small">{view.plots.length > 0 ? t.land : t.place}</h2>
          {view.plots.length > 0 && <PlotTable frame={frame} plots={view.plots} />}
          <PlotsAndPlace frame={frame} title={subject.title} plots={view.plots} spot={view.spot} />
        </section>
      )}
      {view.passed.length > 0 && <Passed frame={frame} view={view} />}
      {advice.state === 'assigned' && advice.expertName && (desk.inside || advice.namesExpert) && <p>{t.withExpert(advice.expertName)}</p>}
      <WaitingList {...around} />
      <Queries {...around} />
      {advice.state === 'answered' && <AdviceCard frame={frame} advice={advice} />}
      {view.unitPrices && view.unitPrices.prices.length > 0 && <StatedRows frame={frame} estimate={view.unitPrices} />}
      <Release {...around} />
      {view.may.assign && <Assign frame={frame} view={view} form={form} />}
      <Joint {...around} />
      {view.may.answer && (
        <AnswerForm frame={frame} advice={advice} subject={subject} help={view.help} costs={view.costs} form={form} finish={view.finish} />
      )}
      <AskBack {...around} />
      {view.may.pass && <Pass frame={frame} view={view} form={form} />}
      <Refusals {...around} />
      <Withdrawing {...around} />
      <Notes {...around} />
      <TimesLink frame={frame} />
    </Layout>
  )
}

/** The unit's prices beside the authors', as part of the answer. */
const StatedRows = ({ frame, estimate }: { frame: Frame; estimate: UnitEstimate }) => (
  <section class="stack">
    <h2>{unitPricesWords(frame).form.title}</h2>
    <ComparedRows frame={frame} compared={compare(estimate, estimate.costs)} />
    {estimate.at && (
      <p>
        <a href={url(paths.projectUnitPrices, { id: estimate.projectId })}>{unitPricesWords(frame).page.link}</a>
      </p>
    )}
  </section>
)

const Due = ({ frame, advice }: { frame: Frame; advice: NamedAdvice }) => {
  const t = texts[frame.locale].page
  if (advice.state === 'asked-back') return <p>{t.stopped}</p>
  const counts = ['asked', 'assigned', 'drafted'].includes(advice.state)
  return counts ? <p>{t.due(longDate(startOfDay(advice.dueOn), frame.locale))}</p> : null
}

const Passed = ({ frame, view }: { frame: Frame; view: AdviceView }) => {
  const t = texts[frame.locale].page
  return (
    <section class="tight">
      <h2 class="small">{t.history}</h2>
      {view.passed.map(({ from, to, remark, at }) => (
        <p class="small">
          {t.passed({ from, to, day: weekdayDate(at, frame.locale) })} {remark}
        </p>
      ))}
    </section>
  )
}

const Assign = ({ frame, view, form }: { frame: Frame; view: AdviceView; form: FormState }) => {
  const t = texts[frame.locale].page
  return (
    <section class="stack">
      <h2>{t.assignTitle}</h2>
      {view.experts.length === 0 ? (
        <p>{t.noExperts}</p>
      ) : (
        <Form action={url(paths.adviceAssignment, { id: view.advice.id })} class="form plain">
          <Select
            name="osoba"
            label={t.expert}
            form={form}
            required
            value={view.advice.expertId ?? ''}
            empty={texts[frame.locale].ask.choose}
            options={view.experts.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button>{t.assign}</Button>
        </Form>
      )}
    </section>
  )
}

const Pass = ({ frame, view, form }: { frame: Frame; view: AdviceView; form: FormState }) => {
  const { page: t, ask } = texts[frame.locale]
  return (
    <section class="stack">
      <h2>{t.passTitle}</h2>
      {view.proposals.map(proposal => (
        <ActButton
          action={url(paths.adviceReturn, { id: view.advice.id })}
          label={t.passTo(unitName(view.units, proposal.unitId))}
          quiet
          fields={{ jednostka: proposal.unitId, powod: t.byTable(reasonWords(frame, proposal)) }}
        />
      ))}
      <Form action={url(paths.adviceReturn, { id: view.advice.id })} class="form plain">
        <Select
          name="jednostka"
          label={t.passUnit}
          form={form}
          required
          empty={ask.choose}
          options={unitOptions(
            frame,
            view.units.filter(unit => unit.id !== view.advice.unitId),
          )}
        />
        <TextArea name="powod" label={t.passRemark} form={form} required rows={3} max={1000} />
        <Button quiet>{t.pass}</Button>
      </Form>
    </section>
  )
}
