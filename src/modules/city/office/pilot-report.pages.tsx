import { dateAndTime } from '#kit/dates.ts'
import { reportWords, type WordedTable } from '#modules/city/office/pilot-report.parts.tsx'
import { paths } from '#paths'
import { FigureTable } from '#ui/figure-table.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Empty } from '#ui/parts.tsx'

export const PilotReportPage = ({ frame, edition, tables }: { frame: Frame; edition: string | undefined; tables: readonly WordedTable[] }) => {
  const t = reportWords(frame)
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={edition} wide>
      {edition === undefined ? (
        <Empty title={t.noEdition}>
          <p>{t.noEditionHelp}</p>
        </Empty>
      ) : (
        <>
          <p class="muted">
            {t.asOf(dateAndTime(frame.now, frame.locale))} · <a href={paths.pilotReportCsv}>{t.csv}</a> · <a href={paths.pilotReportPdf}>{t.pdf}</a>
          </p>
          <p class="small muted">{t.keptWhy}</p>
          {tables.map(table => (
            <Section frame={frame} table={table} />
          ))}
        </>
      )}
    </Layout>
  )
}

const Section = ({ frame, table }: { frame: Frame; table: WordedTable }) => {
  const t = reportWords(frame)
  const { id, title, how, head, rows, sum } = table
  return (
    <section class="part tight">
      <h2 id={id}>{title}</h2>
      {rows.length === 0 ? <p class="muted">{t.empty}</p> : <FigureTable frame={frame} labelledBy={id} head={head} rows={rows} sum={sum} />}
      <p class="small muted">
        <b>{t.how}:</b> {how}
      </p>
    </section>
  )
}
