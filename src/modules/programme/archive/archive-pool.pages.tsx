import { formatMoney } from '#kit/money.ts'
import { poolTitle } from '#modules/programme/archive/archive.pages.tsx'
import { OutcomeTag } from '#modules/programme/archive/archive.parts.tsx'
import {
  type ArchivedEdition,
  type ArchivedFile,
  type ArchivedPool,
  type ArchivedProject,
  decidingTies,
} from '#modules/programme/archive/archive.rules.ts'
import { archiveTextsEn } from '#modules/programme/archive/archive.texts.en.ts'
import { archiveTexts } from '#modules/programme/archive/archive.texts.ts'
import type { Territory } from '#modules/programme/territories/territories.rules.ts'
import { paths, url } from '#paths'
import { FigureTable } from '#ui/figure-table.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Bar, Fold } from '#ui/parts.tsx'
import { ScatterPlot } from '#ui/plots.tsx'

const texts = { pl: archiveTexts, en: archiveTextsEn }
export type PoolProps = {
  frame: Frame
  edition: ArchivedEdition
  pool: ArchivedPool
  territory: Territory
  projects: readonly ArchivedProject[]
  file: ArchivedFile
  /** Address of the product, for the picture that a link to this page shows elsewhere. */
  publicUrl: string
}

export const poolKicker = ({ frame, edition, pool, territory }: Pick<PoolProps, 'frame' | 'edition' | 'pool' | 'territory'>, linked: boolean) => {
  const t = texts[frame.locale]
  const title = poolTitle({ name: pool.name, number: territory.number })
  return (
    <>
      <a href={url(paths.archiveEdition, { edition: edition.slug })}>{t.edition(edition.year)}</a>
      {' · '}
      {linked ? <a href={url(paths.archivePool, { edition: edition.slug, pool: pool.slug })}>{title}</a> : title}
      {edition.invented && ` · ${t.invented}`}
    </>
  )
}

/** The result of one pool: who won and why, project by project, as the money was taken. */
export const ArchivedPoolPage = (props: PoolProps) => {
  const { frame, edition, pool, projects, publicUrl } = props
  const { locale } = frame
  const t = texts[locale]
  const at = { edition: edition.slug, pool: pool.slug }
  const won = projects.filter(({ outcome }) => outcome === 'won').length
  const explained = projects.some(({ leftBefore }) => leftBefore !== null)
  const rule = t.rules[pool.rule] ?? t.rules.other
  return (
    <Layout
      frame={frame}
      title={t.heading(won, formatMoney(pool.budget - pool.spent, locale))}
      kicker={poolKicker(props, false)}
      lead={[t.voteTypes[pool.voteType]?.(pool.maxMarks), rule].filter(Boolean).join(' ')}
      aside={<PoolAside {...props} />}
      preview={{
        address: `${publicUrl}${url(paths.archivePool, at)}`,
        image: `${publicUrl}${url(paths.poolPicture, at)}`,
        alt: t.picture.alt(pool.name, edition.year),
      }}
    >
      {edition.invented && <p class="said">{t.inventedNote}</p>}
      <Fold summary={t.how.title}>
        <ol class="stack">
          {howCounted(props).map(sentence => (
            <li>{sentence}</li>
          ))}
        </ol>
      </Fold>
      <DecidingTies {...props} />
      {explained && <Legend frame={frame} />}
      <ol class="fill">
        {projects.map(project => (
          <FillLine frame={frame} edition={edition} pool={pool} project={project} />
        ))}
      </ol>
      <AsTable {...props} />
    </Layout>
  )
}

const Legend = ({ frame }: { frame: Frame }) => {
  const t = texts[frame.locale].legend
  return (
    <ul class="legend">
      {Object.entries({ h2: t.before, own: t.own, not: t.not }).map(([name, words]) => (
        <li>
          <i class={name} />
          {words}
        </li>
      ))}
    </ul>
  )
}

/** A title that stands between quotation marks keeps none of its own at its ends. */
const unquoted = (title: string) => title.replace(/^["„”“]+|["”“]+$/g, '')

/** Equal points of which not all could win, and what put one before the other. */
const DecidingTies = ({ frame, projects }: PoolProps) => {
  const t = texts[frame.locale].tie
  const ties = decidingTies(projects)
  if (ties.length === 0) return null
  return (
    <section class="said tight">
      <h2>{t.title}</h2>
      {ties.map(({ equals, points, step }) => (
        <p>{`${t.equals(
          equals.map(({ title }) => unquoted(title)),
          points,
        )} ${t.steps[step]}`}</p>
      ))}
    </section>
  )
}

/** How the winners were found, in five sentences at most. */
function howCounted({ frame: { locale }, pool, projects }: PoolProps): readonly string[] {
  const t = texts[locale]
  const won = projects.filter(({ outcome }) => outcome === 'won').length
  return [
    t.how.ballots(pool.ballots),
    t.voteTypes[pool.voteType]?.(pool.maxMarks) ?? '',
    t.how.order,
    t.rules[pool.rule] ?? t.rules.other ?? '',
    t.how.end(won, formatMoney(pool.spent, locale), formatMoney(pool.budget, locale)),
  ].filter(sentence => sentence !== '')
}

