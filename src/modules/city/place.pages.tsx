import type { Child } from 'hono/jsx'
import type { MapShapes } from '#kit/geo.ts'
import { formatMoney, type Grosze } from '#kit/money.ts'
import { cityTextsEn } from '#modules/city/city.texts.en.ts'
import { cityTexts } from '#modules/city/city.texts.ts'
import type { Counts } from '#modules/city/counts.rules.ts'
import { NewsRows, type Sentenced } from '#modules/city/news.parts.tsx'
import type { Today as TodayOf } from '#modules/city/phases.rules.ts'
import { placeTextsEn } from '#modules/city/place.texts.en.ts'
import { placeTexts } from '#modules/city/place.texts.ts'
import { AmbassadorsHere, NextMeetings, OpenTalks } from '#modules/city/project/company.parts.tsx'
import type { Company } from '#modules/city/project/company.rules.ts'
import { Today } from '#modules/city/today.parts.tsx'
import { FollowButton } from '#modules/following/following.parts.tsx'
import type { Idea } from '#modules/ideas/ideas.rules.ts'
import type { Need } from '#modules/ideas/needs.rules.ts'
import { type Edition, hasPart, type Pool } from '#modules/programme/programme.rules.ts'
import { CityPlanRows } from '#modules/programme/registers/city-plans.parts.tsx'
import type { CityPlan } from '#modules/programme/registers/city-plans.rules.ts'
import { type Territory, territoryTitle, whereOf } from '#modules/programme/territories/territories.rules.ts'
import { ProjectRows } from '#modules/proposals/proposals.parts.tsx'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { DistrictMap } from '#ui/map.tsx'
import { Empty, Figures, Row, Rows } from '#ui/parts.tsx'

const texts = { pl: placeTexts, en: placeTextsEn }
const common = { pl: cityTexts, en: cityTextsEn }

export type PastLine = { readonly title: string; readonly href: string; readonly year: number; readonly cost: Grosze | null }
export type PlaceView = {
  readonly place: Territory
  readonly edition: Edition | undefined
  readonly company: Company
  readonly followId: string | undefined
  readonly today: TodayOf | undefined
  readonly map: MapShapes
  readonly counts: Counts
  readonly needs: readonly (Need & { readonly backings: number })[]
  readonly ideas: readonly (Idea & { readonly backings: number })[]
  readonly projects: readonly Project[]
  readonly plans: readonly CityPlan[]
  readonly past: readonly PastLine[]
  readonly news: readonly Sentenced[]
}
type Props = { frame: Frame; view: PlaceView }

/** A district, or the whole city: its money and rules in words, what is missing, what is being written, what won before. */
export const PlacePage = ({ frame, view }: Props) => {
  const t = texts[frame.locale]
  const { place, edition, today } = view
  const isCity = place.kind === 'city'
  const said = isCity ? t.city : t.district
  const talks = edition === undefined || hasPart(edition, isCity ? 'city-path' : 'district-path')
  return (
    <Layout
      frame={frame}
      title={isCity ? t.city.title : territoryTitle(place)}
      kicker={isCity || place.number === null ? said.kicker : `${said.kicker} ${place.number}`}
      lead={said.lead}
      aside={<Beside frame={frame} view={view} />}
    >
      {today && edition && talks && <Today frame={frame} today={today} edition={edition} where={whereOf(place)} />}
      <NextMeetings frame={frame} company={view.company} territories={new Map([[place.id, place]])} place={place} />
      <OpenTalks frame={frame} company={view.company} place={place} />
      {talks && <Needs frame={frame} view={view} />}
      {talks && <Ideas frame={frame} view={view} />}
      <Projects frame={frame} view={view} />
      <Plans frame={frame} view={view} />
      <Past frame={frame} view={view} />
    </Layout>
  )
}

const Beside = ({ frame, view: { place, edition, map, news, company, followId } }: Props) => {
  const t = texts[frame.locale]
  const pool = edition?.pools.find(({ territoryId }) => territoryId === place.id)
  return (
    <>
      {place.number !== null && <DistrictMap frame={frame} map={map} href={number => url(paths.district, { number })} here={place.number} />}
      <section class="said stack">
        <h2>{t.money.title}</h2>
        {edition && pool ? <PoolWords frame={frame} edition={edition} pool={pool} city={place.kind === 'city'} /> : <p>{t.money.none}</p>}
      </section>
      <FollowButton
        frame={frame}
        kind="place"
        target={whereOf(place)}
        followId={followId}
        feed={url(paths.feed, undefined, { gdzie: whereOf(place) })}
      />
      <AmbassadorsHere frame={frame} company={company} />
      {news.length > 0 && (
        <section class="stack">
          <h2>{t.moved}</h2>
          <NewsRows frame={frame} news={news} places={new Map()} />
        </section>
      )}
    </>
  )
}

