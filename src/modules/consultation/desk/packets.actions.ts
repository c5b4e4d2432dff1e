import { newId } from '#kit/ids.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { type AdviceVerdict, caseOf, mayAnswerAdvice } from '#modules/consultation/advice.rules.ts'
import { listAdviceById } from '#modules/consultation/advice.store.ts'
import { answerAdvice } from '#modules/consultation/answering.actions.ts'
import { isForPacket, mayKeepPacket, mostQuestions } from '#modules/consultation/desk/packets.rules.ts'
import { findPacketByKey, insertPacket, loadPacket, markSaidAt, putSaid, questionsIn } from '#modules/consultation/desk/packets.store.ts'
import { loadSubjects } from '#modules/consultation/registers/subjects.store.ts'
import { isPublicMeeting } from '#modules/meetings/meetings.rules.ts'
import { findMeeting } from '#modules/meetings/meetings.store.ts'
import { loadUnit } from '#modules/programme/registers/units.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

export type NewPacket = { readonly key: string; readonly unitId: string; readonly meetingId: string; readonly adviceIds: readonly string[] }
type PacketWhy = 'not-yours' | 'meeting-missing' | 'nothing-chosen' | 'too-many' | 'changed-meanwhile'

/** Somebody of a unit takes its open questions to a meeting, whoever asked them. */
export async function makePacket(ctx: Ctx, packet: NewPacket): Promise<Verdict<PacketWhy> & { readonly id?: string }> {
  const verdict = mayKeepPacket(ctx.actor, packet.unitId)
  if (!verdict.ok) return verdict
  const adviceIds = [...new Set(packet.adviceIds)]
  if (adviceIds.length === 0) return no('nothing-chosen')
  if (adviceIds.length > mostQuestions) return no('too-many')
  return inTransaction(ctx, async ctx => {
    const known = await findPacketByKey(ctx, packet.key)
    if (known) return { ...yes, id: known }
    const meeting = await findMeeting(ctx, packet.meetingId)
    if (!meeting || !isPublicMeeting(meeting) || meeting.state === 'cancelled') return no('meeting-missing')
    const chosen = await listAdviceById(ctx, adviceIds)
    if (chosen.length < adviceIds.length || !chosen.every(advice => isForPacket(advice, packet.unitId))) return no('changed-meanwhile')
    const id = newId('packet')
    if (!(await insertPacket(ctx, { ...packet, id, adviceIds }))) return { ...yes, id: (await findPacketByKey(ctx, packet.key)) ?? id }
    await record(ctx, 'packet.made', packet.meetingId, { unit: (await loadUnit(ctx, packet.unitId)).code, questions: adviceIds.length })
    return { ...yes, id }
  })
}

/** What was said at the meeting, in a word and a sentence; it is an answer only once it is confirmed. */
export async function noteSaid(
  ctx: Ctx,
  packetId: string,
  said: { readonly adviceId: string; readonly verdict: AdviceVerdict; readonly words: string },
): Promise<Verdict<'not-yours' | 'own-matter' | 'answered'>> {
  return inTransaction(ctx, async ctx => {
    const packet = await loadPacket(ctx, packetId)
    const verdict = mayKeepPacket(ctx.actor, packet.unitId)
    if (!verdict.ok) return verdict
    const [advice] = await listAdviceById(ctx, [said.adviceId])
    if (!advice || !isForPacket(advice, packet.unitId)) return no('answered')
    const subject = (await loadSubjects(ctx, [advice.subjectId])).get(advice.subjectId)
    if (subject?.ownerIds.includes(ctx.actor.id)) return no('own-matter')
    if (!(await putSaid(ctx, packetId, said.adviceId, said.verdict, said.words))) return no('answered')
    await record(ctx, 'packet.noted', said.adviceId, { unit: advice.unitCode })
    return yes
  })
}

/** After the meeting the expert confirms what was said: each of their own questions becomes an answer, or a draft for the head. */
export async function confirmSaid(ctx: Ctx, packetId: string): Promise<Verdict<'not-yours'> & { readonly confirmed: number; readonly left: number }> {
  const packet = await loadPacket(ctx, packetId)
  const verdict = mayKeepPacket(ctx.actor, packet.unitId)
  if (!verdict.ok) return { ...verdict, confirmed: 0, left: 0 }
  return inTransaction(ctx, async ctx => {
    const said = (await questionsIn(ctx, packetId)).filter(({ verdict }) => verdict !== null)
    const open = (
      await listAdviceById(
        ctx,
        said.map(({ adviceId }) => adviceId),
      )
    ).filter(advice => isForPacket(advice, packet.unitId))
    const subjects = await loadSubjects(
      ctx,
      open.map(({ subjectId }) => subjectId),
    )
    let confirmed = 0
    for (const advice of open) {
      const [words, subject] = [said.find(({ adviceId }) => adviceId === advice.id), subjects.get(advice.subjectId)]
      if (!words?.verdict || !subject || !mayAnswerAdvice(ctx.actor, caseOf(advice, subject)).ok) continue
      const answered = await answerAdvice(ctx, advice.id, { answers: [], overall: words.verdict, remark: words.words })
      if (!answered.ok) continue
      await markSaidAt(ctx, advice.id, packet.meetingId)
      confirmed += 1
    }
    return { ...yes, confirmed, left: open.length - confirmed }
  })
}
