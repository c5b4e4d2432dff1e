import { house } from '#kit/actor.ts'
import { addDays, dayOf, endOfDay } from '#kit/dates.ts'
import { newId } from '#kit/ids.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { joining, type PlaceRole } from '#modules/proposals/authors/authors.rules.ts'
import { insertAuthor, moveAuthor } from '#modules/proposals/authors/authors.store.ts'
import { askedNews, requestAnsweredNews } from '#modules/proposals/authors/requests.mail.tsx'
import { type AskWhy, asking, type JoinRequest, mayAnswerRequest, mayAsk, requestDays } from '#modules/proposals/authors/requests.rules.ts'
import { askedBefore, findOwnRequest, insertRequest, lapsedRequests, loadRequest, moveRequest } from '#modules/proposals/authors/requests.store.ts'
import { nameOf } from '#modules/proposals/news.actions.ts'
import { type Project, publicTitle } from '#modules/proposals/proposals.rules.ts'
import { authorsOf, holdProject } from '#modules/proposals/proposals.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

/** Somebody asks the authors to let them join. The same form sent twice asks once. */
export async function askToJoin(ctx: Ctx, projectId: string, asked: { role: PlaceRole; sentence: string }): Promise<Verdict<AskWhy>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const verdict = mayAsk(ctx.actor, project, asked.role, await askedBefore(ctx, projectId))
    if (!verdict.ok) return (await isTheSame(ctx, projectId, asked)) ? yes : verdict
    const expiresAt = endOfDay(addDays(dayOf(ctx.now), requestDays))
    const request = { ...asked, id: newId('request'), projectId, expiresAt }
    if (!(await insertRequest(ctx, request))) return no('already-asked')
    await record(ctx, 'author.asked', projectId, { title: publicTitle(project) })
    await tell(ctx, project.authorIds, askedNews(project, request, await nameOf(ctx, ctx.actor.id)))
    return yes
  })
}

async function isTheSame(ctx: Ctx, projectId: string, asked: { role: PlaceRole; sentence: string }): Promise<boolean> {
  const own = ctx.actor.id === '' ? undefined : await findOwnRequest(ctx, projectId)
  return own?.role === asked.role && own.sentence === asked.sentence
}

/** One of the authors lets somebody in, or says why not. Answering the same twice is answering once. */
export async function answerRequest(
  ctx: Ctx,
  projectId: string,
  id: string,
  { answer, reason }: { answer: 'accept' | 'refuse'; reason: string },
): Promise<ReturnType<typeof mayAnswerRequest>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const request = await loadRequest(ctx, projectId, id)
    if (request.state === asking.steps[answer].to && project.authorIds.includes(ctx.actor.id)) return yes
    const verdict = mayAnswerRequest(ctx.actor, request, project, answer, ctx.now)
    if (!verdict.ok) return verdict
    if (!(await moveRequest(ctx, id, asking.steps[answer].to, reason))) return no('wrong-state')
    if (answer === 'accept') await letIn(ctx, project, request)
    else await record(ctx, 'author.refused', projectId, { title: publicTitle(project) })
    await tell(ctx, [request.personId], requestAnsweredNews(project, request, { answer, reason }))
    return yes
  })
}

/** A helper who asked becomes an author; whoever was invited meanwhile needs not answer any more; anybody else gets a place. */
async function letIn(ctx: Ctx, project: Project, { personId, role }: JoinRequest): Promise<void> {
  const to = role === 'helper' ? joining.steps.help.to : joining.steps.admit.to
  const place = (await authorsOf(ctx, project.id)).find(one => one.personId === personId && (one.state === 'helping' || one.state === 'invited'))
  if (place) await moveAuthor(ctx, place.id, place.state, to)
  else await insertAuthor(ctx, { id: newId('author'), projectId: project.id, personId, state: to, role, expiresAt: null })
  const title = publicTitle(project)
  if (role === 'helper') await record(ctx, 'author.helps', project.id, { title })
  else await record(ctx, 'author.accepted', project.id, { title, personId })
}

/** Whoever asked takes it back. */
export async function withdrawRequest(ctx: Ctx, projectId: string, id: string): Promise<Verdict<'not-yours' | 'wrong-state'>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const request = await loadRequest(ctx, projectId, id)
    const verdict = asking.may(ctx.actor, 'withdraw', { ...request, authorIds: project.authorIds })
    if (!verdict.ok) return verdict
    if (!(await moveRequest(ctx, id, asking.steps.withdraw.to))) return no('wrong-state')
    await record(ctx, 'author.unasked', projectId, { title: publicTitle(project) })
    return yes
  })
}

/** Requests that nobody answered in time end by themselves, and whoever asked is told. Says how many. */
export async function lapseRequests(ctx: Ctx): Promise<number> {
  let lapsed = 0
  for (const { id, projectId } of await lapsedRequests(ctx))
    await inTransaction({ ...ctx, actor: house }, async ctx => {
      const project = await holdProject(ctx, projectId)
      const request = await loadRequest(ctx, projectId, id)
      if (!asking.may(house, 'lapse', { ...request, authorIds: project.authorIds }).ok) return
      if (!(await moveRequest(ctx, id, asking.steps.lapse.to))) return
      await record(ctx, 'author.unanswered', projectId, { title: publicTitle(project) })
      await tell(ctx, [request.personId], requestAnsweredNews(project, request, { answer: 'lapse', reason: '' }))
      lapsed += 1
    })
  return lapsed
}
