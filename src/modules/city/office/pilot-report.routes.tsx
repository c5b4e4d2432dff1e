import { dateAndTime } from '#kit/dates.ts'
import { PilotReportPage } from '#modules/city/office/pilot-report.pages.tsx'
import { reportWords, type WordedTable, wordTable } from '#modules/city/office/pilot-report.parts.tsx'
import { reportTables } from '#modules/city/office/pilot-report.rules.ts'
import { readFigures } from '#modules/city/office/pilot-report.store.ts'
import { namesOfPlaces } from '#modules/city/telling.routes.tsx'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { hasPart } from '#modules/programme/programme.rules.ts'
import { listTerritories } from '#modules/programme/territories/territories.store.ts'
import { paths } from '#paths'
import { renderPdf } from '#platform/documents.ts'
import { get, page, type Route, type Visit } from '#web/http.ts'

type Report = { readonly edition: string | undefined; readonly tables: readonly WordedTable[] }

async function readReport(c: Visit): Promise<Report> {
  const { ctx, frame } = c.var
  const edition = await findCurrentEdition(ctx)
  if (!edition) return { edition: undefined, tables: [] }
  const [figures, territories] = await Promise.all([readFigures(ctx, edition.id), listTerritories(ctx)])
  const places = namesOfPlaces(territories, frame.locale)
  const tables = reportTables(figures, hasPart(edition, 'ambassadors')).map(table => wordTable(frame, table, places))
  return { edition: edition.title, tables }
}

// what a spreadsheet would take for a formula stays text
const quoted = (cell: string) => `"${(/^[=+\-@\t]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`

/** One value a line, each with how it is counted: nothing is lost when somebody sorts the table. */
async function csv(c: Visit) {
  const { frame } = c.var
  const { table: t } = reportWords(frame)
  const { tables } = await readReport(c)
  const lines = tables.flatMap(({ title, how, head, rows, sum }) =>
    [...rows, ...(sum ? [sum] : [])].flatMap(([name = '', ...cells]) => cells.map((value, at) => [title, name, head[at + 1] ?? '', value, how])),
  )
  const text = [[t.section, t.row, t.column, t.value, t.how], ...lines].map(line => line.map(quoted).join(';')).join('\r\n')
  return c.body(`\uFEFF${text}\r\n`, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="wspolne-projekty-raport.csv"',
  })
}

async function pdf(c: Visit) {
  const { frame, ctx } = c.var
  const t = reportWords(frame)
  const { edition = t.noEdition, tables } = await readReport(c)
  const words = { title: t.title, lead: t.lead, how: t.how, keptWhy: t.keptWhy, empty: t.empty, asOf: t.asOf(dateAndTime(ctx.now, frame.locale)) }
  const data = { lang: frame.locale, words, edition, tables: tables.map(({ sum = [], ...table }) => ({ ...table, sum })) }
  const bytes = renderPdf(new URL('./pilot-report.typ', import.meta.url), data, ctx.now)
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': 'inline; filename="wspolne-projekty-raport.pdf"',
  })
}

export const pilotReportRoutes: readonly Route[] = [
  get(paths.pilotReport, 'everyone', async c => page(c, <PilotReportPage frame={c.var.frame} {...(await readReport(c))} />)),
  get(paths.pilotReportCsv, 'everyone', csv),
  get(paths.pilotReportPdf, 'everyone', pdf),
]
