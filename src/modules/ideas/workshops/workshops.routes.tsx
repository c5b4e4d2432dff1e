import { z } from 'zod'
import { dateAndTime, endOfDay } from '#kit/dates.ts'
import { emptyForm, type FormState } from '#kit/form.ts'
import { notFound } from '#kit/refusal.ts'
import { listNeedsById } from '#modules/ideas/needs.store.ts'
import { readSeason } from '#modules/ideas/season.actions.ts'
import { placeTitle } from '#modules/ideas/space.parts.tsx'
import { showWorkshop, workshopOf } from '#modules/ideas/workshops/workshop-view.routes.tsx'
import { SeriesListPage, SeriesNewPage, SeriesPage } from '#modules/ideas/workshops/workshops.pages.tsx'
import { workshopsWords } from '#modules/ideas/workshops/workshops.parts.tsx'
import { listMeetings, listMeetingsById } from '#modules/meetings/meetings.store.ts'
import { changeCard, joinTable, setTable, writeCard } from '#modules/meetings/voices/cards.actions.ts'
import { listCards } from '#modules/meetings/voices/cards.store.ts'
import { attachPractice } from '#modules/meetings/workshops/workshop-practices.actions.ts'
import {
  countHall,
  giveMarks,
  mergeGroups,
  type NewSeries,
  partNeed,
  planSeries,
  stepWorkshop,
  takeNeedsIn,
} from '#modules/meetings/workshops/workshops.actions.ts'
import { mayPlanSeries, type Series, stages, workshopLimits } from '#modules/meetings/workshops/workshops.rules.ts'
import { listGroups, listSeries, listWorkshops, loadSeries } from '#modules/meetings/workshops/workshops.store.ts'
import { hasPart } from '#modules/programme/programme.rules.ts'
import { listTerritories } from '#modules/programme/territories/territories.store.ts'
import { paths, url } from '#paths'
import { offspringOf } from '#platform/origins.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

/** Pilot mode: without workshops these addresses are nowhere. */
async function editionOf(c: Visit) {
  const { edition } = await readSeason(c.var.ctx)
  return edition && hasPart(edition, 'workshops') ? edition : notFound('no workshops')
}

async function listed(c: Visit, series: readonly Series[]) {
  const { ctx, frame } = c.var
  const workshops = await listWorkshops(
    ctx,
    series.map(one => one.id),
  )
  const meetings = new Map(
    (
      await listMeetingsById(
        ctx,
        workshops.map(one => one.meetingId),
      )
    ).map(meeting => [meeting.id, meeting]),
  )
  const places = new Map((await listTerritories(ctx)).map(place => [place.id, place]))
  return series.map(one => ({
    ...one,
    placeTitle: placeTitle(places.get(one.territoryId), frame),
    workshops: workshops
      .filter(workshop => workshop.seriesId === one.id)
      .map(workshop => ({ ...workshop, meeting: meetings.get(workshop.meetingId) })),
  }))
}

async function showList(c: Visit) {
  const edition = await editionOf(c)
  const series = await listed(c, await listSeries(c.var.ctx, edition.id))
  return page(c, <SeriesListPage frame={c.var.frame} series={series} mayPlan={mayPlanSeries(c.var.ctx.actor).ok} />)
}

async function showSeries(c: Visit) {
  await editionOf(c)
  const { ctx, frame } = c.var
  const [series] = await listed(c, [await loadSeries(ctx, c.req.param('id') ?? '')])
  if (!series) return notFound('no such series')
  const [first, second] = series.workshops
  const groups = first ? await listGroups(ctx, first.id) : []
  const cards = second ? await listCards(ctx, second.id) : []
  const grown = await offspringOf(
    ctx,
    cards.map(card => card.id),
  )
  const drafts = new Set([...grown.values()].flat().filter(id => id.startsWith('project_')))
  return page(c, <SeriesPage frame={frame} view={{ series, counts: { groups: groups.length, cards: cards.length, drafts: drafts.size } }} />)
}

