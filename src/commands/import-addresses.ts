import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { importAddresses } from '#modules/programme/territories/addresses.actions.ts'
import type { AddressFault } from '#modules/programme/territories/addresses.rules.ts'
import { counted, filesAsked, flagsAsked, progress, withData } from '../command.ts'

const sentences: Record<AddressFault['why'], (what: string) => string> = {
  'no-column': what => `the first line must name these columns too: ${what}`,
  empty: () => 'the file has no addresses',
  values: what => `the number of values differs from that of the columns: ${what}`,
  missing: what => `this is empty: ${what}`,
  'too-long': what => `a street has at most 120 letters and a number 20: ${what}`,
  point: what => `lat and lon must be degrees, WGS84, and these are: ${what}`,
  elsewhere: what => `this point lies outside the city (are lat and lon the right way round?): ${what}`,
  district: what => `the city has no such district: ${what}`,
  twice: what => `this address stands in the file twice: ${what}`,
  'not-csv': what => `this is not CSV in UTF-8 (${what})`,
}

const [[file], flags] = [filesAsked(), flagsAsked()]
const replace = flags.includes('--replace')
if (!file || flags.some(flag => flag !== '--replace')) {
  console.error('Usage: npm run import:addresses -- [--replace] FILE.csv')
  process.exit(2)
}
await withData(async ctx => {
  const name = basename(file)
  const size = await stat(file).catch(() => undefined)
  if (!size?.isFile()) {
    console.error(`${name}: there is no such file.`)
    return 1
  }
  let bytes = 0
  async function* counting(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      bytes += chunk.length
      yield chunk
    }
  }
  const chunks = counting(createReadStream(file, { highWaterMark: 1 << 18 }))
  const answer = await importAddresses(ctx(), chunks, {
    replace,
    onRows: rows => progress(`Addresses: ${rows} · ${Math.round((100 * bytes) / size.size)} %`),
  })
  if (answer.ok) {
    const { rows, added, changed, missing, removed } = answer.report
    progress(`Addresses: ${rows} · 100 %`, true)
    console.log(`${name}: ${counted(rows, 'address', 'addresses')}. New: ${added}, moved: ${changed}, as they were: ${rows - added - changed}.`)
    if (replace) console.log(`Removed, no longer in the file: ${removed}.`)
    else if (missing > 0) console.log(`Not in the file, though in its districts: ${missing}. They stay; --replace removes them.`)
    return 0
  }
  if (answer.why === 'broken') console.error(`\n${name}, line ${answer.fault.line}: ${sentences[answer.fault.why](answer.fault.what)}.`)
  else console.error('There is no city yet: start the product once, or create an edition from a preset.')
  console.error('Nothing was imported.')
  return 1
})
