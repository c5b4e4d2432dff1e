import { dateAndTime, startOfDay, weekdayDate } from '#kit/dates.ts'
import { type AdviceSubject, type NamedAdvice, openStates, type Urgency, urgencyOf } from '#modules/consultation/advice.rules.ts'
import { adviceTextsEn } from '#modules/consultation/advice.texts.en.ts'
import { adviceTexts } from '#modules/consultation/advice.texts.ts'
import { deskTextsEn } from '#modules/consultation/desk/desk.texts.en.ts'
import { deskTexts } from '#modules/consultation/desk/desk.texts.ts'
import { packetsTextsEn } from '#modules/consultation/desk/packets.texts.en.ts'
import { packetsTexts } from '#modules/consultation/desk/packets.texts.ts'
import { TimesLink } from '#modules/consultation/times.pages.tsx'
import type { Unit } from '#modules/programme/registers/units.rules.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Empty, LinkButton, Row, Rows, Tag, type Tone } from '#ui/parts.tsx'

const texts = { pl: adviceTexts, en: adviceTextsEn }
const packet = { pl: packetsTexts, en: packetsTextsEn }
const desk = { pl: deskTexts, en: deskTextsEn }
const urgencyTones: Readonly<Record<Urgency, Tone>> = { overdue: 'no', today: 'wait', soon: 'wait', later: 'plain' }
type Titles = ReadonlyMap<string, AdviceSubject>
type QueueProps = {
  readonly frame: Frame
  readonly mine: readonly NamedAdvice[]
  readonly waiting: readonly NamedAdvice[]
  readonly answered: readonly NamedAdvice[]
  readonly subjects: Titles
  readonly units: readonly Pick<Unit, 'id' | 'code'>[]
  readonly packets: readonly { readonly id: string; readonly madeAt: Date }[]
  /** By unit, how many answers wait for this person's yes. */
  readonly toRelease: ReadonlyMap<string, number>
}

export const AdviceQueuePage = ({ frame, mine, waiting, answered, subjects, units, packets, toRelease }: QueueProps) => {
  const { queue: t } = texts[frame.locale]
  // nobody works on these before the head has named somebody
  const [unassigned, others] = [waiting.filter(({ state }) => state === 'asked'), waiting.filter(({ state }) => state !== 'asked')]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      {[...toRelease].map(([id, count]) => (
        <p>
          <LinkButton href={url(paths.deskRelease, { id })}>{desk[frame.locale].release.several(count)}</LinkButton>
        </p>
      ))}
      {mine.length > 0 && (
        <section class="stack">
          <h2>{t.mine}</h2>
          <queue-keys>
            <p class="small muted" data-keys hidden>
              {t.keys}
            </p>
            <QueueRows frame={frame} advice={mine} subjects={subjects} />
          </queue-keys>
        </section>
      )}
      {unassigned.length > 0 && (
        <section class="stack">
          <h2>{t.unassigned(unassigned.length)}</h2>
          <QueueRows frame={frame} advice={unassigned} subjects={subjects} />
        </section>
      )}
      {(others.length > 0 || unassigned.length === 0) && (
        <section class="stack">
          <h2>{t.waiting}</h2>
          {others.length === 0 ? (
            <Empty title={t.empty}>
              <p>{t.emptyLead}</p>
            </Empty>
          ) : (
            <QueueRows frame={frame} advice={others} subjects={subjects} />
          )}
        </section>
      )}
      <UnitDoors frame={frame} units={units} packets={packets} />
      {answered.length > 0 && (
        <section class="stack">
          <h2>{t.answered}</h2>
          <QueueRows frame={frame} advice={answered} subjects={subjects} />
        </section>
      )}
    </Layout>
  )
}

/** How each unit works, what it takes to meetings, and how soon all of them answer. */
const UnitDoors = ({ frame, units, packets }: Pick<QueueProps, 'frame' | 'units' | 'packets'>) => {
  const t = packet[frame.locale].list
  return (
    <section class="stack">
      <ul class="tight">
        {units.map(({ id, code }) => (
          <>
            <li>
              <a href={url(paths.desk, { id })}>{`${code}: ${desk[frame.locale].settings.link}`}</a>
            </li>
            <li>
              <a href={url(paths.packetNew, { id })}>{`${code}: ${t.make}`}</a>
            </li>
          </>
        ))}
      </ul>
      {packets.length > 0 && (
        <>
          <h2>{t.title}</h2>
          <ul class="tight">
            {packets.map(({ id, madeAt }) => (
              <li>
                <a href={url(paths.packet, { id })}>{t.line(dateAndTime(madeAt, frame.locale))}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <TimesLink frame={frame} />
    </section>
  )
}

const QueueRows = ({ frame, advice, subjects }: { frame: Frame; advice: readonly NamedAdvice[]; subjects: Titles }) => {
  const { queue: t, states } = texts[frame.locale]
  return (
    <Rows plain>
      {advice.map(one => {
        const urgency = urgencyOf(one.dueOn, frame.now)
        const open = openStates.some(state => state === one.state)
        return (
          <Row
            title={subjects.get(one.subjectId)?.title || t.untitled}
            href={url(paths.advice, { id: one.id })}
            note={[
              one.unitName,
              one.state !== 'asked-back' && open ? t.due(weekdayDate(startOfDay(one.dueOn), frame.locale)) : states[one.state],
              one.leadingId !== undefined && t.part,
              open ? (one.expertName ?? t.nobody) : one.expertName,
            ]
              .filter(Boolean)
              .join(' · ')}
          >
            {open && one.state !== 'asked-back' && (
              <p class="tags">
                <Tag kind={urgencyTones[urgency]}>{t[urgency]}</Tag>
                {one.state === 'drafted' && <Tag kind="wait">{states.drafted}</Tag>}
              </p>
            )}
          </Row>
        )
      })}
    </Rows>
  )
}
