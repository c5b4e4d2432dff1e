import { z } from 'zod'
import { type FormState, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { notFound } from '#kit/refusal.ts'
import type { Verdict } from '#kit/verdict.ts'
import { loadIdea } from '#modules/ideas/ideas.store.ts'
import { listSimilarThings } from '#modules/ideas/similar.store.ts'
import { findPerson } from '#modules/people/people.store.ts'
import { opennessOf } from '#modules/programme/calendar.rules.ts'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { cityWhere, whereOf } from '#modules/programme/territories/territories.rules.ts'
import { findCity, listDistricts, loadTerritory, territoryOfWhere } from '#modules/programme/territories/territories.store.ts'
import { ProjectPage, ProjectsPage, StartClosedPage, StartPage } from '#modules/proposals/projects.pages.tsx'
import { mayStartIn, shareProject, startProject } from '#modules/proposals/proposals.actions.ts'
import { mayFind, mayWriteDownForms, type Project, projectPaths, projectStates, visibilities } from '#modules/proposals/proposals.rules.ts'
import { listProjects, loadProject } from '#modules/proposals/proposals.store.ts'
import { proposalsTextsEn } from '#modules/proposals/proposals.texts.en.ts'
import { proposalsTexts } from '#modules/proposals/proposals.texts.ts'
import { viewProject } from '#modules/proposals/views.store.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: proposalsTexts, en: proposalsTextsEn }
export type Why = keyof typeof proposalsTexts.why
const pageSize = 20

/** The project of this address, for whoever may read it; a private draft is not there for anybody else. */
export async function projectHere(c: Visit): Promise<Project> {
  const project = await loadProject(c.var.ctx, c.req.param('id') ?? '')
  return mayFind(c.var.ctx.actor, project) ? project : notFound('project')
}

/** The project's page with the reason why something was not done. */
export async function refused(c: Visit, id: string, verdict: Verdict<Why>) {
  const view = await viewProject(c.var.ctx, await loadProject(c.var.ctx, id))
  return page(c, <ProjectPage frame={c.var.frame} view={view} refusal={verdict} />, 409)
}
export const doneAt = (c: Visit, id: string, sentence: string) => done(c, url(paths.project, { id }), sentence)

const places = async (ctx: Ctx) => [await findCity(ctx), ...(await listDistricts(ctx))].filter(one => one !== undefined)

async function listAll(c: Visit) {
  const { ctx, frame } = c.var
  const territories = await places(ctx)
  const [where = '', state = '', after] = [c.req.query('gdzie'), c.req.query('stan'), c.req.query('po')]
  const place = territories.find(one => whereOf(one) === where)
  const asked = projectStates.find(one => one === state)
  const found = await listProjects(ctx, {
    ...(place && { territoryId: place.id }),
    states: asked ? [asked] : ['draft', 'agreeing', 'submitted'],
    ...(after && { after: readAfter(after) }),
    limit: pageSize + 1,
  })
  const projects = found.slice(0, pageSize)
  const last = projects.at(-1)
  const older =
    found.length > pageSize && last
      ? url(paths.projects, undefined, { gdzie: where, stan: state, po: `${last.changedAt.toISOString()}_${last.id}` })
      : undefined
  const edition = await findCurrentEdition(ctx)
  // a stranger signs in on the way
  const opens = edition && mayStartIn(ctx, edition, 'individual')
  const alone = opens !== undefined && (opens.ok || opens.why === 'sign-in')
  return page(c, <ProjectsPage {...{ frame, projects, territories, where, state, older, alone }} fromPaper={mayWriteDownForms(ctx.actor)} />)
}
/** "2020-03-12T11:00:00.000Z_project_abc"; anything else is the beginning of the list. */
function readAfter(typed: string) {
  const [at = '', ...id] = typed.split('_')
  const changedAt = new Date(at)
  return Number.isNaN(changedAt.getTime()) ? undefined : { changedAt, id: id.join('_') }
}

const startForm = z.object({
  key: z.string().regex(/^key_\w{10,40}$/),
  tytul: z.string().max(300, 'long'),
  sciezka: z.enum(projectPaths, 'choose'),
  gdzie: z.string('choose'),
  widocznosc: z.enum(visibilities, 'choose'),
  pomysl: z.string().optional(),
  krok: z.literal('podobne').optional().catch(undefined),
})

async function askStart(c: Visit) {
  const where = c.req.query('gdzie') ?? (await whereOfOwn(c.var.ctx))
  return showStart(c, { typed: where === '' ? {} : { gdzie: where }, errors: {} }, newId('key'), c.req.query('pomysl'))
}

/** Whoever has said where they live most often writes for that district. */
async function whereOfOwn(ctx: Ctx): Promise<string> {
  const districtId = (await findPerson(ctx, ctx.actor.id))?.districtId
  return districtId === undefined ? '' : whereOf(await loadTerritory(ctx, districtId))
}

async function showStart(c: Visit, form: FormState, key: string, ideaId: string | undefined, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const edition = await findCurrentEdition(ctx)
  if (!edition) return page(c, <StartClosedPage frame={frame} why="no-edition" />, 409)
  const pathsOpen = projectPaths.filter(path => mayStartIn(ctx, edition, path).ok)
  const openness = opennessOf(edition.phases, 'drafts', ctx.now)
  if (pathsOpen.length === 0) {
    const verdict = mayStartIn(ctx, edition, 'joint-district')
    return page(
      c,
      <StartClosedPage frame={frame} why={verdict.ok ? 'phase-unplanned' : verdict.why} openness={openness} />,
      status === 422 ? 422 : 200,
    )
  }
  const idea = ideaId === undefined ? undefined : await loadIdea(ctx, ideaId)
  const territories = await places(ctx)
  const place = territories.find(one => one.id === idea?.territoryId)
  const filled = place && !isSent(form) ? { ...form, typed: { ...form.typed, gdzie: whereOf(place) } } : form
  const inCity = typedOne(filled, 'gdzie') === cityWhere
  const words = typedOne(filled, 'tytul') || (idea?.title ?? '')
  const similar = words
    ? await listSimilarThings(ctx, c.var.things, {
        words,
        territoryId: territories.find(one => whereOf(one) === typedOne(filled, 'gdzie'))?.id,
        point: idea?.point ?? undefined,
        not: idea ? [idea.id] : [],
      })
    : undefined
  const ordered = inCity && !isSent(form) ? [...pathsOpen].sort((a, b) => Number(b === 'joint-city') - Number(a === 'joint-city')) : pathsOpen
  return page(
    c,
    <StartPage
      frame={frame}
      form={filled}
      formKey={key}
      titleMax={edition.rules.submission.titleMax}
      pathsOpen={ordered}
      places={territories}
      idea={idea}
      similar={similar}
    />,
    status,
  )
}

const isSent = (form: FormState) => typedOne(form, 'sciezka') !== ''

async function start(c: Visit) {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const read = await readForm(c, startForm, t.errors)
  const again = (form: FormState, status: 200 | 409 | 422) =>
    showStart(c, form, typedOne(form, 'key') || newId('key'), typedOne(form, 'pomysl') || undefined, status)
  if (read.form.typed.krok === 'podobne') return again({ ...read.form, errors: {} }, 200)
  if (!read.ok) return again(read.form, 422)
  const { key, tytul: title, sciezka: path, gdzie, widocznosc: visibility, pomysl: ideaId } = read.value
  const edition = await findCurrentEdition(ctx)
  const { titleMax = 60 } = edition?.rules.submission ?? {}
  if ([...title].length > titleMax) return again({ ...read.form, errors: { tytul: t.start.nameHint(titleMax) } }, 422)
  const territory = await territoryOfWhere(ctx, gdzie)
  const started = await startProject(ctx, { key, path, title, visibility, territoryId: territory.id, ...(ideaId && { ideaId }) })
  if (!started.ok)
    return again(
      { ...read.form, errors: { [started.why === 'wrong-place' ? 'gdzie' : '']: t.why[started.why] } },
      started.why === 'wrong-place' ? 422 : 409,
    )
  return doneAt(c, started.id ?? notFound('project'), t.done.started)
}

async function share(c: Visit) {
  const project = await projectHere(c)
  const verdict = await shareProject(c.var.ctx, project.id)
  if (!verdict.ok && verdict.why !== 'already-shared') return refused(c, project.id, verdict)
  return doneAt(c, project.id, texts[c.var.ctx.locale].done.shared)
}

export const projectsRoutes: readonly Route[] = [
  get(paths.projects, 'everyone', listAll),
  get(paths.projectNew, 'signed-in', askStart),
  post(paths.projectNew, 'signed-in', 'project.started', start),
  post(paths.projectVisibility, 'signed-in', 'project.shared', share),
]
