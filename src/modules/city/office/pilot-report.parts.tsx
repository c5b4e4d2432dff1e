import type { Cell, ReportTable } from '#modules/city/office/pilot-report.rules.ts'
import { pilotReportTextsEn } from '#modules/city/office/pilot-report.texts.en.ts'
import { pilotReportTexts } from '#modules/city/office/pilot-report.texts.ts'
import type { Frame } from '#ui/frame.ts'

export const reportWords = (frame: Pick<Frame, 'locale'>): typeof pilotReportTexts => ({ pl: pilotReportTexts, en: pilotReportTextsEn })[frame.locale]

/** A table of the report in words: the page, the CSV and the PDF say the same. */
export type WordedTable = {
  readonly id: string
  readonly title: string
  readonly how: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly sum: readonly string[] | undefined
}

/** `places` names the districts by their ids. */
export function wordTable(frame: Pick<Frame, 'locale'>, table: ReportTable, places: ReadonlyMap<string, string>): WordedTable {
  const t = reportWords(frame)
  const { section, columns, rows, sum } = table
  const cell = (value: Cell | undefined) => (value === undefined ? '–' : value === null ? t.kept : value.toLocaleString(frame.locale))
  const name = (key: string) => (key === '' ? (t.rows.allUnits ?? '') : (places.get(key) ?? t.rows[key] ?? key))
  return {
    id: section,
    title: t.sections[section].title,
    how: t.sections[section].how,
    head: [t.sections[section].row, ...columns.map(column => t.columns[column] ?? column)],
    rows: rows.map(({ key, cells }) => [name(key), ...cells.map(cell)]),
    sum: sum && [t.sum, ...sum.map(cell)],
  }
}
