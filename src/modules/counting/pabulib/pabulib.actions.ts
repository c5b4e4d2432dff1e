import { createHash, randomInt } from 'node:crypto'
import { linesOf } from '#kit/lines.ts'
import { ballotBox, electionOf } from '#modules/counting/engine/election.rules.ts'
import { type OnBallot, pabulibReader } from '#modules/counting/pabulib/pabulib.rules.ts'
import type { PabulibElection, PabulibFault, PabulibRead } from '#modules/counting/pabulib/pabulib-election.rules.ts'
import { type PoolPlace, resultOf } from '#modules/counting/pabulib/pabulib-result.rules.ts'
import { writePrivate } from '#modules/counting/pabulib/pabulib-write.rules.ts'
import { examine } from '#modules/counting/results/findings.rules.ts'
import { keepFindings } from '#modules/counting/results/findings.store.ts'
import { archiveResult, type Kept } from '#modules/programme/archive/archive.actions.ts'
import type { Result } from '#modules/programme/archive/archive.rules.ts'
import { findByName, whereOf } from '#modules/programme/territories/territories.rules.ts'
import { findCity, listTerritories } from '#modules/programme/territories/territories.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'

export type PabulibSource = {
  readonly name: string
  readonly chunks: AsyncIterable<Uint8Array>
  readonly onBytes?: (count: number) => void
  readonly onBallot?: OnBallot
  readonly invented?: true
}
export type PabulibImport =
  | { readonly ok: true; readonly kept: NonNullable<Kept['kept']>; readonly result: Result }
  | { readonly ok: false; readonly why: 'broken'; readonly fault: PabulibFault }
  | { readonly ok: false; readonly why: 'no-city' | 'other-city' | 'unknown-area' | 'not-yours'; readonly what: string }

/** Reads a file while counting its ballots; who cast them is not looked at. */
export async function readPabulib({ chunks, onBytes, onBallot }: PabulibSource): Promise<{ readonly read: PabulibRead; readonly hash: string }> {
  const hash = createHash('sha256')
  const reader = pabulibReader(onBallot)
  let number = 0
  for await (const lines of linesOf(chunks, { hash, ...(onBytes ? { onBytes } : {}) })) {
    for (const line of lines) {
      number += 1
      const fault: PabulibFault | undefined = typeof line === 'string' ? reader.line(line) : { line: number, why: line.why, what: '' }
      if (fault) return { read: { ok: false, fault }, hash: '' }
    }
  }
  return { read: reader.end(), hash: hash.digest('hex') }
}

/** Takes a past vote into the archive: read whole, counted anew, written in one transaction. The same file twice changes nothing, unless what is
 * found in its ballots was found by an older engine. */
export async function importPabulib(ctx: Ctx, source: PabulibSource): Promise<PabulibImport> {
  const box = ballotBox(true)
  const pieces: Uint8Array[] = []
  const { read, hash } = await readPabulib({ ...source, chunks: keeping(source.chunks, pieces), onBallot: box.put })
  if (!read.ok) return { ok: false, why: 'broken', fault: read.fault }
  const place = await placeOf(ctx, read.election)
  if ('why' in place) return place
  const ballots = electionOf(read.election, box)
  const file = writePrivate(String(Buffer.concat(pieces)), randomInt)
  const counted = resultOf(read.election, ballots, place, { name: source.name, hash, file: file.ok ? file.text : null })
  const result = source.invented ? invented(counted) : counted
  return inTransaction(ctx, async ctx => {
    const answer = await archiveResult(ctx, result)
    if (!answer.ok) return { ok: false, why: 'not-yours', what: '' }
    const kept = answer.kept ?? 'unchanged'
    await keepFindings(ctx, { edition: result.edition.slug, pool: result.pool.slug }, kept !== 'unchanged', () => {
      const winners = result.projects.flatMap(({ number, outcome }) => (outcome === 'won' ? [number] : []))
      return { ballots, findings: examine(ballots, winners) }
    })
    return { ok: true, kept, result }
  })
}

async function* keeping(chunks: AsyncIterable<Uint8Array>, pieces: Uint8Array[]): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    pieces.push(chunk)
    yield chunk
  }
}

/** An edition of the demo world stands beside real ones of the same year, never among them. */
const invented = (result: Result): Result => ({ ...result, edition: { ...result.edition, slug: `pokaz-${result.edition.year}`, invented: true } })

/** City-wide, a district by its name, or a part of one. */
async function placeOf(ctx: Ctx, { unit, district, subunit }: PabulibElection): Promise<PoolPlace | (PabulibImport & { readonly ok: false })> {
  const city = await findCity(ctx)
  if (!city) return { ok: false, why: 'no-city', what: unit }
  if (!findByName([city], unit)) return { ok: false, why: 'other-city', what: unit }
  if (!district) return { territoryId: city.id, slug: whereOf(city), name: city.name }
  const territories = await listTerritories(ctx)
  const found = findByName(territories, district)
  if (!found) return { ok: false, why: 'unknown-area', what: district }
  const part = subunit && subunit !== district ? subunit : undefined
  const within =
    part &&
    findByName(
      territories.filter(({ parentId }) => parentId === found.id),
      part,
    )
  const slug = part ? `${whereOf(found)}-${part.toLowerCase().replace(/[^\p{L}\d]+/gu, '-')}` : whereOf(found)
  return { territoryId: (within || found).id, slug, name: part ?? found.name }
}
