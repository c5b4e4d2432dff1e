import type { FormState } from '#kit/form.ts'
import type { AdviceWhy } from '#modules/consultation/advice.pages.tsx'
import { AdviceCard } from '#modules/consultation/advice.parts.tsx'
import type { AdviceSubject, NamedAdvice } from '#modules/consultation/advice.rules.ts'
import { adviceTextsEn } from '#modules/consultation/advice.texts.en.ts'
import { adviceTexts } from '#modules/consultation/advice.texts.ts'
import { deskTextsEn } from '#modules/consultation/desk/desk.texts.en.ts'
import { deskTexts } from '#modules/consultation/desk/desk.texts.ts'
import type { Unit } from '#modules/programme/registers/units.rules.ts'
import { paths, url } from '#paths'
import { Button, Checkbox, Form } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Empty, Fold, Row, Rows, Why } from '#ui/parts.tsx'

const texts = { pl: deskTexts, en: deskTextsEn }
const words = { pl: adviceTexts, en: adviceTextsEn }

/** One opinion that waits for the head, and why it may not go out yet. */
export type Waiting = { readonly advice: NamedAdvice; readonly subject: AdviceSubject; readonly refusal: AdviceWhy | undefined }
/** What became of each that was marked. */
export type Released = { readonly id: string; readonly title: string; readonly refusal: AdviceWhy | undefined }
type Props = {
  readonly frame: Frame
  readonly unit: Unit
  readonly waiting: readonly Waiting[]
  readonly released: readonly Released[]
  readonly form: FormState
}

/** The head reads what is ready and lets several out at once. */
export const ReleasingPage = ({ frame, unit, waiting, released, form }: Props) => {
  const { release: t } = texts[frame.locale]
  const some = waiting.some(({ refusal }) => refusal === undefined)
  const rows = (
    <Rows plain>
      {waiting.map(one => (
        <WaitingRow frame={frame} one={one} form={form} />
      ))}
    </Rows>
  )
  return (
    <Layout frame={frame} title={t.severalTitle} lead={t.severalLead} kicker={unit.name}>
      {released.length > 0 && <Outcome frame={frame} released={released} />}
      {waiting.length === 0 ? (
        <Empty title={t.nothing}>
          <p>{t.nothingLead}</p>
        </Empty>
      ) : some ? (
        <Form action={url(paths.deskRelease, { id: unit.id })} form={form} class="form plain">
          {rows}
          <Button>{t.severalGo}</Button>
        </Form>
      ) : (
        rows
      )}
      <p>
        <a href={paths.adviceQueue}>{t.back}</a>
      </p>
    </Layout>
  )
}

const WaitingRow = ({ frame, one: { advice, subject, refusal }, form }: { frame: Frame; one: Waiting; form: FormState }) => {
  const { release: t } = texts[frame.locale]
  const { verdicts, why, queue } = words[frame.locale]
  return (
    <Row
      level="h2"
      title={subject.title || queue.untitled}
      href={url(paths.advice, { id: advice.id })}
      note={[advice.expertName, advice.overall && verdicts[advice.overall], advice.remark].filter(Boolean).join(' · ')}
    >
      <Fold summary={t.read}>
        <AdviceCard frame={frame} advice={advice} draft />
      </Fold>
      {refusal ? <Why>{why[refusal]}</Why> : <Checkbox id={`wydaj-${advice.id}`} name="opinie[]" value={advice.id} label={t.choose} form={form} />}
    </Row>
  )
}

/** Those that are out and those that are not, each with why. */
const Outcome = ({ frame, released }: Pick<Props, 'frame' | 'released'>) => {
  const { release: t } = texts[frame.locale]
  const { why, queue } = words[frame.locale]
  const out = released.filter(({ refusal }) => refusal === undefined)
  const refused = released.filter(({ refusal }) => refusal !== undefined)
  const named = ({ id, title }: Released) => <a href={url(paths.advice, { id })}>{title || queue.untitled}</a>
  return (
    <section class="stack" role="status">
      {out.length > 0 && (
        <div class="tight">
          <h2 class="small">{t.out}</h2>
          <ul class="tight">
            {out.map(one => (
              <li>{named(one)}</li>
            ))}
          </ul>
        </div>
      )}
      <div class="tight">
        <h2 class="small">{t.refused}</h2>
        <ul class="tight">
          {refused.map(one => (
            <li>
              {named(one)}: {one.refusal && why[one.refusal]}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
