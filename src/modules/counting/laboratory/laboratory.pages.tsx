import type { Child } from 'hono/jsx'
import type { FormState } from '#kit/form.ts'
import { formatMoney } from '#kit/money.ts'
import { labWords, type SeedSaid, SettingsForm } from '#modules/counting/laboratory/laboratory.parts.tsx'
import type { LabOutcome } from '#modules/counting/laboratory/laboratory.rules.ts'
import { hereOf } from '#modules/counting/laboratory/laboratory-words.rules.ts'
import { checkTextsEn } from '#modules/counting/pabulib/check.texts.en.ts'
import { checkTexts } from '#modules/counting/pabulib/check.texts.ts'
import { type Question, queryOf } from '#modules/counting/question.rules.ts'
import { titlesOf } from '#modules/counting/results/results.pages.tsx'
import type { ArchivedEdition, ArchivedPool, ArchivedProject, PoolSummary } from '#modules/programme/archive/archive.rules.ts'
import { paths, url } from '#paths'
import { Sideways } from '#ui/figure-table.tsx'
import { FileField } from '#ui/file-field.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Fold, LinkButton } from '#ui/parts.tsx'

const checkWords = { pl: checkTexts, en: checkTextsEn }
type Shelf = { readonly edition: ArchivedEdition; readonly pools: readonly PoolSummary[] }

/** Which votes can be counted anew, and the place to drop a file that never leaves the browser. */
export const LaboratoryPage = ({ frame, editions, form }: { frame: Frame; editions: readonly Shelf[]; form: FormState }) => {
  const t = labWords(frame)
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      <p class="said">{t.careful}</p>
      <section class="part stack">
        <h2>{t.archive}</h2>
        {editions.length === 0 && <p class="muted">{t.empty}</p>}
        {editions.map(({ edition, pools }) => (
          <Fold summary={`${edition.year}${edition.invented ? ` · ${t.invented}` : ''}`} open={editions.length === 1}>
            <ul>
              {pools.map(pool => (
                <li>
                  <a href={url(paths.laboratoryPool, { edition: edition.slug, pool: pool.slug })}>{pool.name}</a>
                </li>
              ))}
            </ul>
          </Fold>
        ))}
      </section>
      <section class="part stack">
        <h2>{t.file}</h2>
        <p>{t.fileHint}</p>
        <vote-laboratory class="stack" {...islandData(frame, checkWords[frame.locale].words.codes)} hidden>
          <FileField name="plik" label={t.fileLabel} form={form} accept=".pb" required />
          <SettingsForm frame={frame} form={form} action={paths.laboratory} />
          <OutcomeSection frame={frame} outcome={undefined}>
            <OutcomeTable frame={frame} projects={[]} outcome={undefined} />
          </OutcomeSection>
        </vote-laboratory>
        <noscript>
          <p>{t.noScript}</p>
        </noscript>
        <Acts>
          <LinkButton href={paths.fileCheck} quiet>
            {t.checkFile}
          </LinkButton>
        </Acts>
      </section>
    </Layout>
  )
}

type LabView = {
  readonly edition: ArchivedEdition
  readonly pool: ArchivedPool
  readonly projects: readonly ArchivedProject[]
  readonly question: Question
  readonly draw: SeedSaid
  readonly hasBallots: boolean
  readonly hasFile: boolean
  readonly run: { readonly progress: number; readonly outcome?: LabOutcome } | undefined
}

/** One archived vote under other settings; the address holds them all. */
export const LabPoolPage = ({ frame, view, form }: { frame: Frame; view: LabView; form: FormState }) => {
  const t = labWords(frame)
  const { edition, pool, projects, run, question } = view
  const at = { edition: edition.slug, pool: pool.slug }
  return (
    <Layout frame={frame} title={t.poolTitle(pool.name, edition.year)} lead={t.poolLead} kicker={<a href={paths.laboratory}>{t.title}</a>} wide>
      <p class="said">{t.careful}</p>
      {!view.hasBallots && <p class="why">{t.noBallots}</p>}
      <vote-laboratory class="stack" {...islandData(frame)} data-ballots={view.hasBallots ? url(paths.poolBallots, at) : undefined}>
        <SettingsForm frame={frame} form={form} action={url(paths.laboratoryPool, at)} draw={view.draw} />
        {run && !run.outcome && <p class="why">{t.running(Math.round(run.progress * 100))}</p>}
        {!run && view.hasBallots && (
          <noscript>
            <p class="why">{t.notYet}</p>
          </noscript>
        )}
        <OutcomeSection frame={frame} outcome={run?.outcome} titleOf={titlesOf(projects)}>
          <OutcomeTable
            frame={frame}
            projects={projects}
            outcome={run?.outcome}
            pageOf={slug => `${url(paths.laboratoryProject, { ...at, project: slug })}?${queryOf(question)}`}
          />
        </OutcomeSection>
      </vote-laboratory>
      <Acts>
        <LinkButton href={url(paths.archivePool, at)} quiet>
          {t.back}
        </LinkButton>
        <LinkButton href={url(paths.laboratoryEdition, { edition: edition.slug })} quiet>
          {t.leftoverOfEdition}
        </LinkButton>
        {view.hasFile && (
          <LinkButton href={url(paths.poolFile, at)} quiet>
            {t.ballotsFile}
          </LinkButton>
        )}
        <LinkButton href={url(paths.poolBallots, at)} quiet>
          {t.ballots}
        </LinkButton>
      </Acts>
    </Layout>
  )
}

