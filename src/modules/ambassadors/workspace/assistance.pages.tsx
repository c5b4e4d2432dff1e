import type { Actor } from '#kit/actor.ts'
import { type Day, startOfDay, weekdayDate } from '#kit/dates.ts'
import { type FormState, filled, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { WorkLink } from '#modules/ambassadors/ambassadors.parts.tsx'
import {
  type Assistance,
  type AssistanceState,
  type AssistanceStep,
  assistanceKinds,
  assisting,
  dueOf,
  isOpen,
  isOverdue,
} from '#modules/ambassadors/workspace/assistance.rules.ts'
import { assistanceTextsEn } from '#modules/ambassadors/workspace/assistance.texts.en.ts'
import { assistanceTexts } from '#modules/ambassadors/workspace/assistance.texts.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Field, Form, Hidden, Select, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Dots, Empty, Fold, Row, Rows, Tag, type Tone, Why } from '#ui/parts.tsx'

const texts = { pl: assistanceTexts, en: assistanceTextsEn }
const tones: Readonly<Record<AssistanceState, Tone>> = { asked: 'wait', promised: 'good', declined: 'no', done: 'good', withdrawn: 'plain' }
const dayWords = (day: Day, frame: Frame) => weekdayDate(startOfDay(day), frame.locale)

const State = ({ frame, of }: { frame: Frame; of: Assistance }) => {
  const t = texts[frame.locale]
  const due = dueOf(of)
  return (
    <p class="tags">
      <Tag kind={tones[of.state]}>{t.assistanceStates[of.state]}</Tag>
      {due && isOverdue(of, frame.now) && <Tag kind="no">{t.overdue(dayWords(due, frame))}</Tag>}
      {due && !isOverdue(of, frame.now) && <Tag>{of.state === 'asked' ? t.answerBy(dayWords(due, frame)) : t.readyOn(dayWords(due, frame))}</Tag>}
    </p>
  )
}

/** What an ambassador has asked for, and a new request. */
export const OwnAssistancePage = ({
  frame,
  requests,
  form,
  may,
  refused,
}: {
  frame: Frame
  requests: readonly Assistance[]
  form: FormState
  may: boolean
  refused?: string | undefined
}) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={<WorkLink frame={frame} />}>
      {refused && <Why>{refused}</Why>}
      {requests.length === 0 && (
        <Empty title={t.empty}>
          <p>{t.emptyHint}</p>
        </Empty>
      )}
      <Rows plain>
        {requests.map(of => (
          <Row
            level="h2"
            title={of.text}
            note={<Dots items={[t.assistanceKinds[of.kind], of.wishedOn && t.wishedOn(dayWords(of.wishedOn, frame))]} />}
          >
            <State frame={frame} of={of} />
            {of.answer && (
              <p>
                <b>{t.answer}:</b> {of.answer}
              </p>
            )}
            {isOpen(of) && <ActButton action={url(paths.assistanceWithdrawal, { id: of.id })} label={t.withdraw} quiet small />}
          </Row>
        ))}
      </Rows>
      {!may ? (
        <Why>{t.why['not-active']}</Why>
      ) : (
        <section class="stack">
          <h2>{t.send}</h2>
          <Form action={paths.ownAssistance} form={form} keep="wsparcie">
            <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
            <Select
              name="kind"
              label={t.kind}
              form={form}
              required
              options={assistanceKinds.map(kind => ({ value: kind, label: t.assistanceKinds[kind] }))}
            />
            <TextArea name="text" label={t.text} hint={t.textHint} form={form} required rows={4} max={2000} />
            <Field name="wished" label={t.wished} form={form} type="date" short />
            <Button>{t.send}</Button>
          </Form>
        </section>
      )}
    </Layout>
  )
}

export type OfficeRequest = Assistance & { readonly name: string; readonly area: string }
export type RefusedAnswer = FormState & { readonly id: string; readonly step: AssistanceStep }

export const AssistanceOfficePage = ({
  frame,
  requests,
  actor,
  refused,
}: {
  frame: Frame
  requests: readonly OfficeRequest[]
  actor: Actor
  refused?: RefusedAnswer | undefined
}) => {
  const t = texts[frame.locale]
  const open = requests.filter(isOpen)
  const past = requests.filter(of => !isOpen(of))
  return (
    <Layout frame={frame} title={t.office.title} lead={t.office.lead}>
      {open.length === 0 ? (
        <Empty title={t.emptyOffice} />
      ) : (
        <Rows plain>
          {open.map(of => (
            <OfficeRow frame={frame} of={of} actor={actor} refused={refused?.id === of.id ? refused : undefined} />
          ))}
        </Rows>
      )}
      {past.length > 0 && (
        <Fold summary={`${t.office.past} (${past.length})`}>
          <Rows plain>
            {past.map(of => (
              <Row level="h2" title={of.text} note={<Dots items={[of.name, of.area, t.assistanceKinds[of.kind]]} />}>
                <State frame={frame} of={of} />
                {of.answer && <p>{of.answer}</p>}
              </Row>
            ))}
          </Rows>
        </Fold>
      )}
    </Layout>
  )
}

const OfficeRow = ({ frame, of, actor, refused }: { frame: Frame; of: OfficeRequest; actor: Actor; refused: RefusedAnswer | undefined }) => {
  const t = texts[frame.locale]
  const action = url(paths.officeAssistanceAnswer, { id: of.id })
  const steps = (['promise', 'decline'] as const).filter(step => assisting.may(actor, step, of).ok)
  return (
    <Row
      level="h2"
      title={of.text}
      note={<Dots items={[of.name, of.area, t.assistanceKinds[of.kind], of.wishedOn && t.wishedOn(dayWords(of.wishedOn, frame))]} />}
    >
      <State frame={frame} of={of} />
      {of.answer && <p>{of.answer}</p>}
      {assisting.may(actor, 'finish', of).ok && <ActButton action={action} label={t.office.finish} fields={{ krok: 'finish' }} small />}
      {steps.map(step => {
        const form = refused?.step === step ? refused : filled({})
        const id = (name: string) => `${name}-${step}-${of.id}`
        return (
          <Fold summary={t.office[step]} open={refused?.step === step}>
            <Form action={action} form={form}>
              <Hidden name="krok" value={step} />
              <TextArea id={id('answer')} name="answer" label={t.office.words} form={form} required rows={2} max={2000} />
              {step === 'promise' && <Field id={id('ready')} name="ready" label={t.office.ready} form={form} type="date" required short />}
              <Button small>{t.office[step]}</Button>
            </Form>
          </Fold>
        )
      })}
    </Row>
  )
}
