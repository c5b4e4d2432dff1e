import { dateAndTime } from '#kit/dates.ts'
import { agendaTextsEn } from '#modules/ideas/workshops/agenda.texts.en.ts'
import { agendaTexts } from '#modules/ideas/workshops/agenda.texts.ts'
import type { SpokenAnswer } from '#modules/meetings/agenda.rules.ts'
import { paths, url } from '#paths'
import { ActButton } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Tag } from '#ui/parts.tsx'

export const agendaWords = (frame: Pick<Frame, 'locale'>): typeof agendaTexts => ({ pl: agendaTexts, en: agendaTextsEn })[frame.locale]
export type ShownAnswer = SpokenAnswer & { readonly unitName: string; readonly mayConfirm: boolean }

/** What experts said aloud about an idea; until the unit confirms it, that is said too. */
export const SpokenAnswers = ({ frame, answers }: { frame: Frame; answers: readonly ShownAnswer[] }) => {
  const t = agendaWords(frame)
  if (answers.length === 0) return null
  return (
    <ul class="stack">
      {answers.map(one => (
        <li class="said tight" id={one.id}>
          <p class="small">
            <b>{one.unitName}</b>{' '}
            <a class="muted" href={url(paths.meeting, { id: one.meetingId })}>
              {t.said}, {dateAndTime(one.at, frame.locale)}
            </a>{' '}
            <Tag kind={one.confirmedAt ? 'good' : 'wait'}>{one.confirmedAt ? t.confirmed : t.waits}</Tag>
          </p>
          <p>{one.text}</p>
          {one.mayConfirm && (
            <ActButton action={url(paths.spokenConfirmation, { id: one.meetingId, answer: one.id })} label={t.confirm} quiet small />
          )}
        </li>
      ))}
    </ul>
  )
}
