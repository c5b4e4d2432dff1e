import { z } from 'zod'
import { has, isSomebody } from '#kit/actor.ts'
import type { FormState } from '#kit/form.ts'
import { notFound } from '#kit/refusal.ts'
import type { Verdict } from '#kit/verdict.ts'
import { ofThing } from '#modules/following/follows.rules.ts'
import { findOwnFollow } from '#modules/following/follows.store.ts'
import type { AftermathView } from '#modules/meetings/attendance/attendance.parts.tsx'
import { mayClose, mayNotePaper, mayShowPhotos } from '#modules/meetings/attendance/attendance.rules.ts'
import { countPresent, findPaper } from '#modules/meetings/attendance/attendance.store.ts'
import type { RegisterView } from '#modules/meetings/attendance/registrations.parts.tsx'
import { mayRegister } from '#modules/meetings/attendance/registrations.rules.ts'
import { countSeats, elsewhereAt, findRegistration } from '#modules/meetings/attendance/registrations.store.ts'
import type { ExpertsView } from '#modules/meetings/experts/experts.parts.tsx'
import { mayInvite } from '#modules/meetings/experts/experts.rules.ts'
import { listInvitations } from '#modules/meetings/experts/experts.store.ts'
import { announceMeeting, cancelMeeting, markHeld } from '#modules/meetings/meetings.actions.ts'
import { MeetingPage, MeetingsPage } from '#modules/meetings/meetings.pages.tsx'
import { meetingsWords, refusalWords } from '#modules/meetings/meetings.parts.tsx'
import { type Meeting, mayChange, mayHold, mayHost, mayPrintKit, mayWriteDown, meeting, meetingLimits } from '#modules/meetings/meetings.rules.ts'
import { idsWithin, listMeetings } from '#modules/meetings/meetings.store.ts'
import { meetingPlaces } from '#modules/meetings/places.store.ts'
import { switchesInForce, switchOf } from '#modules/meetings/switches/switches.store.ts'
import { idOf, meetingFor } from '#modules/meetings/view.routes.tsx'
import { listAssisted, namesOf } from '#modules/people/people.store.ts'
import { listUnits } from '#modules/programme/registers/units.store.ts'
import { whereOf } from '#modules/programme/territories/territories.rules.ts'
import { loadTerritory } from '#modules/programme/territories/territories.store.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { filesOf } from '#platform/files.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Visit } from '#web/http.ts'

const asked = z.object({ gdzie: z.string().max(60).optional().catch(undefined), kiedy: z.enum(['minione']).optional().catch(undefined) })
const most = 100

async function showList(c: Visit) {
  const { ctx, frame } = c.var
  const { gdzie, kiedy } = asked.parse(c.req.query())
  const { edition, all, callable } = await meetingPlaces(ctx)
  if (edition && all.length === 0) notFound('no meetings in this edition')
  const here = all.find(place => whereOf(place) === gdzie)
  const territoryIds = here ? await idsWithin(ctx, here.id) : all.map(({ id }) => id)
  const past = kiedy === 'minione'
  const [meetings, drafts] = await Promise.all([
    listMeetings(ctx, past ? { territoryIds, before: ctx.now, newestFirst: true, limit: most } : { territoryIds, after: ctx.now, limit: most }),
    callable.length > 0 ? listMeetings(ctx, { territoryIds, states: ['draft'], limit: most }) : [],
  ])
  const view = {
    meetings,
    drafts: drafts.filter(draft => mayHost(ctx.actor, draft).ok),
    past,
    here,
    places: all.filter(({ kind }) => kind === 'city' || kind === 'district'),
    territories: new Map(all.map(one => [one.id, one])),
    switches: edition && !past ? await switchesInForce(ctx, edition.id) : [],
    mayCall: isSomebody(ctx.actor) && callable.length > 0,
  }
  return page(c, <MeetingsPage frame={frame} view={view} />)
}

