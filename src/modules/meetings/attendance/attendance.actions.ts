import { isSomebody } from '#kit/actor.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import {
  attendanceLimits,
  type CheckInWhy,
  mayCheckIn,
  mayClose,
  mayMark,
  mayNotePaper,
  mayShowPhotos,
  type PaperHow,
} from '#modules/meetings/attendance/attendance.rules.ts'
import { countOne, findPaper, paperCount, putPaper, putPaperCount, putPresent, removeMark } from '#modules/meetings/attendance/attendance.store.ts'
import { listRegistrations } from '#modules/meetings/attendance/registrations.store.ts'
import { mayWriteDown, meeting as procedure } from '#modules/meetings/meetings.rules.ts'
import { holdMeeting, loadMeeting, moveMeeting } from '#modules/meetings/meetings.store.ts'
import { voiceOf } from '#modules/people/office/behalf.actions.ts'
import type { Behalf, BehalfWhy } from '#modules/people/office/behalf.rules.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { type ChosenFile, eraseFile, filesOf, keepFile } from '#platform/files.ts'
import { record } from '#platform/ledger.ts'
import type { FileRefusal } from '#platform/uploads.ts'

/** By the code of the hall: with one's account, or counted without a name. Twice is once. */
export async function checkIn(ctx: Ctx, meetingId: string, nameless?: { readonly key: string }): Promise<Verdict<CheckInWhy | 'sign-in'>> {
  return inTransaction(ctx, async ctx => {
    const meeting = await loadMeeting(ctx, meetingId)
    const verdict = mayCheckIn(meeting, ctx.now)
    if (!verdict.ok) return verdict
    if (!nameless && !isSomebody(ctx.actor)) return no('sign-in')
    const news = nameless ? await countOne(ctx, meetingId, nameless.key) : await putPresent(ctx, meetingId, ctx.actor.id, 'account')
    if (news) await record(ctx, 'meeting.checked-in', meetingId, { title: meeting.title })
    return yes
  })
}

export type WalkIn = Pick<Behalf, 'personId' | 'name' | 'phone'>
type MarkWhy = 'not-host' | CheckInWhy
/** A host ticks who is there. Two hosts at once add to each other; nothing is unticked by leaving it out. */
export async function markPresent(ctx: Ctx, meetingId: string, personIds: readonly string[]): Promise<Verdict<MarkWhy>> {
  return inTransaction(ctx, async ctx => {
    const meeting = await holdMeeting(ctx, meetingId)
    const verdict = mayMark(ctx.actor, meeting, ctx.now)
    if (!verdict.ok) return verdict
    const registered = new Set((await listRegistrations(ctx, meetingId)).map(one => one.personId))
    let people = 0
    for (const personId of new Set(personIds)) if (registered.has(personId) && (await putPresent(ctx, meetingId, personId, 'marked'))) people += 1
    if (people > 0) await record(ctx, 'meeting.attendance-kept', meetingId, { title: meeting.title, people })
    return yes
  })
}
/** Somebody who came without registering and has no account: chosen by name, or entered now. The same form twice is one person, there once. */
export async function markWalkIn(ctx: Ctx, meetingId: string, key: string, who: WalkIn): Promise<Verdict<MarkWhy | BehalfWhy>> {
  return inTransaction(ctx, async ctx => {
    const meeting = await holdMeeting(ctx, meetingId)
    const verdict = mayMark(ctx.actor, meeting, ctx.now)
    if (!verdict.ok) return verdict
    if (!who.personId && !who.name) return no('bad-name')
    const spoken = await voiceOf(ctx, { ...who, channel: 'meeting' }, mayWriteDown(ctx.actor, meeting), key)
    if (!spoken.ok) return spoken
    if (await putPresent(ctx, meetingId, spoken.voice.authorId, 'marked'))
      await record(ctx, 'meeting.attendance-kept', meetingId, { title: meeting.title, people: 1 })
    return yes
  })
}
export async function unmarkPresent(ctx: Ctx, meetingId: string, personId: string): Promise<Verdict<MarkWhy | 'not-marked'>> {
  return inTransaction(ctx, async ctx => {
    const meeting = await holdMeeting(ctx, meetingId)
    const verdict = mayMark(ctx.actor, meeting, ctx.now)
    if (!verdict.ok) return verdict
    if (!(await removeMark(ctx, meetingId, personId))) return no('not-marked')
    await record(ctx, 'meeting.attendance-kept', meetingId, { title: meeting.title, people: -1 })
    return yes
  })
}
/** Keyed in from the paper sheet: how many more were there than the list knows. `was` is what the form showed. */
export async function countFromPaper(
  ctx: Ctx,
  meetingId: string,
  { people, was }: { people: number; was: number },
): Promise<Verdict<MarkWhy | 'changed-meanwhile'>> {
  return inTransaction(ctx, async ctx => {
    const meeting = await holdMeeting(ctx, meetingId)
    const verdict = mayMark(ctx.actor, meeting, ctx.now)
    if (!verdict.ok) return verdict
    const before = await paperCount(ctx, meetingId)
    if (before === people) return yes
    if (before !== was) return no('changed-meanwhile')
    await putPaperCount(ctx, meetingId, people)
    await record(ctx, 'meeting.attendance-kept', meetingId, { title: meeting.title, people: people - before })
    return yes
  })
}

