import type { Product } from '../journeys/product.ts'

let visitors = 0
/** A request as a proxy hands it over: each comes from an address of its own, so that no limit is met. */
export const request = (method: string, path: string, more = '', body = ''): string => {
  visitors += 1
  const address = `10.${(visitors >> 16) & 255}.${(visitors >> 8) & 255}.${visitors & 255}`
  return `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: ${address}\r\n${more}\r\n${body}`
}
export const cookie = (token: string): string => `Cookie: sesja=${token}\r\n`
export const posted = (path: string, token: string, fields: Readonly<Record<string, string>> = {}): string => {
  const body = new URLSearchParams(fields).toString()
  const head = `${cookie(token)}Origin: http://localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n`
  return request('POST', path, head, body)
}
export const portOf = (product: Product): number => Number(new URL(product.address).port)
/** A city's server has long run when a whole district comes: so many requests that the code is compiled, however slow the machine. */
export const warm = (run: (least: number) => Promise<unknown>): Promise<unknown> => run(3_000)
