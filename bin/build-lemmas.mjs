// Makes the compact table of Polish word forms that src/platform/words.ts reads: node bin/build-lemmas.mjs FILE
// Source: the npm package dictionary-pl (hunspell, © Marek Futrega and others; GPL, LGPL, MPL or CC BY-SA at the user's choice; we take it under MPL-2.0,
// which the EUPL names as compatible; the table stays under MPL-2.0).
// Layout (gzipped): u32 length of the head, head as JSON { rules, flagSets, count, block, starts }, then the stems, sorted by their folded form, in blocks
// of which the first word is whole and each next one says how many bytes it shares with the one before.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

const perBlock = 16
const folder = dirname(createRequire(import.meta.url).resolve('dictionary-pl'))
const fold = word => word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l')

/** Suffix rules by flag: [flag, strip, add, condition]. Prefixes ("nie", "naj") are read by the code itself. */
function readRules() {
  const rules = []
  for (const line of readFileSync(resolve(folder, 'index.aff'), 'utf8').split('\n')) {
    const [kind, flag, strip, add, condition] = line.trim().split(/\s+/)
    if (kind !== 'SFX' || condition === undefined) continue
    rules.push([flag, strip === '0' ? '' : strip, add === '0' ? '' : add, condition])
  }
  return rules
}

function readStems() {
  const stems = new Map()
  for (const line of readFileSync(resolve(folder, 'index.dic'), 'utf8').split('\n').slice(1)) {
    const [word, flags = ''] = line.trim().split('/')
    if (!word || !/^[\p{L}]+$/u.test(word)) continue
    const stem = word.toLowerCase()
    stems.set(stem, [...new Set((stems.get(stem) ?? '') + flags)].sort().join(''))
  }
  return [...stems].map(([stem, flags]) => ({ stem, flags, key: fold(stem) })).sort((a, b) => compare(a.key, b.key) || compare(a.stem, b.stem))
}
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

function pack(stems, flagSets) {
  const numberOf = new Map(flagSets.map((flags, index) => [flags, index]))
  const starts = []
  const chunks = []
  let offset = 0
  let before = Buffer.alloc(0)
  stems.forEach(({ stem, flags }, index) => {
    const bytes = Buffer.from(stem)
    if (index % perBlock === 0) {
      starts.push(offset)
      before = Buffer.alloc(0)
    }
    let shared = 0
    while (shared < before.length && shared < bytes.length && before[shared] === bytes[shared]) shared++
    const set = numberOf.get(flags)
    const chunk = Buffer.concat([Buffer.from([shared, bytes.length - shared, set & 255, set >> 8]), bytes.subarray(shared)])
    chunks.push(chunk)
    offset += chunk.length
    before = bytes
  })
  return { starts, body: Buffer.concat(chunks) }
}

const target = resolve(process.env.INIT_CWD ?? '.', process.argv[2] ?? 'dist/lemmas.bin.gz')
const stems = readStems()
const flagSets = [...new Set(stems.map(({ flags }) => flags))]
const { starts, body } = pack(stems, flagSets)
const head = Buffer.from(JSON.stringify({ rules: readRules(), flagSets, count: stems.length, block: perBlock, starts }))
const length = Buffer.alloc(4)
length.writeUInt32LE(head.length)
mkdirSync(dirname(target), { recursive: true })
// written beside and renamed: somebody else may be building the same table
writeFileSync(`${target}.${process.pid}`, gzipSync(Buffer.concat([length, head, body]), { level: 9 }))
renameSync(`${target}.${process.pid}`, target)
