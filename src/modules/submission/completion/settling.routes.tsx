import { z } from 'zod'
import { has } from '#kit/actor.ts'
import { addDays, dayOf, startOfDay } from '#kit/dates.ts'
import { emptyForm, type FormState } from '#kit/form.ts'
import { notFound } from '#kit/refusal.ts'
import type { WaitingMatter } from '#kit/things.ts'
import { termsOf } from '#modules/proposals/limits.store.ts'
import { projectTitle } from '#modules/proposals/proposals.parts.tsx'
import { listProjects, versionsOf } from '#modules/proposals/proposals.store.ts'
import { projectHere } from '#modules/submission/agreeing/agreeing.routes.tsx'
import { completionWords } from '#modules/submission/completion/completion.parts.tsx'
import { type Call, completing, isUnderWay, maySettle, settledDays, waitsForOffice } from '#modules/submission/completion/completion.rules.ts'
import { callsOf, listForOffice, listOfAuthor } from '#modules/submission/completion/completion.store.ts'
import { settleCall } from '#modules/submission/completion/settling.actions.ts'
import { type OfficeCall, OfficeCallsPage, SettlingPage } from '#modules/submission/completion/settling.pages.tsx'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

/** Calls with their projects, as long as those are submitted, in the places where this actor is a clerk and in nobody's own matter. */
async function ofThisOffice(ctx: Ctx, calls: readonly Call[]): Promise<OfficeCall[]> {
  const ids = [...new Set(calls.map(({ projectId }) => projectId))]
  const projects = new Map((await listProjects(ctx, { ids, states: ['submitted'], limit: ids.length })).map(project => [project.id, project]))
  return calls.flatMap(call => {
    const project = projects.get(call.projectId)
    const may = project && completing.may(ctx.actor, 'fail', { state: call.state, project })
    return may && (may.ok || may.why !== 'not-yours') ? [{ call, project }] : []
  })
}

/** To each author, what the office waits for and what it said lately; to the office, what waits for its word. */
export async function completionMatters(ctx: Ctx): Promise<readonly WaitingMatter[]> {
  return ctx.actor.id === '' ? [] : [...(await authorMatters(ctx)), ...(await officeMatters(ctx))]
}

async function authorMatters(ctx: Ctx): Promise<WaitingMatter[]> {
  const { matters: t } = completionWords(ctx)
  const since = startOfDay(addDays(dayOf(ctx.now), -settledDays))
  const calls = await listOfAuthor(ctx, { authorId: ctx.actor.id, since })
  if (calls.length === 0) return []
  const ids = calls.map(({ projectId }) => projectId)
  const projects = new Map((await listProjects(ctx, { ids, personId: ctx.actor.id, limit: ids.length })).map(project => [project.id, project]))
  return calls.flatMap(call => {
    const project = projects.get(call.projectId)
    if (!project) return []
    const title = projectTitle(ctx.locale, project)
    if (isUnderWay(call)) return [{ id: call.id, title, note: t.answer, path: url(paths.projectCompletion, { id: project.id }), dueOn: call.dueOn }]
    return [{ id: call.id, title, note: call.state === 'complied' ? t.complied : t.failed, path: url(paths.project, { id: project.id }) }]
  })
}

async function officeMatters(ctx: Ctx): Promise<WaitingMatter[]> {
  if (!has(ctx.actor, 'clerk')) return []
  const { matters: t } = completionWords(ctx)
  const waiting = await ofThisOffice(ctx, await listForOffice(ctx, { today: dayOf(ctx.now) }))
  return waiting.map(({ call, project }) => ({
    id: call.id,
    title: projectTitle(ctx.locale, project),
    note: call.state === 'answered' ? t.settle : t.close,
    path: url(paths.projectCompletionSettlement, { id: project.id }),
    territoryId: project.territoryId,
    dueOn: call.dueOn,
  }))
}

/** The newest calls of this place; beyond these, each stands on the page of its project. */
const listed = 200
async function showList(c: Visit) {
  const { ctx, frame } = c.var
  const today = dayOf(ctx.now)
  const [waiting, newest] = await Promise.all([listForOffice(ctx, { today }), listForOffice(ctx, { limit: listed })])
  const others = newest.filter(call => !waitsForOffice(call, today))
  return page(c, <OfficeCallsPage frame={frame} waiting={await ofThisOffice(ctx, waiting)} others={await ofThisOffice(ctx, others)} />)
}

async function showSettling(c: Visit, form: FormState = emptyForm, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const project = await projectHere(c)
  const [call] = await callsOf(ctx, project.id)
  if (!call) return notFound('call')
  const may = maySettle(ctx.actor, { call, project, today: dayOf(ctx.now) }, 'fail')
  // the office's words are for those who may settle
  if (!may.ok && may.why === 'not-yours') return notFound('call')
  const { notCompleted: next } = (await termsOf(ctx, project)).edition.rules.formal
  const submitted = (await versionsOf(ctx, project.id)).filter(version => version.submittedAt && version.number < (call.version ?? 0))
  return page(c, <SettlingPage {...{ frame, project, call, next, may, form }} before={submitted[0]?.number} />, status)
}

const settlement = z
  .object({ wynik: z.enum(['tak', 'nie'], 'choose'), powod: z.string().max(1000, 'long').default('') })
  .refine(({ wynik, powod }) => wynik === 'tak' || powod !== '', { path: ['powod'], message: 'reason' })

async function settle(c: Visit) {
  const { ctx, frame } = c.var
  const t = completionWords(frame)
  const project = await projectHere(c)
  const read = await readForm(c, settlement, t.errors)
  if (!read.ok) return showSettling(c, read.form, 422)
  const step = read.value.wynik === 'tak' ? 'comply' : 'fail'
  const verdict = await settleCall(ctx, project.id, { step, reason: read.value.powod })
  if (verdict.ok) return done(c, url(paths.project, { id: project.id }), t.settling.done)
  return showSettling(c, { ...read.form, errors: { '': t.why[verdict.why] } }, 409)
}

export const settlingRoutes: readonly Route[] = [
  get(paths.officeCompletions, ['clerk'], showList),
  get(paths.projectCompletionSettlement, ['clerk'], c => showSettling(c)),
  post(paths.projectCompletionSettlement, ['clerk'], 'completion.complied', settle),
]
