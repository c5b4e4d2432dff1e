import { icsOf } from '#kit/ics.ts'
import { CalendarPage } from '#modules/city/calendar.pages.tsx'
import { calendarPageTextsEn } from '#modules/city/calendar.texts.en.ts'
import { calendarPageTexts } from '#modules/city/calendar.texts.ts'
import { EmptyHomePage } from '#modules/city/empty-home.pages.tsx'
import { phasesInUse, todayOf } from '#modules/city/phases.rules.ts'
import { phaseTitle } from '#modules/programme/calendar.parts.tsx'
import { findCurrentEdition, loadCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { paths } from '#paths'
import { get, page, type Route } from '#web/http.ts'

const texts = { pl: calendarPageTexts, en: calendarPageTextsEn }

export const calendarRoutes: readonly Route[] = [
  get(paths.calendar, 'everyone', async c => {
    const { ctx, frame } = c.var
    const edition = await findCurrentEdition(ctx)
    if (!edition) return page(c, <EmptyHomePage frame={frame} />)
    return page(c, <CalendarPage frame={frame} edition={edition} today={todayOf(edition, ctx.now)} />)
  }),
  get(paths.calendarIcs, 'everyone', async c => {
    const { ctx, frame, config } = c.var
    const edition = await loadCurrentEdition(ctx)
    const host = new URL(config.publicUrl).hostname
    const entries = phasesInUse(edition).map(({ id, kind, from, to, note }) => ({
      uid: `${id}@${host}`,
      from,
      to,
      title: phaseTitle(kind, frame.locale),
      note,
      url: new URL(paths.calendar, config.publicUrl).href,
    }))
    return c.body(icsOf(texts[frame.locale].icsName(edition.title), entries, ctx.now), 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="wspolne-projekty.ics"',
    })
  }),
]
