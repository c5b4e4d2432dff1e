import { shortDate, startOfDay } from '#kit/dates.ts'
import { meetingsWords } from '#modules/meetings/meetings.parts.tsx'
import type { Switch } from '#modules/meetings/switches/switches.rules.ts'
import { switchesTextsEn } from '#modules/meetings/switches/switches.texts.en.ts'
import { switchesTexts } from '#modules/meetings/switches/switches.texts.ts'
import type { Frame } from '#ui/frame.ts'
import { Now } from '#ui/parts.tsx'

export const switchesWords = (frame: Pick<Frame, 'locale'>): typeof switchesTexts => ({ pl: switchesTexts, en: switchesTextsEn })[frame.locale]
export const fromWords = (one: Switch, frame: Frame): string => shortDate(startOfDay(one.fromDay), frame.locale)

/** On a meeting that was to be in a hall: what became of it and why. */
export const SwitchedNote = ({ frame, of }: { frame: Frame; of: Switch }) => {
  const { banner: t } = switchesWords(frame)
  return (
    <Now title={t.title} tone="wait">
      <p>{t.meeting({ how: meetingsWords(frame).ways[of.how] })}</p>
      <p>{t.reason(of.reason)}</p>
    </Now>
  )
}

/** Above a list of meetings: which path meets remotely now. */
export const SwitchBanners = ({ frame, switches }: { frame: Frame; switches: readonly Switch[] }) => {
  const { banner: t, pathNames } = switchesWords(frame)
  return (
    <>
      {switches.map(one => (
        <Now title={t.title} tone="wait">
          <p>{t.list({ path: pathNames[one.path], how: meetingsWords(frame).ways[one.how], day: fromWords(one, frame) })}</p>
          <p>{t.reason(one.reason)}</p>
        </Now>
      ))}
    </>
  )
}
