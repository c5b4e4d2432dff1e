import { house } from '#kit/actor.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { answerNews, correctionsNews } from '#modules/meetings/minutes/minutes.mail.tsx'
import {
  type CorrectionOutcome,
  type CorrectWhy,
  correctionDays,
  type LineKind,
  type MinuteLine,
  mayAnswerCorrection,
  mayCorrect,
  mayNote,
  mayStep,
  minutesLimits,
  minuting,
  type NoteWhy,
  type StepWhy,
} from '#modules/meetings/minutes/minutes.rules.ts'
import {
  answerCorrection as answer,
  beginMinutes,
  deleteLine,
  findLineByKey,
  holdMinutes,
  insertCorrection,
  insertLine,
  listLines,
  loadCorrection,
  loadLine,
  moveMinutes,
  openNotes,
  swapLines,
  updateLine,
} from '#modules/meetings/minutes/minutes.store.ts'
import { digestsOf } from '#modules/meetings/minutes/minutes-check.actions.ts'
import { listWhoWasThere } from '#modules/meetings/participation.store.ts'
import { minutesCase, type Standing } from '#modules/meetings/standing.actions.ts'
import { findVoice } from '#modules/meetings/voices/voices.store.ts'
import type { Limited } from '#modules/moderation/limits.rules.ts'
import { admitPost } from '#modules/moderation/posts.actions.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'
import { addOrigin } from '#platform/origins.ts'

/** Loads what the rules ask about, while nobody else writes, steps or freezes. */
const held = <T>(ctx: Ctx, meetingId: string, work: (ctx: Ctx, standing: Standing) => Promise<T>): Promise<T> =>
  inTransaction(ctx, async ctx => {
    await holdMinutes(ctx, meetingId)
    return work(ctx, await minutesCase(ctx, meetingId))
  })

export type NewNote = { readonly key: string; readonly text: string; readonly kind: LineKind; readonly voiceId?: string | undefined }

/** A line of the notes. Its id comes from the key of the form: sent again, after an hour offline, it is still one line. */
export function addLine(ctx: Ctx, meetingId: string, note: NewNote): Promise<Verdict<NoteWhy> & { readonly id?: string }> {
  return held(ctx, meetingId, async (ctx, { meeting, minutes }) => {
    const known = await findLineByKey(ctx, note.key)
    if (known) return { ...yes, id: known }
    const verdict = mayNote(ctx.actor, minutes)
    if (!verdict.ok) return verdict
    if (await beginMinutes(ctx, meetingId, minuting.first)) await record(ctx, 'minutes.begun', meetingId, { title: meeting.title })
    const voice = note.voiceId === undefined ? undefined : await findVoice(ctx, note.voiceId)
    const voiceId = voice?.meetingId === meetingId ? voice.id : null
    const id = note.key.replace(/^key/, 'line')
    await insertLine(ctx, { id, meetingId, key: note.key, kind: voiceId ? 'voice' : note.kind, voiceId, text: note.text, authorId: ctx.actor.id })
    if (voiceId) await addOrigin(ctx, voiceId, id)
    await record(ctx, 'minutes.noted', meetingId, { title: meeting.title, line: id })
    return { ...yes, id }
  })
}

export type LineChanged = Verdict<NoteWhy> | { readonly ok: false; readonly why: 'changed-meanwhile'; readonly now: MinuteLine }

/** Writes over the version that was read; somebody quicker is never written over. */
export async function changeLine(
  ctx: Ctx,
  lineId: string,
  change: { version: number; text: string; kind: Exclude<LineKind, 'voice'> },
): Promise<LineChanged> {
  const { meetingId } = await loadLine(ctx, lineId)
  return held(ctx, meetingId, async (ctx, { meeting, minutes }) => {
    const verdict = mayNote(ctx.actor, minutes)
    if (!verdict.ok) return verdict
    const line = await loadLine(ctx, lineId)
    const kind = line.kind === 'voice' ? 'voice' : change.kind
    if (line.text === change.text && line.kind === kind) return yes
    if (!(await updateLine(ctx, lineId, change.version, { text: change.text, kind }))) return { ...no('changed-meanwhile'), now: line }
    await record(ctx, 'minutes.line-changed', meetingId, { title: meeting.title, line: lineId })
    return yes
  })
}

