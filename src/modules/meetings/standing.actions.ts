import { isSomebody } from '#kit/actor.ts'
import { notFound } from '#kit/refusal.ts'
import { type Meeting, mayHost, maySeeMeeting, mayWriteDown } from '#modules/meetings/meetings.rules.ts'
import { loadMeeting } from '#modules/meetings/meetings.store.ts'
import { type Minutes, type MinutesCase, minuting } from '#modules/meetings/minutes/minutes.rules.ts'
import { findMinutes } from '#modules/meetings/minutes/minutes.store.ts'
import { countLines, tookPart } from '#modules/meetings/participation.store.ts'
import type { VoicesCase } from '#modules/meetings/voices/voices.rules.ts'
import type { Ctx } from '#platform/context.ts'

/** Where a meeting's minutes stand, and what this visitor is to them. */
export type Standing = { readonly meeting: Meeting; readonly minutes: MinutesCase; readonly kept: Minutes | undefined }

const seen = async (ctx: Ctx, meetingId: string): Promise<Meeting> => {
  const meeting = await loadMeeting(ctx, meetingId)
  return maySeeMeeting(ctx.actor, meeting) ? meeting : notFound('no such meeting')
}

export async function minutesCase(ctx: Ctx, meetingId: string): Promise<Standing> {
  const meeting = await seen(ctx, meetingId)
  const kept = await findMinutes(ctx, meetingId)
  const counts = await countLines(ctx, meetingId)
  const { state, openNotes, correctionsUntil } = kept ?? { state: minuting.first, openNotes: false, correctionsUntil: null }
  const leads = isSomebody(ctx.actor) && mayHost(ctx.actor, meeting).ok
  const helps = isSomebody(ctx.actor) && mayWriteDown(ctx.actor, meeting).ok
  const there = isSomebody(ctx.actor) && (await tookPart(ctx, meetingId, ctx.actor.id))
  return { meeting, kept, minutes: { state, openNotes, correctionsUntil, leads, helps, tookPart: there, ...counts } }
}

export async function voicesCase(ctx: Ctx, meetingId: string): Promise<{ meeting: Meeting; voices: VoicesCase }> {
  const meeting = await seen(ctx, meetingId)
  const kept = await findMinutes(ctx, meetingId)
  const window = ctx.now < meeting.startsAt ? 'not-yet' : ctx.now < meeting.endsAt ? 'open' : 'over'
  const helps = isSomebody(ctx.actor) && mayWriteDown(ctx.actor, meeting).ok
  return { meeting, voices: { helps, window, frozen: kept?.state === 'frozen', cancelled: meeting.state === 'cancelled' } }
}
