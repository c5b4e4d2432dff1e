import type { FormState } from '#kit/form.ts'
import { formatMoney } from '#kit/money.ts'
import { labWords } from '#modules/counting/laboratory/laboratory.parts.tsx'
import { type LeftoverView, leftoverFields } from '#modules/counting/results/leftover.rules.ts'
import { leftoverTextsEn } from '#modules/counting/results/leftover.texts.en.ts'
import { leftoverTexts } from '#modules/counting/results/leftover.texts.ts'
import { type Leftover, leftoverPolicies } from '#modules/counting/results/pools.rules.ts'
import type { ArchivedEdition, ArchivedProject, PoolSummary } from '#modules/programme/archive/archive.rules.ts'
import { paths, url } from '#paths'
import { FigureTable } from '#ui/figure-table.tsx'
import { Button, Form, Select } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts } from '#ui/parts.tsx'

const texts = { pl: leftoverTexts, en: leftoverTextsEn }
type Props = {
  readonly frame: Frame
  readonly edition: ArchivedEdition
  readonly leftover: Leftover
  readonly view: LeftoverView
  readonly others: readonly PoolSummary[]
  readonly form: FormState
}

/** What an edition would have come to, had the money that its pools left gone elsewhere. */
export const LeftoverPage = (props: Props) => {
  const { frame, edition, leftover, view, others } = props
  const t = texts[frame.locale]
  const money = (grosze: number) => formatMoney(grosze, frame.locale)
  return (
    <Layout
      frame={frame}
      title={t.title(edition.year)}
      lead={t.lead}
      kicker={<a href={url(paths.archiveEdition, { edition: edition.slug })}>{t.back}</a>}
      wide
    >
      <p class="said">{labWords(frame).careful}</p>
      <PolicyForm {...props} />
      <section class="part stack">
        <h2 id="pule">{t.outcome}</h2>
        <p>{t.explained[leftover.policy]}</p>
        {leftover.policy === 'edition' && (
          <p>
            <b>{t.toNext(money(view.toNextEdition))}</b>
          </p>
        )}
        <FigureTable
          frame={frame}
          labelledBy="pule"
          head={[t.pool, t.budget, t.spent, t.left, t.changes]}
          rows={view.rows.map(({ pool, budget, spent, more, fewer }) => [
            <a href={url(paths.archivePool, { edition: edition.slug, pool: pool.slug })}>{pool.name}</a>,
            money(budget),
            money(spent),
            money(budget - spent),
            more.length + fewer.length === 0 ? t.same : <Changes {...props} pool={pool} more={more} fewer={fewer} />,
          ])}
        />
        {others.length > 0 && <p class="small muted">{t.others(others.map(({ name }) => name))}</p>}
      </section>
    </Layout>
  )
}

const PolicyForm = ({ frame, edition, view, form }: Props) => {
  const t = texts[frame.locale]
  return (
    <Form action={url(paths.laboratoryEdition, { edition: edition.slug })} form={form} method="get">
      <Select
        name={leftoverFields.policy}
        label={t.policy}
        hint={t.policyHint}
        form={form}
        required
        options={leftoverPolicies.map(value => ({ value, label: t.policies[value] }))}
      />
      <Select
        name={leftoverFields.to}
        label={t.to}
        hint={t.toHint}
        form={form}
        options={view.rows.map(({ pool }) => ({ value: pool.slug, label: pool.name }))}
      />
      <Acts>
        <Button>{t.show}</Button>
      </Acts>
    </Form>
  )
}

type ChangesProps = Pick<Props, 'frame' | 'edition'> & { pool: PoolSummary; more: readonly ArchivedProject[]; fewer: readonly ArchivedProject[] }
const Changes = ({ frame, edition, pool, more, fewer }: ChangesProps) => {
  const t = texts[frame.locale]
  const link = ({ slug, title }: ArchivedProject) => (
    <a href={url(paths.archiveProject, { edition: edition.slug, pool: pool.slug, project: slug })}>{title}</a>
  )
  return (
    <ul>
      {more.map(project => (
        <li>
          {t.more} {link(project)}
        </li>
      ))}
      {fewer.map(project => (
        <li>
          {t.fewer} {link(project)}
        </li>
      ))}
    </ul>
  )
}
