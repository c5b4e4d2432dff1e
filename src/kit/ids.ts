import { randomBytes } from 'node:crypto'

const letters = '0123456789abcdefghjkmnpqrstvwxyz'

/** An opaque id: a prefix that names the kind and 100 random bits, e.g. `need_7k3m…`. */
export function newId(prefix: string): string {
  return `${prefix}_${Array.from(randomBytes(20), byte => letters[byte & 31]).join('')}`
}
