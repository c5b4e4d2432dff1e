import { longDate } from '#kit/dates.ts'
import type { Meeting } from '#modules/meetings/meetings.rules.ts'
import { voicesWords } from '#modules/meetings/voices/voices.parts.tsx'
import type { VoiceWithFates } from '#modules/meetings/voices/voices.rules.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Dots, Empty, LinkButton, Tag } from '#ui/parts.tsx'

export type FatesView = { readonly meeting: Meeting; readonly said: readonly VoiceWithFates[] }

/** Did anything come of it, beyond the record? */
export const isFollowed = ({ fates }: VoiceWithFates): boolean => fates.length > 0

/** "What became of your voices": each voice and its fate, for the hall it came from. */
export const FatesPage = ({ frame, view }: { frame: Frame; view: FatesView }) => {
  const words = voicesWords(frame)
  const { fate: t } = words
  const { meeting, said } = view
  return (
    <Layout
      frame={frame}
      title={`${t.title}: ${meeting.title}`}
      lead={t.lead}
      kicker={<a href={url(paths.meeting, { id: meeting.id })}>{words.meeting}</a>}
    >
      {said.length === 0 ? (
        <Empty title={words.none}>
          <p>{words.noneHint}</p>
        </Empty>
      ) : (
        <>
          <p>
            {t.summary(said.length, said.filter(isFollowed).length)} {t.asOf(longDate(frame.now, frame.locale))}.
          </p>
          <Acts>
            <LinkButton href={url(paths.meetingFatesPrint, { id: meeting.id })} quiet>
              {t.print}
            </LinkButton>
          </Acts>
          <ol class="fill">
            {said.map((one, at) => (
              <li id={one.voice.id}>
                <span class="place">{at + 1}</span>
                <div class="tight">
                  <p>
                    <Tag>{words.kinds[one.voice.kind]}</Tag> {one.voice.text}
                  </p>
                  <p class="small muted">
                    <Dots
                      items={[
                        words.channels[one.voice.channel],
                        one.voice.sheetNumber !== null && words.sheetNo(one.voice.sheetNumber),
                        one.voice.placeWords,
                      ]}
                    />
                  </p>
                  <Became frame={frame} one={one} meetingId={meeting.id} />
                </div>
              </li>
            ))}
          </ol>
        </>
      )}
    </Layout>
  )
}

const Became = ({ frame, one, meetingId }: { frame: Frame; one: VoiceWithFates; meetingId: string }) => {
  const { fate: t } = voicesWords(frame)
  const { voice, line, fates } = one
  if (fates.length === 0 && !line) return <p class="small">{voice.kind === 'remark' ? t.remark : t.waits}</p>
  return (
    <ul class="tight small">
      {line && (
        <li>
          <a href={url(paths.minutesLine, { id: meetingId, line: line.id })}>{t.line(line.number)}</a>
        </li>
      )}
      {fates.map(({ path, title, kind }) => (
        <li>
          {t.kinds[kind as keyof typeof t.kinds]}: <a href={path}>{title}</a>
        </li>
      ))}
    </ul>
  )
}
