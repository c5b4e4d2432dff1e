/** SHA-256 of a text, as hexadecimal text; by hand, since a browser's worker counts with it too and must not wait for it. */
export function sha256(text: string): string {
  const bytes = new TextEncoder().encode(text)
  const blocks = Math.ceil((bytes.length + 9) / 64)
  const padded = new DataView(new ArrayBuffer(blocks * 64))
  for (const [at, byte] of bytes.entries()) padded.setUint8(at, byte)
  padded.setUint8(bytes.length, 0x80)
  padded.setBigUint64(padded.byteLength - 8, BigInt(bytes.length) * 8n)
  const hash = Int32Array.from(firstHash)
  for (let block = 0; block < blocks; block += 1) mix(hash, scheduled(padded, block * 64))
  return [...hash].map(word => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

const primes = (count: number): number[] => {
  const found: number[] = []
  for (let n = 2; found.length < count; n += 1) if (found.every(prime => n % prime !== 0)) found.push(n)
  return found
}
/** The first 32 bits after the point. */
const fractional = (root: number) => Math.trunc((root % 1) * 2 ** 32) | 0
const constants = Int32Array.from(primes(64), prime => fractional(Math.cbrt(prime)))
const firstHash = Int32Array.from(primes(8), prime => fractional(Math.sqrt(prime)))
const rotated = (word: number, by: number) => (word >>> by) | (word << (32 - by))

function scheduled(padded: DataView, from: number): Int32Array {
  const words = new Int32Array(64)
  const word = (i: number) => words[i] ?? 0
  for (let i = 0; i < 64; i += 1) {
    const [early, late] = [word(i - 15), word(i - 2)]
    words[i] =
      i < 16
        ? padded.getInt32(from + i * 4)
        : word(i - 16) +
          (rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3)) +
          word(i - 7) +
          (rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10))
  }
  return words
}

function mix(hash: Int32Array, words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash
  for (const [i, word] of words.entries()) {
    const one = h + (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + ((e & f) ^ (~e & g)) + (constants[i] ?? 0) + word
    const two = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) hash[i] = (hash[i] ?? 0) + word
}

/**
 * A lot that anybody repeats: SHA-256 of the seed, a line feed and the id, as hexadecimal text; the smaller text goes first. The seed is fixed before
 * ballots are opened and shown afterwards.
 */
export const lotsOf = (seed: string, ids: readonly string[]): ReadonlyMap<string, string> => new Map(ids.map(id => [id, sha256(`${seed}\n${id}`)]))
