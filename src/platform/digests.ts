import { createHash } from 'node:crypto'

export type ChainedFact = { readonly seq: number; readonly at: Date; readonly fact: string; readonly subject: string }
export type FactBody = { readonly salt: Buffer; readonly actorId: string; readonly payload: unknown }

/** SHA-256(salt ‖ canonical JSON of who and what). Without the salt the leaf says nothing about the payload. */
export function leafOf(body: FactBody): Buffer {
  return createHash('sha256')
    .update(body.salt)
    .update(canonical({ actor: body.actorId, payload: body.payload }))
    .digest()
}

/** SHA-256(previous link ‖ the fact's public part ‖ leaf): every link vouches for all before it. */
export function linkOf(previous: Buffer, fact: ChainedFact, leaf: Buffer): Buffer {
  const head = canonical({ seq: fact.seq, at: fact.at.toISOString(), fact: fact.fact, subject: fact.subject })
  return createHash('sha256').update(previous).update(head).update(leaf).digest()
}

/** The link before the first one. */
export const genesis: Buffer = createHash('sha256').update('Wspólne Projekty').digest()

/** JSON with sorted keys, so that a payload read back from the database hashes as it was written. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
    .join(',')}}`
}
