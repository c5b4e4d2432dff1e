import { z } from 'zod'
import { emptyForm, type FormState } from '#kit/form.ts'
import { addressesFor, addressNear, addressStep } from '#modules/programme/territories/addresses.store.ts'
import { readPoint } from '#modules/programme/territories/territories.rules.ts'
import { placeProject } from '#modules/proposals/place/spots.actions.ts'
import { SpotBeside, SpotPage } from '#modules/proposals/place/spots.pages.tsx'
import { spotOf } from '#modules/proposals/place/spots.store.ts'
import { spotsTextsEn } from '#modules/proposals/place/spots.texts.en.ts'
import { spotsTexts } from '#modules/proposals/place/spots.texts.ts'
import { projectHere, refused } from '#modules/proposals/projects.routes.tsx'
import { mayWriteAlong } from '#modules/proposals/proposals.rules.ts'
import { findProject, sectionsOf } from '#modules/proposals/proposals.store.ts'
import { paths, url } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: spotsTexts, en: spotsTextsEn }

async function showSpot(c: Visit, form: FormState = emptyForm, status: 200 | 422 = 200) {
  const { ctx, frame } = c.var
  const project = await projectHere(c)
  const verdict = mayWriteAlong(ctx.actor, project)
  if (!verdict.ok) return refused(c, project.id, verdict)
  const { place: said } = await sectionsOf(ctx, project.id)
  const [spot, addresses] = [await spotOf(ctx, project.id), await addressesFor(ctx, form, project.territoryId)]
  return page(c, <SpotPage {...{ frame, project, form, spot, addresses, said }} />, status)
}

const coordinate = z.string().max(30, 'long').default('')
const drawn = z.string().max(5000, 'long').default('')
/** The fields of a place in any form; both numbers of its point stand there, or none. */
export const spotFields = { lon: coordinate, lat: coordinate, line: drawn, area: drawn }
type Typed = { readonly lon: string; readonly lat: string }
export const isPoint = ({ lon, lat }: Typed): boolean => (lon.trim() === '' && lat.trim() === '') || readPoint(lon, lat) !== undefined
export const pointIssue = { path: ['lon'], message: 'point' }
const spotForm = z.object({ ...spotFields, words: z.string().max(200, 'long').default('') }).refine(isPoint, pointIssue)

export const fieldOfSpot = (why: string) => (why.startsWith('point') ? 'lon' : why.startsWith('line') ? 'line' : 'area')

async function keepSpot(c: Visit) {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const project = await projectHere(c)
  const read = await readForm(c, spotForm, t.errors)
  const address = await addressStep(ctx, read.form, { words: 'words' })
  if (address) return showSpot(c, address)
  if (!read.ok) return showSpot(c, read.form, 422)
  const { lon, lat, line, area, words } = read.value
  const verdict = await placeProject(ctx, project.id, { point: readPoint(lon, lat), line, area, words })
  if (verdict.ok) return done(c, url(paths.project, { id: project.id }), t.saved)
  if (verdict.why in t.why) {
    const why = verdict.why as keyof typeof t.why
    return showSpot(c, { ...read.form, errors: { [fieldOfSpot(why)]: t.why[why] } }, 422)
  }
  return showSpot(c)
}

/** What this says on the project's own page. */
export async function spotBeside(c: Visit, id: string) {
  const { ctx, frame } = c.var
  const project = id.startsWith('project_') ? await findProject(ctx, id) : undefined
  if (!project) return undefined
  const spot = await spotOf(ctx, id)
  const near = spot.point && (await addressNear(ctx, spot.point))
  return <SpotBeside {...{ frame, id, spot, near }} title={project.title} editing={mayWriteAlong(ctx.actor, project).ok} />
}

export const spotsRoutes: readonly Route[] = [
  get(paths.projectSpot, 'signed-in', c => showSpot(c)),
  post(paths.projectSpot, 'signed-in', 'project.changed', keepSpot),
]
