import { resolve } from 'node:path'
import { house } from '#kit/actor.ts'
import { readConfig } from '#platform/config.ts'
import type { Ctx } from '#platform/context.ts'
import { openLog } from '#platform/log.ts'
import { openData } from './opening.ts'

/** Files named by whoever typed the command, from where they stood: npm changes the working directory. */
export const filesAsked = (): readonly string[] =>
  process.argv
    .slice(2)
    .filter(word => !isFlag(word))
    .map(name => resolve(process.env.INIT_CWD ?? '.', name))
const isFlag = (word: string) => word.startsWith('--')
/** What was asked for beside files, as `--replace`. */
export const flagsAsked = (): readonly string[] => process.argv.slice(2).filter(isFlag)

/** Opens the data beside a running server or alone, works as the house, and closes it again. The work answers the exit code. */
export async function withData(work: (ctx: () => Ctx) => Promise<number>): Promise<void> {
  const config = readConfig(process.env)
  const opening = await openData(config, openLog('silent'), false)
  if (!opening.ok) {
    console.error(opening.why)
    process.exit(1)
  }
  const { db, stop } = opening.opened
  try {
    process.exitCode = await work(() => ({ db, actor: house, now: new Date(), wall: new Date(), locale: 'pl' }))
  } finally {
    await stop()
  }
}

const onScreen = process.stdout.isTTY

/** One line that moves on a screen; in a log only the last state is written. */
export function progress(line: string, last = false): void {
  if (onScreen) process.stdout.write(`\r${line.padEnd(78).slice(0, 100)}${last ? '\n' : ''}`)
  else if (last) console.log(line)
}

/** "1 file", "3 files" */
export const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`
