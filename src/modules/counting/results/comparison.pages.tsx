import { formatMoney } from '#kit/money.ts'
import { comparedRules, type Findings, type Outcome } from '#modules/counting/results/findings.rules.ts'
import { linkTo, PoolLayout, type PoolView, peopleOrFew, resultsWords } from '#modules/counting/results/results.pages.tsx'
import { archivedTopic } from '#modules/programme/archive/archive.parts.tsx'
import type { ArchivedProject } from '#modules/programme/archive/archive.rules.ts'
import { FigureTable } from '#ui/figure-table.tsx'
import { DotsPlot } from '#ui/plots.tsx'

type View = PoolView & { readonly findings: Findings }
type Column = { readonly name: string; readonly about: string | undefined; readonly outcome: Outcome }

const sameWinners = (a: Outcome, b: Outcome) => a.winners.length === b.winners.length && a.winners.every(id => b.winners.includes(id))

/** The city's result first, then each rule that gives something else; and the names of those that give the same. */
function columnsOf({ frame, findings }: View) {
  const t = resultsWords(frame).rules
  const others = comparedRules.map((rule): Column => ({ name: t.names[rule], about: t.about[rule], outcome: findings.others[rule] }))
  const isSame = ({ outcome }: Column) => sameWinners(outcome, findings.real)
  const real: Column = { name: t.names.real, about: undefined, outcome: findings.real }
  return { columns: [real, ...others.filter(one => !isSame(one))], same: others.filter(isSame) }
}

/** The winners of several rules over the same ballots, side by side, in careful words. */
export const ComparisonPage = (view: View) => {
  const t = resultsWords(view.frame).rules
  const { columns, same } = columnsOf(view)
  return (
    <PoolLayout {...view} title={t.title} lead={t.lead}>
      {same.length > 0 && <p class="said">{t.same(same.map(({ name }) => name))}</p>}
      {columns.length > 1 && (
        <>
          <ul class="stack">{columns.map(({ name, about }) => about && <li>{[<b>{name}. </b>, about]}</li>)}</ul>
          <Sums {...view} columns={columns} />
          <SideBySide {...view} columns={columns} />
          <Topics {...view} columns={columns} />
          <Places {...view} columns={columns} />
        </>
      )}
    </PoolLayout>
  )
}

const Sums = ({ frame, columns }: View & { columns: readonly Column[] }) => {
  const words = resultsWords(frame)
  const t = words.rules
  return (
    <section class="part stack">
      <h2 id="zasady">{t.numbers}</h2>
      <FigureTable
        frame={frame}
        labelledBy="zasady"
        head={[t.rule, t.won, t.spent, t.withWinner, t.more, t.fewer, t.complaints]}
        rows={columns.map(({ name, outcome: { winners, spent, side, more, fewer, audit } }, at) => [
          name,
          String(winners.length),
          formatMoney(spent, frame.locale),
          words.percent(side.withWinner, side.voters),
          at === 0 ? '' : peopleOrFew(more, frame),
          at === 0 ? '' : peopleOrFew(fewer, frame),
          audit.ok ? t.none : t.some,
        ])}
      />
      <p class="small muted">{t.gain}</p>
    </section>
  )
}

const SideBySide = (view: View & { columns: readonly Column[] }) => {
  const { frame, projects, columns } = view
  const words = resultsWords(frame)
  const t = words.rules
  const link = linkTo(view)
  const sets = columns.map(({ outcome }) => new Set(outcome.winners))
  const somewhere = projects.filter(({ number }) => sets.some(set => set.has(number))).sort((a, b) => b.points - a.points)
  return (
    <section class="part stack">
      <h2 id="obok">{t.side}</h2>
      <p class="small muted">{t.legend}</p>
      <FigureTable
        frame={frame}
        labelledBy="obok"
        head={[words.voters.project, ...columns.map(({ name }) => name)]}
        rows={somewhere.map(({ number }) => [
          link(number),
          ...sets.map(set => (set.has(number) ? <b>{t.yes}</b> : <span class="muted">{t.no}</span>)),
        ])}
      />
    </section>
  )
}

const wonBy = ({ outcome }: Column, projects: readonly ArchivedProject[]) => {
  const won = new Set(outcome.winners)
  return projects.filter(({ number }) => won.has(number))
}

const Topics = ({ frame, projects, columns }: View & { columns: readonly Column[] }) => {
  const t = resultsWords(frame).rules
  const topics = [...new Set(projects.map(({ category }) => category))]
  if (topics.length < 2) return null
  const sum = (column: Column, topic: string | null) =>
    wonBy(column, projects).reduce((all, { category, cost }) => (category === topic ? all + (cost ?? 0) : all), 0)
  return (
    <section class="part stack">
      <h2 id="tematy">{t.topics}</h2>
      <FigureTable
        frame={frame}
        labelledBy="tematy"
        head={[t.topic, ...columns.map(({ name }) => name)]}
        rows={topics.map(topic => [
          topic ? archivedTopic(topic, frame) : t.otherTopic,
          ...columns.map(column => formatMoney(sum(column, topic), frame.locale)),
        ])}
      />
    </section>
  )
}

const Places = ({ frame, projects, columns }: View & { columns: readonly Column[] }) => {
  const t = resultsWords(frame).rules
  const placed = projects.flatMap(({ lon, lat }) => (lon === null || lat === null ? [] : [{ lon, lat }]))
  if (placed.length < 2) return null
  return (
    <section class="part stack">
      <h2>{t.places}</h2>
      <div class="tiles">
        {columns.map(column => {
          const won = wonBy(column, projects)
          const there = won.flatMap(({ title, lon, lat }) => (lon === null || lat === null ? [] : [{ lon, lat, label: title }]))
          return <DotsPlot title={`${column.name}. ${t.placesNote} ${won.length - there.length}.`} all={placed} marked={there} />
        })}
      </div>
    </section>
  )
}
