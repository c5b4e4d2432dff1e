import { longDate } from '#kit/dates.ts'
import { emptyForm, type FormState, typedOne } from '#kit/form.ts'
import { AdviceCard } from '#modules/consultation/advice.parts.tsx'
import { criteria, type NamedAdvice } from '#modules/consultation/advice.rules.ts'
import { adviceTextsEn } from '#modules/consultation/advice.texts.en.ts'
import { adviceTexts } from '#modules/consultation/advice.texts.ts'
import { deskTextsEn } from '#modules/consultation/desk/desk.texts.en.ts'
import { deskTexts } from '#modules/consultation/desk/desk.texts.ts'
import type { Unit } from '#modules/programme/registers/units.rules.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Checkboxes, Form, Hidden, Select, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Fold, Tag, Why } from '#ui/parts.tsx'

const texts = { pl: deskTexts, en: deskTextsEn }
const words = { pl: adviceTexts, en: adviceTextsEn }

/** What happens around a question besides the answer. `key` is for the next form that is sent. */
export type DeskView = {
  readonly key: string
  readonly queries: readonly { readonly question: string; readonly askedAt: Date; readonly reply: string | null; readonly repliedAt: Date | null }[]
  /** Undefined for everybody outside the unit. */
  readonly notes: readonly { readonly name: string; readonly text: string; readonly at: Date }[] | undefined
  readonly leaderName: string | undefined
  readonly leadingPath: string | undefined
  /** Where it stands on the waiting list, and the cap that it waits for. */
  readonly waiting: { readonly place: number; readonly cap: number | null } | undefined
  readonly joinable: readonly Unit[]
  readonly inside: boolean
  readonly may: Readonly<Record<'note' | 'askBack' | 'reply' | 'release' | 'reject' | 'join' | 'admit' | 'withdraw', boolean>>
  /** To people of the unit: why not, where a button is missing. */
  readonly refusals: readonly (keyof typeof adviceTexts.why)[]
}
type Props = { readonly frame: Frame; readonly advice: NamedAdvice; readonly desk: DeskView; readonly form: FormState }
/** What was typed belongs to one of the page's forms: the others stay empty. */
const own = (form: FormState, name: string) => (typedOne(form, name) !== '' || form.errors[name] ? form : emptyForm)
const path = (
  kind: 'adviceQuery' | 'adviceReply' | 'adviceNote' | 'adviceRelease' | 'adviceRejection' | 'advicePart' | 'adviceAdmission' | 'adviceWithdrawal',
  id: string,
) => url(paths[kind], { id })

export const WaitingList = ({ frame, advice, desk }: Props) => {
  const t = texts[frame.locale].waitingList
  if (!desk.waiting) return null
  const { cap, place } = desk.waiting
  return (
    <section class="stack">
      <p class="why">{cap === null ? t.noCap({ place }) : t.cap({ cap, place })}</p>
      {desk.may.admit && <ActButton action={path('adviceAdmission', advice.id)} label={t.admit} quiet />}
    </section>
  )
}

export const Queries = ({ frame, advice, desk, form }: Props) => {
  const t = texts[frame.locale].back
  return (
    <>
      {desk.queries.length > 0 && (
        <section class="tight">
          <h2 class="small">{t.title}</h2>
          {desk.queries.map(({ question, askedAt, reply, repliedAt }) => (
            <div class="said tight">
              <p>{question}</p>
              <p class="small muted">{`${advice.unitName}, ${longDate(askedAt, frame.locale)}`}</p>
              <p>{reply ?? t.none}</p>
              {repliedAt && <p class="small muted">{longDate(repliedAt, frame.locale)}</p>}
            </div>
          ))}
          {advice.state === 'asked-back' && <p>{t.open}</p>}
        </section>
      )}
      {desk.may.reply && (
        <section class="stack">
          <h2>{t.replyTitle}</h2>
          <Form action={path('adviceReply', advice.id)} form={own(form, 'dla-jednostki')} class="form plain" keep={`odpowiedz-${advice.id}`}>
            <TextArea name="dla-jednostki" label={t.reply} hint={t.replyHint} form={form} required rows={4} max={2000} />
            <Button>{t.replyGo}</Button>
          </Form>
        </section>
      )}
    </>
  )
}

export const AskBack = ({ frame, advice, desk, form }: Props) => {
  const t = texts[frame.locale].back
  if (!desk.may.askBack) return null
  const mine = own(form, 'do-autorow')
  return (
    <Fold summary={t.askTitle} open={mine !== emptyForm}>
      <Form action={path('adviceQuery', advice.id)} form={mine} class="form plain">
        <Hidden name="key" value={desk.key} />
        <TextArea name="do-autorow" label={t.ask} hint={t.askHint} form={form} required rows={3} max={1000} />
        <Button quiet>{t.askGo}</Button>
      </Form>
    </Fold>
  )
}