// planning

async function showNew(c: Visit, form: FormState = emptyForm, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const edition = await editionOf(c)
  const all = await listMeetings(ctx, { editionId: edition.id, states: ['announced', 'held', 'closed'], limit: 200 })
  const places = new Map((await listTerritories(ctx)).map(place => [place.id, place]))
  const meetings = all
    .filter(meeting => meeting.kind === 'workshop')
    .map(meeting => ({
      id: meeting.id,
      label: `${meeting.title} · ${placeTitle(places.get(meeting.territoryId), frame)} · ${dateAndTime(meeting.startsAt, frame.locale)}`,
    }))
  return page(c, <SeriesNewPage frame={frame} view={{ form, meetings }} />, status)
}

const key = z.string().regex(/^key_\w{10,60}$/, 'wrong')
const title = z.string('name').min(workshopLimits.titleMin, 'name').max(workshopLimits.titleMax, 'name')
const day = z.iso.date('day')
const seriesSchema = z.object({
  key,
  title,
  about: z.string('required').max(workshopLimits.aboutMax, 'long'),
  marks: z.coerce.number('marks').int('marks').min(1, 'marks').max(workshopLimits.marksMax, 'marks'),
  ...{ meeting1: z.string('required'), meeting2: z.string('required'), meeting3: z.string('required') },
  ...{ until1: day, until2: day, until3: day },
})

async function plan(c: Visit) {
  await editionOf(c)
  const t = workshopsWords(c.var.frame)
  const read = await readForm(c, seriesSchema, t.errors)
  if (!read.ok) return showNew(c, read.form, 422)
  const { value } = read
  const workshops: NewSeries['workshops'] = stages.map(stage => ({
    meetingId: value[`meeting${stage}`],
    openUntil: new Date(endOfDay(value[`until${stage}`]).getTime() - 1000),
  }))
  const planned = await planSeries(c.var.ctx, { key: value.key, title: value.title, about: value.about, marks: value.marks, workshops })
  if (planned.ok) return done(c, url(paths.series, { id: planned.id ?? '' }), t.form.done)
  return showNew(c, { ...read.form, errors: { '': t.why[planned.why] } }, 409)
}

// acts at a workshop

const back = (c: Visit, to = '') => `${url(paths.workshop, { id: c.req.param('id') ?? '', stage: c.req.param('stage') ?? '' })}${to}`
const groupsSchema = z.object({ groups: z.array(z.string().max(60)).max(workshopLimits.needs).default([]) })

async function step(c: Visit) {
  const t = workshopsWords(c.var.frame)
  const workshop = await workshopOf(c)
  const asked = (await c.req.parseBody()).step === 'open' ? 'open' : 'settle'
  const verdict = await stepWorkshop(c.var.ctx, workshop.id, asked)
  return verdict.ok ? done(c, back(c), asked === 'open' ? t.opened : t.settled) : showWorkshop(c, { why: verdict.why }, 409)
}

async function take(c: Visit) {
  const { ctx, frame } = c.var
  const t = workshopsWords(frame)
  const workshop = await workshopOf(c)
  const read = await readForm(c, z.object({ needs: z.array(z.string().max(60), 'choose').min(1, 'choose').max(workshopLimits.needs) }), t.errors)
  if (!read.ok) return showWorkshop(c, { take: read.form }, 422)
  const needs = (await listNeedsById(ctx, read.value.needs)).filter(need => !need.hidden)
  const verdict = await takeNeedsIn(ctx, workshop.id, needs)
  return verdict.ok ? done(c, back(c, '#kolejnosc'), t.take.done) : showWorkshop(c, { take: read.form, why: verdict.why }, 409)
}

