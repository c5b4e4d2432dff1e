import { createHash } from 'node:crypto'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * A lot that anybody repeats: SHA-256 of the seed, a line feed and the id, as hexadecimal text; the smaller text goes first. The seed is fixed before
 * ballots are opened and shown afterwards.
 */
export const lotsOf = (seed: string, ids: readonly string[]): ReadonlyMap<string, string> => new Map(ids.map(id => [id, sha256(`${seed}\n${id}`)]))