export async function removeLine(ctx: Ctx, lineId: string, version: number): Promise<LineChanged> {
  const { meetingId } = await loadLine(ctx, lineId)
  return held(ctx, meetingId, async (ctx, { meeting, minutes }) => {
    const verdict = mayNote(ctx.actor, minutes)
    if (!verdict.ok) return verdict
    if (!(await deleteLine(ctx, lineId, version))) return { ...no('changed-meanwhile'), now: await loadLine(ctx, lineId) }
    await record(ctx, 'minutes.line-removed', meetingId, { title: meeting.title, line: lineId })
    return yes
  })
}

/** One place up or down. */
export async function moveLine(ctx: Ctx, lineId: string, by: -1 | 1): Promise<Verdict<NoteWhy>> {
  const { meetingId } = await loadLine(ctx, lineId)
  return held(ctx, meetingId, async (ctx, { meeting, minutes }) => {
    const verdict = mayNote(ctx.actor, minutes)
    if (!verdict.ok) return verdict
    const lines = await listLines(ctx, meetingId)
    const neighbour = lines[lines.findIndex(line => line.id === lineId) + by]
    if (!neighbour) return yes
    await swapLines(ctx, lineId, neighbour.id)
    await record(ctx, 'minutes.line-changed', meetingId, { title: meeting.title, line: lineId })
    return yes
  })
}

/** Whether everybody who came may write down too. */
export function letNote(ctx: Ctx, meetingId: string, open: boolean): Promise<Verdict<StepWhy>> {
  return held(ctx, meetingId, async (ctx, { meeting, minutes }) => {
    if (!minutes.leads) return no('not-yours')
    if (minutes.state !== 'live') return no('wrong-state')
    if (await beginMinutes(ctx, meetingId, minuting.first)) await record(ctx, 'minutes.begun', meetingId, { title: meeting.title })
    if (await openNotes(ctx, meetingId, open)) await record(ctx, 'minutes.notes-opened', meetingId, { title: meeting.title, open })
    return yes
  })
}

// the four stages

const stepped = (ctx: Ctx, meetingId: string, step: (typeof minuting.names)[number], work: (ctx: Ctx, title: string) => Promise<boolean>) =>
  held(ctx, meetingId, async (ctx, { meeting, minutes }): Promise<Verdict<StepWhy>> => {
    const verdict = mayStep(ctx.actor, step, minutes, ctx.now)
    if (!verdict.ok) return verdict
    return (await work(ctx, meeting.title)) ? yes : no('wrong-state')
  })

export const tidyMinutes = (ctx: Ctx, meetingId: string) =>
  stepped(ctx, meetingId, 'tidy', async (ctx, title) => {
    const moved = await moveMinutes(ctx, meetingId, 'live', minuting.steps.tidy.to)
    if (moved) await record(ctx, 'minutes.drafted', meetingId, { title })
    return moved
  })

/** The talk goes on after all. */
export const resumeMinutes = (ctx: Ctx, meetingId: string) =>
  stepped(ctx, meetingId, 'resume', async (ctx, title) => {
    const moved = await moveMinutes(ctx, meetingId, 'draft', minuting.steps.resume.to)
    if (moved) await record(ctx, 'minutes.begun', meetingId, { title })
    return moved
  })

