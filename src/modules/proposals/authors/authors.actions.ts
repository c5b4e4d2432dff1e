import { house } from '#kit/actor.ts'
import { addDays, dayOf, endOfDay } from '#kit/dates.ts'
import { newId } from '#kit/ids.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { ensurePersonByEmail } from '#modules/people/people.actions.ts'
import { addressOf } from '#modules/people/people.store.ts'
import {
  answerStep,
  invitationDays,
  joining,
  mayAnswer,
  mayAnswerFor,
  mayBringIn,
  mayEnd,
  mayInvite,
  mayInvitePerson,
  mayLeave,
  type PlaceRole,
  type ProjectAuthor,
} from '#modules/proposals/authors/authors.rules.ts'
import { expiredInvitations, insertAuthor, loadAuthor, moveAuthor } from '#modules/proposals/authors/authors.store.ts'
import { tellAnswered, tellInvited } from '#modules/proposals/news.actions.ts'
import { type Project, publicTitle } from '#modules/proposals/proposals.rules.ts'
import { authorsOf, holdProject } from '#modules/proposals/proposals.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

type Refused<V> = Exclude<V, { ok: true }>
export type Invited = { readonly ok: true; readonly personId: string; readonly expiresAt: Date; readonly project: Project; readonly first: boolean }
export type Whom = { readonly email: string; readonly name: string } | { readonly personId: string; readonly words: string }

/** The lead asks somebody to join: by e-mail, or one of those who backed the idea. */
export async function inviteAuthor(
  ctx: Ctx,
  projectId: string,
  whom: Whom,
  role: PlaceRole = 'author',
): Promise<Invited | Refused<ReturnType<typeof mayInvitePerson>>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const general = mayInvite(ctx.actor, project)
    if (!general.ok) return general
    const personId = 'personId' in whom ? whom.personId : await ensurePersonByEmail(ctx, whom)
    const verdict = mayInvitePerson(ctx.actor, project, personId)
    if (!verdict.ok) return verdict
    const expiresAt = endOfDay(addDays(dayOf(ctx.now), invitationDays))
    const words = 'words' in whom ? whom.words : whom.name
    const id = newId('author')
    const first = await insertAuthor(ctx, { id, projectId, personId, state: 'invited', expiresAt, words, role })
    if (first) {
      await record(ctx, 'author.invited', projectId, { title: publicTitle(project) })
      await tellInvited(ctx, project, { personId, invitationId: id, expiresAt, role })
    }
    return { ok: true, personId, expiresAt, project, first }
  })
}

/** The office writes down a co-author without e-mail who has agreed in person, by phone or on paper. */
export async function bringInAuthor(
  ctx: Ctx,
  projectId: string,
  personId: string,
): Promise<Verdict<Refused<ReturnType<typeof mayBringIn>>['why'] | 'has-email'>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const verdict = mayBringIn(ctx.actor, project, personId)
    if (!verdict.ok) return verdict.why === 'already-author' ? yes : verdict
    if ((await addressOf(ctx, personId)).email !== undefined) return no('has-email')
    await insertAuthor(ctx, { id: newId('author'), projectId, personId, state: 'accepted', expiresAt: null, recordedBy: ctx.actor.id })
    await record(ctx, 'author.accepted', projectId, { title: publicTitle(project) })
    return yes
  })
}

type AnswerWhy = Refused<ReturnType<typeof mayAnswer>>['why'] | Refused<ReturnType<typeof mayAnswerFor>>['why']
export type Answered = Verdict<AnswerWhy> & { readonly project?: Project }

/** Accepts or declines: the invited person, or the office for somebody without e-mail. Answering the same twice is answering once. */
export async function answerInvitation(ctx: Ctx, projectId: string, id: string, answer: 'accept' | 'decline'): Promise<Answered> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const author = await loadAuthor(ctx, projectId, id)
    const own = author.personId === ctx.actor.id
    const step = answerStep(author, answer)
    if (own && author.state === joining.steps[step].to) return { ...yes, project }
    const verdict = own ? mayAnswer(ctx.actor, author, project, answer, ctx.now) : await helpedAnswer(ctx, author, project, answer)
    if (!verdict.ok) return verdict
    if (!(await moveAuthor(ctx, id, 'invited', joining.steps[step].to, own ? undefined : ctx.actor.id))) return no('wrong-state')
    await record(ctx, step === 'accept' ? 'author.accepted' : step === 'help' ? 'author.helps' : 'author.declined', projectId, {
      title: publicTitle(project),
    })
    await tellAnswered(ctx, project, author.personId, step)
    return { ...yes, project }
  })
}

async function helpedAnswer(ctx: Ctx, author: ProjectAuthor, project: Project, answer: 'accept' | 'decline') {
  const hasEmail = (await addressOf(ctx, author.personId)).email !== undefined
  return mayAnswerFor(ctx.actor, { ...author, hasEmail }, project, answer, ctx.now)
}

/** The lead takes an invitation back, or parts with a co-author. */
export async function endAuthor(ctx: Ctx, projectId: string, id: string): Promise<ReturnType<typeof mayEnd>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const author = await loadAuthor(ctx, projectId, id)
    const verdict = mayEnd(ctx.actor, author, project)
    if (!verdict.ok) return verdict
    const step = author.state === 'invited' ? 'withdraw' : 'remove'
    if (!(await moveAuthor(ctx, id, author.state, joining.steps[step].to))) return no('wrong-state')
    await record(ctx, step === 'withdraw' ? 'author.uninvited' : author.state === 'helping' ? 'author.help-ended' : 'author.removed', projectId, {
      title: publicTitle(project),
    })
    return yes
  })
}

export async function leaveProject(ctx: Ctx, projectId: string): Promise<ReturnType<typeof mayLeave>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const author = (await authorsOf(ctx, projectId)).find(
      one => one.personId === ctx.actor.id && (one.state === 'accepted' || one.state === 'helping'),
    )
    if (!author) return no('not-yours')
    const verdict = mayLeave(ctx.actor, author, project)
    if (!verdict.ok) return verdict
    if (!(await moveAuthor(ctx, author.id, author.state, joining.steps.leave.to))) return no('wrong-state')
    await record(ctx, author.state === 'helping' ? 'author.help-ended' : 'author.left', projectId, { title: publicTitle(project) })
    return yes
  })
}

/** Invitations that nobody answered in time expire by themselves. Says how many. */
export async function expireInvitations(ctx: Ctx): Promise<number> {
  let expired = 0
  for (const { id, projectId } of await expiredInvitations(ctx, ctx.now))
    await inTransaction({ ...ctx, actor: house }, async ctx => {
      const project = await holdProject(ctx, projectId)
      const author = await loadAuthor(ctx, projectId, id)
      if (!joining.may(house, 'expire', author).ok) return
      if (!(await moveAuthor(ctx, id, 'invited', joining.steps.expire.to))) return
      await record(ctx, 'author.expired', projectId, { title: publicTitle(project) })
      expired += 1
    })
  return expired
}
