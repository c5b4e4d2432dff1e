import type { JSX } from 'hono/jsx/jsx-runtime'
import { z } from 'zod'
import { emptyForm, type FormState, filled, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { notFound } from '#kit/refusal.ts'
import { yes } from '#kit/verdict.ts'
import { isAuthor, isLead, mayFind, mayHelp, type Project } from '#modules/proposals/proposals.rules.ts'
import { acceptedBy, findProject, loadProject } from '#modules/proposals/proposals.store.ts'
import { shownNames } from '#modules/proposals/shown-names.store.ts'
import { recordSignedPage, refuseVersion, releaseAuthor, remindAuthors } from '#modules/submission/agreeing/agreeing.actions.ts'
import { NotNowPage, RefusingPage, ReleasingPage, SigningPage } from '#modules/submission/agreeing/agreeing.pages.tsx'
import { AgreeingBeside, agreeingWords, type Missing, type WhyNot, whyNot } from '#modules/submission/agreeing/agreeing.parts.tsx'
import { mayRefuse, mayRemind } from '#modules/submission/agreeing/agreeing.rules.ts'
import { lastReminder, refusalsOf } from '#modules/submission/agreeing/agreeing.store.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { filesTextsEn } from '#ui/files.texts.en.ts'
import { filesTexts } from '#ui/files.texts.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'
import { chosenFile, holdFiles } from '#web/uploads.ts'

const files = { pl: filesTexts, en: filesTextsEn }

export async function projectHere(c: Visit): Promise<Project> {
  const project = await loadProject(c.var.ctx, c.req.param('id') ?? '')
  return mayFind(c.var.ctx.actor, project) ? project : notFound('project')
}
const versionHere = (c: Visit) => Number(c.req.param('version')) || notFound('version')
const home = (id: string) => url(paths.project, { id })

/** Authors who have not accepted the newest version, and what they said instead. */
async function missingFrom(ctx: Ctx, project: Project): Promise<Missing[]> {
  const accepted = await acceptedBy(ctx, project.id, project.version)
  const ids = project.authorIds.filter(id => !accepted.includes(id))
  const [names, refusals] = await Promise.all([shownNames(ctx, project, ids), refusalsOf(ctx, project.id, project.version)])
  return ids.map(personId => ({ personId, name: names.get(personId) ?? '', refusal: refusals.find(one => one.personId === personId) }))
}
/** Who may bring signed pages at all; of each single one the action asks again. */
const maySign = ({ actor }: Ctx, project: Project) => (isLead(actor, project) ? yes : mayHelp(actor, project))

/** On the project's page, for authors and those who help them, while somebody is missing. */
export async function agreeingBeside({ var: { ctx, frame } }: Visit, id: string): Promise<JSX.Element | undefined> {
  if (ctx.actor.id === '' || !id.startsWith('project_')) return undefined
  const project = await findProject(ctx, id)
  if (project?.state !== 'agreeing' || !(isAuthor(ctx.actor, project) || mayHelp(ctx.actor, project).ok)) return undefined
  const [missing, reminded] = await Promise.all([missingFrom(ctx, project), lastReminder(ctx, id, project.version)])
  if (missing.length === 0) return undefined
  const accepted = project.authorIds.filter(one => !missing.some(({ personId }) => personId === one))
  const view = {
    project,
    missing,
    reminded,
    leads: isLead(ctx.actor, project),
    maySign: maySign(ctx, project).ok,
    mayRefuse: mayRefuse(ctx.actor, project, project.version, accepted).ok,
    remind: mayRemind(ctx.actor, project, { missing: missing.length, last: reminded, now: ctx.now }),
  }
  return <AgreeingBeside frame={frame} view={view} />
}

// the signed page

async function showSigning(c: Visit, form: FormState = emptyForm, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const project = await projectHere(c)
  const signing = maySign(ctx, project)
  if (!signing.ok) return page(c, <NotNowPage frame={frame} project={project} why={signing.why} />, status === 200 ? 200 : 409)
  const missing = (await missingFrom(ctx, project)).filter(({ personId }) => personId !== ctx.actor.id)
  const [version, pageNeeded] = [versionHere(c), isLead(ctx.actor, project)]
  const person = c.req.query('osoba') ?? ''
  return page(
    c,
    <SigningPage
      {...{ frame, project, version, missing, pageNeeded, person }}
      form={await holdFiles(c, form)}
      formKey={typedOne(form, 'key') || newId('key')}
    />,
    status,
  )
}

const signingForm = z.object({
  key: z.string('required').min(8).max(60),
  osoba: z.string('choose').max(60),
  odcisk: z.string('required').max(100, 'mark'),
})
const fieldOf: Partial<Record<string, string>> = { 'wrong-mark': 'odcisk', 'not-author': 'osoba', 'own-matter': 'osoba' }

async function sign(c: Visit) {
  const { ctx, frame } = c.var
  const t = agreeingWords(frame)
  const [project, version] = [await projectHere(c), versionHere(c)]
  const read = await readForm(c, signingForm, t.errors)
  if (!read.ok) return showSigning(c, read.form, 422)
  const { key, osoba: personId, odcisk: mark } = read.value
  const file = await chosenFile(c, 'kartka')
  const signed = await recordSignedPage(ctx, project.id, version, { personId, mark, file, key, alt: t.signing.alt(version) })
  if (signed.ok) return done(c, home(project.id), t.signing.done(version))
  const said: Readonly<Record<string, string>> = files[ctx.locale].why
  const sentence = said[signed.why] ?? whyNot(frame, signed.why as WhyNot)
  const field = said[signed.why] || signed.why === 'page-missing' ? 'kartka' : (fieldOf[signed.why] ?? '')
  return showSigning(c, { ...read.form, errors: { [field]: sentence } }, field === '' ? 409 : 422)
}

// saying no, and what follows

async function showRefusing(c: Visit, form: FormState = emptyForm, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const [project, version] = [await projectHere(c), versionHere(c)]
  const verdict = mayRefuse(ctx.actor, project, version, await acceptedBy(ctx, project.id, version))
  return page(c, <RefusingPage {...{ frame, project, version, form, verdict }} />, status)
}

const refusalForm = z.object({ powod: z.string('required').max(1000, 'long'), bezemnie: z.literal('tak').optional() })
async function refuse(c: Visit) {
  const t = agreeingWords(c.var.frame)
  const [project, version] = [await projectHere(c), versionHere(c)]
  const read = await readForm(c, refusalForm, t.errors)
  if (!read.ok) return showRefusing(c, read.form, 422)
  const { powod: reason, bezemnie } = read.value
  const verdict = await refuseVersion(c.var.ctx, project.id, version, { reason, withoutMe: bezemnie !== undefined })
  return verdict.ok ? done(c, home(project.id), t.refusing.done) : showRefusing(c, read.form, 409)
}

async function showReleasing(c: Visit, form: FormState = emptyForm, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const [project, version] = [await projectHere(c), versionHere(c)]
  if (!isLead(ctx.actor, project)) return notFound('releasing')
  const missing = (await missingFrom(ctx, project)).find(({ personId }) => personId === c.req.param('person')) ?? notFound('author')
  return page(c, <ReleasingPage {...{ frame, project, version, form, missing }} />, status)
}

async function release(c: Visit) {
  const { frame } = c.var
  const t = agreeingWords(frame)
  const [project, version] = [await projectHere(c), versionHere(c)]
  const read = await readForm(c, z.object({ powod: z.string().max(1000, 'long').default('') }), t.errors)
  if (!read.ok) return showReleasing(c, read.form, 422)
  const released = { personId: c.req.param('person') ?? '', reason: read.value.powod }
  const verdict = await releaseAuthor(c.var.ctx, project.id, version, released)
  if (verdict.ok) return done(c, home(project.id), t.releasing.done)
  if (verdict.why === 'reason-missing') return showReleasing(c, { ...read.form, errors: { powod: whyNot(frame, verdict.why) } }, 422)
  return showReleasing(c, { ...filled(read.form.typed), errors: { '': whyNot(frame, verdict.why) } }, 409)
}

async function remind(c: Visit) {
  const { frame } = c.var
  const project = await projectHere(c)
  const verdict = await remindAuthors(c.var.ctx, project.id)
  if (verdict.ok || verdict.why === 'too-soon')
    return done(c, home(project.id), verdict.ok ? agreeingWords(frame).remindDone : whyNot(frame, verdict.why))
  return page(c, <NotNowPage frame={frame} project={project} why={verdict.why} />, 409)
}

export const agreeingRoutes: readonly Route[] = [
  get(paths.projectSignature, 'signed-in', c => showSigning(c)),
  post(paths.projectSignature, 'signed-in', 'version.signed', sign),
  get(paths.projectRefusal, 'signed-in', c => showRefusing(c)),
  post(paths.projectRefusal, 'signed-in', 'version.refused', refuse),
  get(paths.projectRelease, 'signed-in', c => showReleasing(c)),
  post(paths.projectRelease, 'signed-in', 'author.removed', release),
  post(paths.projectReminders, 'signed-in', 'version.reminded', remind),
]
