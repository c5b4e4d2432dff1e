import { has, isSomebody, isStaff } from '#kit/actor.ts'
import { listMatters } from '#modules/city/matters.store.ts'
import { demoBar } from '#modules/demo/demo.routes.tsx'
import { hasMeetings } from '#modules/meetings/meetings.rules.ts'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { hasPart } from '#modules/programme/programme.rules.ts'
import { readCitySettings } from '#modules/programme/registers/city-settings.store.ts'
import { type Path, paths } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { dropKept, kept } from '#platform/kept.ts'
import type { Furnish } from '#web/app.ts'
import type { Visit } from '#web/http.ts'
import { mattersDoorsOf } from '#web/module.ts'
import { shellTextsEn } from './shell.texts.en.ts'
import { shellTexts } from './shell.texts.ts'

const texts = { pl: shellTexts, en: shellTextsEn }
const item = (label: string, href: Path) => ({ label, href })

/** What stands around every page: menus without a trace of what the edition has switched off, the demo's bar. */
export const furnish: Furnish = async c => {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const [edition, city, strip, waiting] = await Promise.all([
    findCurrentEdition(ctx),
    readCitySettings(ctx),
    demoBar(c),
    // an act mostly answers with another address, where the number will be shown
    isSomebody(ctx.actor) && c.req.method === 'GET' ? waitingFor(c) : 0,
  ])
  const talks = edition && (hasPart(edition, 'district-path') || hasPart(edition, 'city-path'))
  const answers = has(ctx.actor, 'unit-expert')
  const menu = [
    item(t.menu.districts, paths.districts),
    ...(edition && hasMeetings(edition) ? [item(t.menu.meetings, paths.meetings)] : []),
    ...(edition && hasPart(edition, 'discussions') ? [item(t.menu.talks, paths.talks)] : []),
    ...(talks ? [item(t.menu.needs, paths.needs), item(t.menu.ideas, paths.ideas)] : []),
    item(t.menu.projects, paths.projects),
    ...(answers ? [item(t.menu.advice, paths.adviceQueue)] : []),
    item(t.menu.search, paths.search),
    ...(isStaff(ctx.actor) ? [item(t.menu.office, paths.office)] : []),
  ]
  const footer = [
    [
      ...(edition && hasPart(edition, 'ambassadors') && edition.rules.ambassador.publicList
        ? [item(t.footer.ambassadors, paths.ambassadors), item(t.footer.practices, paths.practices)]
        : []),
      ...(edition && hasPart(edition, 'workshops') && hasPart(edition, 'city-path') ? [item(t.footer.workshops, paths.seriesList)] : []),
      item(t.footer.rules, paths.rules),
      item(t.footer.calendar, paths.calendar),
      item(t.footer.prices, paths.priceList),
      ...(edition && hasPart(edition, 'archive') ? [item(t.footer.archive, paths.archive)] : []),
      item(t.footer.register, paths.register),
    ],
    [
      ...(edition ? [item(t.footer.report, paths.pilotReport)] : []),
      ...(talks ? [item(t.footer.handovers, paths.handovers)] : []),
      item(t.footer.talkRules, paths.talkRules),
      item(t.footer.moderation, paths.moderationLog),
      item(t.footer.accessibility, paths.accessibility),
      item(t.footer.privacy, paths.privacy),
    ],
  ]
  return {
    menu,
    footer,
    strip,
    cityName: (ctx.locale === 'en' ? city.programmeNameEn : '') || city.programmeName || t.cityName,
    waiting,
  }
}

const waitingOf = ({ actor }: Ctx) => `waiting ${actor.id}`
const held = 10_000

/**
 * How much waits for this person, as the menu counts it. Every module may add to it, so it is counted seldom: anew after an act of their own, after a few
 * rare facts, and in ten seconds for what others do.
 */
const waitingFor = ({ var: { ctx, modules } }: Visit): Promise<number> =>
  kept(
    ctx.db,
    waitingOf(ctx),
    ['advice.', 'author.', 'edition.', 'project.', 'role.', 'version.'],
    async () => (await listMatters(ctx, mattersDoorsOf(modules))).length,
    held,
  )
/** Whoever has acted sees at once what waits for them now. */
export const acted = (ctx: Ctx): void => dropKept(ctx.db, waitingOf(ctx))
