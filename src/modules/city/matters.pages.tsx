import { startOfDay, weekdayDate } from '#kit/dates.ts'
import type { WaitingMatter } from '#kit/things.ts'
import { daysLeft, isAdviceKind, type Matter, urgencyOf } from '#modules/city/matters.rules.ts'
import { mattersTextsEn } from '#modules/city/matters.texts.en.ts'
import { mattersTexts } from '#modules/city/matters.texts.ts'
import { addressOfThing, type PlaceNames } from '#modules/city/places.parts.tsx'
import type { Territory } from '#modules/programme/territories/territories.rules.ts'
import { ProjectRows } from '#modules/proposals/proposals.parts.tsx'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Empty, Fold, LinkButton, Row, Rows, Tag, type Tone } from '#ui/parts.tsx'

const texts = { pl: mattersTexts, en: mattersTextsEn }

type Mine = { readonly id: string; readonly title: string; readonly territoryId: string }
export type MattersView = {
  readonly matters: readonly (Matter | WaitingMatter)[]
  readonly projects: readonly Project[]
  readonly needs: readonly Mine[]
  readonly ideas: readonly Mine[]
  readonly backed: readonly Mine[]
  readonly places: PlaceNames
  readonly territories: ReadonlyMap<string, Territory>
  /** Somebody of a unit sees the way to its queue, staff the way to the office. */
  readonly unit: boolean
  /** An ambassador sees the way to the tools of the work. */
  readonly ambassador: boolean
  readonly office: boolean
}
type Props = { frame: Frame; view: MattersView }

/** What waits for me, by role, with deadlines; then what is mine. The office has the same page with other rows. */
export const MattersPage = ({ frame, view }: Props) => {
  const t = texts[frame.locale]
  const hasOwn = view.projects.length + view.needs.length + view.ideas.length > 0
  const resident = !view.unit && !view.office
  return (
    <Layout
      frame={frame}
      title={t.title}
      lead={t.lead}
      aside={view.unit || view.office || view.ambassador ? <Desks frame={frame} view={view} /> : undefined}
    >
      <p>
        <a href={paths.inbox}>{t.inbox}</a> · <a href={paths.follows}>{t.follows}</a>
      </p>
      <section class="stack">
        <h2>{t.waiting.title}</h2>
        {view.matters.length === 0 ? (
          <Empty title={t.waiting.none}>
            <p>{t.waiting.noneHelp}</p>
          </Empty>
        ) : (
          <Rows plain>
            {view.matters.map(matter => (
              <MatterRow frame={frame} matter={matter} places={view.places} />
            ))}
          </Rows>
        )}
      </section>
      {(resident || hasOwn) && <Own frame={frame} view={view} />}
    </Layout>
  )
}

const MatterRow = ({ frame, matter, places }: { frame: Frame; matter: Matter | WaitingMatter; places: PlaceNames }) => {
  const t = texts[frame.locale]
  const where = matter.territoryId && places.get(matter.territoryId)
  const [href, note] = 'kind' in matter ? [hrefOf(matter), wordsOf(frame, matter)] : [matter.path, matter.note]
  return (
    <Row title={matter.title || t.untitled} href={href} note={[note, where].filter(Boolean).join(' · ')}>
      {matter.dueOn && <Deadline frame={frame} dueOn={matter.dueOn} />}
    </Row>
  )
}

function wordsOf(frame: Frame, { kind, version, unit }: Matter): string {
  const t = texts[frame.locale].kinds
  if (kind === 'accept') return t.accept(version ?? 0)
  if (isAdviceKind(kind)) return t[kind](unit ?? '')
  return t[kind]
}

const hrefOf = ({ kind, id }: Matter) => (isAdviceKind(kind) ? url(paths.advice, { id }) : url(paths.project, { id }))

const tones: Readonly<Record<ReturnType<typeof urgencyOf>, Tone>> = { overdue: 'no', soon: 'wait', later: 'plain' }

const Deadline = ({ frame, dueOn }: { frame: Frame; dueOn: string }) => {
  const t = texts[frame.locale]
  const urgency = urgencyOf(dueOn, frame.now)
  const day = weekdayDate(startOfDay(dueOn), frame.locale)
  return (
    <p class="tags">
      <Tag kind={tones[urgency]}>{urgency === 'overdue' ? t.overdue(day) : `${t.until(day)} (${t.left(daysLeft(dueOn, frame.now))})`}</Tag>
    </p>
  )
}

const Own = ({ frame, view }: Props) => {
  const t = texts[frame.locale]
  return (
    <>
      <section class="part stack">
        <h2>{t.projects.title}</h2>
        {view.projects.length > 0 ? (
          <ProjectRows frame={frame} projects={view.projects} territories={view.territories} />
        ) : (
          <Empty title={t.projects.none}>
            <p>{t.projects.noneHelp}</p>
            <LinkButton href={paths.ideas} quiet>
              {t.projects.go}
            </LinkButton>
          </Empty>
        )}
      </section>
      <section class="part stack">
        <h2>{t.needs.title}</h2>
        {view.needs.length > 0 ? (
          <Things things={view.needs} places={view.places} />
        ) : (
          <Empty title={t.needs.none}>
            <p>{t.needs.noneHelp}</p>
            <LinkButton href={paths.needNew} quiet>
              {t.needs.go}
            </LinkButton>
          </Empty>
        )}
      </section>
      {view.ideas.length > 0 && (
        <section class="part stack">
          <h2>{t.ideas.title}</h2>
          <Things things={view.ideas} places={view.places} />
        </section>
      )}
      {view.backed.length > 0 && (
        <Fold summary={t.backed(view.backed.length)}>
          <Things things={view.backed} places={view.places} />
        </Fold>
      )}
    </>
  )
}

const Things = ({ things, places }: { things: readonly Mine[]; places: PlaceNames }) => (
  <Rows plain>
    {things.map(({ id, title, territoryId }) => (
      <Row title={title} href={addressOfThing(id)} note={places.get(territoryId) ?? ''} />
    ))}
  </Rows>
)

const Desks = ({ frame, view }: Props) => {
  const t = texts[frame.locale]
  const desks = [
    view.ambassador && { ...t.ambassador, href: paths.workspace },
    view.unit && { ...t.queue, href: paths.adviceQueue },
    view.office && { ...t.office, href: paths.office },
  ].filter(desk => desk !== false)
  return (
    <>
      {desks.map(({ title, note, go, href }) => (
        <section class="said stack">
          <h2>{title}</h2>
          <p>{note}</p>
          <LinkButton href={href} quiet>
            {go}
          </LinkButton>
        </section>
      ))}
    </>
  )
}
