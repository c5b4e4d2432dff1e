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
import { Acts, LinkButton, Tag, type Tone } from '#ui/parts.tsx'

const texts = { pl: calendarPageTexts, en: calendarPageTextsEn }
const tones: Record<PhaseState, Tone> = { done: 'good', now: 'wait', ahead: 'plain' }

export const CalendarPage = ({ frame, edition, today }: { frame: Frame; edition: Edition; today: TodayOf }) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} kicker={edition.title} lead={t.lead} aside={<Subscribe frame={frame} />}>
      <Today frame={frame} today={today} edition={edition} />
      <table>
        <caption>{t.table}</caption>
        <thead>
          <tr>
            <th scope="col">{t.columns.phase}</th>
            <th scope="col">{t.columns.days}</th>
            <th scope="col">{t.columns.state}</th>
          </tr>
        </thead>
        <tbody>
          {phasesInUse(edition).map(phase => (
            <PhaseRow frame={frame} phase={phase} />
          ))}
        </tbody>
      </table>
    </Layout>
  )
}

const PhaseRow = ({ frame, phase }: { frame: Frame; phase: Phase }) => {
  const state = stateOf(phase, frame.now)
  const day = (of: string) => weekdayDate(startOfDay(of), frame.locale)
  return (
    <tr>
      <th scope="row">
        {phaseTitle(phase.kind, frame.locale)}
        {phase.note && <p class="small muted">{phase.note}</p>}
      </th>
      <td>{phase.from === phase.to ? day(phase.from) : `${day(phase.from)} – ${day(phase.to)}`}</td>
      <td>
        <Tag kind={tones[state]}>{texts[frame.locale].states[state]}</Tag>
      </td>
    </tr>
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
