import { Readable } from 'node:stream'
import { parse as parseRows } from 'csv-parse'
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

/** With `info` each record comes with the line it ends in. */
function optionsFor(text: string) {
  const first = text.split('\n', 1)[0] ?? ''
  const delimiter = [';', ',', '\t'].reduce((best, mark) => (first.split(mark).length > first.split(best).length ? mark : best))
  return { delimiter, bom: true, info: true, relax_column_count: true, skip_empty_lines: true } as const
}

/** Columns separated by semicolons, commas or tabs, whichever the first line has most of. */
export function readTable(typed: string): TypedTable | NoTable {
  const text = typed.replace(/\r\n?/g, '\n')
  try {
    const records = parse(text, optionsFor(text)) as unknown as readonly { record: string[]; info: { lines: number } }[]
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

export type StreamedRow = { readonly line: number; readonly values: readonly string[] }
/** The same of a file too large to hold: row by row, the names of the columns first. Only UTF-8, for what is not is known too late. */
export async function* streamTable(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<StreamedRow | NoTable> {
  let line = 0
  try {
    for await (const { record, info } of await parserOf(chunks)) {
      line = info.lines
      if (record.some(value => value.trim() !== '')) yield { line, values: record }
    }
  } catch (error) {
    // the edge of a foreign library, and of the decoder: the line is all that is known
    yield {
      line: Number((error as { lines?: number }).lines ?? line + 1),
      why: 'not-csv',
      what: error instanceof Error ? error.message.slice(0, 200) : '',
    }
  }
}

async function parserOf(chunks: AsyncIterable<Uint8Array>) {
  const texts = textOf(chunks)
  let head = ''
  while (!head.includes('\n')) {
    const { value, done } = await texts.next()
    if (done) break
    head += value
  }
  const parser = Readable.from(following(head, texts)).pipe(parseRows(optionsFor(head)))
  return parser as AsyncIterable<{ record: string[]; info: { lines: number } }>
}
async function* following(head: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield head
  yield* rest
}
async function* textOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
