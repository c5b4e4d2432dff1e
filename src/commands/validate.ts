import { createReadStream } from 'node:fs'
import { parseArgs } from 'node:util'
import { linesOf } from '#kit/lines.ts'
import { pabulibCheck } from '#modules/counting/pabulib/check.rules.ts'
import { checkTextsEn } from '#modules/counting/pabulib/check.texts.en.ts'
import { checkTexts } from '#modules/counting/pabulib/check.texts.ts'
import { fromCaller, refuse, refuseArguments } from '../command-line.ts'

const usage = 'usage: npm run --silent validate -- FILE.pb [--lang pl|en] [--json]'

function asked() {
  try {
    const options = { lang: { type: 'string', default: 'pl' }, json: { type: 'boolean' } } as const
    const { values, positionals } = parseArgs({ args: process.argv.slice(2), options, allowPositionals: true })
    const [file] = positionals
    if (!file || positionals.length > 1) return refuse(`One file is needed; ${usage}.`)
    if (values.lang !== 'pl' && values.lang !== 'en') return refuse('--lang: pl or en.')
    return { file, json: values.json, texts: values.lang === 'pl' ? checkTexts : checkTextsEn }
  } catch (error) {
    return refuseArguments(error, usage)
  }
}
async function check(file: string) {
  const checking = pabulibCheck()
  try {
    for await (const lines of linesOf(createReadStream(fromCaller(file)))) for (const line of lines) checking.line(line)
  } catch (error) {
    return refuse(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`)
  }
  return checking.end()
}

const { file, json, texts } = asked()
const { findings, unwritten, ok } = await check(file)
const told = findings.map(finding => ({ ...finding, says: texts.said(finding.code, finding.what) }))
if (json) console.log(JSON.stringify({ ok, findings: told, unwritten }))
else {
  for (const { line, level, says } of told)
    console.log(`${file}, ${line ? `${texts.words.line} ${line}` : texts.words.file}: ${texts.words.levels[level]}: ${says}.`)
  if (unwritten > 0) console.log(`${texts.words.more} ${unwritten}.`)
  if (ok) console.log(texts.words.fine)
}
if (!ok) process.exitCode = 2
