import { z } from 'zod'
import { has } from '#kit/actor.ts'
import { emptyForm, type FormState } from '#kit/form.ts'
import { notFound } from '#kit/refusal.ts'
import { supportersOf } from '#modules/ideas/supporters.store.ts'
import { listEnteredPeople } from '#modules/people/office/entered.store.ts'
import { namesOf } from '#modules/people/people.store.ts'
import { answerInvitation, bringInAuthor, endAuthor, inviteAuthor, leaveProject, type Whom } from '#modules/proposals/authors/authors.actions.ts'
import { AuthorsPage, InvitationPage, type Somebody } from '#modules/proposals/authors/authors.pages.tsx'
import { placeRoles } from '#modules/proposals/authors/authors.rules.ts'
import { leadStanding } from '#modules/proposals/authors/leading.actions.ts'
import { findOffer } from '#modules/proposals/authors/offers.store.ts'
import type { NamedRequest, Refusing } from '#modules/proposals/authors/requests.parts.tsx'
import { listWaitingRequests } from '#modules/proposals/authors/requests.store.ts'
import { projectHere } from '#modules/proposals/projects.routes.tsx'
import { isAuthor, mayHelp } from '#modules/proposals/proposals.rules.ts'
import { loadProject } from '#modules/proposals/proposals.store.ts'
import { proposalsTextsEn } from '#modules/proposals/proposals.texts.en.ts'
import { proposalsTexts } from '#modules/proposals/proposals.texts.ts'
import { agreementTextsEn } from '#modules/proposals/suggestions/agreement.texts.en.ts'
import { agreementTexts } from '#modules/proposals/suggestions/agreement.texts.ts'
import type { ProjectView } from '#modules/proposals/views.rules.ts'
import { viewProject } from '#modules/proposals/views.store.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: agreementTexts, en: agreementTextsEn }
const common = { pl: proposalsTexts, en: proposalsTextsEn }
type Why = keyof typeof agreementTexts.why | keyof typeof proposalsTexts.why
/** The sentence of a refusal, wherever its words are kept. */
const whyWords = (ctx: Ctx, why: Why): string => ({ ...common[ctx.locale].why, ...texts[ctx.locale].why })[why]

type Shown = { form?: FormState; why?: string; refusing?: Refusing }
export async function showAuthors(c: Visit, id: string, options: Shown = {}, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const view = await viewProject(ctx, await loadProject(ctx, id))
  const [backers, entered, requests] = [await backersFor(ctx, view), await enteredFor(ctx, view), await requestsFor(ctx, view)]
  const leading =
    view.may.edit.ok || view.may.help.ok ? { offer: await findOffer(ctx, id), standing: await leadStanding(ctx, view.project) } : undefined
  return page(c, <AuthorsPage {...{ frame, view, ...options, backers, entered, requests, leading }} />, status)
}
const refuse = (c: Visit, id: string, why: Why) => showAuthors(c, id, { why: whyWords(c.var.ctx, why) }, 409)

/** Only its authors read who asks to join, and why. */
async function requestsFor(ctx: Ctx, { project }: ProjectView): Promise<NamedRequest[]> {
  if (!isAuthor(ctx.actor, project)) return []
  const waiting = await listWaitingRequests(ctx, [project.id])
  const names = await namesOf(
    ctx,
    waiting.map(({ personId }) => personId),
  )
  return waiting.map(request => ({ ...request, name: names.get(request.personId) ?? '' }))
}

/** Only the lead of a draft from an idea is shown who stands behind that idea. */
async function backersFor(ctx: Ctx, { project, may }: ProjectView): Promise<Somebody[]> {
  if (!may.invite.ok || project.ideaId === undefined) return []
  const here = new Set([...project.authorIds, ...project.invitedIds, ...(project.helperIds ?? [])])
  const ids = (await supportersOf(ctx, project.ideaId)).filter(id => !here.has(id))
  return [...(await namesOf(ctx, ids))].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'pl'))
}

/** A clerk finds everybody entered without e-mail, an ambassador those entered by themself. */
async function enteredFor(ctx: Ctx, { project, may }: ProjectView): Promise<Somebody[]> {
  if (!may.help.ok) return []
  const clerk = has(ctx.actor, 'clerk')
  const here = new Set([...project.authorIds, ...project.invitedIds, ...(project.helperIds ?? [])])
  return (await listEnteredPeople(ctx, { limit: 500, ...(clerk ? {} : { by: ctx.actor.id }) })).filter(({ id }) => !here.has(id))
}

async function authors(c: Visit) {
  const project = await projectHere(c)
  return showAuthors(c, project.id)
}

