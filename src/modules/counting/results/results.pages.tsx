import type { Child } from 'hono/jsx'
import { formatMoney } from '#kit/money.ts'
import type { Complaint } from '#modules/counting/results/audit.rules.ts'
import type { Findings, Outcome } from '#modules/counting/results/findings.rules.ts'
import { resultsTextsEn } from '#modules/counting/results/results.texts.en.ts'
import { resultsTexts } from '#modules/counting/results/results.texts.ts'
import { complaintsTold, moneyEach, smallestGroup } from '#modules/counting/results/voters.rules.ts'
import type { ArchivedEdition, ArchivedPool, ArchivedProject } from '#modules/programme/archive/archive.rules.ts'
import { paths, url } from '#paths'
import { FigureTable } from '#ui/figure-table.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Empty, Figures } from '#ui/parts.tsx'
import { ColumnPlot } from '#ui/plots.tsx'

const texts = { pl: resultsTexts, en: resultsTextsEn }
export const resultsWords = ({ locale }: Frame) => texts[locale]
export type PoolView = {
  readonly frame: Frame
  readonly edition: ArchivedEdition
  readonly pool: ArchivedPool
  readonly projects: readonly ArchivedProject[]
}

/** A page about the ballots of one pool, with the way back to its result. */
export const PoolLayout = ({ frame, edition, pool, title, lead, children }: PoolView & { title: string; lead?: string; children?: Child }) => (
  <Layout
    frame={frame}
    title={title}
    lead={lead}
    kicker={
      <>
        <a href={url(paths.archivePool, { edition: edition.slug, pool: pool.slug })}>{resultsWords(frame).back}</a>
        {` · ${pool.name} ${edition.year}`}
      </>
    }
    wide
  >
    {children}
  </Layout>
)

export const NotYetPage = (view: PoolView) => (
  <PoolLayout {...view} title={resultsWords(view.frame).notYet}>
    <Empty title={resultsWords(view.frame).notYet}>
      <p>{resultsWords(view.frame).notYetHelp}</p>
    </Empty>
  </PoolLayout>
)

export const titlesOf = (projects: readonly ArchivedProject[]) => {
  const titles = new Map(projects.map(({ number, title }) => [number, title]))
  return (id: string) => titles.get(id) ?? id
}
export const linkTo = ({ edition, pool, projects }: PoolView) => {
  const slugs = new Map(projects.map(({ number, slug }) => [number, slug]))
  const title = titlesOf(projects)
  return (id: string) => <a href={url(paths.archiveProject, { edition: edition.slug, pool: pool.slug, project: slugs.get(id) ?? id })}>{title(id)}</a>
}
/** A number of people, unless there are so few that somebody could be meant. */
export const peopleOrFew = (count: number, frame: Frame): string =>
  count > 0 && count < smallestGroup ? resultsWords(frame).fewPeople(smallestGroup) : count.toLocaleString(frame.locale)

/** What the result means for those who voted: how many won something, what it cost for each, and whether any group could complain. */
export const VotersPage = ({ findings, ...view }: PoolView & { findings: Findings }) => {
  const { frame } = view
  const t = resultsWords(frame)
  const { side } = findings.real
  const share = t.percent(side.withWinner, side.voters)
  return (
    <PoolLayout {...view} title={t.voters.title} lead={t.voters.lead(share, side.withWinner, side.voters)}>
      <Figures
        figures={[
          { figure: share, words: t.voters.figures.withWinner },
          // an older engine did not find it
          ...(side.ballotShare === undefined ? [] : [{ figure: t.percent(side.ballotShare, 1), words: t.voters.figures.ballot }]),
          { figure: t.percent(side.marksWon, side.marks), words: t.voters.figures.marks },
          { figure: side.winners.length.toLocaleString(frame.locale), words: t.voters.figures.winners },
        ]}
      />
      <Groups frame={frame} outcome={findings.real} />
      <AuditSection {...view} outcome={findings.real} />
      <MoneyEach {...view} outcome={findings.real} />
      <p class="small muted">{t.voters.never}</p>
    </PoolLayout>
  )
}

const Groups = ({ frame, outcome: { side } }: { frame: Frame; outcome: Outcome }) => {
  const t = resultsWords(frame)
  const shown = side.byWinners.flatMap((count, won) => (count === null ? [] : [{ won, count }]))
  return (
    <section class="part stack">
      <h2 id="grupy">{t.voters.byWinners}</h2>
      <ColumnPlot
        title={t.voters.group}
        columns={shown.map(({ won, count }) => ({ words: t.voters.winnersOfOne(won), value: count, said: t.percent(count, side.voters) }))}
      />
      <FigureTable
        frame={frame}
        labelledBy="grupy"
        head={[t.voters.group, t.voters.size, t.voters.share]}
        rows={side.byWinners.map((count, won) =>
          count === null
            ? [t.voters.winnersOfOne(won), t.hidden, '']
            : [t.voters.winnersOfOne(won), count.toLocaleString(frame.locale), t.percent(count, side.voters)],
        )}
      />
      {side.byWinners.includes(null) && <p class="small muted">{t.hiddenNote(smallestGroup)}</p>}
    </section>
  )
}

const MoneyEach = (view: PoolView & { outcome: Outcome }) => {
  const { frame, outcome } = view
  const t = resultsWords(frame)
  const link = linkTo(view)
  return (
    <section class="part stack">
      <h2 id="na-osobe">{t.voters.money}</h2>
      <FigureTable
        frame={frame}
        labelledBy="na-osobe"
        head={[t.voters.project, t.voters.cost, t.voters.supporters, t.voters.each]}
        rows={outcome.side.winners.map(({ project, cost, supporters }) => {
          const each = moneyEach(cost, supporters)
          return [
            link(project),
            formatMoney(cost, frame.locale),
            peopleOrFew(supporters, frame),
            each === undefined ? '' : formatMoney(each, frame.locale),
          ]
        })}
      />
      <p class="small muted">{t.voters.moneyHow}</p>
    </section>
  )
}

const AuditSection = (view: PoolView & { outcome: Outcome }) => {
  const { frame, pool, projects, outcome } = view
  const t = resultsWords(frame).audit
  const { audit, side } = outcome
  const title = titlesOf(projects)
  const money = (grosze: number) => formatMoney(grosze, frame.locale)
  const said = (c: Complaint) =>
    t.complaint({
      title: title(c.project),
      people: c.people,
      share: money(c.share),
      cost: money(c.cost),
      wonMost: c.wonMost > 0 ? money(c.wonMost) : undefined,
    })
  return (
    <section class="part stack">
      <h2>{t.title}</h2>
      {side.voters > 0 && <p>{t.asked(money(Math.floor(pool.budget / side.voters)), money(pool.budget), side.voters)}</p>}
      {audit.ok ? (
        <p class="said">{t.passed}</p>
      ) : (
        <>
          <p>{t.failed(audit.complaints.length)}</p>
          <ul class="stack">
            {complaintsTold(audit.complaints).map(complaint => (
              <li>{said(complaint)}</li>
            ))}
          </ul>
          <p>{t.meaning}</p>
        </>
      )}
      <p class="small muted">{t.source}</p>
    </section>
  )
}