async function merge(c: Visit) {
  const t = workshopsWords(c.var.frame)
  const workshop = await workshopOf(c)
  const read = await readForm(c, groupsSchema.extend({ name: title }), t.errors)
  if (!read.ok) return showWorkshop(c, { merge: read.form }, 422)
  const verdict = await mergeGroups(c.var.ctx, workshop.id, read.value.groups, read.value.name)
  if (verdict.ok) return done(c, back(c, '#kolejnosc'), t.merge.done)
  return showWorkshop(c, { merge: { ...read.form, errors: { groups: t.why[verdict.why] } } }, verdict.why === 'groups-missing' ? 422 : 409)
}

async function part(c: Visit) {
  const t = workshopsWords(c.var.frame)
  const workshop = await workshopOf(c)
  const [need] = await listNeedsById(c.var.ctx, [String((await c.req.parseBody()).need ?? '')])
  if (!need) return notFound('no such need')
  const verdict = await partNeed(c.var.ctx, workshop.id, need)
  return verdict.ok ? done(c, back(c, '#kolejnosc'), t.rank.parted) : showWorkshop(c, { why: verdict.why }, 409)
}

async function mark(c: Visit) {
  const t = workshopsWords(c.var.frame)
  const workshop = await workshopOf(c)
  const read = await readForm(c, groupsSchema, t.errors)
  if (!read.ok) return showWorkshop(c, { marks: read.form }, 422)
  const verdict = await giveMarks(c.var.ctx, workshop.id, read.value.groups)
  if (verdict.ok) return done(c, back(c, '#znaki'), t.marks.done)
  if (verdict.why === 'too-many-marks') return showWorkshop(c, { marks: { ...read.form, errors: { groups: t.why[verdict.why] } } }, 422)
  return showWorkshop(c, { marks: read.form, why: verdict.why }, 409)
}

async function countDots(c: Visit) {
  const { ctx, frame } = c.var
  const t = workshopsWords(frame)
  const workshop = await workshopOf(c)
  const groups = await listGroups(ctx, workshop.id)
  const number = z.coerce.number('number').int('number').min(0, 'number').max(workshopLimits.votersMax, 'number').default(0)
  const read = await readForm(c, z.object({ voters: number, ...Object.fromEntries(groups.map(group => [`kropki-${group.id}`, number])) }), t.errors)
  if (!read.ok) return showWorkshop(c, { hall: read.form }, 422)
  const typed = read.value as Readonly<Record<string, number>>
  const dots = new Map(groups.map(group => [group.id, typed[`kropki-${group.id}`] ?? 0]))
  const verdict = await countHall(ctx, workshop.id, typed.voters ?? 0, dots)
  if (verdict.ok) return done(c, back(c, '#kolejnosc'), t.hall.done)
  return showWorkshop(c, { hall: { ...read.form, errors: { voters: t.why[verdict.why] } } }, verdict.why === 'too-many-dots' ? 422 : 409)
}

async function addTable(c: Visit) {
  const t = workshopsWords(c.var.frame)
  const workshop = await workshopOf(c)
  const read = await readForm(
    c,
    z.object({ key, name: z.string('required').min(1, 'required').max(workshopLimits.nameMax, 'long'), group: z.string().max(60).optional() }),
    t.errors,
  )
  if (!read.ok) return showWorkshop(c, { table: read.form }, 422)
  const { key: formKey, name, group = null } = read.value
  const verdict = await setTable(c.var.ctx, workshop.id, { key: formKey, name, groupId: group })
  return verdict.ok ? done(c, back(c, '#stoliki'), t.tables.added) : showWorkshop(c, { table: read.form, why: verdict.why }, 409)
}

async function sit(c: Visit) {
  const workshop = await workshopOf(c)
  const tableId = c.req.param('table') ?? ''
  const verdict = await joinTable(c.var.ctx, workshop.id, tableId)
  return verdict.ok ? done(c, back(c, `#${tableId}`), workshopsWords(c.var.frame).tables.sat) : showWorkshop(c, { why: verdict.why }, 409)
}

