import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { addDays, dateAndTime, dayOf, startOfDay, weekdayDate } from '#kit/dates.ts'
import { ownPath } from '#kit/own-path.ts'
import { notFound } from '#kit/refusal.ts'
import { moveClock, resetClock } from '#modules/demo/demo.actions.ts'
import { LetterPage, LettersPage } from '#modules/demo/demo.pages.tsx'
import { DemoBar } from '#modules/demo/demo.parts.tsx'
import { type TourStep, tour } from '#modules/demo/demo.rules.ts'
import { demoThings } from '#modules/demo/demo.store.ts'
import { demoTextsEn } from '#modules/demo/demo.texts.en.ts'
import { demoTexts } from '#modules/demo/demo.texts.ts'
import { findLetter, listLetters } from '#modules/notifications/letters.store.ts'
import { listDemoPeople } from '#modules/people/demo.store.ts'
import { openSession, sessionHours } from '#modules/people/sign-in/sessions.store.ts'
import { phaseTitle } from '#modules/programme/calendar.parts.tsx'
import { nextPhases, opennessOf } from '#modules/programme/calendar.rules.ts'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { paths, url } from '#paths'
import { withAddress } from '#ui/letter.tsx'
import { done, get, type Handler, hereOf, page, post, type Route, type Visit } from '#web/http.ts'
import { giveSession, sessionCookie } from '#web/session.ts'

const texts = { pl: demoTexts, en: demoTextsEn }
const tourCookie = 'oprowadzanie'

/** Doors that exist in the demo only; a city's house knows nothing of them. */
const inDemo =
  (handler: Handler): Handler =>
  c =>
    c.var.config.demo ? handler(c) : notFound()

const field = async (c: Visit, name: string): Promise<string> => {
  const value = (await c.req.parseBody())[name]
  return typeof value === 'string' ? value : ''
}
const stepOf = (c: Visit): number | undefined => {
  const step = Number(getCookie(c, tourCookie) ?? Number.NaN)
  return Number.isInteger(step) && step >= 0 && step < tour.length ? step : undefined
}

/** The bar for the frame of every page; nothing outside the demo. */
export async function demoBar(c: Visit) {
  if (!c.var.config.demo) return undefined
  const { ctx } = c.var
  const [people, edition] = await Promise.all([listDemoPeople(ctx), findCurrentEdition(ctx)])
  const moved = Math.abs(ctx.now.getTime() - ctx.wall.getTime()) > 60_000
  const next = edition && nextPhases(edition.phases, ctx.now)[0]
  const upcoming = next && { title: phaseTitle(next.kind, ctx.locale), day: weekdayDate(startOfDay(next.from), ctx.locale) }
  const step = stepOf(c)
  return <DemoBar locale={ctx.locale} now={ctx.now} back={hereOf(c)} people={people} me={ctx.actor.id} next={upcoming} moved={moved} step={step} />
}

async function become(c: Visit, personId: string): Promise<string | undefined> {
  const person = (await listDemoPeople(c.var.ctx)).find(one => one.id === personId)
  if (!person) return undefined
  giveSession(c, await openSession(c.var.ctx, person.id), sessionHours.resident * 3600)
  return person.name
}

/** Where a step of the tour happens, with the clock moved on if it must be. */
async function enterStep(c: Visit, step: TourStep): Promise<string> {
  const { ctx } = c.var
  const [people, things, edition] = await Promise.all([listDemoPeople(ctx), demoThings(ctx), findCurrentEdition(ctx)])
  await become(c, people.find(person => person.key === step.as)?.id ?? '')
  const openness = step.phase && edition && opennessOf(edition.phases, step.phase, ctx.now)
  if (openness?.state === 'not-yet') await moveClock(ctx, dayOf(openness.from))
  const id = things['project.park'] ?? ''
  const asked = things['advice.pochylnia']
  const places = {
    need: url(paths.needNew, undefined, { gdzie: 16 }),
    draft: url(paths.project, { id }),
    advice: asked ? url(paths.advice, { id: asked }) : url(paths.adviceQueue),
    submission: url(paths.project, { id }),
  }
  return places[step.key]
}

export const demoRoutes: readonly Route[] = [
  post(
    paths.demoPerson,
    'everyone',
    { noFact: 'the demo lets anybody be anybody' },
    inDemo(async c => {
      const t = texts[c.var.ctx.locale]
      const back = ownPath(await field(c, 'powrot'), paths.home)
      const name = await become(c, await field(c, 'osoba'))
      if (name) return done(c, back, t.became(name))
      deleteCookie(c, sessionCookie, { path: '/' })
      return done(c, back, t.left)
    }),
  ),
  post(
    paths.demoClock,
    'everyone',
    'clock.moved',
    inDemo(async c => {
      const { ctx } = c.var
      const t = texts[ctx.locale]
      const back = ownPath(await field(c, 'powrot'), paths.home)
      const move = await field(c, 'ruch')
      if (move === 'dzis') {
        await resetClock(ctx)
        return done(c, back, t.moved(dateAndTime(ctx.wall, ctx.locale)))
      }
      const edition = await findCurrentEdition(ctx)
      const day = move === 'dzien' ? addDays(dayOf(ctx.now), 1) : edition && nextPhases(edition.phases, ctx.now)[0]?.from
      if (!day) return done(c, back, t.nowhere)
      await moveClock(ctx, day)
      return done(c, back, t.moved(weekdayDate(startOfDay(day), ctx.locale)))
    }),
  ),
  post(
    paths.demoTour,
    'everyone',
    { noFact: 'a guided walk of this browser' },
    inDemo(async c => {
      const typed = await field(c, 'krok')
      const step = tour[Number(typed)]
      if (!step) {
        deleteCookie(c, tourCookie, { path: '/' })
        return done(c, paths.home, texts[c.var.ctx.locale].tourDone)
      }
      setCookie(c, tourCookie, typed, { path: '/', sameSite: 'Lax', httpOnly: true, maxAge: 86_400 })
      return done(c, await enterStep(c, step))
    }),
  ),
  get(
    paths.demoLetters,
    'everyone',
    inDemo(async c => page(c, <LettersPage frame={c.var.frame} letters={await listLetters(c.var.ctx, 100)} />)),
  ),
  get(
    paths.demoLetter,
    'everyone',
    inDemo(async c =>
      page(
        c,
        <LetterPage
          frame={c.var.frame}
          letter={withAddress((await findLetter(c.var.ctx, c.req.param('id') ?? '')) ?? notFound(), c.var.config.publicUrl)}
        />,
      ),
    ),
  ),
]
