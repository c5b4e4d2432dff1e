import { resolve } from 'node:path'

/** Bad input: one sentence, exit 2. */
export function refuse(sentence: string): never {
  console.error(sentence)
  process.exit(2)
}
/** An option that is not known, told by what the reader of arguments says first. */
export const refuseArguments = (error: unknown, usage: string): never =>
  refuse(`${(error instanceof Error ? error.message : String(error)).split(/[.\n]/)[0]}; ${usage}.`)

/** Files are named as whoever calls sees them, not as the folder of the product does. */
export const fromCaller = (name: string): string => resolve(process.env.INIT_CWD ?? '.', name)
