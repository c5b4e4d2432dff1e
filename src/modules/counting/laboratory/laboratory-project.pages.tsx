import { formatMoney } from '#kit/money.ts'
import { labWords } from '#modules/counting/laboratory/laboratory.parts.tsx'
import type { LabOutcome } from '#modules/counting/laboratory/laboratory.rules.ts'
import { titlesOf } from '#modules/counting/results/results.pages.tsx'
import type { ArchivedEdition, ArchivedPool, ArchivedProject } from '#modules/programme/archive/archive.rules.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Empty, Facts, LinkButton } from '#ui/parts.tsx'

type View = {
  readonly edition: ArchivedEdition
  readonly pool: ArchivedPool
  readonly projects: readonly ArchivedProject[]
  readonly project: ArchivedProject
  /** Undefined: nobody has counted these settings yet. */
  readonly outcome: LabOutcome | undefined
  readonly query: string
}
type Props = { readonly frame: Frame; readonly view: View }

/** Why one project wins or not under settings of the laboratory. */
export const LabProjectPage = ({ frame, view }: Props) => {
  const t = labWords(frame)
  const { edition, pool, project, outcome, query } = view
  const at = { edition: edition.slug, pool: pool.slug }
  const laboratory = `${url(paths.laboratoryPool, at)}?${query}`
  return (
    <Layout
      frame={frame}
      title={project.title}
      kicker={
        <>
          <a href={laboratory}>{t.poolTitle(pool.name, edition.year)}</a>
          {` · ${t.project.title}`}
        </>
      }
    >
      <p class="said">{t.careful}</p>
      {outcome ? (
        <Verdict frame={frame} view={view} outcome={outcome} />
      ) : (
        <Empty title={t.project.notYet}>
          <p>{t.project.notYetHelp}</p>
        </Empty>
      )}
      <Acts>
        <LinkButton href={laboratory}>{t.project.settings}</LinkButton>
        <LinkButton href={url(paths.archiveProject, { ...at, project: project.slug })} quiet>
          {t.project.real}
        </LinkButton>
      </Acts>
    </Layout>
  )
}

const Verdict = ({ frame, view: { edition, pool, projects, project, query }, outcome }: Props & { outcome: LabOutcome }) => {
  const t = labWords(frame).project
  const id = project.number
  const turn = outcome.turns?.[id]
  const partner = projects.find(({ number }) => number === turn?.partner)
  const wins = outcome.winners.includes(id)
  const money = (grosze: number) => formatMoney(grosze, frame.locale)
  const cost = project.cost === null ? '?' : money(project.cost)
  const why = outcome.byMinimum.includes(id)
    ? t.byMinimum
    : outcome.byLeftover.includes(id)
      ? t.byLeftover
      : turn?.outcome === 'won'
        ? t.left(money(turn.left))
        : turn?.outcome === 'no-money'
          ? project.cost !== null && project.cost <= turn.left
            ? t.ended(money(turn.left))
            : t['no-money'](money(turn.left), cost)
          : turn && t[turn.outcome]
  const titleOf = titlesOf(projects)
  return (
    <>
      <section class={wins ? 'now' : 'now no'}>
        <h2 class="what">{wins ? t.wins : t.loses}</h2>
        {why && (
          <p>
            {why}
            {!wins && partner && (
              <>
                {' '}
                <a href={`${url(paths.laboratoryProject, { edition: edition.slug, pool: pool.slug, project: partner.slug })}?${query}`}>
                  {titleOf(partner.number)}
                </a>
                .
              </>
            )}
          </p>
        )}
      </section>
      <Facts
        entries={[
          { term: t.cost, value: <span class="num">{cost}</span> },
          ...(turn
            ? [
                { term: t.points, value: <span class="num">{turn.points.toLocaleString(frame.locale)}</span> },
                { term: t.place, value: <span class="num">{`${turn.place} / ${projects.length}`}</span> },
              ]
            : []),
        ]}
      />
    </>
  )
}
