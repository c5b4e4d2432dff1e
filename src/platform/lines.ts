import type { Hash } from 'node:crypto'

/** A line, or `undefined` where the bytes are not UTF-8. */
export type Line = string | undefined

/** Lines of a stream of bytes, without their ends (LF or CRLF), as they come; nothing is held but the line that is not over yet. */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  options: { hash?: Hash; onBytes?: (count: number) => void } = {},
): AsyncGenerator<Line[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let rest = ''
  const decode = (chunk?: Uint8Array) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
    } catch {
      return undefined
    }
  }
  for await (const chunk of chunks) {
    options.hash?.update(chunk)
    options.onBytes?.(chunk.length)
    const text = decode(chunk)
    if (text === undefined) {
      yield [...sound(chunk, rest), undefined]
      return
    }
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    yield lines.map(bare)
  }
  const tail = decode()
  if (tail === undefined) yield [undefined]
  else if (rest + tail !== '') yield [bare(rest + tail)]
}

const bare = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line)

/** The lines of a broken chunk that end before the broken byte, so that the number of the broken line is right. */
function sound(chunk: Uint8Array, rest: string): string[] {
  const lines = new TextDecoder().decode(chunk).split('\n')
  const broken = lines.findIndex(line => line.includes('\uFFFD'))
  return lines.slice(0, Math.max(0, broken)).map((line, i) => bare(i === 0 ? rest + line : line))
}
