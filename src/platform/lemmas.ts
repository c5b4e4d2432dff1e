import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

/** A stem of the dictionary with the letters of its inflection patterns. */
export type Stem = { readonly stem: string; readonly flags: string }
export type Rule = { readonly flag: string; readonly strip: string; readonly add: string; readonly fits: RegExp }
export type LemmaTable = {
  /** Stems whose spelling without Polish marks is this one. */
  readonly stemsLike: (folded: string) => readonly Stem[]
  /** Rules by the ending they add, both without Polish marks; then by the ending they take away. */
  readonly rules: ReadonlyMap<string, ReadonlyMap<string, readonly Rule[]>>
}

type Head = { rules: [string, string, string, string][]; flagSets: string[]; count: number; block: number; starts: number[] }

/** Lower case without Polish marks: "Łąkowa" -> "lakowa". The same as the SQL function plain() for Polish text. */
export const fold = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l')

/** The table made by bin/build-lemmas.mjs. Built into dist; in development and tests it is made once, by a child process, and kept in .cache. */
export function openLemmas(): LemmaTable {
  const packed = gunzipSync(readFileSync(findTable()))
  const headLength = packed.readUInt32LE(0)
  const head = JSON.parse(packed.toString('utf8', 4, 4 + headLength)) as Head
  // a copy of its own, so that the head's bytes can go
  const body = Buffer.from(packed.subarray(4 + headLength))
  const starts = Uint32Array.from(head.starts)
  const firsts = head.starts.map(start => fold(body.toString('utf8', start + 4, start + 4 + (body[start + 1] ?? 0))))

  function* stemsFrom(block: number): Generator<Stem & { key: string }> {
    let word = Buffer.alloc(0)
    for (let at = starts[block] ?? 0; at < body.length; ) {
      const [shared = 0, rest = 0, low = 0, high = 0] = body.subarray(at, at + 4)
      word = Buffer.concat([word.subarray(0, shared), body.subarray(at + 4, at + 4 + rest)])
      const stem = word.toString()
      yield { stem, key: fold(stem), flags: head.flagSets[low + high * 256] ?? '' }
      at += 4 + rest
    }
  }

  function stemsLike(folded: string): Stem[] {
    let low = 0
    let high = firsts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((firsts[middle] ?? '') < folded) low = middle + 1
      else high = middle
    }
    const found: Stem[] = []
    for (const { key, stem, flags } of stemsFrom(Math.max(0, low - 1))) {
      if (key > folded) break
      if (key === folded) found.push({ stem, flags })
    }
    return found
  }
  return { stemsLike, rules: byEnding(head.rules) }
}

function byEnding(rows: Head['rules']): LemmaTable['rules'] {
  const fits = new Map<string, RegExp>()
  const rules = new Map<string, Map<string, Rule[]>>()
  for (const [flag, strip, add, condition] of rows) {
    const pattern = fits.get(condition) ?? new RegExp(`${condition}$`)
    fits.set(condition, pattern)
    const byStrip = rules.get(fold(add)) ?? new Map<string, Rule[]>()
    rules.set(fold(add), byStrip)
    byStrip.set(fold(strip), [...(byStrip.get(fold(strip)) ?? []), { flag, strip, add, fits: pattern }])
  }
  return rules
}

const builder = 'bin/build-lemmas.mjs'
const name = 'lemmas.bin.gz'

function findTable(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  if (existsSync(join(here, name))) return join(here, name)
  const root = [join(here, '..'), join(here, '../..')].find(folder => existsSync(join(folder, builder)))
  if (!root) throw new Error(`${name} is missing beside the built program; make it by: node ${builder}`)
  const built = [join(root, 'dist', name), join(root, '.cache', name)].find(existsSync)
  return built ?? buildInto(root, join(root, '.cache', name)) ?? buildInto(root, join(tmpdir(), `wspolne-projekty-${process.pid}-${name}`)) ?? ''
}

/** By a child process, because the dictionary would stay in our memory. Undefined when this folder cannot be written. */
function buildInto(root: string, target: string): string | undefined {
  try {
    execFileSync(process.execPath, [join(root, builder), target], { stdio: 'ignore' })
    return target
  } catch {
    return undefined
  }
}