/** Who returned or destroyed the paper, when and how. */
export async function notePaper(
  ctx: Ctx,
  meetingId: string,
  how: PaperHow,
  remark: string | undefined,
): Promise<Verdict<'not-host' | 'wrong-state'>> {
  return inTransaction(ctx, async ctx => {
    const meeting = await holdMeeting(ctx, meetingId)
    const verdict = mayNotePaper(ctx.actor, meeting)
    if (!verdict.ok) return verdict
    await putPaper(ctx, meetingId, how, remark ?? null)
    await record(ctx, 'meeting.paper-noted', meetingId, { title: meeting.title, how })
    return yes
  })
}
export async function closeMeeting(ctx: Ctx, meetingId: string): Promise<Verdict<'not-yours' | 'wrong-state' | 'paper-open'>> {
  return inTransaction(ctx, async ctx => {
    const meeting = await holdMeeting(ctx, meetingId)
    const verdict = mayClose(ctx.actor, meeting, await findPaper(ctx, meetingId))
    if (!verdict.ok) return verdict
    if (!(await moveMeeting(ctx, meetingId, meeting.state, procedure.steps.close.to))) return no('wrong-state')
    await record(ctx, 'meeting.closed', meetingId, { title: meeting.title })
    return yes
  })
}

export type NewPhoto = { readonly key: string; readonly file: ChosenFile; readonly alt: string; readonly caption: string; readonly consent: boolean }
export type PhotoWhy = 'not-host' | 'not-yet' | 'consent-missing' | 'too-many-photos' | FileRefusal
/** A photo from the meeting. Whoever is to be recognised on it has agreed, or it is not shown. */
export async function addPhoto(ctx: Ctx, meetingId: string, photo: NewPhoto): Promise<Verdict<PhotoWhy>> {
  return inTransaction(ctx, async ctx => {
    const meeting = await holdMeeting(ctx, meetingId)
    const verdict = mayShowPhotos(ctx.actor, meeting, ctx.now)
    if (!verdict.ok) return verdict
    if (!photo.consent) return no('consent-missing')
    const before = await filesOf(ctx, meetingId)
    if (before.length >= attendanceLimits.photos) return no('too-many-photos')
    const kept = await keepFile(ctx, { ...photo, owner: ctx.actor.id, subject: meetingId, visibility: 'public', only: 'image' })
    if (!kept.ok) return kept
    if (!before.some(({ id }) => id === kept.id)) await record(ctx, 'meeting.photo-added', meetingId, { title: meeting.title })
    return yes
  })
}
/** Somebody on it has changed their mind. */
export async function removePhoto(ctx: Ctx, meetingId: string, fileId: string): Promise<Verdict<'not-host' | 'not-yet' | 'no-photo'>> {
  return inTransaction(ctx, async ctx => {
    const meeting = await holdMeeting(ctx, meetingId)
    const verdict = mayShowPhotos(ctx.actor, meeting, ctx.now)
    if (!verdict.ok) return verdict
    if (!(await filesOf(ctx, meetingId)).some(({ id }) => id === fileId)) return no('no-photo')
    await eraseFile(ctx, fileId)
    await record(ctx, 'meeting.photo-removed', meetingId, { title: meeting.title })
    return yes
  })
}
