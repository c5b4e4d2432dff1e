import { type FormState, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { loadIdea } from '#modules/ideas/ideas.store.ts'
import { opennessOf } from '#modules/programme/calendar.rules.ts'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { addressesFor, addressStep } from '#modules/programme/territories/addresses.store.ts'
import { whereOf } from '#modules/programme/territories/territories.rules.ts'
import { loadTerritory } from '#modules/programme/territories/territories.store.ts'
import { makeJoint, prepareAlone, saveWhole, type Whole } from '#modules/proposals/alone/alone.actions.ts'
import { AlonePage, type Revisions } from '#modules/proposals/alone/alone.pages.tsx'
import { aloneWords } from '#modules/proposals/alone/alone.parts.tsx'
import { fieldOf, fieldOfSection, mayMove, statements } from '#modules/proposals/alone/alone.rules.ts'
import { addressFields, movedTo, nothing, placedIn, places, revisionsIn, wholeForm } from '#modules/proposals/alone/whole-form.routes.ts'
import { typedRows } from '#modules/proposals/cost/cost-fields.parts.tsx'
import { countRows, readCosts, rowsOf, type TypedCosts } from '#modules/proposals/cost/cost-rows.routes.ts'
import { unitEstimatesOf } from '#modules/proposals/cost/unit-prices.store.ts'
import { nameOf } from '#modules/proposals/drafting/drafting.routes.tsx'
import { problemsOf, type Sections, sectionNames } from '#modules/proposals/drafting/drafting.rules.ts'
import { sectionNow } from '#modules/proposals/drafting/drafting.store.ts'
import { limitsOf } from '#modules/proposals/limits.store.ts'
import { typedSpot } from '#modules/proposals/place/spot-fields.parts.tsx'
import { spotInWords } from '#modules/proposals/place/spots.parts.tsx'
import { fieldOfSpot } from '#modules/proposals/place/spots.routes.tsx'
import { spotOf, spotRevisionOf } from '#modules/proposals/place/spots.store.ts'
import { spotsTextsEn } from '#modules/proposals/place/spots.texts.en.ts'
import { spotsTexts } from '#modules/proposals/place/spots.texts.ts'
import { problemWords } from '#modules/proposals/project-now.parts.tsx'
import { StartClosedPage } from '#modules/proposals/projects.pages.tsx'
import { doneAt, projectHere, refused } from '#modules/proposals/projects.routes.tsx'
import { mayStartIn, startProject } from '#modules/proposals/proposals.actions.ts'
import { mayWrite, type Project } from '#modules/proposals/proposals.rules.ts'
import { costsOf, loadProject, sectionsOf } from '#modules/proposals/proposals.store.ts'
import { proposalsTextsEn } from '#modules/proposals/proposals.texts.en.ts'
import { proposalsTexts } from '#modules/proposals/proposals.texts.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const spots = { pl: spotsTexts, en: spotsTextsEn }
const common = { pl: proposalsTexts, en: proposalsTextsEn }
type Shown = {
  readonly project?: Project
  readonly form: FormState
  readonly costs: Pick<TypedCosts, 'rows' | 'reserve' | 'lines' | 'focus'>
  readonly revisions: Revisions
  readonly ideaId?: string | undefined
  readonly kept?: boolean
}
async function show(c: Visit, { project, form, costs, revisions, ideaId, kept }: Shown, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const edition = await findCurrentEdition(ctx)
  if (!edition) return page(c, <StartClosedPage frame={frame} why="no-edition" />, 409)
  const all = await places(ctx)
  const territory = project && (await loadTerritory(ctx, project.territoryId))
  const chosen = all.find(one => whereOf(one) === typedOne(form, 'gdzie')) ?? territory
  const limits = limitsOf(edition, chosen?.id ?? '')
  const sections = Object.fromEntries(sectionNames.map(name => [name, typedOne(form, fieldOfSection(name))])) as Sections
  const place = chosen ? [] : [{ field: 'gdzie', sentence: aloneWords(frame).placeMissing }]
  const problems = problemsOf(sections, costs.lines, limits).map(one => ({ field: fieldOf(one), sentence: problemWords(one, ctx.locale) }))
  const counted = await countRows(ctx, costs.rows, costs.reserve)
  const movable = !project || mayMove(ctx.actor, project).ok
  const addresses = await addressesFor(ctx, form, chosen?.id)
  const shown = {
    frame,
    project,
    territory,
    movable,
    addresses,
    kept,
    limits,
    ideaId,
    revisions,
    places: all,
    missing: [...place, ...problems],
    rows: costs.rows,
    focus: costs.focus,
    ...counted,
  }
  const whole = { ...form, typed: { ...form.typed, ...typedRows(costs.rows, costs.reserve) } }
  const estimates = project ? await unitEstimatesOf(ctx, project.id) : []
  return page(c, <AlonePage {...shown} form={whole} estimates={estimates} formKey={typedOne(form, 'key') || newId('key')} />, status)
}

/** An empty page, or one that an idea begins. */
async function askNew(c: Visit) {
  const { ctx } = c.var
  const closed = await closedNow(c)
  if (closed) return closed
  const idea = c.req.query('pomysl') === undefined ? undefined : await loadIdea(ctx, c.req.query('pomysl') ?? '')
  const where = (await places(ctx)).find(one => one.id === idea?.territoryId)
  const typed = {
    gdzie: where ? whereOf(where) : (c.req.query('gdzie') ?? ''),
    ...(idea && { tytul: idea.title, opis: idea.text, miejsce: idea.placeWords ?? '', ...typedSpot({ point: idea.point ?? undefined }) }),
  }
  return show(c, { form: { typed, errors: {} }, costs: { ...rowsOf([], ctx.locale, 1), lines: [] }, revisions: nothing, ideaId: idea?.id })
}

/** A closed door says since when, or when it opens. */
async function closedNow(c: Visit) {
  const { ctx, frame } = c.var
  const edition = await findCurrentEdition(ctx)
  if (!edition) return page(c, <StartClosedPage frame={frame} why="no-edition" />, 409)
  const verdict = mayStartIn(ctx, edition, 'individual')
  return verdict.ok
    ? undefined
    : page(c, <StartClosedPage frame={frame} why={verdict.why} openness={opennessOf(edition.phases, 'drafts', ctx.now)} />)
}

async function revisionsOf(ctx: Ctx, project: Project): Promise<Revisions> {
  const now = await Promise.all(sectionNames.map(async name => [name, (await sectionNow(ctx, project.id, name)).revision] as const))
  return { ...nothing, ...Object.fromEntries(now), costs: project.costsRevision, spot: await spotRevisionOf(ctx, project.id) }
}

async function askKept(c: Visit) {
  const { ctx, frame } = c.var
  const project = await projectHere(c)
  const verdict = mayWrite(ctx.actor, project)
  if (!verdict.ok) return refused(c, project.id, verdict)
  if (project.path !== 'individual') return done(c, url(paths.project, { id: project.id }), aloneWords(frame).notAlone)
  const [sections, lines] = [await sectionsOf(ctx, project.id), await costsOf(ctx, project.id)]
  const typed = {
    ...Object.fromEntries(sectionNames.map(name => [fieldOfSection(name), sections[name]])),
    ...typedSpot(await spotOf(ctx, project.id)),
    gdzie: whereOf(await loadTerritory(ctx, project.territoryId)),
  }
  return show(c, {
    project,
    form: { typed, errors: {} },
    costs: { ...rowsOf(lines, ctx.locale, 1), lines },
    revisions: await revisionsOf(ctx, project),
  })
}

/** What is missing, beside the fields, for whoever wanted to go on. */
async function errorsOf({ var: { ctx } }: Visit, project: Project, sections: Sections): Promise<Record<string, string>> {
  const edition = await findCurrentEdition(ctx)
  const problems = edition ? problemsOf(sections, await costsOf(ctx, project.id), limitsOf(edition, project.territoryId)) : []
  return Object.fromEntries(problems.map(problem => [fieldOf(problem), problemWords(problem, ctx.locale)]))
}

async function keep(c: Visit) {
  const { ctx, frame } = c.var
  const t = aloneWords(frame)
  const project = c.req.param('id') === undefined ? undefined : await projectHere(c)
  const closed = project ? undefined : await closedNow(c)
  if (closed) return closed
  const read = await readForm(c, wholeForm, { ...spots[ctx.locale].errors, ...t.errors })
  const address = await addressStep(ctx, read.form, addressFields)
  const form = address ?? read.form
  const costs = await readCosts(ctx, address ? { ...form.typed, akcja: 'przelicz' } : form.typed)
  const revisions = revisionsIn(form)
  const again = (errors: FormState['errors'], status: 200 | 409 | 422) =>
    show(c, { ...(project && { project }), form: { ...form, errors }, costs, revisions, ideaId: typedOne(form, 'pomysl') || undefined }, status)
  if (costs.redraws) return again({}, 200)
  const sections = Object.fromEntries(sectionNames.map(name => [name, typedOne(form, fieldOfSection(name))])) as Sections
  const moved = await movedTo(ctx, form)
  const wrong = { ...(await tooLong(ctx, sections)), ...costs.errors, ...read.form.errors, ...(moved.nowhere && { gdzie: t.placeMissing }) }
  if (Object.keys(wrong).length > 0) return again(wrong, 422)
  const started = project ?? (await start(c, form, sections.title))
  if ('errors' in started) return again(started.errors, started.status)
  const from = 'from' in started ? started.from : revisions
  const whole: Whole = {
    sections: Object.fromEntries(sectionNames.map(name => [name, { text: sections[name], from: from[name] }])) as Whole['sections'],
    costs: { lines: costs.lines, from: from.costs },
    where: { territoryId: project && moved.to?.id, placed: placedIn(form), from: from.spot },
  }
  const id = started.id
  const saved = await saveWhole(ctx, id, whole)
  if (!saved.ok) return clashed(c, id, saved, { form, costs, revisions: from })
  return goOn(c, id, form, sections)
}

/** What would not be saved because it is longer than anybody may write. */
async function tooLong(ctx: Ctx, sections: Sections): Promise<Record<string, string>> {
  const edition = await findCurrentEdition(ctx)
  if (!edition) return {}
  const problems = problemsOf(sections, [], limitsOf(edition, '')).filter(({ what }) => what === 'too-long')
  return Object.fromEntries(problems.map(problem => [fieldOf(problem), problemWords(problem, ctx.locale)]))
}

type Started = { readonly id: string; readonly from: Revisions } | { readonly errors: FormState['errors']; readonly status: 409 | 422 }
/** The first save makes the draft; what an idea gives it stands there already. The same form twice makes one. */
async function start(c: Visit, form: FormState, title: string): Promise<Started> {
  const { ctx, frame } = c.var
  const where = typedOne(form, 'gdzie')
  const territory = (await places(ctx)).find(one => whereOf(one) === where)
  if (!territory) return { errors: { gdzie: aloneWords(frame).placeMissing }, status: 422 }
  const ideaId = typedOne(form, 'pomysl')
  const idea = ideaId === '' ? undefined : await loadIdea(ctx, ideaId)
  const draft = { key: typedOne(form, 'key') || newId('key'), path: 'individual', visibility: 'private', territoryId: territory.id, title } as const
  const started = await startProject(ctx, { ...draft, ...(idea && { ideaId: idea.id }) })
  if (!started.ok || !started.id) return { errors: { '': common[ctx.locale].why[started.ok ? 'no-edition' : started.why] }, status: 409 }
  const from = { ...nothing, title: 1, description: idea ? 1 : 0, place: idea?.placeWords ? 1 : 0, spot: idea?.point ? 1 : 0 }
  return { id: started.id, from }
}

type Refused = Exclude<Awaited<ReturnType<typeof saveWhole>>, { ok: true }>
type Typed = { readonly form: FormState; readonly costs: TypedCosts; readonly revisions: Revisions }
/** Somebody else, or the same person in another window, wrote the same: both stand in the form, and nothing is saved before they are put together. */
async function clashed(c: Visit, id: string, refusal: Refused, { form, costs, revisions }: Typed) {
  const { ctx, frame } = c.var
  const { edit, costs: costWords, why } = common[ctx.locale]
  const t = aloneWords(frame)
  const project = await loadProject(ctx, id)
  const by = 'by' in refusal ? (await nameOf(ctx, refusal.by)) || edit.somebody : edit.somebody
  if ('merged' in refusal) {
    const field = fieldOfSection(refusal.section)
    const typed = { ...form.typed, [field]: refusal.merged.text }
    const now = { ...revisions, [refusal.section]: refusal.revision }
    return show(c, { project, form: { typed, errors: { [field]: edit.conflictLead(by) } }, costs, revisions: now }, 409)
  }
  if ('lines' in refusal) {
    const both = { ...rowsOf(refusal.lines, ctx.locale), lines: refusal.lines }
    const errors = { 'co-0': costWords.conflictLead(by) }
    return show(c, { project, form: { ...form, errors }, costs: both, revisions: { ...revisions, costs: refusal.revision } }, 409)
  }
  if ('spot' in refusal) {
    const errors = { lon: t.placeConflict(spotInWords(frame, refusal.spot)) }
    return show(c, { project, form: { ...form, errors }, costs, revisions: { ...revisions, spot: refusal.revision } }, 409)
  }
  const beside: Readonly<Record<string, string>> = {
    ...spots[ctx.locale].why,
    ...(mayMove(ctx.actor, project).ok && { 'point-elsewhere': t.pointElsewhere }),
  }
  if (beside[refusal.why])
    return show(c, { project, form: { ...form, errors: { [fieldOfSpot(refusal.why)]: beside[refusal.why] } }, costs, revisions }, 422)
  const said: Readonly<Record<string, string>> = why
  const field = refusal.section && refusal.why === 'too-long' ? fieldOfSection(refusal.section) : ''
  return show(c, { project, form: { ...form, errors: { [field]: said[refusal.why] ?? t.errors.wrong } }, costs, revisions }, 409)
}

/** Saved: back to the page, or, where nothing is missing and the statements are made, on to the last one. */
async function goOn(c: Visit, id: string, form: FormState, sections: Sections) {
  const { ctx, frame } = c.var
  const t = aloneWords(frame)
  if (form.typed.akcja !== 'dalej') return done(c, url(paths.projectForm, { id }), t.saved)
  const project = await loadProject(ctx, id)
  const missing = await errorsOf(c, project, sections)
  const unsaid = Object.fromEntries(statements.filter(name => form.typed[name] === undefined).map(name => [name, t.errors[name]]))
  const errors = { ...missing, ...unsaid }
  if (Object.keys(errors).length > 0) {
    const lines = await costsOf(ctx, id)
    const costs = { ...rowsOf(lines, ctx.locale, 1), lines }
    return show(c, { project, form: { ...form, errors }, costs, revisions: await revisionsOf(ctx, project), kept: true }, 422)
  }
  const prepared = await prepareAlone(ctx, id)
  return prepared.ok ? done(c, url(paths.projectSubmission, { id }), t.ready) : refused(c, id, prepared)
}

async function join(c: Visit) {
  const { ctx, frame } = c.var
  const t = aloneWords(frame)
  const project = await projectHere(c)
  const verdict = await makeJoint(ctx, project.id)
  if (verdict.ok || verdict.why === 'not-alone') return doneAt(c, project.id, t.jointDone)
  return refused(c, project.id, verdict)
}

export const aloneRoutes: readonly Route[] = [
  get(paths.projectAlone, 'signed-in', askNew),
  post(paths.projectAlone, 'signed-in', 'project.started', keep),
  get(paths.projectForm, 'signed-in', askKept),
  post(paths.projectForm, 'signed-in', 'project.changed', keep),
  post(paths.projectJoint, 'signed-in', 'project.made-joint', join),
]
