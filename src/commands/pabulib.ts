import { randomInt } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { checkTextsEn } from '#modules/counting/pabulib/check.texts.en.ts'
import { pabulibReader } from '#modules/counting/pabulib/pabulib.rules.ts'
import { writeFaithful, writePrivate } from '#modules/counting/pabulib/pabulib-write.rules.ts'
import { smallestGroup } from '#modules/counting/results/voters.rules.ts'
import { fromCaller, refuse, refuseArguments } from '../command-line.ts'

const usage = 'usage: npm run --silent pabulib -- FILE.pb OUT.pb [--mode private|faithful]'

function asked() {
  try {
    const options = { mode: { type: 'string', default: 'private' } } as const
    const { values, positionals } = parseArgs({ args: process.argv.slice(2), options, allowPositionals: true })
    const [file, out, ...more] = positionals
    if (!file || !out || more.length > 0) return refuse(`The file to read and the file to write are needed; ${usage}.`)
    if (values.mode !== 'private' && values.mode !== 'faithful') return refuse('--mode: private or faithful.')
    return { file, out, mode: values.mode }
  } catch (error) {
    return refuseArguments(error, usage)
  }
}
function open(file: string): string {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(fromCaller(file)))
  } catch (error) {
    return refuse(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`)
  }
  const reader = pabulibReader()
  for (const line of text.replace(/\r?\n$/, '').split(/\r?\n/)) {
    const fault = reader.line(line)
    if (fault) return refuse(`${file}, line ${fault.line}: ${checkTextsEn.said(fault.why, fault.what)}.`)
  }
  const read = reader.end()
  return read.ok ? text : refuse(`${file}, line ${read.fault.line}: ${checkTextsEn.said(read.fault.why, read.fault.what)}.`)
}

const { file, out, mode } = asked()
const text = open(file)
const written = mode === 'faithful' ? { ok: true as const, text: writeFaithful(text) } : writePrivate(text, randomInt)
if (!written.ok) refuse(`${file}: fewer than ${smallestGroup} ballots are not published one by one.`)
try {
  writeFileSync(fromCaller(out), written.text)
} catch (error) {
  refuse(`${out} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
}
