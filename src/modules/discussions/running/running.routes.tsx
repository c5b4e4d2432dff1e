import { z } from 'zod'
import { isDay } from '#kit/dates.ts'
import type { FormState } from '#kit/form.ts'
import { forbidden, notFound } from '#kit/refusal.ts'
import { maySeeInterest, shownInterest } from '#modules/discussions/interests/interests.rules.ts'
import { countInterests, listInterests } from '#modules/discussions/interests/interests.store.ts'
import { OfficeTalksPage } from '#modules/discussions/office.pages.tsx'
import { chooseTalk } from '#modules/discussions/places.actions.ts'
import { joinTalk, type NewArea, splitTalk } from '#modules/discussions/running/areas.actions.ts'
import { RunningPage, type RunningView, splitRows } from '#modules/discussions/running/running.pages.tsx'
import { runningWords } from '#modules/discussions/running/running.parts.tsx'
import { extendRound, findTalkingEdition, openDistrictTalks, openThemeTalk, setRounds } from '#modules/discussions/talks.actions.ts'
import { talkHere } from '#modules/discussions/talks.routes.tsx'
import {
  defaultRounds,
  mayArrangeTalks,
  mayJoin,
  roundKinds,
  roundsOf,
  standingOf,
  type Talk,
  type TalkRound,
  talkLimits,
} from '#modules/discussions/talks.rules.ts'
import { listOpenTalks, listTalkAreas } from '#modules/discussions/talks.store.ts'
import { loadEdition } from '#modules/programme/editions/editions.store.ts'
import { settleDrawnArea } from '#modules/programme/territories/drawn-areas.store.ts'
import { paths, url } from '#paths'
import { findThings } from '#platform/things.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

async function showRunning(c: Visit, again: Partial<Pick<RunningView, 'refusal' | 'forms'>> = {}, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const talk = await talkHere(c)
  if (!maySeeInterest(ctx.actor, talk)) forbidden('runs another talk')
  const edition = await loadEdition(ctx, talk.editionId)
  const [interests, areas, all] = await Promise.all([
    listInterests(ctx, talk),
    listTalkAreas(ctx, talk.editionId, talk.territoryId),
    listOpenTalks(ctx, { editionId: talk.editionId }),
  ])
  const nameOf = new Map(all.map(one => [one.id, one.territoryName]))
  const view: RunningView = {
    talk,
    rounds: roundsOf(talk, edition.phases),
    byCalendar: defaultRounds(edition.phases),
    interest: shownInterest(ctx.actor, interests),
    areas: areas.map(area => ({ ...area, name: nameOf.get(area.talkId) ?? '' })),
    mayArrange: mayArrangeTalks(ctx.actor).ok,
    near: all.filter(one => mayJoin(ctx.actor, talk, one).ok),
    forms: {},
    ...again,
  }
  return page(c, <RunningPage frame={frame} view={view} />, status)
}

const version = z.coerce.number('wrong').int().min(1)
const reason = z.string('reason-missing').min(talkLimits.reasonMin, 'reason-missing').max(talkLimits.reasonMax, 'reason-long')
const day = z.string('day-wrong').refine(isDay, 'day-wrong')
const key = z.string().regex(/^key_\w{10,40}$/, 'wrong')
const roundFields = Object.fromEntries(roundKinds.flatMap(kind => [`od-${kind}`, `do-${kind}`]).map(name => [name, day.optional()]))

