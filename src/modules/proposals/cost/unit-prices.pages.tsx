import { ownLines } from '#modules/proposals/cost/estimate.rules.ts'
import { ComparedRows, totalsWords, unitPricesWords, whoseWords } from '#modules/proposals/cost/unit-prices.parts.tsx'
import { type Compared, takeable } from '#modules/proposals/cost/unit-prices.rules.ts'
import type { CostLine } from '#modules/proposals/drafting/drafting.rules.ts'
import { projectTitle } from '#modules/proposals/proposals.parts.tsx'
import type { mayEdit, Project } from '#modules/proposals/proposals.rules.ts'
import { paths, url } from '#paths'
import { ActButton } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Empty, Why } from '#ui/parts.tsx'

type Props = {
  readonly frame: Frame
  readonly project: Project
  readonly costs: readonly CostLine[]
  readonly compared: readonly Compared[]
  readonly takes: ReturnType<typeof mayEdit>
  readonly why?: string | undefined
}

/** The authors' prices and the units' beside each other; the authors take over what they agree with. */
export const UnitPricesPage = ({ frame, project, costs, compared, takes, why }: Props) => {
  const { page: t } = unitPricesWords(frame)
  return (
    <Layout
      frame={frame}
      title={t.title}
      lead={t.lead}
      kicker={<a href={url(paths.project, { id: project.id })}>{projectTitle(frame.locale, project)}</a>}
    >
      {why && <Why>{why}</Why>}
      {takes.ok && project.state === 'agreeing' && <Why>{t.reopens}</Why>}
      {compared.length === 0 && (
        <Empty title={t.none}>
          <p>{t.noneLead}</p>
        </Empty>
      )}
      {compared.map(one => (
        <OneEstimate frame={frame} project={project} costs={costs} compared={one} takes={takes.ok} />
      ))}
      {takes.ok && (
        <p>
          <a href={url(paths.projectCosts, { id: project.id })}>{t.toCosts}</a>
        </p>
      )}
    </Layout>
  )
}

type OneProps = Pick<Props, 'frame' | 'project' | 'costs'> & { readonly compared: Compared; readonly takes: boolean }
const OneEstimate = ({ frame, project, costs, compared, takes }: OneProps) => {
  const { page: t } = unitPricesWords(frame)
  const { estimate, rows } = compared
  const action = url(paths.projectUnitPricesTaken, { id: project.id, advice: estimate.adviceId })
  const free = rows.filter(row => takeable(row, costs))
  const own = ownLines(estimate.costs).length
  const said = rows.filter(({ lacking }) => !lacking).length
  return (
    <section class="stack" id={estimate.adviceId}>
      <h2>{whoseWords(compared, frame.locale)}</h2>
      <p>{totalsWords(compared, frame.locale)}</p>
      <p class="small muted">
        {[
          estimate.lump !== undefined && rows.length === 0 && t.lump,
          rows.length > 0 && said < own && t.partOf({ rows: said, all: own }),
          t.version(estimate.revision),
          compared.changed ? t.changed : t.current,
        ]
          .filter(Boolean)
          .join(' ')}{' '}
        <a href={url(paths.advice, { id: estimate.adviceId })}>{t.toAdvice}</a>
      </p>
      {takes && free.length > 1 && (
        <Acts>
          <ActButton action={action} label={t.takeAll} fields={{ pozycja: 'all' }} />
        </Acts>
      )}
      <ComparedRows
        frame={frame}
        compared={compared}
        act={row =>
          takes &&
          takeable(row, costs) && (
            <Acts>
              <ActButton
                quiet
                small
                action={action}
                label={
                  <>
                    {t.takeOne}
                    <span class="visually-hidden">: {row.name}</span>
                  </>
                }
                fields={{ pozycja: row.lineId }}
              />
            </Acts>
          )
        }
      />
      {takes && free.length > 0 && <p class="small muted">{t.takeHint}</p>}
    </section>
  )
}
