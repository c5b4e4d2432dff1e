import { longDate, startOfDay, weekdayDate } from '#kit/dates.ts'
import { type FormState, filled, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import type { Verdict } from '#kit/verdict.ts'
import { HandoverRows, HandoverTag, handoversWords } from '#modules/ideas/handovers/handovers.parts.tsx'
import { type Handover, handoverForms, handoverLimits, handoverOutcomes, isOverdue, type Packet } from '#modules/ideas/handovers/handovers.rules.ts'
import { paths, url } from '#paths'
import { Button, Field, Form, Hidden, Radios, Select, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Empty, type Entry, Facts, LifeLine, Now, Rows, Why } from '#ui/parts.tsx'

type ListProps = { frame: Frame; handovers: readonly Handover[]; form: string }

export const HandoversPage = ({ frame, handovers, form }: ListProps) => {
  const t = handoversWords(frame)
  return (
    <Layout frame={frame} title={t.list.title} lead={t.list.lead}>
      <Form action={paths.handovers} method="get" class="toolbar">
        <Select
          name="droga"
          label={t.list.form}
          form={filled({ droga: form })}
          required
          options={[{ value: '', label: t.list.all }, ...handoverForms.map(value => ({ value, label: t.forms[value] }))]}
        />
        <Button quiet>{t.list.show}</Button>
      </Form>
      {handovers.length === 0 ? (
        <Empty title={t.list.empty}>
          <p>{t.list.emptyHint}</p>
        </Empty>
      ) : (
        <>
          <p class="muted">{t.list.sum(handovers.length)}</p>
          <Rows plain>
            <HandoverRows frame={frame} handovers={handovers} />
          </Rows>
        </>
      )}
    </Layout>
  )
}

export type HandoverView = {
  readonly handover: Handover
  readonly subjectPath: string
  readonly place: string
  readonly receive: Verdict<string>
  readonly answer: Verdict<string>
  readonly receiveForm: FormState
  readonly answerForm: FormState
}

export const HandoverPage = ({ frame, view }: { frame: Frame; view: HandoverView }) => {
  const { handover, subjectPath, place } = view
  const t = handoversWords(frame)
  const day = (written: string) => weekdayDate(startOfDay(written), frame.locale)
  const entries: Entry[] = [
    { term: t.view.subject, value: handover.title, href: subjectPath },
    { term: t.view.form, value: t.forms[handover.form] },
    { term: t.view.office, value: [handover.office, handover.address].filter(Boolean).join(', ') },
    { term: t.view.handed, value: longDate(handover.handedAt, frame.locale) },
    { term: t.view.due, value: day(handover.dueOn) },
    ...(handover.receivedOn ? [{ term: t.view.received, value: day(handover.receivedOn) }] : []),
    ...(handover.reference ? [{ term: t.view.reference, value: handover.reference }] : []),
    { term: t.view.note, value: handover.note },
  ]
  return (
    <Layout frame={frame} title={handover.title} kicker={`${place} · ${t.view.kicker}`} aside={<HandoverRoad frame={frame} handover={handover} />}>
      <Answer frame={frame} handover={handover} />
      <Facts entries={entries} />
      <p>
        <a href={url(paths.handoverPacket, { id: handover.id })}>{t.view.packet}</a>
        <br />
        <span class="small muted">{t.view.packetLead}</span>
      </p>
      <RecordForms frame={frame} view={view} />
    </Layout>
  )
}

const Answer = ({ frame, handover }: { frame: Frame; handover: Handover }) => {
  const { view: t } = handoversWords(frame)
  const day = weekdayDate(startOfDay(handover.dueOn), frame.locale)
  if (handover.state !== 'answered')
    return (
      <Now title={isOverdue(handover, frame.now) ? t.lateTitle : t.waiting} tone="wait">
        <p>{t.waitingHelp(day)}</p>
      </Now>
    )
  return (
    <Now
      title={t.answered}
      tone={handover.outcome === 'refused' ? 'no' : 'good'}
      kicker={handover.answeredOn && weekdayDate(startOfDay(handover.answeredOn), frame.locale)}
    >
      <p>
        <HandoverTag frame={frame} handover={handover} />
      </p>
      {(handover.answer ?? '').split(/\n+/).map(paragraph => (
        <p>{paragraph}</p>
      ))}
      {handover.outcome === 'refused' && <p>{t.back}</p>}
    </Now>
  )
}

const HandoverRoad = ({ frame, handover }: { frame: Frame; handover: Handover }) => {
  const t = handoversWords(frame)
  const { state, receivedOn, answeredOn } = handover
  const day = (written: string) => weekdayDate(startOfDay(written), frame.locale)
  return (
    <>
      <h2>{t.view.road}</h2>
      <LifeLine
        steps={[
          { title: t.states.handed, note: longDate(handover.handedAt, frame.locale), state: state === 'handed' ? 'now' : 'done' },
          ...(state === 'answered' && !receivedOn
            ? []
            : [
                {
                  title: t.states.received,
                  note: receivedOn ? day(receivedOn) : undefined,
                  state: state === 'received' ? ('now' as const) : receivedOn ? ('done' as const) : ('ahead' as const),
                },
              ]),
          {
            title: t.states.answered,
            note: answeredOn ? day(answeredOn) : t.until(day(handover.dueOn)),
            state: state === 'answered' ? 'now' : 'ahead',
          },
        ]}
      />
    </>
  )
}

const RecordForms = ({ frame, view }: { frame: Frame; view: HandoverView }) => {
  const { record: t, outcomes } = handoversWords(frame)
  const { handover, receive, answer, receiveForm, answerForm } = view
  const { id, version } = handover
  return (
    <>
      {receive.ok && (
        <Form action={url(paths.handoverReceipt, { id })} form={receiveForm} class="form plain">
          <h2>{t.receive}</h2>
          <Hidden name="version" value={version} />
          <Field name="on" id="odebrano" label={t.on} hint={t.onHint} form={receiveForm} type="date" required short />
          <Field name="reference" label={t.reference} form={receiveForm} maxlength={60} />
          <Acts>
            <Button quiet>{t.receiveSend}</Button>
          </Acts>
        </Form>
      )}
      {answer.ok && (
        <Form action={url(paths.handoverAnswer, { id })} form={answerForm} class="form plain">
          <h2>{t.answer}</h2>
          <Hidden name="version" value={version} />
          <Field name="on" id="odpowiedziano" label={t.on} hint={t.onHint} form={answerForm} type="date" required short />
          <Radios
            name="outcome"
            label={t.outcome}
            form={answerForm}
            required
            options={handoverOutcomes.map(value => ({ value, label: outcomes[value] }))}
          />
          <TextArea name="answer" label={t.reason} hint={t.reasonHint} form={answerForm} required max={handoverLimits.answerMax} />
          <Acts>
            <Button>{t.answerSend}</Button>
          </Acts>
        </Form>
      )}
    </>
  )
}

export type HandView = {
  readonly subject: { readonly id: string; readonly title: string; readonly path: string }
  readonly packet: Packet
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly form: FormState
  readonly verdict: Verdict<keyof ReturnType<typeof handoversWords>['why']>
}

export const HandPage = ({ frame, view }: { frame: Frame; view: HandView }) => {
  const t = handoversWords(frame)
  const { form, subject, verdict } = view
  return (
    <Layout
      frame={frame}
      title={t.form.title}
      lead={t.form.lead}
      kicker={<a href={subject.path}>{subject.title}</a>}
      aside={<PacketAside frame={frame} view={view} />}
    >
      {!verdict.ok ? (
        <Why>{t.why[verdict.why]}</Why>
      ) : (
        <Form action={paths.handovers} form={form} keep="przekazanie">
          <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
          <Hidden name="o" value={subject.id} />
          <Radios
            name="form"
            label={t.form.form}
            form={form}
            required
            options={handoverForms.map(value => ({ value, label: t.forms[value], hint: t.formsAbout[value] }))}
          />
          <Select
            name="unit"
            label={t.form.unit}
            hint={t.form.unitHint}
            form={form}
            empty={t.form.unitNone}
            options={view.units.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Field name="office" label={t.form.office} form={form} maxlength={150} />
          <Field name="address" label={t.form.address} hint={t.form.addressHint} form={form} maxlength={250} />
          <Field name="email" label={t.form.email} hint={t.form.emailHint} form={form} type="email" maxlength={120} />
          <TextArea name="note" label={t.form.note} hint={t.form.noteHint} form={form} required max={handoverLimits.noteMax} />
          <Acts>
            <Button>{t.form.send}</Button>
          </Acts>
        </Form>
      )}
    </Layout>
  )
}

const PacketAside = ({ frame, view: { packet } }: { frame: Frame; view: HandView }) => {
  const t = handoversWords(frame)
  return (
    <>
      <h2>{t.form.packet}</h2>
      <Facts
        entries={[
          { term: t.packet.subject, value: packet.title },
          { term: t.packet.place, value: packet.place },
          ...figuresOf(packet, t).map(([term, value]) => ({ term, value: String(value) })),
          { term: t.packet.sources, value: packet.sources.length === 0 ? t.packet.noSources : packet.sources.map(({ title }) => title).join(', ') },
        ]}
      />
      <p class="small muted">{t.packet.privacy}</p>
    </>
  )
}

/** "Backing 12, questions 3": the figures of a packet in words. */
export const figuresOf = (packet: Packet, t: ReturnType<typeof handoversWords>): (readonly [string, number])[] => [
  [t.packet.backings, packet.backings],
  ...Object.entries(packet.comments).map(([kind, count]) => [t.packet.comments[kind] ?? kind, count] as const),
]