const field = z.string().max(workshopLimits.fieldMax, 'long').default('')
const cardSchema = z.object({
  title,
  problem: z.string('required').max(workshopLimits.fieldMax, 'long'),
  solution: z.string('required').max(workshopLimits.fieldMax, 'long'),
  ...{ forWhom: field, place: field, askUnit: field },
})

async function addCard(c: Visit) {
  const t = workshopsWords(c.var.frame)
  const workshop = await workshopOf(c)
  const read = await readForm(c, cardSchema.extend({ key, table: z.string().max(80) }), t.errors)
  const form = { id: String(read.form.typed.table ?? ''), form: read.form }
  if (!read.ok) return showWorkshop(c, { card: form }, 422)
  const { key: formKey, table: tableId, ...words } = read.value
  const written = await writeCard(c.var.ctx, workshop.id, { ...words, key: formKey, tableId })
  return written.ok ? done(c, back(c, `#${written.id}`), t.card.saved) : showWorkshop(c, { card: form, why: written.why }, 409)
}

async function editCard(c: Visit) {
  const t = workshopsWords(c.var.frame)
  await workshopOf(c)
  const id = c.req.param('card') ?? ''
  const read = await readForm(c, cardSchema.extend({ version: z.coerce.number().int() }), t.errors)
  if (!read.ok) return showWorkshop(c, { card: { id, form: read.form } }, 422)
  const { version, ...words } = read.value
  const changed = await changeCard(c.var.ctx, id, version, words)
  if (changed.ok) return done(c, back(c, `#${id}`), t.card.saved)
  const theirs = 'now' in changed ? changed.now : undefined
  return showWorkshop(c, { card: { id, form: read.form, theirs }, why: theirs ? undefined : changed.why }, 409)
}

async function attach(c: Visit) {
  const t = workshopsWords(c.var.frame)
  const workshop = await workshopOf(c)
  const read = await readForm(c, z.object({ practice: z.string('choose').max(80, 'choose'), act: z.literal('odlacz').optional() }), t.errors)
  if (!read.ok) return showWorkshop(c, { practice: read.form }, 422)
  const { practice, act } = read.value
  const verdict = await attachPractice(c.var.ctx, workshop.id, practice, act === undefined)
  if (verdict.ok) return done(c, back(c, '#praktyki'), act ? t.practice.detached : t.practice.attached)
  if (verdict.why === 'not-yours') return showWorkshop(c, { why: verdict.why }, 409)
  return showWorkshop(c, { practice: { ...read.form, errors: { practice: t.why[verdict.why] } } }, 422)
}

export const workshopsRoutes: readonly Route[] = [
  get(paths.seriesList, 'everyone', showList),
  get(paths.seriesNew, ['coordinator'], c => showNew(c)),
  post(paths.seriesList, ['coordinator'], 'series.planned', plan),
  get(paths.series, 'everyone', showSeries),
  get(paths.workshop, 'everyone', c => showWorkshop(c)),
  post(paths.workshopStep, 'signed-in', 'workshop.opened', step),
  post(paths.workshopNeeds, 'signed-in', 'workshop.needs-taken', take),
  post(paths.workshopMerging, 'signed-in', 'workshop.groups-merged', merge),
  post(paths.workshopParting, 'signed-in', 'workshop.need-parted', part),
  post(paths.workshopMarks, 'signed-in', 'workshop.marked', mark),
  post(paths.workshopHall, 'signed-in', 'workshop.hall-counted', countDots),
  post(paths.workshopPractices, 'signed-in', 'workshop.practice-attached', attach),
  post(paths.workshopTables, 'signed-in', 'workshop.table-set', addTable),
  post(paths.workshopSeat, 'signed-in', 'workshop.table-joined', sit),
  post(paths.workshopCards, 'signed-in', 'workshop.card-written', addCard),
  post(paths.workshopCard, 'signed-in', 'workshop.card-changed', editCard),
]
