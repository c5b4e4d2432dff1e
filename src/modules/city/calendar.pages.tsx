import { startOfDay, weekdayDate } from '#kit/dates.ts'
import { calendarPageTextsEn } from '#modules/city/calendar.texts.en.ts'
import { calendarPageTexts } from '#modules/city/calendar.texts.ts'
import { type PhaseState, phasesInUse, stateOf, type Today as TodayOf } from '#modules/city/phases.rules.ts'
import { Today } from '#modules/city/today.parts.tsx'
import { phaseTitle } from '#modules/programme/calendar.parts.tsx'
import type { Phase } from '#modules/programme/calendar.rules.ts'
import type { Edition } from '#modules/programme/programme.rules.ts'
import { paths } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, LinkButton, Row, Rows, Tag, type Tone } from '#ui/parts.tsx'

const texts = { pl: calendarPageTexts, en: calendarPageTextsEn }
const tones: Record<PhaseState, Tone> = { done: 'good', now: 'wait', ahead: 'plain' }

export const CalendarPage = ({ frame, edition, today }: { frame: Frame; edition: Edition; today: TodayOf }) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} kicker={edition.title} lead={t.lead} aside={<Subscribe frame={frame} />}>
      <Today frame={frame} today={today} edition={edition} />
      <section class="part stack">
        <h2>{t.table}</h2>
        <Rows plain>
          {phasesInUse(edition).map(phase => (
            <PhaseRow frame={frame} phase={phase} />
          ))}
        </Rows>
      </section>
    </Layout>
  )
}

const PhaseRow = ({ frame, phase }: { frame: Frame; phase: Phase }) => {
  const state = stateOf(phase, frame.now)
  const day = (of: string) => weekdayDate(startOfDay(of), frame.locale)
  const days = phase.from === phase.to ? day(phase.from) : `${day(phase.from)} – ${day(phase.to)}`
  return (
    <Row title={phaseTitle(phase.kind, frame.locale)} note={[days, phase.note].filter(Boolean).join(' · ')}>
      {state !== 'ahead' && (
        <p class="tags">
          <Tag kind={tones[state]}>{texts[frame.locale].states[state]}</Tag>
        </p>
      )}
    </Row>
  )
}

const Subscribe = ({ frame }: { frame: Frame }) => {
  const t = texts[frame.locale]
  return (
    <section class="said stack">
      <p>{t.icsHelp}</p>
      <Acts>
        <LinkButton href={paths.calendarIcs} quiet>
          {t.ics}
        </LinkButton>
      </Acts>
    </section>
  )
}