export const openCorrections = (ctx: Ctx, meetingId: string, days: number = minutesLimits.days.usual) =>
  stepped(ctx, meetingId, 'open', async (ctx, title) => {
    const until = correctionDays(ctx.now, days)
    const moved = await moveMinutes(ctx, meetingId, 'draft', minuting.steps.open.to, { correctionsUntil: until })
    if (!moved) return false
    await record(ctx, 'minutes.corrections-opened', meetingId, { title, until })
    const others = (await listWhoWasThere(ctx, meetingId)).filter(id => id !== ctx.actor.id)
    await tell(ctx, others, correctionsNews({ id: meetingId, title }, until))
    return true
  })

/** From now on the lines are cited for ever: their digests go into the ledger, which nobody rewrites. */
export const freezeMinutes = (ctx: Ctx, meetingId: string) =>
  stepped(ctx, meetingId, 'freeze', async (ctx, title) => {
    const { hash, lines } = digestsOf(meetingId, await listLines(ctx, meetingId))
    const moved = await moveMinutes(ctx, meetingId, 'corrections', minuting.steps.freeze.to, { hash, frozenAt: ctx.now })
    // the seal is nobody's own: it must outlive the account of whoever set it
    const seal = { ...ctx, actor: house }
    if (moved) await record(seal, 'minutes.frozen', meetingId, { title, hash, lines })
    return moved
  })

// corrections

export function proposeCorrection(
  ctx: Ctx,
  meetingId: string,
  proposed: { key: string; lineId?: string | undefined; text: string },
): Promise<Verdict<CorrectWhy> | Limited> {
  return held(ctx, meetingId, async (ctx, { meeting, minutes }): Promise<Verdict<CorrectWhy> | Limited> => {
    const verdict = mayCorrect(ctx.actor, minutes, ctx.now)
    if (!verdict.ok) return verdict
    const limit = await admitPost(ctx, proposed.key, { subjectId: meetingId, text: proposed.text, asked: true })
    if (!limit.ok) return { ok: false, why: 'limited', limit }
    const line = proposed.lineId === undefined ? undefined : await loadLine(ctx, proposed.lineId)
    const lineId = line?.meetingId === meetingId ? line.id : null
    const id = proposed.key.replace(/^key/, 'correction')
    if (await insertCorrection(ctx, { id, key: proposed.key, meetingId, lineId, text: proposed.text }))
      await record(ctx, 'minutes.correction-proposed', meetingId, { title: meeting.title })
    return yes
  })
}

export type CorrectionAnswer = { readonly outcome: CorrectionOutcome; readonly answer: string; readonly wording?: string | undefined }

/** Each proposal gets its answer, in public. What is taken over is written into the line at once. */
export async function answerCorrection(ctx: Ctx, id: string, given: CorrectionAnswer): Promise<Verdict<'not-yours' | 'answered'>> {
  const { meetingId } = await loadCorrection(ctx, id)
  return held(ctx, meetingId, async (ctx, { meeting, minutes }) => {
    const correction = await loadCorrection(ctx, id)
    const verdict = mayAnswerCorrection(ctx.actor, minutes, correction)
    if (!verdict.ok) return verdict
    if (!(await answer(ctx, id, given.outcome, given.answer))) return no('answered')
    if (given.outcome !== 'not') await writeIn(ctx, meetingId, correction, given.wording ?? correction.text)
    await record(ctx, 'minutes.correction-answered', meetingId, { title: meeting.title, outcome: given.outcome })
    if (correction.personId) await tell(ctx, [correction.personId], answerNews(meeting, given.outcome, given.answer))
    return yes
  })
}

async function writeIn(ctx: Ctx, meetingId: string, correction: { id: string; lineId: string | null }, text: string): Promise<void> {
  const line = correction.lineId === null ? undefined : (await listLines(ctx, meetingId)).find(one => one.id === correction.lineId)
  if (line) await updateLine(ctx, line.id, line.version, { text, kind: line.kind })
  else {
    const key = correction.id.replace(/^correction/, 'key')
    await insertLine(ctx, { id: key.replace(/^key/, 'line'), meetingId, key, kind: 'note', voiceId: null, text, authorId: ctx.actor.id })
  }
}
