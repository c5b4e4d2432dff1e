import { notFound } from '#kit/refusal.ts'
import type { AdviceVerdict } from '#modules/consultation/advice.rules.ts'
import type { Packet, PacketQuestion } from '#modules/consultation/desk/packets.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    advice_packets: { id: string; key: string; unit_id: string; meeting_id: string; made_by: string; made_at: Date }
    packet_questions: {
      packet_id: string
      advice_id: string
      verdict: AdviceVerdict | null
      words: string
      said_by: string | null
      said_at: Date | null
    }
  }
}

const packets = ({ db }: Ctx) => db.selectFrom('advice_packets').select(['id', 'unit_id as unitId', 'meeting_id as meetingId', 'made_at as madeAt'])

export const loadPacket = async (ctx: Ctx, id: string): Promise<Packet> =>
  (await packets(ctx).where('id', '=', id).executeTakeFirst()) ?? notFound('packet')
export const listPackets = async (ctx: Ctx, unitIds: readonly string[], limit = 5): Promise<Packet[]> =>
  unitIds.length === 0 ? [] : packets(ctx).where('unit_id', 'in', unitIds).orderBy('made_at', 'desc').orderBy('id').limit(limit).execute()
export const findPacketByKey = async ({ db }: Ctx, key: string): Promise<string | undefined> =>
  (await db.selectFrom('advice_packets').select('id').where('key', '=', key).executeTakeFirst())?.id

export async function insertPacket(
  { db, now, actor }: Ctx,
  { id, key, unitId, meetingId, adviceIds }: { id: string; key: string; unitId: string; meetingId: string; adviceIds: readonly string[] },
): Promise<boolean> {
  const made = await db
    .insertInto('advice_packets')
    .values({ id, key, unit_id: unitId, meeting_id: meetingId, made_by: actor.id, made_at: now })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) return false
  const blank = { verdict: null, words: '', said_by: null, said_at: null }
  await db
    .insertInto('packet_questions')
    .values(adviceIds.map(advice => ({ packet_id: id, advice_id: advice, ...blank })))
    .execute()
  return true
}

export const questionsIn = ({ db }: Ctx, packetId: string): Promise<PacketQuestion[]> =>
  db
    .selectFrom('packet_questions as q')
    .innerJoin('advice as a', 'a.id', 'q.advice_id')
    .select(['q.advice_id as adviceId', 'q.verdict', 'q.words'])
    .where('q.packet_id', '=', packetId)
    .orderBy('a.asked_by')
    .orderBy('a.asked_at')
    .orderBy('a.id')
    .execute()

/** What was said about one question; the newest word counts. False when it is not in this packet. */
export async function putSaid({ db, now, actor }: Ctx, packetId: string, adviceId: string, verdict: AdviceVerdict, words: string): Promise<boolean> {
  const done = await db
    .updateTable('packet_questions')
    .set({ verdict, words, said_by: actor.id, said_at: now })
    .where('packet_id', '=', packetId)
    .where('advice_id', '=', adviceId)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** The answer was given at this meeting before it was confirmed. */
export async function markSaidAt({ db }: Ctx, adviceId: string, meetingId: string): Promise<void> {
  await db.updateTable('advice').set({ meeting_id: meetingId }).where('id', '=', adviceId).execute()
}
