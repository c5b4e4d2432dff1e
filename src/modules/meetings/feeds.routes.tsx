import { type IcsHours, icsOf } from '#kit/ics.ts'
import { notFound } from '#kit/refusal.ts'
import { meetingsWords, whereTitle } from '#modules/meetings/meetings.parts.tsx'
import { hasHall, type Meeting } from '#modules/meetings/meetings.rules.ts'
import { idsWithin, listMeetings } from '#modules/meetings/meetings.store.ts'
import { meetingPlaces } from '#modules/meetings/places.store.ts'
import { meetingFor } from '#modules/meetings/view.routes.tsx'
import { whereOf } from '#modules/programme/territories/territories.rules.ts'
import { paths, url } from '#paths'
import { get, type Visit } from '#web/http.ts'

const most = 500

function entryOf(c: Visit, meeting: Meeting): IcsHours {
  const { config, frame } = c.var
  const hall = [meeting.place, meeting.address].filter(Boolean).join(', ')
  const place = hasHall(meeting) ? hall : (meeting.link ?? meeting.phone ?? '')
  return {
    uid: `${meeting.id}@${new URL(config.publicUrl).hostname}`,
    starts: meeting.startsAt,
    ends: meeting.endsAt,
    title: meeting.state === 'cancelled' ? `${meetingsWords(frame).states.cancelled}: ${meeting.title}` : meeting.title,
    note: meeting.about,
    url: new URL(url(paths.meeting, { id: meeting.id }), config.publicUrl).href,
    sequence: meeting.version,
    cancelled: meeting.state === 'cancelled',
    ...(place && { place }),
  }
}
const answer = (c: Visit, name: string, file: string, meetings: readonly Meeting[]) =>
  c.body(
    icsOf(
      name,
      meetings.map(meeting => entryOf(c, meeting)),
      c.var.ctx.now,
    ),
    200,
    { 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': `inline; filename="${file}.ics"` },
  )

/** Calendars that a telephone subscribes to: of the whole city, or of one district with the areas in it. Called-off meetings stay in, marked so. */
export const feedsRoutes = [
  get(paths.meetingsIcs, 'everyone', async c => {
    const { ctx, frame } = c.var
    const gdzie = c.req.query('gdzie')
    const { all } = await meetingPlaces(ctx)
    const here = gdzie === undefined ? undefined : (all.find(place => whereOf(place) === gdzie) ?? notFound('no such place'))
    const territoryIds = here ? await idsWithin(ctx, here.id) : all.map(({ id }) => id)
    const meetings = await listMeetings(ctx, { territoryIds, newestFirst: true, limit: most })
    const { title } = meetingsWords(frame).list
    return answer(c, here ? `${title}: ${whereTitle(here, frame)}` : title, here ? `spotkania-${whereOf(here)}` : 'spotkania', meetings)
  }),
  get(paths.meetingIcs, 'everyone', async c => {
    const meeting = await meetingFor(c)
    return answer(c, meeting.title, 'spotkanie', [meeting])
  }),
]
