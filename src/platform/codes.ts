import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

/** Six digits for a letter; they are short because tries are counted. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')

const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
/** Twelve characters for print, in threes, without those that look alike: some 59 bits. */
export const newPrintedCode = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 3 }, () => letters[randomInt(letters.length)]).join('')).join('-')

/** A digest that says nothing without the secret of this installation; `use` keeps digests of different uses apart. */
export const keyedDigest = (secret: string, use: string, value: string): Buffer => createHmac('sha256', secret).update(`${use}\n${value}`).digest()
export const sameDigest = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b)

export const newToken = (): string => randomBytes(32).toString('base64url')
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()
