import { longDate } from '#kit/dates.ts'
import { type Standing, type Talk, talkTitle } from '#modules/discussions/talks.rules.ts'
import { talksTextsEn } from '#modules/discussions/talks.texts.en.ts'
import { talksTexts } from '#modules/discussions/talks.texts.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Row, Rows } from '#ui/parts.tsx'

export const talksWords = (frame: Pick<Frame, 'locale'>): typeof talksTexts => ({ pl: talksTexts, en: talksTextsEn })[frame.locale]

export type TalkLine = Talk & { readonly comments: number; readonly standing: Standing }

/** "potrzeby, pomysły": the rounds open now, in the words of the page. */
export const openRoundsWords = (standing: Standing, frame: Pick<Frame, 'locale'>): string =>
  standing.open.map(({ kind }) => talksWords(frame).rounds[kind]).join(', ')

/** Talks as a ruled list: how much was said, what is open there now. */
export const TalkRows = ({ frame, talks, level }: { frame: Frame; talks: readonly TalkLine[]; level?: 'h2' | 'h3' }) => {
  const t = talksWords(frame).list
  return (
    <Rows>
      {talks.map(talk => (
        <Row
          lead={talk.comments > 0 ? t.sum(talk.comments) : t.silent}
          title={talkTitle(talk)}
          href={url(paths.talk, { id: talk.id })}
          note={[
            talk.territoryKind === 'custom' || talk.territoryKind === 'estate' ? t.area : undefined,
            talk.standing.open.length > 0 ? t.now({ rounds: openRoundsWords(talk.standing, frame) }) : t.closed,
          ]
            .filter(Boolean)
            .join(' · ')}
          {...(level ? { level } : {})}
        />
      ))}
    </Rows>
  )
}

/** For whoever runs the talk. */
export const RunningDoor = ({ frame, talk }: { frame: Frame; talk: Talk }) => (
  <p>
    <a href={url(paths.talkRunning, { id: talk.id })}>{talksWords(frame).page.arrange}</a>
  </p>
)

/** Why nobody may speak now: when it opens, or since when it is closed. */
export function closedWords({ next, overSince }: Standing, frame: Frame): string {
  const { page: t, rounds } = talksWords(frame)
  if (next) return t.opens({ round: rounds[next.kind], day: next.from })
  return overSince ? t.over({ date: longDate(overSince, frame.locale) }) : t.unplanned
}
