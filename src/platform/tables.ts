import { parse } from 'csv-parse/sync'
import type { TypedTable } from '#kit/columns.ts'

export type NoTable = { readonly line: number; readonly why: 'not-csv'; readonly what: string }

/** UTF-8, or what Polish office programs write when nobody tells them otherwise. */
export function decodeTable(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1250').decode(bytes)
  }
}

/** Columns separated by semicolons, commas or tabs, whichever the first line has most of. */
export function readTable(typed: string): TypedTable | NoTable {
  const text = typed.replace(/\r\n?/g, '\n')
  const first = text.split('\n', 1)[0] ?? ''
  const delimiter = [';', ',', '\t'].reduce((best, mark) => (first.split(mark).length > first.split(best).length ? mark : best))
  try {
    // with `info` each record comes with where it stands, which the types do not know
    const records = parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as readonly { record: string[]; info: { lines: number } }[]
    const [head, ...rows] = records
    return {
      columns: head?.record ?? [],
      // the parser tells the line a record ends in
      rows: rows.filter(({ record }) => record.some(value => value.trim() !== '')).map(({ record, info }) => ({ line: info.lines, values: record })),
    }
  } catch (error) {
    const line = Number((error as { lines?: number }).lines ?? 1)
    return { line, why: 'not-csv', what: error instanceof Error ? error.message.slice(0, 200) : '' }
  }
}
