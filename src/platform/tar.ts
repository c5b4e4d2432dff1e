import { assert } from '#kit/refusal.ts'

/** The plainest tar there is (ustar, files only): any tool of the last forty years opens it. */
const block = 512

export type TarEntry = { readonly name: string; readonly size: number; readonly body: AsyncIterable<Buffer> }

export function tarHead(name: string, size: number): Buffer {
  assert(Buffer.byteLength(name) <= 100, `${name} is too long a name for the backup`)
  const head = Buffer.alloc(block)
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`
  head.write(name, 0)
  head.write(octal(0o600, 7), 100)
  head.write(octal(0, 7), 108)
  head.write(octal(0, 7), 116)
  head.write(octal(size, 11), 124)
  head.write(octal(0, 11), 136)
  head.write(' '.repeat(8), 148)
  head.write('0', 156)
  head.write('ustar\u000000', 257)
  const sum = head.reduce((total, byte) => total + byte, 0)
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return head
}

/** What fills an entry up to a whole block. */
export const tarFill = (size: number): Buffer => Buffer.alloc((block - (size % block)) % block)
export const tarEnd = (): Buffer => Buffer.alloc(2 * block)

/** The entries in order. Each body must be read, or left, before the next entry is asked for. An end without the mark of an end is an error. */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const input = inputOf(source)
  for (;;) {
    const head = await input.exactly(block)
    if (head.every(byte => byte === 0)) return
    const size = Number.parseInt(head.toString('latin1', 124, 135), 8)
    const name = head.toString('utf8', 0, 100).replace(/\0.*$/s, '')
    const sum = Number.parseInt(head.toString('latin1', 148, 154), 8)
    head.fill(' ', 148, 156)
    if (!(size >= 0) || sum !== head.reduce((total, byte) => total + byte, 0)) throw new Error('not a tar file')
    let left = size
    const body = (async function* () {
      while (left > 0) {
        const part = await input.some(left)
        left -= part.length
        yield part
      }
    })()
    yield { name, size, body }
    while (left > 0) left -= (await input.some(left)).length
    await input.exactly((block - (size % block)) % block)
  }
}

function inputOf(source: AsyncIterable<Buffer>) {
  const parts = source[Symbol.asyncIterator]()
  let waiting: Buffer = Buffer.alloc(0)
  async function some(most: number): Promise<Buffer> {
    while (waiting.length === 0) {
      const next = await parts.next()
      if (next.done) throw new Error('the file ends too early')
      waiting = next.value
    }
    const part = waiting.subarray(0, most)
    waiting = waiting.subarray(part.length)
    return part
  }
  return {
    some,
    async exactly(size: number): Promise<Buffer> {
      const found: Buffer[] = []
      for (let left = size; left > 0; left -= found.at(-1)?.length ?? 0) found.push(await some(left))
      return Buffer.concat(found)
    },
  }
}
