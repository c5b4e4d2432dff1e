import { longDate, startOfDay } from '#kit/dates.ts'
import { projectWords } from '#modules/proposals/proposals.parts.tsx'
import type { Call, CallablePart, NextStep } from '#modules/submission/completion/completion.rules.ts'
import { isUnderWay } from '#modules/submission/completion/completion.rules.ts'
import { completionTextsEn } from '#modules/submission/completion/completion.texts.en.ts'
import { completionTexts } from '#modules/submission/completion/completion.texts.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { LinkButton, Now } from '#ui/parts.tsx'

export const completionWords = ({ locale }: Pick<Frame, 'locale'>): typeof completionTexts => ({ pl: completionTexts, en: completionTextsEn })[locale]
export const partName = (frame: Pick<Frame, 'locale'>, part: CallablePart): string =>
  part === 'costs' ? completionWords(frame).costs : projectWords(frame).sections[part].name
export const partNames = (frame: Pick<Frame, 'locale'>, parts: readonly CallablePart[]): string =>
  parts.map(part => partName(frame, part).toLowerCase()).join(', ')
export const dayWords = (frame: Pick<Frame, 'locale'>, day: string): string => longDate(startOfDay(day), frame.locale)

type Props = {
  readonly frame: Frame
  readonly id: string
  readonly call: Call | undefined
  readonly inside: boolean
  readonly mayCall: boolean
  readonly maySettle: boolean
  readonly next: NextStep
}

/** What everybody may know: which parts, until when, and how it ended. Inside is whoever may answer or has called. */
export const CompletionBeside = ({ frame, id, call, inside, mayCall, maySettle, next }: Props) => {
  const { beside: t, states, next: after } = completionWords(frame)
  return (
    <>
      {call && isUnderWay(call) && (
        <Now tone="wait" title={t.title} kicker={t.due({ day: dayWords(frame, call.dueOn) })}>
          <p>{t.parts(partNames(frame, call.parts))}</p>
          <p>{t.state(states[call.state])}</p>
          {inside && <LinkButton href={url(paths.projectCompletion, { id })}>{t.open}</LinkButton>}
        </Now>
      )}
      {call?.state === 'answered' && <p class="small">{t.answered({ version: call.version ?? 0 })}</p>}
      {call?.state === 'lapsed' && <p class="small">{t.lapsed}</p>}
      {call?.state === 'complied' && <p class="small">{t.complied}</p>}
      {call?.state === 'not-complied' && <p class="small">{`${t.failed} ${after[next]}`}</p>}
      {inside && call?.settledAt && call.reason !== '' && <p class="small">{t.reason(call.reason)}</p>}
      {maySettle && (
        <p>
          <LinkButton href={url(paths.projectCompletionSettlement, { id })}>{t.settle}</LinkButton>
        </p>
      )}
      {mayCall && (
        <p>
          <LinkButton quiet href={url(paths.projectCompletionCall, { id })}>
            {t.call}
          </LinkButton>
        </p>
      )}
    </>
  )
}
