import { shortDate, startOfDay } from '#kit/dates.ts'
import { emptyForm, type FormState, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { InterestMap, interestsWords } from '#modules/discussions/interests/interests.parts.tsx'
import type { ShownInterest } from '#modules/discussions/interests/interests.rules.ts'
import { runningWords } from '#modules/discussions/running/running.parts.tsx'
import { talksWords } from '#modules/discussions/talks.parts.tsx'
import {
  type RoundKind,
  roundClosesAt,
  roundKinds,
  type Talk,
  type TalkArea,
  type TalkRound,
  talkLimits,
  talkTitle,
} from '#modules/discussions/talks.rules.ts'
import { paths, url } from '#paths'
import { AreaInput } from '#ui/area-input.tsx'
import { Button, Field, Form, Hidden, Select, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Why } from '#ui/parts.tsx'

export type RunningView = {
  readonly talk: Talk
  readonly rounds: readonly TalkRound[]
  readonly byCalendar: readonly TalkRound[]
  readonly interest: ShownInterest
  readonly areas: readonly (TalkArea & { readonly name: string })[]
  readonly mayArrange: boolean
  /** Talks that this one may become a part of. */
  readonly near: readonly Talk[]
  readonly refusal?: string | undefined
  readonly forms: { readonly rounds?: FormState; readonly extend?: FormState; readonly split?: FormState; readonly join?: FormState }
}

/** Everything that whoever runs a talk sees and does: who wants one nearer by, its days, its areas. */
export const RunningPage = ({ frame, view }: { frame: Frame; view: RunningView }) => {
  const t = runningWords(frame)
  const { talk, mayArrange, near } = view
  const isPlace = talk.territoryKind !== 'city'
  return (
    <Layout frame={frame} title={t.title} kicker={talkTitle(talk)}>
      {view.refusal && <Why>{view.refusal}</Why>}
      {isPlace && (
        <section class="part stack">
          <h2>{interestsWords(frame).running.title}</h2>
          <InterestMap frame={frame} shown={view.interest} areas={view.areas} />
        </section>
      )}
      {mayArrange && talk.state === 'open' && (
        <>
          <RoundsForm frame={frame} view={view} />
          <ExtendForm frame={frame} view={view} />
          {talk.territoryKind === 'district' && <SplitForm frame={frame} view={view} />}
          {near.length > 0 && <JoinForm frame={frame} view={view} />}
        </>
      )}
      <p>
        <a href={url(paths.talk, { id: talk.id })}>{t.back}</a>
      </p>
    </Layout>
  )
}

type Props = { frame: Frame; view: RunningView }
const days = ({ from, to }: TalkRound, frame: Frame) => ({
  from: shortDate(startOfDay(from), frame.locale),
  to: shortDate(startOfDay(to), frame.locale),
})

const RoundsForm = ({ frame, view: { talk, byCalendar, forms } }: Props) => {
  const { rounds: t } = runningWords(frame)
  const names = talksWords(frame).rounds
  const form = forms.rounds ?? emptyForm
  return (
    <section class="part stack" id="rundy">
      <h2>{t.title}</h2>
      <p>{t.lead}</p>
      <Form action={url(paths.talkRounds, { id: talk.id })} form={form}>
        <Hidden name="wersja" value={talk.version} />
        {roundKinds.map(kind => (
          <RoundDays frame={frame} kind={kind} form={form} own={talk.ownRounds} calendar={byCalendar} name={names[kind]} />
        ))}
        <Acts>
          <Button>{t.send}</Button>
        </Acts>
      </Form>
    </section>
  )
}
type DaysProps = {
  frame: Frame
  kind: RoundKind
  form: FormState
  own: readonly TalkRound[]
  calendar: readonly TalkRound[]
  name: string
}
const RoundDays = ({ frame, kind, form, own, calendar, name }: DaysProps) => {
  const { rounds: t } = runningWords(frame)
  const [mine, theirs] = [own.find(round => round.kind === kind), calendar.find(round => round.kind === kind)]
  const hint = theirs ? t.calendar(days(theirs, frame)) : t.dayHint
  const day = { form, type: 'date', autocomplete: 'off' }
  return (
    <div class="side-by-side">
      <Field {...day} name={`od-${kind}`} label={t.from({ round: name })} hint={hint} {...(mine ? { value: mine.from } : {})} />
      <Field {...day} name={`do-${kind}`} label={t.to({ round: name })} hint={t.dayHint} {...(mine ? { value: mine.to } : {})} />
    </div>
  )
}

const Reason = ({ frame, form, id }: { frame: Frame; form: FormState; id: string }) => (
  <TextArea name="powod" id={id} label={runningWords(frame).reason} form={form} rows={2} required max={talkLimits.reasonMax} />
)

const ExtendForm = ({ frame, view: { talk, rounds, forms } }: Props) => {
  const { extend: t } = runningWords(frame)
  const names = talksWords(frame).rounds
  const form = forms.extend ?? emptyForm
  const ahead = rounds.filter(round => roundClosesAt(round) >= frame.now)
  return (
    <section class="part stack" id="przedluzenie">
      <h2>{t.title}</h2>
      {ahead.length === 0 ? (
        <p class="muted">{t.nothing}</p>
      ) : (
        <>
          <p>{t.lead}</p>
          <Form action={url(paths.talkExtension, { id: talk.id })} form={form}>
            <Hidden name="wersja" value={talk.version} />
            <Select
              name="runda"
              label={t.round}
              form={form}
              required
              options={ahead.map(round => ({ value: round.kind, label: t.roundOption({ round: names[round.kind], day: days(round, frame).to }) }))}
            />
            <Field name="dzien" label={t.until} form={form} type="date" required />
            <Reason frame={frame} form={form} id="powod-przedluzenia" />
            <Acts>
              <Button>{t.send}</Button>
            </Acts>
          </Form>
        </>
      )}
    </section>
  )
}

export const splitRows = 3
const SplitForm = ({ frame, view: { talk, forms } }: Props) => {
  const { split: t } = runningWords(frame)
  const form = forms.split ?? emptyForm
  return (
    <section class="part stack" id="podzial">
      <h2>{t.title}</h2>
      <p>{t.lead}</p>
      <Form action={url(paths.talkSplit, { id: talk.id })} form={form} keep={`podzial-${talk.id}`}>
        <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
        <Hidden name="wersja" value={talk.version} />
        {Array.from({ length: splitRows }, (_, i) => (
          <fieldset class="stack">
            <legend>{t.area(i + 1)}</legend>
            <Field name={`nazwa-${i}`} label={t.name} form={form} required={i === 0} maxlength={talkLimits.nameMax} autocomplete="off" />
            <TextArea name={`slowa-${i}`} label={t.words} hint={t.wordsHint} form={form} rows={2} max={talkLimits.wordsMax} />
            <AreaInput frame={frame} form={form} name={`granica-${i}`} />
          </fieldset>
        ))}
        <Reason frame={frame} form={form} id="powod-podzialu" />
        <Acts>
          <Button>{t.send}</Button>
        </Acts>
      </Form>
    </section>
  )
}

const JoinForm = ({ frame, view: { talk, near, forms } }: Props) => {
  const { join: t } = runningWords(frame)
  const form = forms.join ?? emptyForm
  return (
    <section class="part stack" id="polaczenie">
      <h2>{t.title}</h2>
      <p>{t.lead}</p>
      <Form action={url(paths.talkJoining, { id: talk.id })} form={form}>
        <Hidden name="wersja" value={talk.version} />
        <Select
          name="rozmowa"
          label={t.into}
          form={form}
          required
          empty={t.intoEmpty}
          options={near.map(one => ({ value: one.id, label: talkTitle(one) }))}
        />
        <Reason frame={frame} form={form} id="powod-polaczenia" />
        <Acts>
          <Button>{t.send}</Button>
        </Acts>
      </Form>
    </section>
  )
}
