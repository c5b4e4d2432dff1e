import { forbidden, notFound } from '#kit/refusal.ts'
import type { Locale } from '#kit/texts.ts'
import { kitPaper } from '#modules/ambassadors/kit/kit.parts.tsx'
import { isSheet, type KitMeeting } from '#modules/ambassadors/kit/kit.rules.ts'
import { ownSheets } from '#modules/meetings/kit.parts.tsx'
import { meetingsWords, whereTitle } from '#modules/meetings/meetings.parts.tsx'
import { hasHall, type Meeting, mayPrintKit } from '#modules/meetings/meetings.rules.ts'
import { findMeetingIdByNumber } from '#modules/meetings/meetings.store.ts'
import { meetingFor } from '#modules/meetings/view.routes.tsx'
import { namesOf } from '#modules/people/people.store.ts'
import { readCitySettings } from '#modules/programme/registers/city-settings.store.ts'
import { loadTerritory } from '#modules/programme/territories/territories.store.ts'
import { paths, url } from '#paths'
import { renderPdf } from '#platform/documents.ts'
import { get, printed, type Route, type Visit } from '#web/http.ts'

/** What somebody reads before setting out, in one sentence. */
function accessOf(meeting: Meeting, locale: Locale): string {
  const t = meetingsWords({ locale })
  const { steps, loop, sign, transport, other } = meeting.access
  const hall = hasHall(meeting) ? [t.steps[steps], loop ? t.loop : t.noLoop] : []
  return [...hall, sign ? t.sign : t.noSign, transport, other].filter(Boolean).join(', ')
}
function placeOf(meeting: Meeting, locale: Locale): string {
  const way = meetingsWords({ locale }).ways[meeting.way]
  if (hasHall(meeting)) return [meeting.place, meeting.address, meeting.way === 'mixed' && way].filter(Boolean).join(', ')
  return [way, meeting.phone].filter(Boolean).join(', ')
}

async function print(c: Visit): Promise<Response> {
  const { ctx, config } = c.var
  const meeting = await meetingFor(c)
  const sheet = c.req.param('sheet')
  const verdict = mayPrintKit(ctx.actor, meeting)
  if (!verdict.ok) return verdict.why === 'not-host' ? forbidden('does not lead it') : notFound('not announced')
  if (!isSheet(sheet) || ownSheets(meeting.id)[sheet]) return notFound('no such sheet')
  const locale = c.req.query('jezyk') === 'en' ? 'en' : 'pl'
  const [names, city, territory] = [await namesOf(ctx, meeting.hostIds), await readCitySettings(ctx), await loadTerritory(ctx, meeting.territoryId)]
  const addresses = {
    address: `${config.publicUrl}${url(paths.meeting, { id: meeting.id })}`,
    short: `${config.publicUrl}${url(paths.meetingShort, { number: String(meeting.number) })}`,
  }
  const name = meeting.hostIds.flatMap(id => names.get(id) ?? []).join(', ')
  const who = { name, area: whereTitle(territory, { locale }), city: city.cityName, contact: city.phone, ...addresses }
  const { title, startsAt } = meeting
  const about: KitMeeting = { title, startsAt, place: placeOf(meeting, locale), access: accessOf(meeting, locale), ...addresses }
  const [template, data] = kitPaper(sheet, who, locale, about)
  return printed(c, renderPdf(template, data, ctx.now), `${sheet}-${meeting.number}.pdf`)
}

/** What a poster says to those without a camera: the number of the meeting leads to its page. */
async function follow(c: Visit): Promise<Response> {
  const number = c.req.param('number') ?? ''
  const id = /^\d{1,9}$/.test(number) ? await findMeetingIdByNumber(c.var.ctx, Number(number)) : undefined
  return id ? c.redirect(url(paths.meeting, { id }), 303) : notFound('no meeting of this number')
}

export const kitRoutes: readonly Route[] = [get(paths.meetingShort, 'everyone', follow), get(paths.meetingKitPrint, 'signed-in', print)]