/** The same as the list with its bars, for those who would rather read a table. */
const AsTable = ({ frame, projects }: PoolProps) => {
  const { locale } = frame
  const t = texts[locale]
  return (
    <Fold summary={t.table.title}>
      <h2 id="tabela" class="visually-hidden">
        {t.table.title}
      </h2>
      <FigureTable
        frame={frame}
        labelledBy="tabela"
        head={[t.table.project, t.project.place, t.project.points, t.project.cost, t.table.left, t.project.outcome]}
        rows={projects.map(({ title, place, points, cost, leftBefore, outcome }) => [
          title,
          String(place),
          points.toLocaleString(locale),
          cost === null ? t.project.unknownCost : formatMoney(cost, locale),
          leftBefore === null ? '' : formatMoney(leftBefore, locale),
          t.outcomes[outcome],
        ])}
      />
    </Fold>
  )
}

const FillLine = ({ frame, edition, pool, project }: { frame: Frame; edition: ArchivedEdition; pool: ArchivedPool; project: ArchivedProject }) => {
  const { locale } = frame
  const t = texts[locale]
  const cost = project.cost === null ? t.project.unknownCost : formatMoney(project.cost, locale)
  const { leftBefore } = project
  const missed = leftBefore !== null && project.outcome === 'no-money'
  const from = leftBefore === null ? 0 : (pool.budget - leftBefore) / pool.budget
  return (
    <li>
      <span class="place">{project.place}</span>
      <div class="tight">
        <h2 class="row-title">
          <a href={url(paths.archiveProject, { edition: edition.slug, pool: pool.slug, project: project.slug })}>{project.title}</a>{' '}
          {project.outcome !== 'won' && <OutcomeTag outcome={project.outcome} frame={frame} />}
        </h2>
        <p class="small muted num">
          {t.line(project.points, cost)}
          {missed && ` · ${t.leftAtTurn(formatMoney(leftBefore, locale))}`}
        </p>
      </div>
      {leftBefore !== null && pool.budget > 0 && (
        <Bar from={from} share={missed ? 1 : project.outcome === 'won' ? (project.cost ?? 0) / pool.budget : 0} not={missed} />
      )}
    </li>
  )
}

const thousands = (grosze: number, locale: 'pl' | 'en') => `${(grosze / 100_000).toLocaleString(locale)}${locale === 'pl' ? ' tys.' : 'k'}`

export const CostPlot = ({ frame, projects, chosen }: { frame: Frame; projects: readonly ArchivedProject[]; chosen?: string }) => {
  const { locale } = frame
  const t = texts[locale]
  const points = projects.flatMap(({ id, title, cost, points: y, outcome }) =>
    cost === null ? [] : [{ x: cost, y, good: outcome === 'won', label: `${title}: ${t.line(y, formatMoney(cost, locale))}`, chosen: id === chosen }],
  )
  if (points.length < 2) return null
  return (
    <ScatterPlot
      title={t.plot}
      note={t.plotNote}
      points={points}
      x={{ words: t.cost, format: value => thousands(value, locale) }}
      y={{ words: t.pointsAxis, format: value => value.toLocaleString(locale) }}
    />
  )
}

/** The ballots for whoever wants to count them; where they are not there, why. */
const BallotsFile = ({ frame, edition, pool, file }: Pick<PoolProps, 'frame' | 'edition' | 'pool' | 'file'>) => {
  const t = texts[frame.locale].file
  return (
    <section class="tight no-print">
      <h2>{t.title}</h2>
      {file === 'kept' ? (
        <>
          <p>
            <a href={url(paths.poolFile, { edition: edition.slug, pool: pool.slug })} download>
              {t.download}
            </a>
          </p>
          <p class="small muted">{t.without}</p>
          <p class="small">
            <a href={url(paths.verifier, { file: 'index.html' })}>{t.verifier}</a>
          </p>
        </>
      ) : (
        <p class="small">{t[file]}</p>
      )}
      {file === 'missing' && frame.person?.staff && (
        <p class="small">
          {t.again} <code>{`npm run import:pabulib -- ${pool.sourceName}`}</code>
        </p>
      )}
    </section>
  )
}

const MorePages = ({ frame, edition, pool }: Pick<PoolProps, 'frame' | 'edition' | 'pool'>) => {
  const t = texts[frame.locale].more
  const at = { edition: edition.slug, pool: pool.slug }
  return (
    <nav class="tight no-print" aria-label={t.title}>
      <h2>{t.title}</h2>
      <ul>
        <li>
          <a href={url(paths.poolVoters, at)}>{t.voters}</a>
        </li>
        <li>
          <a href={url(paths.poolRules, at)}>{t.rules}</a>
        </li>
        <li>
          <a href={url(paths.laboratoryPool, at)}>{t.laboratory}</a>
        </li>
      </ul>
    </nav>
  )
}

const PoolAside = ({ frame, edition, pool, projects, file }: PoolProps) => {
  const t = texts[frame.locale]
  const { pointsCheck, winnersCheck } = pool
  const said =
    winnersCheck === 'other-rule'
      ? t.checks.otherRule
      : pointsCheck === 'differ' || winnersCheck === 'differ'
        ? t.checks.differ
        : winnersCheck === 'unstated'
          ? t.checks.unstated
          : t.checks.agree
  return (
    <>
      <MorePages frame={frame} edition={edition} pool={pool} />
      <section class="tight">
        <h2>{t.plot}</h2>
        <CostPlot frame={frame} projects={projects} />
      </section>
      {!edition.invented && (
        <section class="said tight">
          <h2>{t.checks.title}</h2>
          <p>{said}</p>
          <p class="small muted">{t.checks.source(pool.sourceName)}</p>
          {pool.acknowledgments && <p class="small muted">{pool.acknowledgments}</p>}
        </section>
      )}
      <BallotsFile frame={frame} edition={edition} pool={pool} file={file} />
      {pool.comment && (
        <section class="tight">
          <h2>{t.fileComment}</h2>
          <p class="small">{pool.comment}</p>
        </section>
      )}
    </>
  )
}