type Extra = {
  refused?: string
  cancelForm?: FormState
  register?: Pick<RegisterView, 'form' | 'behalfForm'>
  aftermath?: Pick<AftermathView, 'paperForm' | 'photoForm'>
  experts?: Pick<ExpertsView, 'form'>
}
export async function showMeeting(c: Visit, { register = {}, aftermath = {}, experts = {}, ...extra }: Extra = {}, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const found = await meetingFor(c)
  const [territory, names] = [await loadTerritory(ctx, found.territoryId), await namesOf(ctx, found.hostIds)]
  const { actor, now } = ctx
  const leading = mayHost(actor, found).ok
    ? {
        announce: meeting.may(actor, 'announce', found),
        change: mayChange(actor, found),
        cancel: meeting.may(actor, 'cancel', found),
        hold: mayHold(actor, found, now),
        kit: mayPrintKit(actor, found),
      }
    : undefined
  const mayList = mayWriteDown(actor, found).ok
  const registering = {
    mine: await myRegistration(ctx, found.id),
    seats: await countSeats(ctx, found.id),
    may: mayRegister(actor, found, now),
    leads: found.hostIds.includes(actor.id),
    elsewhere: await elsewhereAt(ctx, found),
    assisted: mayList ? await listAssisted(ctx, has(actor, 'clerk') ? undefined : actor.id) : undefined,
    ...register,
  }
  const hosts = found.hostIds.map(id => ({ id, name: names.get(id) ?? '' }))
  return page(
    c,
    <MeetingPage
      frame={frame}
      view={{
        meeting: found,
        territory,
        hosts,
        leading,
        registering,
        mayList,
        experts: { ...(await expertsOf(ctx, found)), ...experts },
        aftermath: { ...(await aftermathOf(ctx, found)), ...aftermath },
        switched: await switchOf(ctx, found.id),
        followId: await findOwnFollow(ctx, ofThing(found.id)),
        ...extra,
      }}
    />,
    status,
  )
}

/** What a meeting has left behind, and what its hosts may do about it. */
async function aftermathOf(ctx: Ctx, found: Meeting): Promise<AftermathView> {
  const { actor, now } = ctx
  const paper = mayHost(actor, found).ok ? await findPaper(ctx, found.id) : undefined
  const names = paper ? await namesOf(ctx, [paper.notedBy]) : new Map<string, string>()
  return {
    people: (await countPresent(ctx, [found.id])).get(found.id) ?? 0,
    photos: await filesOf(ctx, found.id),
    paper: paper && { ...paper, name: names.get(paper.notedBy) ?? '' },
    notePaper: mayNotePaper(actor, found),
    close: mayClose(actor, found, paper),
    show: mayShowPhotos(actor, found, now),
  }
}

async function expertsOf(ctx: Ctx, found: Meeting): Promise<ExpertsView> {
  const may = mayInvite(ctx.actor, found, ctx.now)
  return { may, invitations: await listInvitations(ctx, found.id), units: may.ok ? await listUnits(ctx) : [] }
}

async function myRegistration(ctx: Ctx, meetingId: string) {
  const mine = isSomebody(ctx.actor) ? await findRegistration(ctx, meetingId, ctx.actor.id) : undefined
  return mine?.state === 'withdrawn' ? undefined : mine
}

/** After a step: on to the page, or the page with the reason why not. */
async function stepped(c: Visit, verdict: Verdict<string>, sentence: string) {
  if (verdict.ok) return done(c, url(paths.meeting, { id: idOf(c) }), sentence)
  return showMeeting(c, { refused: refusalWords(verdict, c.var.frame) }, 409)
}
const reasonSchema = z.object({
  reason: z.string('reason-missing').min(meetingLimits.reasonMin, 'reason-missing').max(meetingLimits.reasonMax, 'reason-long'),
})

export const meetingsRoutes = [
  get(paths.meetings, 'everyone', showList),
  get(paths.meeting, 'everyone', c => showMeeting(c)),
  post(paths.meetingAnnouncement, 'signed-in', 'meeting.announced', async c => {
    await meetingFor(c)
    return stepped(c, await announceMeeting(c.var.ctx, idOf(c)), meetingsWords(c.var.frame).flash.announced)
  }),
  post(paths.meetingHolding, 'signed-in', 'meeting.held', async c => {
    await meetingFor(c)
    return stepped(c, await markHeld(c.var.ctx, idOf(c)), meetingsWords(c.var.frame).flash.held)
  }),
  post(paths.meetingCancellation, 'signed-in', 'meeting.cancelled', async c => {
    const t = meetingsWords(c.var.frame)
    const read = await readForm(c, reasonSchema, t.errors)
    const may = meeting.may(c.var.ctx.actor, 'cancel', await meetingFor(c))
    if (!may.ok) return stepped(c, may, '')
    if (!read.ok) return showMeeting(c, { cancelForm: read.form }, 422)
    return stepped(c, await cancelMeeting(c.var.ctx, idOf(c), read.value.reason), t.flash.cancelled)
  }),
]
