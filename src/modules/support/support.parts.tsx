import { weekdayDate } from '#kit/dates.ts'
import type { Locale } from '#kit/texts.ts'
import type { Openness } from '#modules/programme/calendar.rules.ts'
import type { Standing } from '#modules/support/standing.rules.ts'
import { supportTextsEn } from '#modules/support/support.texts.en.ts'
import { supportTexts } from '#modules/support/support.texts.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Now } from '#ui/parts.tsx'

const texts = { pl: supportTexts, en: supportTextsEn }
export const supportWords = ({ locale }: Pick<Frame, 'locale'>) => texts[locale]

function windowWords(window: Openness, locale: Locale): string {
  const t = texts[locale]
  if (window.state === 'open') return t.open({ day: weekdayDate(window.until, locale) })
  if (window.state === 'over') return t.over({ day: weekdayDate(window.since, locale) })
  return window.state === 'not-yet' ? t.later({ day: weekdayDate(window.from, locale) }) : t.unplanned
}

/** How many signatures a project has, of how many, and until when. Nothing where the edition asks for none. */
export const SupportCard = ({ frame, standing, linked = true }: { frame: Frame; standing: Standing | undefined; linked?: boolean }) => {
  if (!standing) return null
  const t = supportWords(frame)
  const { count, needed, window, projectId } = standing
  const left = needed - count
  return (
    <Now tone={left > 0 ? 'wait' : 'good'} title={left > 0 ? t.missing(left) : t.enough} kicker={t.title}>
      <p>{t.count({ n: count, needed })}.</p>
      <p>{windowWords(window, frame.locale)}</p>
      {linked && (
        <p>
          <a href={url(paths.projectSupport, { id: projectId })}>{t.card}</a>
        </p>
      )}
    </Now>
  )
}
