import { createHash } from 'node:crypto'

/**
 * A lot that anybody repeats: SHA-256 of the seed, a line feed and the id, as hexadecimal text; the smaller text goes first. The seed is fixed before
 * ballots are opened and shown afterwards.
 */
export const lotsOf = (seed: string, ids: readonly string[]): ReadonlyMap<string, string> =>
  new Map(ids.map(id => [id, createHash('sha256').update(`${seed}\n${id}`).digest('hex')]))