/** `codes`: what can be wrong with a file; a page of the archive reads none. */
const islandData = (frame: Frame, codes: Readonly<Record<string, string>> = {}) => {
  const { island, why } = labWords(frame)
  return { 'data-worker': frame.asset('laboratory-worker.js'), 'data-words': JSON.stringify({ ...island, why, codes }) }
}

type OutcomeProps = { frame: Frame; outcome: LabOutcome | undefined; titleOf?: (id: string) => string; children?: Child }
const OutcomeSection = ({ frame, outcome, titleOf = id => id, children }: OutcomeProps) => {
  const t = labWords(frame)
  const entries = {
    winners: [t.outcome.winners, outcome && String(outcome.winners.length)],
    spent: [t.outcome.spent, outcome && formatMoney(outcome.spent, frame.locale)],
    left: [t.outcome.left, outcome && formatMoney(outcome.budget - outcome.spent, frame.locale)],
    withWinner: [t.outcome.withWinner, outcome && t.percent(outcome.withWinner, outcome.voters)],
    ties: [t.outcome.ties, outcome && String(outcome.ties)],
  } as const
  return (
    <section class="part stack" id="wynik" aria-live="polite">
      <h2>{t.outcome.title}</h2>
      <p class="why" data-of="progress" hidden />
      <dl class="facts">
        {Object.entries(entries).map(([name, [term, value]]) => (
          <div>
            <dt>{term}</dt>
            <dd data-of={name}>{value ?? '–'}</dd>
          </div>
        ))}
      </dl>
      <p class="why" data-of="open" hidden={!outcome?.open.length}>
        {outcome?.open.length ? `${t.island.open} ${openSaid(outcome, titleOf)}.` : ''}
      </p>
      <p class="acts" data-of="exports" hidden />
      {children}
    </section>
  )
}

const openSaid = ({ open }: LabOutcome, titleOf: (id: string) => string) => open.map(tied => tied.map(titleOf).join(' = ')).join('; ')

type TableProps = {
  frame: Frame
  projects: readonly ArchivedProject[]
  outcome: LabOutcome | undefined
  /** Where it is said why one project wins or not. */
  pageOf?: (slug: string) => string
}
const OutcomeTable = ({ frame, projects, outcome, pageOf }: TableProps) => {
  const t = labWords(frame)
  const titleOf = titlesOf(projects)
  return (
    <section class="scroll" tabindex={0} aria-labelledby="projekty">
      <h3 id="projekty">{t.table.title}</h3>
      <Sideways frame={frame} />
      <table>
        <thead>
          <tr>
            <th scope="col">{t.table.project}</th>
            <th scope="col">{t.table.here}</th>
            <th scope="col">{t.table.real}</th>
            <th scope="col" class="num">
              {t.table.cost}
            </th>
            <th scope="col" class="num">
              {t.table.points}
            </th>
          </tr>
        </thead>
        <tbody>
          {projects.map(({ number, slug, title, cost, points, outcome: real }) => (
            <tr data-id={number}>
              <th scope="row">
                <span class="muted num">{number}</span> {pageOf ? <a href={pageOf(slug)}>{title}</a> : title}
              </th>
              <td data-of="here">{outcome ? <Here words={t.island} outcome={outcome} id={number} titleOf={titleOf} /> : '–'}</td>
              <td>{real === 'won' ? t.island.wins : t.island.loses}</td>
              <td class="num">{cost === null ? '?' : formatMoney(cost, frame.locale)}</td>
              <td class="num">{points.toLocaleString(frame.locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type HereProps = { words: Parameters<typeof hereOf>[0]; outcome: LabOutcome; id: string; titleOf: (id: string) => string }
const Here = ({ words, outcome, id, titleOf }: HereProps) => {
  const { wins, text } = hereOf(words, outcome, id, titleOf)
  return <span>{wins ? <b>{text}</b> : text}</span>
}
