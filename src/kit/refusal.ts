/** Missing is `notFound`, impossible is `assert`; an expected "no" is a verdict and never thrown. */
export type Refusal = Error & { readonly refusal: 403 | 404 | 409 | 413 | 429 | 503 }

const refusal = (status: Refusal['refusal'], message: string): Refusal => Object.assign(new Error(message), { refusal: status })

export function notFound(what = 'not found'): never {
  throw refusal(404, what)
}
export function forbidden(what = 'forbidden'): never {
  throw refusal(403, what)
}
export function refuse(status: Refusal['refusal'], what: string): never {
  throw refusal(status, what)
}
export const isRefusal = (error: unknown): error is Refusal => error instanceof Error && 'refusal' in error

export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message)
}
