import type { Child } from 'hono/jsx'
import { formatMoney } from '#kit/money.ts'
import { type Territory, territoryTitle } from '#modules/programme/territories/territories.rules.ts'
import { UnitEstimates } from '#modules/proposals/cost/unit-prices.parts.tsx'
import { type CostLine, costTotal, formatQuantity, lineTotal } from '#modules/proposals/drafting/drafting.rules.ts'
import { projectFactTextsEn } from '#modules/proposals/facts.texts.en.ts'
import { projectFactTexts } from '#modules/proposals/facts.texts.ts'
import type { Project, ProjectState } from '#modules/proposals/proposals.rules.ts'
import { proposalsTextsEn } from '#modules/proposals/proposals.texts.en.ts'
import { proposalsTexts } from '#modules/proposals/proposals.texts.ts'
import type { SuggestedPart } from '#modules/proposals/suggestions/suggestions.rules.ts'
import { type ProjectView, slugs } from '#modules/proposals/views.rules.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Money, People, Row, Rows, Tag, type Tone } from '#ui/parts.tsx'

const texts = { pl: proposalsTexts, en: proposalsTextsEn }
/** The words of a project for the modules above: names of its parts, sentences of refusals. */
export const projectWords = ({ locale }: Pick<Frame, 'locale'>): typeof proposalsTexts => texts[locale]
export type ProjectWhy = keyof typeof proposalsTexts.why
const states = { pl: projectFactTexts.states, en: projectFactTextsEn.states }
const tones: Readonly<Record<ProjectState, Tone>> = { draft: 'plain', agreeing: 'wait', submitted: 'good', withdrawn: 'no', continued: 'wait' }

type InFrame = { readonly frame: Frame }

export const ProjectTag = ({ frame, project }: InFrame & { project: Pick<Project, 'state' | 'agreed'> }) =>
  project.agreed ? (
    <Tag kind="good">{texts[frame.locale].list.agreed}</Tag>
  ) : (
    <Tag kind={tones[project.state]}>{states[frame.locale][project.state]}</Tag>
  )

/** "XIII Podgórze · wspólny projekt dzielnicowy · wersja 12" */
export const projectKicker = (locale: Frame['locale'], project: Project, territory: Territory): string => {
  const t = texts[locale]
  const version = project.version === 0 ? [] : [t.page.version(project.version)]
  const number = project.publicNo === undefined ? version : [t.page.number(project.publicNo)]
  return [territoryTitle(territory), t.paths[project.path], ...number].join(' · ')
}

/** Who writes it: the lead first; those who have not answered are shown to authors only. */
export const ProjectPeople = ({ frame, view }: InFrame & { view: ProjectView }) => {
  const t = texts[frame.locale].page
  const inside = view.may.edit.ok || view.may.help.ok
  const shown = view.authors.filter(author => author.state === 'accepted' || inside)
  return (
    <People
      people={shown.map(author => ({
        name: author.name,
        ...(author.leads ? { note: t.leads } : author.state === 'invited' ? { note: t.invited } : {}),
      }))}
    />
  )
}

