import { z } from 'zod'
import type { WaitingMatter } from '#kit/things.ts'
import { releaseMatters, takeMatters } from '#modules/city/office/today-office.actions.ts'
import { TodayPage, type Together } from '#modules/city/office/today-office.pages.tsx'
import { todayKinds, todayRows, whoseRows } from '#modules/city/office/today-office.rules.ts'
import { listClashes, listOverdue, listTaken } from '#modules/city/office/today-office.store.ts'
import { todayTextsEn } from '#modules/city/office/today-office.texts.en.ts'
import { todayTexts } from '#modules/city/office/today-office.texts.ts'
import { namesOfPlaces } from '#modules/city/telling.routes.tsx'
import { listTerritories } from '#modules/programme/territories/territories.store.ts'
import { type Path, paths, url } from '#paths'
import { readForm } from '#web/forms.ts'
import { mayEnter } from '#web/guard.ts'
import { type Access, done, get, page, post, type Route, type Visit } from '#web/http.ts'
import { mattersDoorsOf } from '#web/module.ts'

const texts = { pl: todayTexts, en: todayTextsEn }
/** The coordinator and the colleagues: whoever keeps the programme going day by day. */
const team: Access = ['coordinator', 'clerk', 'moderator', 'editor']

/** What every module says waits for this colleague, and what units owe. */
async function mattersHere(c: Visit): Promise<WaitingMatter[]> {
  const { ctx, modules } = c.var
  const t = texts[ctx.locale]
  const [overdue, clashing, ...told] = await Promise.all([
    listOverdue(ctx, ctx.actor),
    listClashes(ctx, ctx.actor),
    ...mattersDoorsOf(modules).map(door => door(ctx)),
  ])
  const advice = overdue.advice.map(({ id, title, dueOn, unitCode }) => ({
    id,
    title,
    dueOn,
    note: t.advice(unitCode),
    path: url(paths.advice, { id }),
  }))
  const questions = overdue.questions.map(({ id, text, dueOn, unitCode }) => ({
    id,
    title: text.length > 90 ? `${text.slice(0, 90)}…` : text,
    dueOn,
    note: t.question(unitCode),
    path: url(paths.comment, { id }),
  }))
  const clashes = clashing.map(({ other, unitCode, ...one }) => ({ ...one, note: t.clash({ unit: unitCode, other }), path: paths.expertsPlan }))
  return [...told.flat().filter(({ own }) => !own), ...advice, ...questions, ...clashes]
}

/** Where modules settle many at once; a door that this colleague may not open is not shown. */
function togetherFor(c: Visit, matters: readonly WaitingMatter[]): Together[] {
  const open = (path: Path) =>
    c.var.modules.some(module =>
      module.routes.some(route => route.method === 'get' && route.path === path && mayEnter(c.var.ctx.actor, route.access)),
    )
  const calls = matters.filter(({ id }) => id.startsWith('call_')).map(({ path }) => ({ name: 'applications' as const, href: path }))
  return [
    ...calls,
    ...(open(paths.moderationQueue) ? [{ name: 'moderation' as const, href: paths.moderationQueue }] : []),
    ...(open(paths.officeTerms) ? [{ name: 'terms' as const, href: paths.officeTerms }] : []),
    ...(open(paths.expertsPlan) ? [{ name: 'experts' as const, href: paths.expertsPlan }] : []),
  ]
}

const asked = z.object({ rodzaj: z.enum(todayKinds).optional().catch(undefined), czyje: z.enum(whoseRows).catch('all') })

async function showToday(c: Visit) {
  const { ctx, frame } = c.var
  const { rodzaj: kind, czyje: whose } = asked.parse(c.req.query())
  const matters = await mattersHere(c)
  const [taken, territories] = await Promise.all([listTaken(ctx, matters), listTerritories(ctx)])
  const me = ctx.actor.id
  const view = {
    rows: todayRows(matters, taken, { kind, whose, me }),
    all: todayRows(matters, taken, { whose: 'all', me }),
    kind,
    whose,
    together: togetherFor(c, matters),
    places: namesOfPlaces(territories, frame.locale),
    me,
  }
  return page(c, <TodayPage frame={frame} view={view} />)
}

const steps = z.object({
  krok: z.enum(['biore', 'oddaje']).optional(),
  jedna: z
    .string()
    .regex(/^(biore|oddaje) [\w-]{1,80}$/)
    .optional(),
  ids: z.array(z.string().max(80)).max(300).optional(),
  rodzaj: z.string().max(20).optional(),
  czyje: z.string().max(20).optional(),
})

async function take(c: Visit) {
  const { ctx, frame } = c.var
  const t = texts[frame.locale]
  const read = await readForm(c, steps, { wrong: t.wrong })
  if (!read.ok) return done(c, paths.officeToday, t.wrong)
  const { krok, jedna, ids = [], rodzaj, czyje } = read.value
  const back = url(paths.officeToday, undefined, { rodzaj, czyje: czyje === 'all' ? undefined : czyje })
  const [step, one] = jedna?.split(' ') ?? [krok]
  // only rows that wait for this colleague now: nobody takes what they cannot see
  const here = new Set((await mattersHere(c)).map(({ id }) => id))
  const chosen = (one === undefined ? ids : [one]).filter(id => here.has(id))
  if (chosen.length === 0) return done(c, back, t.nothing)
  if (step === 'oddaje') return done(c, back, t.released((await releaseMatters(ctx, chosen)).done))
  return done(c, back, t.taken(await takeMatters(ctx, chosen)))
}

export const todayRoutes: readonly Route[] = [get(paths.officeToday, team, showToday), post(paths.officeToday, team, 'matter.taken', take)]