export const Notes = ({ frame, advice, desk, form }: Props) => {
  const t = texts[frame.locale].notes
  if (!desk.notes) return null
  return (
    <section class="stack">
      <h2>{t.title}</h2>
      <p class="why">{t.lead}</p>
      {desk.notes.map(({ name, text, at }) => (
        <div class="tight">
          <p>{text}</p>
          <p class="small muted">{t.by({ name, day: longDate(at, frame.locale) })}</p>
        </div>
      ))}
      {desk.may.note && (
        <Form action={path('adviceNote', advice.id)} form={own(form, 'notatka')} class="form plain">
          <Hidden name="key" value={desk.key} />
          <TextArea name="notatka" label={t.add} form={form} required rows={2} max={2000} />
          <Button quiet>{t.go}</Button>
        </Form>
      )}
    </section>
  )
}

/** For whoever asked: the way to take it back, and afterwards why it was. */
export const Withdrawing = ({ frame, advice, desk, form }: Props) => {
  const t = texts[frame.locale].withdrawal
  if (advice.state === 'withdrawn' && advice.withdrawalReason) return <Why>{t.reasonWas(advice.withdrawalReason)}</Why>
  if (!desk.may.withdraw) return null
  const mine = own(form, 'powod-wycofania')
  return (
    <Fold summary={t.title} open={mine !== emptyForm}>
      <Form action={path('adviceWithdrawal', advice.id)} form={mine} class="form plain">
        <TextArea name="powod-wycofania" label={t.reason} hint={t.hint} form={form} required rows={2} max={500} />
        <Button quiet>{t.go}</Button>
      </Form>
    </Fold>
  )
}

/** Why nothing more can be done here now. */
export const Refusals = ({ frame, desk }: Pick<Props, 'frame' | 'desk'>) => (
  <>
    {desk.refusals.map(why => (
      <Why>{words[frame.locale].why[why]}</Why>
    ))}
  </>
)

/** Which units have a part in this opinion, and how to ask one more. */
export const Joint = ({ frame, advice, desk, form }: Props) => {
  const { joint: t } = texts[frame.locale]
  const { states, criteria: names, ask } = words[frame.locale]
  const parts = advice.parts.filter(({ state }) => state !== 'dropped')
  const mine = own(form, 'czesc')
  return (
    <>
      {desk.leaderName && (
        <section class="tight">
          <p class="why">
            {t.leader(desk.leaderName)} {advice.criteria.length > 0 && t.asked(advice.criteria.map(one => names[one].name).join(', '))}
          </p>
        </section>
      )}
      {parts.length > 0 && advice.state !== 'answered' && (
        <section class="stack">
          <h2 class="small">{t.title}</h2>
          <ul class="tight">
            {parts.map(part => (
              <li>
                {t.part({ unit: part.unitName, state: states[part.state] })}
                {(desk.may.join || desk.may.release) && (
                  <ActButton
                    action={url(paths.advicePartEnd, { id: part.id })}
                    quiet
                    small
                    label={
                      <>
                        {t.drop}
                        <span class="visually-hidden">{t.dropOf(part.unitName)}</span>
                      </>
                    }
                  />
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {desk.may.join && (
        <Fold summary={t.add} open={mine !== emptyForm || Boolean(form.errors.wspolnie)}>
          <p>{t.lead}</p>
          <Form action={path('advicePart', advice.id)} form={mine} class="form plain">
            <Hidden name="key" value={desk.key} />
            <Select
              name="wspolnie"
              label={t.unit}
              form={form}
              required
              empty={ask.choose}
              options={desk.joinable.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextArea name="czesc" label={t.question} form={form} required rows={3} max={1000} />
            <Checkboxes
              name="kryteria"
              label={t.criteria}
              hint={t.criteriaHint}
              form={form}
              options={criteria.map(value => ({ value, label: names[value].name }))}
            />
            <Button quiet>{t.go}</Button>
          </Form>
        </Fold>
      )}
    </>
  )
}

/** The answer before it is out, for people of the unit, and what its head may do with it. */
export const Release = ({ frame, advice, desk, form }: Props) => {
  const t = texts[frame.locale].release
  if (advice.state !== 'drafted' && advice.state !== 'contributed') return null
  if (!desk.inside) return advice.state === 'drafted' ? <p>{t.waits}</p> : null
  return (
    <section class="stack">
      {desk.may.reject && <h2>{t.title}</h2>}
      <p>{desk.may.reject ? t.lead : <Tag kind="wait">{t.draft}</Tag>}</p>
      <AdviceCard frame={frame} advice={advice} draft />
      {desk.may.release && <ActButton action={path('adviceRelease', advice.id)} label={t.go} />}
      {desk.may.reject && (
        <Form action={path('adviceRejection', advice.id)} form={own(form, 'poprawki')} class="form plain">
          <TextArea name="poprawki" label={t.reject} hint={t.rejectHint} form={form} required rows={3} max={1000} />
          <Button quiet>{t.rejectGo}</Button>
        </Form>
      )}
    </section>
  )
}
