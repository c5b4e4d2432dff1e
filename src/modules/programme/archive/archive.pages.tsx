import { longDate, warsaw } from '#kit/dates.ts'
import type { FormState } from '#kit/form.ts'
import { formatMoney } from '#kit/money.ts'
import { OutcomeTag } from '#modules/programme/archive/archive.parts.tsx'
import type { ArchivedEdition, ArchivedLine, ArchivedPool, EditionSummary, PoolSummary } from '#modules/programme/archive/archive.rules.ts'
import { archiveTextsEn } from '#modules/programme/archive/archive.texts.en.ts'
import { archiveTexts } from '#modules/programme/archive/archive.texts.ts'
import { roman, type Territory, territoryTitle, whereOf } from '#modules/programme/territories/territories.rules.ts'
import { paths, url } from '#paths'
import { Button, Field, Form, Select } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Bar, Dots, Empty, Figures, Money, Row, Rows, Tag } from '#ui/parts.tsx'
import { ColumnPlot } from '#ui/plots.tsx'

const texts = { pl: archiveTexts, en: archiveTextsEn }
const million = (grosze: number, locale: 'pl' | 'en') =>
  `${(grosze / 1e8).toLocaleString(locale, { maximumFractionDigits: 1 })} ${locale === 'pl' ? 'mln' : 'm'}`

type ArchiveProps = {
  frame: Frame
  editions: readonly EditionSummary[]
  territories: readonly Territory[]
  form: FormState
  found: readonly ArchivedLine[] | undefined
}

export const ArchivePage = ({ frame, editions, territories, form, found }: ArchiveProps) => {
  const { locale } = frame
  const t = texts[locale]
  const oldestFirst = editions.toReversed()
  const plot = (
    <ColumnPlot
      title={t.moneyPlot}
      columns={oldestFirst.map(({ year, budget }) => ({ words: String(year), value: budget, said: million(budget, locale) }))}
    />
  )
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} aside={editions.length > 1 ? plot : undefined} wide={editions.length < 2}>
      {editions.length === 0 ? (
        <Empty title={t.empty}>
          <p>{t.emptyHint}</p>
        </Empty>
      ) : (
        <>
          <SearchForm frame={frame} territories={territories} form={form} />
          {found && <Results frame={frame} found={found} />}
          <h2>{t.editions}</h2>
          <Rows plain>
            {editions.map(edition => (
              <Row
                title={t.edition(edition.year)}
                href={url(paths.archiveEdition, { edition: edition.slug })}
                note={[t.pools(edition.pools), t.projects(edition.projects), formatMoney(edition.budget, locale), t.ballots(edition.ballots)].join(
                  ' · ',
                )}
              >
                <p class="tags">
                  {edition.won > 0 && <Tag kind="good">{t.won(edition.won)}</Tag>}
                  {edition.invented && <Tag kind="wait">{t.invented}</Tag>}
                </p>
              </Row>
            ))}
          </Rows>
        </>
      )}
    </Layout>
  )
}

const SearchForm = ({ frame, territories, form }: { frame: Frame; territories: readonly Territory[]; form: FormState }) => {
  const t = texts[frame.locale].search
  const places = territories.filter(({ kind }) => kind === 'city' || kind === 'district')
  return (
    <Form action={paths.archive} method="get" class="toolbar">
      <Field name="q" label={t.label} hint={t.hint} form={form} required />
      <Select
        name="gdzie"
        label={t.where}
        form={form}
        required
        empty={t.everywhere}
        options={places.map(place => ({ value: whereOf(place), label: territoryTitle(place) }))}
      />
      <Button>{t.act}</Button>
    </Form>
  )
}

const Results = ({ frame, found }: { frame: Frame; found: readonly ArchivedLine[] }) => {
  const t = texts[frame.locale]
  return (
    <section class="stack" aria-live="polite">
      <h2>{t.search.results(found.length)}</h2>
      {found.length === 0 && <p>{t.search.nothing}</p>}
      {found.length > 0 && (
        <Rows plain>
          {found.map(project => (
            <Row
              title={project.title}
              href={url(paths.archiveProject, { edition: project.edition, pool: project.pool, project: project.project })}
              note={
                <Dots
                  items={[
                    t.edition(project.year),
                    project.poolName,
                    project.cost === null ? t.project.unknownCost : <Money grosze={project.cost} />,
                    t.points(project.points),
                  ]}
                />
              }
            >
              <p>
                <OutcomeTag outcome={project.outcome} frame={frame} />
              </p>
            </Row>
          ))}
        </Rows>
      )}
    </section>
  )
}

export const poolTitle = (pool: Pick<PoolSummary, 'name' | 'number'>): string =>
  pool.number === null ? pool.name : `${roman(pool.number)} ${pool.name}`

export const ArchivedEditionPage = ({ frame, edition, pools }: { frame: Frame; edition: ArchivedEdition; pools: readonly PoolSummary[] }) => {
  const { locale } = frame
  const t = texts[locale]
  const sum = (of: (pool: PoolSummary) => number) => pools.reduce((all, pool) => all + of(pool), 0)
  const first = pools.find(({ beginsOn, endsOn }) => beginsOn && endsOn)
  const figures = [
    {
      figure: million(
        sum(pool => pool.budget),
        locale,
      ),
      words: t.figures.money,
    },
    { figure: sum(pool => pool.projects).toLocaleString(locale), words: t.figures.projects },
    { figure: sum(pool => pool.won).toLocaleString(locale), words: t.figures.won },
    { figure: sum(pool => pool.ballots).toLocaleString(locale), words: t.figures.ballots },
  ]
  return (
    <Layout frame={frame} title={t.edition(edition.year)} kicker={<a href={paths.archive}>{t.title}</a>} lead={votingDates(first, frame)} wide>
      {edition.invented && <p class="said">{t.inventedNote}</p>}
      <Figures figures={figures} />
      <h2>{t.poolsTitle}</h2>
      <Rows plain>
        {pools.map(pool => (
          <Row
            title={poolTitle(pool)}
            href={url(paths.archivePool, { edition: edition.slug, pool: pool.slug })}
            note={
              <Dots
                items={[
                  t.projects(pool.projects),
                  t.won(pool.won),
                  t.ballots(pool.ballots),
                  t.spentOf(formatMoney(pool.spent, locale), formatMoney(pool.budget, locale)),
                ]}
              />
            }
          >
            <Bar share={pool.budget > 0 ? pool.spent / pool.budget : 0} />
          </Row>
        ))}
      </Rows>
      <p>
        <a href={url(paths.laboratoryEdition, { edition: edition.slug })}>{t.leftover}</a>
      </p>
    </Layout>
  )
}

const votingDates = (pool: ArchivedPool | undefined, { locale }: Frame): string | undefined =>
  pool?.beginsOn && pool.endsOn
    ? texts[locale].votingDates(longDate(warsaw(pool.beginsOn), locale), longDate(warsaw(pool.endsOn), locale))
    : undefined