/** The project in its own words: what, where, why, for whom, and the costs. Authors see where to change what. */
export const ProjectBody = ({
  frame,
  view,
  below,
}: InFrame & {
  view: Pick<ProjectView, 'project' | 'sections' | 'costs' | 'unitPrices' | 'pool' | 'may'>
  /** Under each section: what people make of it. */
  below?: ((section: SuggestedPart) => Child) | undefined
}) => {
  const t = texts[frame.locale]
  const editing = view.may.write.ok
  const heads = (['title', 'summary'] as const).filter(() => editing)
  const shown = (['description', 'place', 'reasons', 'beneficiaries'] as const).filter(name => editing || view.sections[name] !== '')
  return (
    <>
      {heads.length > 0 && (
        <p class="acts">
          {heads.map(name => (
            <a href={url(paths.projectSection, { id: view.project.id, section: slugs[name] })}>{t.page.editPart(t.sections[name].name)}</a>
          ))}
        </p>
      )}
      {shown.map(name => (
        <section class="stack">
          <h2>{t.sections[name].name}</h2>
          <div class="prose">{view.sections[name] === '' ? <p class="muted">{t.page.nothingYet}</p> : <p>{view.sections[name]}</p>}</div>
          {editing && (
            <p>
              <a href={url(paths.projectSection, { id: view.project.id, section: slugs[name] })}>
                {view.sections[name] === '' ? t.page.write : t.page.edit}
                <span class="visually-hidden">: {t.sections[name].name}</span>
              </a>
            </p>
          )}
          {view.sections[name] !== '' && below?.(name)}
        </section>
      ))}
      <section class="stack">
        <h2>{t.page.costs}</h2>
        <CostTable frame={frame} costs={view.costs} />
        <UnitEstimates frame={frame} projectId={view.project.id} compared={view.unitPrices} />
        {view.pool && (
          <p class="small muted">
            {t.page.pool({ amount: formatMoney(view.pool.amount, frame.locale), max: formatMoney(view.pool.costMax, frame.locale) })}
          </p>
        )}
        {editing && (
          <p>
            <a href={url(paths.projectCosts, { id: view.project.id })}>
              {view.costs.length === 0 ? t.page.write : t.page.edit}
              <span class="visually-hidden">: {t.page.costs}</span>
            </a>
          </p>
        )}
        {!(editing && view.costs.length === 0) && below?.('costs')}
      </section>
    </>
  )
}

export const CostTable = ({ frame, costs }: InFrame & { costs: readonly CostLine[] }) => {
  const t = texts[frame.locale].page
  if (costs.length === 0) return <p class="muted">{t.noCosts}</p>
  return (
    <>
      <section class="scroll stacked" tabindex={0} aria-label={t.costs}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.what}</th>
              <th scope="col" class="num">
                {t.howMany}
              </th>
              <th scope="col" class="num">
                {t.each}
              </th>
              <th scope="col" class="num">
                {t.sum}
              </th>
            </tr>
          </thead>
          <tbody>
            {costs.map(line => (
              <tr>
                <th scope="row">{line.name}</th>
                <td class="num" data-term={t.howMany}>
                  {`${formatQuantity(line.quantity, frame.locale)} ${line.unit}`.trim()}
                </td>
                <td class="num" data-term={t.each}>
                  {formatMoney(line.price, frame.locale)}
                </td>
                <td class="num" data-term={t.sum}>
                  {formatMoney(lineTotal(line), frame.locale)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p>
        {t.gross}: <b>{formatMoney(costTotal(costs), frame.locale)}</b>
      </p>
    </>
  )
}

export const projectTitle = (locale: Frame['locale'], project: Pick<Project, 'title'>): string =>
  project.title === '' ? texts[locale].list.untitled : project.title

/** Projects in a list: where, how far, by how many, for how much. */
export const ProjectRows = ({
  frame,
  projects,
  territories,
  level = 'h3',
}: InFrame & { projects: readonly Project[]; territories: ReadonlyMap<string, Territory>; level?: 'h2' | 'h3' }) => {
  const t = texts[frame.locale]
  return (
    <Rows plain>
      {projects.map(project => {
        const territory = territories.get(project.territoryId)
        const where = territory === undefined ? '' : territory.kind === 'city' ? t.list.cityWide : territoryTitle(territory)
        return (
          <Row
            level={level}
            title={projectTitle(frame.locale, project)}
            href={url(paths.project, { id: project.id })}
            note={[where, project.publicNo ?? t.paths[project.path], t.list.people(project.authorIds.length)].filter(Boolean).join(' · ')}
          >
            {project.summary !== '' && <p>{project.summary}</p>}
            <p class="tags">
              <ProjectTag frame={frame} project={project} />
              {project.total > 0 && (
                <Tag>
                  <Money grosze={project.total} />
                </Tag>
              )}
            </p>
          </Row>
        )
      })}
    </Rows>
  )
}