async function rounds(c: Visit) {
  const t = runningWords(c.var.frame)
  const talk = await talkHere(c)
  const read = await readForm(c, z.object({ wersja: version, ...roundFields }), t.errors)
  if (!read.ok) return showRunning(c, { forms: { rounds: read.form } }, 422)
  const typed = read.value as Readonly<Record<string, unknown>> as Readonly<Record<string, string | undefined>>
  const half = roundKinds.find(kind => Boolean(typed[`od-${kind}`]) !== Boolean(typed[`do-${kind}`]))
  const wrong = (form: FormState, field: string, sentence: string) => ({ ...form, errors: { [field]: sentence } })
  if (half) return showRunning(c, { forms: { rounds: wrong(read.form, `od-${half}`, t.errors['day-wrong']) } }, 422)
  const set = roundKinds.flatMap((kind): TalkRound[] => {
    const [from, to] = [typed[`od-${kind}`], typed[`do-${kind}`]]
    const before = talk.ownRounds.find(round => round.kind === kind && round.from === from && round.to === to)
    return from && to ? [before ?? { kind, from, to }] : []
  })
  const back = set.find(round => round.from > round.to)
  if (back) return showRunning(c, { forms: { rounds: wrong(read.form, `od-${back.kind}`, t.why['days-wrong']) } }, 422)
  const verdict = await setRounds(c.var.ctx, talk.id, read.value.wersja, set)
  if (verdict.ok) return done(c, url(paths.talkRunning, { id: talk.id }), t.rounds.done)
  return showRunning(c, { refusal: t.why[verdict.why], forms: { rounds: read.form } }, 409)
}

async function extend(c: Visit) {
  const t = runningWords(c.var.frame)
  const talk = await talkHere(c)
  const schema = z.object({ wersja: version, runda: z.enum(roundKinds, 'round-missing'), dzien: day, powod: reason })
  const read = await readForm(c, schema, t.errors)
  if (!read.ok) return showRunning(c, { forms: { extend: read.form } }, 422)
  const { wersja, runda, dzien, powod } = read.value
  const verdict = await extendRound(c.var.ctx, talk.id, { kind: runda, until: dzien, reason: powod, version: wersja })
  if (verdict.ok) return done(c, url(paths.talkRunning, { id: talk.id }), t.extend.done)
  const field = verdict.why === 'not-later' ? 'dzien' : ''
  return showRunning(c, { forms: { extend: { ...read.form, errors: { [field]: t.why[verdict.why] } } } }, 409)
}

const splitFields: Record<string, z.ZodType<string | undefined>> = Object.fromEntries(
  Array.from({ length: splitRows }, (_, i) => i).flatMap(i => [
    [`nazwa-${i}`, z.string('name-missing').min(talkLimits.nameMin, 'name-missing').max(talkLimits.nameMax, 'name-long').optional()],
    [`slowa-${i}`, z.string().max(talkLimits.wordsMax, 'words-long').optional()],
    [`granica-${i}`, z.string().max(5000, 'wrong').optional()],
  ]),
)

/** What was drawn must lie in the district that is split; nothing drawn is an area in words. */
async function drawnIn(c: Visit, talk: Talk, typed: string | undefined) {
  if (!typed) return { ok: true, area: undefined } as const
  const settled = await settleDrawnArea(c.var.ctx, typed)
  if (!settled.ok) return settled
  return settled.districts.some(({ id }) => id === talk.territoryId) ? settled : ({ ok: false, why: 'area-outside' } as const)
}

async function split(c: Visit) {
  const t = runningWords(c.var.frame)
  const talk = await talkHere(c)
  const read = await readForm(c, z.object({ ...splitFields, key, wersja: version, powod: reason }), t.errors)
  if (!read.ok) return showRunning(c, { forms: { split: read.form } }, 422)
  const typed = read.value as Readonly<Record<string, unknown>> as Readonly<Record<string, string | undefined>>
  const areas: NewArea[] = []
  for (let i = 0; i < splitRows; i += 1) {
    const name = typed[`nazwa-${i}`]
    if (!name) continue
    const drawn = await drawnIn(c, talk, typed[`granica-${i}`])
    if (!drawn.ok) return showRunning(c, { forms: { split: { ...read.form, errors: { [`granica-${i}`]: t.why[drawn.why] } } } }, 422)
    areas.push({ name, words: typed[`slowa-${i}`] ?? '', area: drawn.area })
  }
  const verdict = await splitTalk(c.var.ctx, talk.id, { key: read.value.key, version: read.value.wersja, areas, reason: read.value.powod })
  if (verdict.ok) return done(c, url(paths.talk, { id: talk.id }), t.split.done)
  const field = verdict.why === 'no-areas' || verdict.why === 'name-there' ? 'nazwa-0' : ''
  return showRunning(c, { forms: { split: { ...read.form, errors: { [field]: t.why[verdict.why] } } } }, field ? 422 : 409)
}

