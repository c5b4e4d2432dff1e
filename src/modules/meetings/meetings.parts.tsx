import { dayOf, shortMonth } from '#kit/dates.ts'
import type { Clash } from '#modules/meetings/bookings.rules.ts'
import { hasHall, isUnderWay, type Meeting, type MeetingState } from '#modules/meetings/meetings.rules.ts'
import { meetingsTextsEn } from '#modules/meetings/meetings.texts.en.ts'
import { meetingsTexts } from '#modules/meetings/meetings.texts.ts'
import { whenWords } from '#modules/meetings/times.rules.ts'
import { type Territory, territoryTitle } from '#modules/programme/territories/territories.rules.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Dots, Row, Rows, Tag, type Tone } from '#ui/parts.tsx'

export const meetingsWords = (frame: Pick<Frame, 'locale'>): typeof meetingsTexts => ({ pl: meetingsTexts, en: meetingsTextsEn })[frame.locale]

/** "XIII Podgórze", or "Całe miasto". */
export const whereTitle = (territory: Territory | undefined, frame: Pick<Frame, 'locale'>): string =>
  !territory || territory.kind === 'city' ? meetingsWords(frame).wholeCity : territoryTitle(territory)

const tones: Record<MeetingState, Tone> = { draft: 'plain', announced: 'good', held: 'plain', closed: 'plain', cancelled: 'no' }
export const MeetingTag = ({ frame, meeting }: { frame: Pick<Frame, 'locale' | 'now'>; meeting: Meeting }) => {
  const t = meetingsWords(frame)
  return isUnderWay(meeting, frame.now) ? <Tag kind="wait">{t.underWay}</Tag> : <Tag kind={tones[meeting.state]}>{t.states[meeting.state]}</Tag>
}

type RowsProps = {
  frame: Frame
  meetings: readonly Meeting[]
  territories: ReadonlyMap<string, Territory>
  level?: 'h2' | 'h3'
}
/** Meetings as a ruled list: the day, what, where and how. */
export const MeetingRows = ({ frame, meetings, territories, level = 'h3' }: RowsProps) => {
  const t = meetingsWords(frame)
  return (
    <Rows>
      {meetings.map(meeting => (
        <Row
          level={level}
          lead={
            <span class="day">
              <b>{Number(dayOf(meeting.startsAt).slice(8))}</b> {shortMonth(meeting.startsAt, frame.locale)}
            </span>
          }
          title={meeting.title}
          href={url(paths.meeting, { id: meeting.id })}
          note={
            <Dots
              items={[
                whenWords(meeting, frame.locale),
                whereTitle(territories.get(meeting.territoryId), frame),
                t.kinds[meeting.kind],
                t.ways[meeting.way],
                hasHall(meeting) ? meeting.place : undefined,
              ]}
            />
          }
        >
          {(meeting.state !== 'announced' || isUnderWay(meeting, frame.now)) && (
            <p>
              <MeetingTag frame={frame} meeting={meeting} />
            </p>
          )}
        </Row>
      ))}
    </Rows>
  )
}

/** A refusal in words; a clash of bookings names the other meeting. */
export function refusalWords(refused: { readonly why: string; readonly clash?: Clash | undefined }, frame: Pick<Frame, 'locale'>): string {
  const t = meetingsWords(frame)
  const { why, clash } = refused
  if (!clash) return t.why[why as keyof typeof t.why] ?? t.why['wrong-state']
  const said = { title: clash.with.title, when: whenWords(clash.with, frame.locale) }
  return clash.why === 'host-busy' ? t.clash.host(said) : t.clash.room(said)
}
