/** Why a line cannot be read. */
export type Unreadable = { readonly why: 'not-utf8' | 'line-too-long' }
export type Line = string | Unreadable
const notUtf8: Unreadable = { why: 'not-utf8' }
/** No line of anything we read comes near; a file without line ends must not fill the memory. */
const longest = 1_000_000

/** Lines of a stream of bytes, without their ends (LF or CRLF), as they come; nothing is held but the line that is not over yet. Ends after the
 * first line that cannot be read. */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  options: { hash?: { update(bytes: Uint8Array): unknown }; onBytes?: (count: number) => void } = {},
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
      yield [...sound(chunk, rest), notUtf8]
      return
    }
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    yield lines.map(bare)
    if (rest.length > longest) {
      yield [{ why: 'line-too-long' }]
      return
    }
  }
  const tail = decode()
  if (tail === undefined) yield [notUtf8]
  else if (rest + tail !== '') yield [bare(rest + tail)]
}

const bare = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line)

/** The lines of a broken chunk that end before the broken byte, so that the number of the broken line is right. */
function sound(chunk: Uint8Array, rest: string): string[] {
  const lines = new TextDecoder().decode(chunk).split('\n')
  const broken = lines.findIndex(line => line.includes('\uFFFD'))
  return lines.slice(0, Math.max(0, broken)).map((line, i) => bare(i === 0 ? rest + line : line))
}