const PoolWords = ({ frame, edition, pool, city }: { frame: Frame; edition: Edition; pool: Pool; city: boolean }) => {
  const t = texts[frame.locale].money
  const money = (grosze: Grosze) => formatMoney(grosze, frame.locale)
  const { support, submission } = edition.rules
  return (
    <>
      <Figures figures={[{ figure: money(pool.amount), words: t.pool }]} />
      <ul class="tight">
        <li class="num">{t.limits({ min: money(pool.costMin), max: money(pool.costMax) })}</li>
        {hasPart(edition, 'support-lists') && (
          <li>{support.districtResidentsOnly && !city ? t.supportDistrict(support.count) : t.support(support.count)}</li>
        )}
        {submission.anyDistrict && !city && <li>{t.anyDistrict}</li>}
      </ul>
      <p>
        <a href={paths.rules}>{t.all}</a>
      </p>
    </>
  )
}

type SectionProps = { title: string; all: string; href: string; empty: boolean; none: string; noneHelp: string; children?: Child }
const Section = ({ title, all, href, empty, none, noneHelp, children }: SectionProps) => (
  <section class="part stack">
    <h2>{title}</h2>
    {empty ? (
      <Empty title={none}>
        <p>{noneHelp}</p>
      </Empty>
    ) : (
      <>
        {children}
        <p>
          <a href={href}>{all}</a>
        </p>
      </>
    )}
  </section>
)

const Needs = ({ frame, view: { place, needs, counts } }: Props) => {
  const t = texts[frame.locale].needs
  const href = url(paths.needs, undefined, { gdzie: whereOf(place) })
  return (
    <Section {...t} all={`${t.all} (${counts.needs})`} href={href} empty={needs.length === 0}>
      <Rows>
        {needs.map(need => (
          <Row lead={<b>{need.backings}</b>} title={need.title} href={url(paths.need, { id: need.id })} note={noteOf(frame, need)} />
        ))}
      </Rows>
    </Section>
  )
}

const Ideas = ({ frame, view: { place, ideas, counts } }: Props) => {
  const t = texts[frame.locale].ideas
  const href = url(paths.ideas, undefined, { gdzie: whereOf(place) })
  return (
    <Section {...t} all={`${t.all} (${counts.ideas})`} href={href} empty={ideas.length === 0}>
      <Rows>
        {ideas.map(idea => (
          <Row lead={<b>{idea.backings}</b>} title={idea.title} href={url(paths.idea, { id: idea.id })} note={noteOf(frame, idea)} />
        ))}
      </Rows>
    </Section>
  )
}

const noteOf = (frame: Frame, { placeWords, backings }: { placeWords: string | null; backings: number }) =>
  [placeWords, common[frame.locale].counts.backings(backings)].filter(Boolean).join(' · ')

const Projects = ({ frame, view: { place, projects, counts } }: Props) => {
  const t = texts[frame.locale].projects
  const href = url(paths.projects, undefined, { gdzie: whereOf(place) })
  return (
    <Section {...t} all={`${t.all} (${counts.projects})`} href={href} empty={projects.length === 0}>
      <ProjectRows frame={frame} projects={projects} territories={new Map([[place.id, place]])} />
    </Section>
  )
}

const Plans = ({ frame, view: { place, plans } }: Props) => {
  const t = texts[frame.locale].plans
  if (plans.length === 0) return null
  return (
    <section class="part stack">
      <h2>{t.title}</h2>
      <CityPlanRows frame={frame} plans={plans.slice(0, 4)} />
      {plans.length > 4 && (
        <p>
          <a href={url(paths.cityPlans, { number: whereOf(place) })}>{`${t.all} (${plans.length})`}</a>
        </p>
      )}
    </section>
  )
}

const Past = ({ frame, view: { past, edition } }: Props) => {
  const t = texts[frame.locale].past
  if (past.length === 0 || (edition && !hasPart(edition, 'archive'))) return null
  return (
    <section class="part stack">
      <h2>{t.title}</h2>
      <Rows plain>
        {past.map(({ title, href, year, cost }) => (
          <Row title={title} href={href} note={cost === null ? t.lineNoCost(year) : t.line({ year, cost: formatMoney(cost, frame.locale) })} />
        ))}
      </Rows>
      <p>
        <a href={paths.archive}>{t.all}</a>
      </p>
    </section>
  )
}
