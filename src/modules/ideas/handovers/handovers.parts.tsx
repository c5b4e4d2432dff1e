import { shortDate, startOfDay, weekdayDate } from '#kit/dates.ts'
import type { Verdict } from '#kit/verdict.ts'
import { type Handover, isOverdue } from '#modules/ideas/handovers/handovers.rules.ts'
import { handoversTextsEn } from '#modules/ideas/handovers/handovers.texts.en.ts'
import { handoversTexts } from '#modules/ideas/handovers/handovers.texts.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Acts, Dots, LinkButton, Now, Row, Tag, type Tone } from '#ui/parts.tsx'

export const handoversWords = (frame: Pick<Frame, 'locale'>): typeof handoversTexts => ({ pl: handoversTexts, en: handoversTextsEn })[frame.locale]

const tones: Readonly<Record<string, Tone>> = { done: 'good', planned: 'wait', refused: 'no' }
export const HandoverTag = ({ frame, handover }: { frame: Frame; handover: Handover }) => {
  const t = handoversWords(frame)
  const { outcome, state } = handover
  return <Tag kind={outcome ? tones[outcome] : 'wait'}>{outcome ? t.outcomes[outcome] : t.states[state]}</Tag>
}

const dueWords = (frame: Frame, handover: Handover) => {
  const t = handoversWords(frame)
  const day = weekdayDate(startOfDay(handover.dueOn), frame.locale)
  if (handover.state === 'answered') return undefined
  return isOverdue(handover, frame.now) ? t.late(day) : t.until(day)
}

/** Rows of what was handed over: to whom, when, and what came of it. */
export const HandoverRows = ({ frame, handovers }: { frame: Frame; handovers: readonly Handover[] }) => {
  const t = handoversWords(frame)
  return (
    <>
      {handovers.map(handover => (
        <Row
          level="h2"
          title={handover.title}
          href={url(paths.handover, { id: handover.id })}
          note={
            <Dots
              items={[t.forms[handover.form], t.to(handover.office), t.on(shortDate(handover.handedAt, frame.locale)), dueWords(frame, handover)]}
            />
          }
        >
          <p>
            <HandoverTag frame={frame} handover={handover} />
          </p>
        </Row>
      ))}
    </>
  )
}

export type HandoverTraceView = { readonly handovers: readonly Handover[]; readonly mayHand: Verdict<string> }

/** On the page of a need or an idea: where it went and what came back; for whoever may, the way to hand it over. */
export const HandoverTrace = ({ frame, subjectId, view }: { frame: Frame; subjectId: string; view: HandoverTraceView }) => {
  const t = handoversWords(frame)
  return (
    <>
      {view.handovers.map(handover => (
        <Now
          title={
            <>
              {t.trace.title} <HandoverTag frame={frame} handover={handover} />
            </>
          }
          tone={handover.state === 'answered' ? 'plain' : 'wait'}
          kicker={<Dots items={[t.forms[handover.form], t.on(shortDate(handover.handedAt, frame.locale)), dueWords(frame, handover)]} />}
        >
          <p>{handover.answer ?? t.trace.lead}</p>
          <p>
            {handover.office} · <a href={url(paths.handover, { id: handover.id })}>{t.trace.go}</a>
          </p>
        </Now>
      ))}
      {view.mayHand.ok && (
        <section class="tight">
          <p>{t.trace.handLead}</p>
          <Acts>
            <LinkButton href={url(paths.handoverNew, undefined, { o: subjectId })} quiet>
              {t.trace.hand}
            </LinkButton>
          </Acts>
        </section>
      )}
    </>
  )
}
