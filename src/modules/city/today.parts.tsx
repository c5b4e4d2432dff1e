import { homeTextsEn } from '#modules/city/home.texts.en.ts'
import { homeTexts } from '#modules/city/home.texts.ts'
import type { Today as TodayOf } from '#modules/city/phases.rules.ts'
import { opennessWords, phaseTitle, spanWords } from '#modules/programme/calendar.parts.tsx'
import { opensAt, type PhaseKind } from '#modules/programme/calendar.rules.ts'
import { type Edition, hasPart } from '#modules/programme/programme.rules.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Acts, LinkButton, Now } from '#ui/parts.tsx'

const texts = { pl: homeTexts, en: homeTextsEn }
type Props = { frame: Frame; today: TodayOf; edition: Pick<Edition, 'parts'>; where?: string }

/** The phase we are in, until when, what I can do today, and what comes next. */
export const Today = ({ frame, today, edition, where }: Props) => {
  const t = texts[frame.locale]
  const { main, until, also, next } = today
  const first = main[0]
  const words = first && t.doing[main.length > 1 ? 'needs-ideas' : first.kind]
  const coming = next[0] && t.next({ what: phaseTitle(next[0].kind, frame.locale), day: spanWords(next[0], frame.locale) })
  if (!first || !until)
    return next[0] ? <Now title={t.between(phaseTitle(next[0].kind, frame.locale))} kicker={spanWords(next[0], frame.locale)} tone="wait" /> : null
  return (
    <Now
      kicker={`${t.now} · ${opennessWords({ state: 'open', since: opensAt(first), until }, frame.locale, frame.now)}`}
      title={words?.title ?? phaseTitle(first.kind, frame.locale)}
    >
      {words && <p>{words.body}</p>}
      <Doors frame={frame} today={today} edition={edition} {...(where ? { where } : {})} />
      {also.length > 0 && (
        <p class="small muted">
          {t.also}: {also.map(phase => phaseTitle(phase.kind, frame.locale)).join(', ')}.
        </p>
      )}
      {coming && <p class="small muted">{coming}</p>}
    </Now>
  )
}

const Doors = ({ frame, today, edition, where }: Props) => {
  const t = texts[frame.locale].acts
  const open = new Set<PhaseKind>([...today.main, ...today.also].map(({ kind }) => kind))
  const asked = { gdzie: where }
  const doors = [
    open.has('needs') && { href: url(paths.needNew, undefined, asked), label: t.need },
    open.has('ideas') && { href: url(paths.ideaNew, undefined, asked), label: t.idea },
    open.has('submission') && hasPart(edition, 'individual') && { href: url(paths.projectNew, undefined, asked), label: t.project },
    open.has('drafts') && !open.has('needs') && { href: url(paths.projectNew, undefined, asked), label: t.draft },
  ].filter(door => door !== false)
  if (doors.length === 0) return null
  return (
    <Acts>
      {doors.slice(0, 2).map(({ href, label }, index) => (
        <LinkButton href={href} quiet={index > 0}>
          {label}
        </LinkButton>
      ))}
    </Acts>
  )
}
