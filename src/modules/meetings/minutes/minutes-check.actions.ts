import { createHash } from 'node:crypto'
import { canonicalLine, canonicalMinutes, changedLines, type MinuteLine, type MinutesCheck } from '#modules/meetings/minutes/minutes.rules.ts'
import { listLines } from '#modules/meetings/minutes/minutes.store.ts'
import type { Ctx } from '#platform/context.ts'
import { canonical } from '#platform/digests.ts'
import { factsAbout } from '#platform/ledger.ts'

const sha256 = (value: unknown) => createHash('sha256').update(canonical(value)).digest('hex')

/** One digest of the whole, and one of each line, so that a changed one is found. */
export const digestsOf = (meetingId: string, lines: readonly MinuteLine[]): { hash: string; lines: string[] } => ({
  hash: sha256(canonicalMinutes(meetingId, lines)),
  lines: lines.map((line, at) => sha256(canonicalLine(line, at))),
})

/** Compares what stands in the table now with what the ledger says was frozen. */
export async function checkMinutes(ctx: Ctx, meetingId: string): Promise<MinutesCheck> {
  const fact = (await factsAbout(ctx, [meetingId])).find(one => one.fact === 'minutes.frozen')
  if (typeof fact?.payload.hash !== 'string') return { state: 'not-frozen' }
  const now = digestsOf(meetingId, await listLines(ctx, meetingId))
  const { hash, lines } = fact.payload as { hash: string; lines: string[] }
  const about = { hash, seq: fact.seq, at: fact.at }
  return now.hash === hash ? { state: 'whole', ...about } : { state: 'changed', changed: changedLines(lines, now.lines), ...about }
}
