import { notFound } from '#kit/refusal.ts'
import { hasMeetings, type Meeting, mayHost, maySeeMeeting } from '#modules/meetings/meetings.rules.ts'
import { isHiddenMeeting, loadMeeting } from '#modules/meetings/meetings.store.ts'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import type { Visit } from '#web/http.ts'

export const idOf = (c: Visit): string => c.req.param('id') ?? ''

/** Whatever the visitor may not see does not exist for them: drafts, what a moderator has hidden, what the edition has switched off. */
export async function meetingFor(c: Visit): Promise<Meeting> {
  const { ctx } = c.var
  const found = await loadMeeting(ctx, idOf(c))
  if (!maySeeMeeting(ctx.actor, found)) notFound('a draft')
  const edition = await findCurrentEdition(ctx)
  if (edition?.id === found.editionId && !hasMeetings(edition, found.path)) notFound('switched off')
  if (!mayHost(ctx.actor, found).ok && (await isHiddenMeeting(ctx, found.id))) notFound('hidden')
  return found
}
