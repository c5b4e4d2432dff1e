import { dateAndTime, longDate, startOfDay } from '#kit/dates.ts'
import { emptyForm, type FormState, filled } from '#kit/form.ts'
import { type AdviceSubject, adviceVerdicts, type NamedAdvice } from '#modules/consultation/advice.rules.ts'
import { adviceTextsEn } from '#modules/consultation/advice.texts.en.ts'
import { adviceTexts } from '#modules/consultation/advice.texts.ts'
import type { Packet, PacketQuestion } from '#modules/consultation/desk/packets.rules.ts'
import { packetsTextsEn } from '#modules/consultation/desk/packets.texts.en.ts'
import { packetsTexts } from '#modules/consultation/desk/packets.texts.ts'
import type { Meeting } from '#modules/meetings/meetings.rules.ts'
import type { Unit } from '#modules/programme/registers/units.rules.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Checkboxes, Field, Form, Hidden, Select } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Empty, Tag, Why } from '#ui/parts.tsx'

const texts = { pl: packetsTexts, en: packetsTextsEn }
const words = { pl: adviceTexts, en: adviceTextsEn }
export type PacketWhy = keyof typeof packetsTexts.why
/** A question with what it is about and who asks. */
export type Asked = { readonly advice: NamedAdvice; readonly subject: AdviceSubject | undefined; readonly asker: string }
const titleOf = ({ advice, subject }: Asked) => subject?.title || advice.question.slice(0, 100)

type MakeProps = {
  readonly frame: Frame
  readonly unit: Unit
  readonly meetings: readonly Meeting[]
  readonly asked: readonly Asked[]
  readonly form: FormState
  readonly formKey: string
}
export const PacketMakePage = ({ frame, unit, meetings, asked, form, formKey }: MakeProps) => {
  const t = texts[frame.locale].make
  const missing =
    asked.length === 0 ? ([t.none, t.noneLead] as const) : meetings.length === 0 ? ([t.noMeetings, t.noMeetingsLead] as const) : undefined
  return (
    <Layout frame={frame} title={t.title(unit.name)} lead={t.lead} kicker={<a href={paths.adviceQueue}>{texts[frame.locale].page.kicker}</a>}>
      {missing ? (
        <Empty title={missing[0]}>
          <p>{missing[1]}</p>
        </Empty>
      ) : (
        <Form action={url(paths.packetNew, { id: unit.id })} form={form}>
          <Hidden name="key" value={formKey} />
          <Select
            name="spotkanie"
            label={t.meeting}
            hint={t.meetingHint}
            form={form}
            required
            empty={t.choose}
            options={meetings.map(one => ({ value: one.id, label: `${one.title}, ${dateAndTime(one.startsAt, frame.locale)}` }))}
          />
          <Checkboxes
            name="pytania"
            label={t.questions}
            hint={t.questionsHint}
            form={form}
            options={asked.map(one => ({
              value: one.advice.id,
              label: titleOf(one),
              hint: t.by({ name: one.asker, day: longDate(startOfDay(one.advice.dueOn), frame.locale) }),
            }))}
          />
          <p>
            <Button>{t.go}</Button>
          </p>
        </Form>
      )}
    </Layout>
  )
}

export type PacketView = {
  readonly packet: Packet
  readonly meeting: Pick<Meeting, 'id' | 'title' | 'startsAt'>
  readonly hasMinutes: boolean
  readonly questions: readonly (Asked & { readonly said: PacketQuestion; readonly open: boolean })[]
}
type PageProps = {
  readonly frame: Frame
  readonly view: PacketView
  readonly form: FormState
  readonly at: string
  readonly why: PacketWhy | undefined
}

/** The questions of one meeting, each with a line for what was said; what is written down waits to be confirmed. */
export const PacketPage = ({ frame, view, form, at, why }: PageProps) => {
  const { page: t, why: whys } = texts[frame.locale]
  const { packet, meeting, questions } = view
  const ready = questions.filter(({ said, open }) => open && said.verdict !== null).length
  return (
    <Layout
      frame={frame}
      title={meeting.title}
      lead={dateAndTime(meeting.startsAt, frame.locale)}
      kicker={<a href={paths.adviceQueue}>{t.kicker}</a>}
    >
      {why && <Why>{whys[why]}</Why>}
      <p>
        <a href={url(paths.meeting, { id: meeting.id })}>{t.meeting}</a>
      </p>
      {view.hasMinutes && (
        <p>
          <a href={url(paths.minutes, { id: meeting.id })}>{t.minutes}</a>
        </p>
      )}
      {questions.map((one, index) => (
        <>
          {one.asker !== questions[index - 1]?.asker && <h2>{t.asks(one.asker)}</h2>}
          <QuestionForm frame={frame} packetId={packet.id} one={one} form={one.advice.id === at ? form : emptyForm} />
        </>
      ))}
      {ready > 0 && (
        <section class="stack">
          <p class="why">{t.confirmHint}</p>
          <ActButton action={url(paths.packetConfirmation, { id: packet.id })} label={t.confirm(ready)} />
        </section>
      )}
    </Layout>
  )
}

type QuestionProps = { readonly frame: Frame; readonly packetId: string; readonly one: PacketView['questions'][number]; readonly form: FormState }
const QuestionForm = ({ frame, packetId, one, form }: QuestionProps) => {
  const { page: t } = texts[frame.locale]
  const { verdicts, ask } = words[frame.locale]
  const { advice, said, open } = one
  const title = titleOf(one)
  const shown = form === emptyForm && said.verdict ? { ...filled({ ocena: said.verdict, zdanie: said.words }), errors: form.errors } : form
  return (
    <section class="tight" id={advice.id}>
      <h3>
        <a href={url(paths.advice, { id: advice.id })}>{title}</a>
      </h3>
      {advice.question !== title && <p class="small">{advice.question}</p>}
      {!open && (
        <p class="tags">
          <Tag kind="good">{t.out}</Tag>
        </p>
      )}
      {open && said.verdict && (
        <p class="tags">
          <Tag kind="wait">{t.waits}</Tag>
        </p>
      )}
      {open && (
        <Form action={url(paths.packetSaid, { id: packetId })} form={form} class="form plain">
          <Hidden name="pytanie" value={advice.id} />
          <Select
            name="ocena"
            id={`ocena-${advice.id}`}
            label={t.verdict(title)}
            form={shown}
            required
            empty={ask.choose}
            options={adviceVerdicts.map(value => ({ value, label: verdicts[value] }))}
          />
          <Field name="zdanie" id={`zdanie-${advice.id}`} label={t.words} form={shown} required maxlength={500} />
          <Button quiet small>
            {t.say}
            <span class="visually-hidden">{t.saidWhich(title)}</span>
          </Button>
        </Form>
      )}
    </section>
  )
}