async function join(c: Visit) {
  const t = runningWords(c.var.frame)
  const talk = await talkHere(c)
  const read = await readForm(c, z.object({ wersja: version, rozmowa: z.string('talk-missing').max(60), powod: reason }), t.errors)
  if (!read.ok) return showRunning(c, { forms: { join: read.form } }, 422)
  const { rozmowa, wersja, powod } = read.value
  const verdict = await joinTalk(c.var.ctx, talk.id, { intoId: rozmowa, version: wersja, reason: powod })
  if (verdict.ok) return done(c, url(paths.talk, { id: rozmowa }), t.join.done)
  return showRunning(c, { refusal: t.why[verdict.why], forms: { join: read.form } }, 409)
}

async function choose(c: Visit) {
  const { ctx, frame } = c.var
  const t = runningWords(frame)
  const id = c.req.param('id') ?? ''
  const thing = (await findThings(ctx, c.var.things, [id])).get(id) ?? notFound('no such thing')
  const read = await readForm(c, z.object({ rozmowa: z.string().max(60).optional() }), t.errors)
  const chosen = read.ok ? read.value.rozmowa : undefined
  const verdict = await chooseTalk(ctx, id, chosen, thing.authorIds)
  if (!verdict.ok && verdict.why === 'not-yours') forbidden('whose matter it is says where')
  return done(c, thing.path, verdict.ok ? t.place.done : t.why[verdict.why])
}

async function showOffice(c: Visit, form?: FormState, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const edition = await findTalkingEdition(ctx)
  const editionId = edition?.id ?? ''
  const [talks, wishes] = await Promise.all([listOpenTalks(ctx, { editionId }), countInterests(ctx, editionId)])
  const lines = talks.map(talk => ({ ...talk, standing: standingOf(roundsOf(talk, edition?.phases ?? []), ctx.now) }))
  return page(c, <OfficeTalksPage frame={frame} view={{ talks: lines, wishes, hasEdition: edition !== undefined, form }} />, status)
}

async function openAll(c: Visit) {
  const t = runningWords(c.var.frame).office
  const opened = await openDistrictTalks(c.var.ctx)
  return opened.ok ? done(c, paths.officeTalks, t.opened(opened.opened ?? 0)) : showOffice(c, undefined, 409)
}

async function openTheme(c: Visit) {
  const t = runningWords(c.var.frame)
  const schema = z.object({ key, temat: z.string('theme-missing').min(talkLimits.themeMin, 'theme-missing').max(talkLimits.themeMax, 'name-long') })
  const read = await readForm(c, schema, t.errors)
  if (!read.ok) return showOffice(c, read.form, 422)
  const opened = await openThemeTalk(c.var.ctx, read.value.key, read.value.temat)
  if (opened.ok) return done(c, paths.officeTalks, t.office.themeDone)
  return showOffice(c, { ...read.form, errors: { temat: t.why[opened.why] } }, 409)
}

export const runningRoutes: readonly Route[] = [
  get(paths.talkRunning, ['ambassador', 'moderator'], c => showRunning(c)),
  post(paths.talkRounds, ['coordinator'], 'talk.rounds-set', rounds),
  post(paths.talkExtension, ['coordinator'], 'talk.round-extended', extend),
  post(paths.talkSplit, ['coordinator'], 'talk.split', split),
  post(paths.talkJoining, ['coordinator'], 'talk.joined', join),
  post(paths.talkPlace, 'signed-in', 'talk.place-chosen', choose),
  get(paths.officeTalks, ['coordinator'], c => showOffice(c)),
  post(paths.officeTalksOpening, ['coordinator'], 'talk.opened', openAll),
  post(paths.officeThemes, ['coordinator'], 'talk.opened', openTheme),
]
