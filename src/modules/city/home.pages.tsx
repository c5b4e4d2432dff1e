import type { MapShapes } from '#kit/geo.ts'
import { formatMoney } from '#kit/money.ts'
import { cityTextsEn } from '#modules/city/city.texts.en.ts'
import { cityTexts } from '#modules/city/city.texts.ts'
import { CountWords } from '#modules/city/counts.parts.tsx'
import type { CountsOf } from '#modules/city/counts.rules.ts'
import { stripNote } from '#modules/city/days.parts.tsx'
import { homeTextsEn } from '#modules/city/home.texts.en.ts'
import { homeTexts } from '#modules/city/home.texts.ts'
import { marksOf } from '#modules/city/marks.parts.tsx'
import type { Sentenced } from '#modules/city/news.parts.tsx'
import { NewsRows } from '#modules/city/news.parts.tsx'
import { stripOf, type Today } from '#modules/city/phases.rules.ts'
import { addressOfPlace, type PlaceNames } from '#modules/city/places.parts.tsx'
import { NextMeetings, OpenTalks } from '#modules/city/project/company.parts.tsx'
import type { Company } from '#modules/city/project/company.rules.ts'
import { Today as TodayPanel } from '#modules/city/today.parts.tsx'
import type { Need } from '#modules/ideas/needs.rules.ts'
import { phaseTitle } from '#modules/programme/calendar.parts.tsx'
import { type Edition, hasPart } from '#modules/programme/programme.rules.ts'
import { type Territory, territoryTitle } from '#modules/programme/territories/territories.rules.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { DistrictMap } from '#ui/map.tsx'
import { CalendarStrip, Empty, Row, Rows, Steps } from '#ui/parts.tsx'

const texts = { pl: homeTexts, en: homeTextsEn }
const common = { pl: cityTexts, en: cityTextsEn }

export type Home = {
  readonly edition: Edition
  readonly company: Company
  readonly territories: ReadonlyMap<string, Territory>
  readonly today: Today
  readonly districts: readonly Territory[]
  readonly map: MapShapes
  readonly counts: CountsOf
  readonly news: readonly Sentenced[]
  readonly missed: readonly (Need & { readonly backings: number })[]
  readonly places: PlaceNames
  /** Addresses of the pages that explain the ways, by part of the programme. */
  readonly explained: PlaceNames
}
type Props = { frame: Frame; home: Home }

export const HomePage = ({ frame, home }: Props) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={common[frame.locale].name} description={t.description} bare>
      <Opening frame={frame} home={home} />
      <Strip frame={frame} home={home} />
      <Gatherings frame={frame} home={home} />
      <Lately frame={frame} home={home} />
      <Ways frame={frame} home={home} />
    </Layout>
  )
}

const Opening = ({ frame, home }: Props) => {
  const t = texts[frame.locale]
  const { edition, today } = home
  const total = formatMoney(
    edition.pools.reduce((sum, pool) => sum + pool.amount, 0),
    frame.locale,
  )
  return (
    <section class="band">
      <div class="wide split">
        <div class="stack">
          <p class="kicker">{t.kicker({ city: frame.cityName, no: edition.no, total })}</p>
          <h1 class="display">{t.title}</h1>
          <p class="lead">{t.lead}</p>
          <TodayPanel frame={frame} today={today} edition={edition} />
        </div>
        <Districts frame={frame} home={home} />
      </div>
    </section>
  )
}

const Districts = ({ frame, home: { districts, map, counts } }: Props) => {
  const t = texts[frame.locale]
  return (
    <div class="stack home-map">
      <h2 class="visually-hidden">{t.map.title}</h2>
      <DistrictMap frame={frame} map={map} href={number => url(paths.district, { number })} marks={marksOf(districts, counts, frame)} />
      <ul class="legend">
        <li>
          <a href={paths.districts}>{t.map.list}</a>
        </li>
        <li>
          <a href={paths.findDistrict}>{t.map.find}</a>
        </li>
        <li>
          <a href={paths.city}>{t.map.city}</a>
        </li>
      </ul>
      <details class="fold">
        <summary>{t.map.words}</summary>
        <ul class="district-list small">
          {districts.map(district => (
            <li>
              <a href={addressOfPlace(district)}>{territoryTitle(district)}</a>
              <CountWords frame={frame} counts={counts(district.id)} />
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

const Strip = ({ frame, home: { edition } }: Props) => {
  const t = texts[frame.locale]
  const steps = stripOf(edition).map(phase => ({
    title: phase.withIdeas ? t.needsAndIdeas : phaseTitle(phase.kind, frame.locale),
    ...stripNote(phase, frame.now, frame.locale),
  }))
  if (steps.length === 0) return null
  return (
    <section class="wide stack">
      <h2 class="visually-hidden">{t.calendar}</h2>
      <CalendarStrip steps={steps} label={t.calendar} />
      <p class="small">
        <a href={paths.calendar}>{t.wholeCalendar}</a> · <a href={paths.calendarIcs}>{t.ics}</a>
      </p>
    </section>
  )
}

/** Where one can come and speak. */
const Gatherings = ({ frame, home: { company, territories } }: Props) =>
  company.meetings.length + company.talks.length === 0 ? null : (
    <section class="band">
      <div class="wide split top">
        <NextMeetings frame={frame} company={company} territories={territories} />
        <OpenTalks frame={frame} company={company} />
      </div>
    </section>
  )

const Lately = ({ frame, home: { news, missed, places } }: Props) => {
  const t = texts[frame.locale]
  return (
    <section class="band">
      <div class="wide split top">
        <div class="stack">
          <h2 class="over">{t.moved.title}</h2>
          {news.length > 0 ? (
            <NewsRows frame={frame} news={news} places={places} />
          ) : (
            <Empty title={t.moved.none}>
              <p>{t.moved.noneHelp}</p>
            </Empty>
          )}
          <p>
            <a href={paths.register}>{t.moved.all}</a>
          </p>
        </div>
        {missed.length > 0 && (
          <div class="stack">
            <h2 class="over">{t.backed.title}</h2>
            <Rows>
              {missed.map(need => (
                <Row
                  lead={<b>{need.backings}</b>}
                  title={need.title}
                  href={url(paths.need, { id: need.id })}
                  note={`${places.get(need.territoryId) ?? ''} · ${common[frame.locale].counts.backings(need.backings)}`}
                />
              ))}
            </Rows>
            <p>
              <a href={paths.needs}>{t.backed.all}</a>
            </p>
          </div>
        )}
      </div>
    </section>
  )
}

const Ways = ({ frame, home: { edition, explained } }: Props) => {
  const t = texts[frame.locale].ways
  const ways = (
    [
      ['district-path', t.district],
      ['city-path', t.city],
      ['individual', t.alone],
    ] as const
  ).filter(([part]) => hasPart(edition, part))
  if (ways.length === 0) return null
  return (
    <section class="band sheet">
      <div class="wide stack">
        <h2 class="over">{t.title(ways.length)}</h2>
        <div class="three">
          {ways.map(([part, { title, lead, steps }]) => (
            <article class="path">
              <h3>{title}</h3>
              <p>{lead}</p>
              <Steps steps={steps} />
              <p>
                <a href={explained.get(part) ?? paths.rules}>
                  {t.more}
                  <span class="visually-hidden">: {title}</span>
                </a>
              </p>
            </article>
          ))}
        </div>
      </div>
    </section>
  )
}
