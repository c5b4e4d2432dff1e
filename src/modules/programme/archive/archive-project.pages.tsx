import { formatMoney } from '#kit/money.ts'
import { archivedTopic, OutcomeTag } from '#modules/programme/archive/archive.parts.tsx'
import type { ArchivedProject } from '#modules/programme/archive/archive.rules.ts'
import { archiveTextsEn } from '#modules/programme/archive/archive.texts.en.ts'
import { archiveTexts } from '#modules/programme/archive/archive.texts.ts'
import { CostPlot, type PoolProps, poolKicker } from '#modules/programme/archive/archive-pool.pages.tsx'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Facts } from '#ui/parts.tsx'

const texts = { pl: archiveTexts, en: archiveTextsEn }

/** One past project: what it cost, what people said, and why it won or not. */
export const ArchivedProjectPage = (props: PoolProps & { project: ArchivedProject }) => {
  const { frame, edition, pool, projects, project, publicUrl } = props
  const at = { edition: edition.slug, pool: pool.slug, project: project.slug }
  const { locale } = frame
  const t = texts[locale]
  const [first, second, third] = project.marks
  const entries = [
    { term: t.project.cost, value: <b class="num">{project.cost === null ? t.project.unknownCost : formatMoney(project.cost, locale)}</b> },
    { term: t.project.points, value: <b class="num">{project.points.toLocaleString(locale)}</b> },
    { term: t.project.votes, value: project.votes.toLocaleString(locale) },
    { term: t.project.place, value: t.project.placeOf(project.place, projects.length) },
    ...(project.category ? [{ term: t.project.category, value: archivedTopic(project.category, frame) }] : []),
    { term: t.project.number, value: project.number },
  ]
  return (
    <Layout
      frame={frame}
      title={project.title}
      kicker={poolKicker(props, true)}
      description={whyOf(project, frame)}
      aside={<CostPlot frame={frame} projects={projects} chosen={project.id} />}
      preview={{
        address: `${publicUrl}${url(paths.archiveProject, at)}`,
        image: `${publicUrl}${url(paths.archiveProjectPicture, at)}`,
        alt: t.picture.alt(pool.name, edition.year),
      }}
    >
      <section class={project.outcome === 'won' ? 'now' : 'now no'}>
        <h2 class="what">
          <OutcomeTag outcome={project.outcome} frame={frame} />
        </h2>
        <p>{whyOf(project, frame)}</p>
      </section>
      <Facts entries={entries} />
      {first !== undefined && second !== undefined && third !== undefined && <p>{t.project.marks(first, second, third)}</p>}
      <p>
        <a href={url(paths.archivePool, at)}>{t.project.all}</a>
      </p>
    </Layout>
  )
}

/** Why it won or not, in a few sentences. */
export function whyOf({ outcome, leftBefore, cost, missingPoints, missingPeople }: ArchivedProject, { locale }: Frame): string {
  const t = texts[locale].project
  if (outcome === 'withdrawn') return t.withdrawn
  if (outcome === 'lost') return t.lost
  if (leftBefore === null) return outcome === 'won' ? t.plainWon : outcome === 'below-threshold' ? t.belowThreshold : t.lost
  const left = formatMoney(leftBefore, locale)
  if (outcome === 'won') return t.won(left)
  const enough =
    missingPoints === null ? '' : leftBefore > 0 && outcome === 'no-money' ? t.enough(missingPoints, left) : t.enoughPoints(missingPoints)
  const turn = outcome === 'below-threshold' ? t.belowThreshold : t.noMoney(left, formatMoney(cost ?? 0, locale))
  const people = missingPeople === null || missingPoints === null ? '' : t.enoughPeople(missingPeople)
  return [turn, enough, people].filter(Boolean).join(' ')
}