const roleField = z.enum(placeRoles).catch('author')
const emailForm = z.object({
  email: z.string('required').max(254, 'email').pipe(z.email('email')),
  nazwa: z.string('required').max(60, 'long'),
  rola: roleField,
})
const personForm = z.object({ osoba: z.string('choose').max(60) })
const backerForm = personForm.extend({ rola: roleField })

async function invite(c: Visit) {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const project = await projectHere(c)
  const chosen = await readForm(c, backerForm, t.errors)
  const byEmail = chosen.ok ? undefined : await readForm(c, emailForm, t.errors)
  if (byEmail && !byEmail.ok) return showAuthors(c, project.id, { form: byEmail.form }, 422)
  const whom: Whom | undefined = chosen.ok
    ? await backer(ctx, await viewProject(ctx, project), chosen.value.osoba)
    : byEmail?.ok
      ? { email: byEmail.value.email, name: byEmail.value.nazwa }
      : undefined
  if (!whom) return notFound('person')
  const role = chosen.ok ? chosen.value.rola : byEmail?.ok ? byEmail.value.rola : 'author'
  const invited = await inviteAuthor(ctx, project.id, whom, role)
  if (!invited.ok) {
    const form = byEmail?.form ?? emptyForm
    return showAuthors(c, project.id, { form: { ...form, errors: { '': whyWords(ctx, invited.why) } } }, 409)
  }
  return done(c, url(paths.projectAuthors, { id: project.id }), t.done.invited)
}

/** Only somebody who stands behind the idea: an id made up by a stranger discloses nobody. */
async function backer(ctx: Ctx, view: ProjectView, personId: string): Promise<Whom | undefined> {
  const found = (await backersFor(ctx, view)).find(({ id }) => id === personId)
  return found && { personId, words: found.name }
}

async function bringIn(c: Visit) {
  const { ctx } = c.var
  const project = await projectHere(c)
  const read = await readForm(c, personForm, texts[ctx.locale].errors)
  if (!read.ok) return showAuthors(c, project.id, { why: read.form.errors.osoba ?? '' }, 422)
  const verdict = await bringInAuthor(ctx, project.id, read.value.osoba)
  if (!verdict.ok) return refuse(c, project.id, verdict.why)
  return done(c, url(paths.projectAuthors, { id: project.id }), texts[ctx.locale].done.broughtIn)
}

async function showInvitation(c: Visit) {
  const { ctx, frame } = c.var
  const project = await projectHere(c)
  return page(c, <InvitationPage frame={frame} view={await viewProject(ctx, project)} />)
}

const answerForm = z.object({ odpowiedz: z.enum(['tak', 'nie'], 'choose') })

async function answer(c: Visit) {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const project = await projectHere(c)
  const read = await readForm(c, answerForm, t.errors)
  const yes = read.ok && read.value.odpowiedz === 'tak'
  const verdict = await answerInvitation(ctx, project.id, c.req.param('invitation') ?? '', yes ? 'accept' : 'decline')
  if (!verdict.ok) return refuse(c, project.id, verdict.why)
  if (mayHelp(ctx.actor, project).ok) return done(c, url(paths.projectAuthors, { id: project.id }), t.done.ended)
  return yes ? done(c, url(paths.project, { id: project.id }), t.done.joined) : done(c, paths.projects, t.done.declined)
}

async function end(c: Visit) {
  const project = await projectHere(c)
  const verdict = await endAuthor(c.var.ctx, project.id, c.req.param('invitation') ?? '')
  if (!verdict.ok) return refuse(c, project.id, verdict.why)
  return done(c, url(paths.projectAuthors, { id: project.id }), texts[c.var.ctx.locale].done.ended)
}

async function leave(c: Visit) {
  const project = await projectHere(c)
  const verdict = await leaveProject(c.var.ctx, project.id)
  if (!verdict.ok) return refuse(c, project.id, verdict.why)
  return done(c, paths.projects, texts[c.var.ctx.locale].done.left)
}

export const authorsRoutes: readonly Route[] = [
  get(paths.projectAuthors, 'signed-in', authors),
  post(paths.projectAuthors, ['clerk', 'ambassador'], 'author.accepted', bringIn),
  post(paths.projectInvitations, 'signed-in', 'author.invited', invite),
  get(paths.projectInvitationAnswer, 'signed-in', showInvitation),
  post(paths.projectInvitationAnswer, 'signed-in', 'author.accepted', answer),
  post(paths.projectInvitationEnd, 'signed-in', 'author.uninvited', end),
  post(paths.projectLeaving, 'signed-in', 'author.left', leave),
]
