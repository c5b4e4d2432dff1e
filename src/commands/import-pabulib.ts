import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { checkTextsEn } from '#modules/counting/pabulib/check.texts.en.ts'
import { importPabulib, type PabulibImport } from '#modules/counting/pabulib/pabulib.actions.ts'
import { counted, filesAsked, progress, withData } from '../command.ts'

const refusals: Record<'no-city' | 'other-city' | 'unknown-area' | 'not-yours', (what: string) => string> = {
  'no-city': () => 'there is no city yet: start the product once, or create an edition from a preset',
  'other-city': what => `this is a vote of another city (${what})`,
  'unknown-area': what => `the city has no district called ${what}`,
  'not-yours': () => 'this may be done by a coordinator',
}

const reason = (answer: PabulibImport & { readonly ok: false }): string =>
  answer.why === 'broken' ? `line ${answer.fault.line}: ${checkTextsEn.said(answer.fault.why, answer.fault.what)}` : refusals[answer.why](answer.what)

const checks = {
  agree: 'as published',
  differ: 'NOT as published',
  unstated: 'not published in the file',
  'other-rule': 'kept as published (a rule we do not recount)',
} as const

function told({ kept, result }: PabulibImport & { readonly ok: true }): string {
  const { pool, projects, edition } = result
  const won = projects.filter(({ outcome }) => outcome === 'won').length
  const sums = `${edition.year} ${pool.name}: ${counted(projects.length, 'project', 'projects')}, ${counted(pool.ballots, 'ballot', 'ballots')}, ${won} chosen`
  return `${sums}; points ${checks[pool.pointsCheck]}, winners ${checks[pool.winnersCheck]}; ${kept}`
}

const files = filesAsked()
if (files.length === 0) {
  console.error('Usage: npm run import:pabulib -- FILE.pb [FILE.pb …]')
  process.exit(2)
}
await withData(async ctx => {
  const sizes = await Promise.all(
    files.map(file =>
      stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  const all = sizes.reduce((sum, size) => sum + size, 0)
  const start = performance.now()
  const counts = { added: 0, replaced: 0, unchanged: 0, refused: 0, differ: 0 }
  let bytes = 0
  for (const [i, file] of files.entries()) {
    const name = basename(file)
    const onBytes = (count: number) => {
      bytes += count
      progress(`${i + 1} of ${files.length} · ${Math.round((100 * bytes) / Math.max(1, all))} % · ${name}`)
    }
    const answer = await importPabulib(ctx(), { name, chunks: createReadStream(file, { highWaterMark: 1 << 18 }), onBytes }).catch(
      (error: NodeJS.ErrnoException) => error,
    )
    if (answer instanceof Error && answer.code === undefined) throw answer
    if (answer instanceof Error || !answer.ok) {
      counts.refused += 1
      console.error(
        `${process.stdout.isTTY ? '\r' : ''}${name}: ${answer instanceof Error ? `cannot be read (${answer.code})` : reason(answer)}. Nothing of this file was imported.`,
      )
      continue
    }
    counts[answer.kept] += 1
    if (answer.result.pool.pointsCheck === 'differ' || answer.result.pool.winnersCheck === 'differ') counts.differ += 1
    progress(`${name}: ${told(answer)}`, true)
  }
  const seconds = (performance.now() - start) / 1000
  console.log(
    `${counted(files.length, 'file', 'files')}, ${(bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s (${(bytes / 1e6 / seconds).toFixed(0)} MB/s). ` +
      `New: ${counts.added}, replaced: ${counts.replaced}, unchanged: ${counts.unchanged}, refused: ${counts.refused}; our count differs in ${counts.differ}.`,
  )
  return counts.refused > 0 ? 1 : 0
})
