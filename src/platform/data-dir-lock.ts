import { execFileSync } from 'node:child_process'
import { linkSync, mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export type DataDirLock = { readonly ok: true; release(): void } | { readonly ok: false; readonly why: string }
type Timing = { readonly beat: number; readonly silence: number }

// The sign of life matters only where process numbers say nothing: a folder shared by two containers or machines.
const usual: Timing = { beat: 3_000, silence: 12_000 }

const attempt = <Found>(read: () => Found): Found | null => {
  try {
    return read()
  } catch {
    return null
  }
}

/** Within one place a process number has one meaning. */
const here = () => `${hostname()} ${attempt(() => readlinkSync('/proc/self/ns/pid')) ?? ''}`

/** When a process began, in whatever words the system has for it: with the number it names a process for good. */
function beginningOf(pid: number): string | null {
  if (process.platform === 'linux') {
    const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
    // The name of the program may hold blanks and brackets, so the fields are counted after it.
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields && fields[0] !== 'Z' && fields[0] !== 'X' ? (fields[19] ?? null) : null
  }
  if (process.platform === 'win32') return attempt(() => process.kill(pid, 0)) ? 'alive' : null
  return (
    attempt(() => execFileSync('ps', ['-p', String(pid), '-o', 'lstart='], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()) || null
  )
}

const card = () => JSON.stringify({ pid: process.pid, beginning: beginningOf(process.pid), place: here() })

async function isHeld(file: string, written: string, { silence }: Timing): Promise<boolean> {
  const holder = attempt(() => JSON.parse(written) as { pid: number; beginning: string; place: string })
  if (holder?.place === here()) return beginningOf(holder.pid) === holder.beginning
  const before = attempt(() => statSync(file).mtimeMs)
  for (let waited = 0; waited < silence; waited += 250) {
    await pause(250)
    if (attempt(() => statSync(file).mtimeMs) !== before) return true
  }
  return false
}

/** A link appears whole or not at all, and only one of many can make it. */
function claim(file: string): boolean {
  const own = `${file}.${process.pid}`
  writeFileSync(own, card(), { mode: 0o600 })
  const won = attempt(() => linkSync(own, file) === undefined) ?? false
  rmSync(own, { force: true })
  return won
}

/** Moves a dead process's lock away; if another start was quicker, what was moved is its lock, and it goes back. */
function clear(file: string, dead: string): void {
  const aside = `${file}.left-${process.pid}`
  attempt(() => renameSync(file, aside))
  if (attempt(() => readFileSync(aside, 'utf8')) !== dead) attempt(() => linkSync(aside, file))
  rmSync(aside, { force: true })
}

function hold(file: string, { beat }: Timing): DataDirLock {
  const own = readFileSync(file, 'utf8')
  const beating = setInterval(() => attempt(() => utimesSync(file, new Date(), new Date())), beat)
  beating.unref()
  return {
    ok: true,
    release() {
      clearInterval(beating)
      if (attempt(() => readFileSync(file, 'utf8')) === own) rmSync(file, { force: true })
    },
  }
}

/** One running instance on one folder of data. A lock left by a killed process is taken over. */
export async function lockDataDir(dataDir: string, timing: Timing = usual): Promise<DataDirLock> {
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, 'running.lock')
  for (let tries = 0; tries < 5; tries++) {
    if (claim(file)) return hold(file, timing)
    const written = attempt(() => readFileSync(file, 'utf8'))
    if (written === null) continue
    if (await isHeld(file, written, timing)) break
    clear(file, written)
  }
  return { ok: false, why: `Wspólne Projekty already runs on the data in ${dataDir}: stop it first, or set another DATA_DIR and PORT.` }
}
