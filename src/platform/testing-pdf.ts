import { inflateSync } from 'node:zlib'

/** Everything inside the file, unpacked. */
export function insideOf(pdf: Buffer): string {
  const raw = pdf.toString('latin1')
  const streams = [...raw.matchAll(/(?<!end)stream\r?\n/g)].map(({ index, 0: mark }) => {
    const start = index + mark.length
    const packed = pdf.subarray(start, raw.indexOf('endstream', start))
    try {
      return inflateSync(packed).toString('latin1')
    } catch {
      return packed.toString('latin1')
    }
  })
  return raw + streams.join('\n')
}

/** How each font of the file says its marks are read, for those who copy or listen. */
const alphabetsOf = (inside: string): readonly ReadonlyMap<number, string>[] =>
  [...inside.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)].map(
    ([, lines = '']) =>
      new Map(
        [...lines.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi)].map(([, mark = '', codes = '']) => [
          Number.parseInt(mark, 16),
          String.fromCharCode(...(codes.match(/.{4}/g) ?? []).map(code => Number.parseInt(code, 16))),
        ]),
      ),
  )
/** The characters that its fonts draw. */
export const lettersOf = (pdf: Buffer): Set<string> => new Set(alphabetsOf(insideOf(pdf)).flatMap(alphabet => [...alphabet.values()]))

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
const plainOf = (drawn: string) =>
  drawn.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
  )

/** What is drawn, line by line, read by each font in turn: by the right one every line is there. */
export function textOf(pdf: Buffer): string {
  const inside = insideOf(pdf)
  const lines = [...inside.matchAll(/\[((?:\((?:\\[\s\S]|[^\\)])*\)|[-\d.\s])*)\]\s*TJ/g)].map(([, pieces = '']) =>
    [...pieces.matchAll(/\(((?:\\[\s\S]|[^\\)])*)\)/g)].map(([, drawn = '']) => plainOf(drawn)).join(''),
  )
  const read = (alphabet: ReadonlyMap<number, string>) =>
    lines.map(line =>
      Array.from({ length: line.length / 2 }, (_, i) => alphabet.get(line.charCodeAt(2 * i) * 256 + line.charCodeAt(2 * i + 1)) ?? '').join(''),
    )
  return alphabetsOf(inside).flatMap(read).join('\n')
}
