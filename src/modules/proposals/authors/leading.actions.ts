import { house } from '#kit/actor.ts'
import { addDays, dayOf, endOfDay } from '#kit/dates.ts'
import { newId } from '#kit/ids.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { addressOf } from '#modules/people/people.store.ts'
import { tell } from '#modules/people/telling.actions.ts'
import {
  type Election,
  electing,
  electionDays,
  electors,
  type LeadStanding,
  mayOpenElection,
  mayVote,
  type OpenWhy,
  type VoteWhy,
  winnerOf,
} from '#modules/proposals/authors/elections.rules.ts'
import {
  dueElections,
  endElection,
  findOpenElection,
  insertElection,
  leadSilentSince,
  loadElection,
  putVote,
} from '#modules/proposals/authors/elections.store.ts'
import { electionEndedNews, electionNews, offerAnsweredNews, offeredNews } from '#modules/proposals/authors/leading.mail.tsx'
import { mayAnswerOffer, mayOffer, type OfferAnswerWhy, offerDays, offering } from '#modules/proposals/authors/offers.rules.ts'
import { expiredOffers, findOffer, insertOffer, loadOffer, moveOffer } from '#modules/proposals/authors/offers.store.ts'
import { changeLead } from '#modules/proposals/drafting/drafting.store.ts'
import { termsOf } from '#modules/proposals/limits.store.ts'
import { nameOf } from '#modules/proposals/news.actions.ts'
import { closedAs, type Project, publicTitle } from '#modules/proposals/proposals.rules.ts'
import { holdProject } from '#modules/proposals/proposals.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

const until = (ctx: Ctx, days: number) => endOfDay(addDays(dayOf(ctx.now), days))
const titled = (project: Project) => ({ title: publicTitle(project) })

/** The lead asks a co-author to lead on. The same one asked twice is asked once. */
export async function offerLead(ctx: Ctx, projectId: string, personId: string): Promise<ReturnType<typeof mayOffer>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const waiting = await findOffer(ctx, projectId)
    const verdict = mayOffer(ctx.actor, project, personId, waiting !== undefined)
    if (!verdict.ok) return verdict.why === 'offered-already' && waiting?.personId === personId ? yes : verdict
    const offer = { id: newId('offer'), projectId, personId, expiresAt: until(ctx, offerDays) }
    if (!(await insertOffer(ctx, offer))) return no('offered-already')
    await record(ctx, 'lead.offered', projectId, titled(project))
    await tell(ctx, [personId], offeredNews(project, offer.expiresAt, await nameOf(ctx, ctx.actor.id)))
    return yes
  })
}

/** Whoever was asked says yes and leads, or no; the office writes it down for somebody without e-mail. */
export async function answerOffer(ctx: Ctx, projectId: string, id: string, answer: 'accept' | 'decline'): Promise<Verdict<OfferAnswerWhy>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const offer = await loadOffer(ctx, projectId, id)
    if (offer.personId === ctx.actor.id && offer.state === offering.steps[answer].to) return yes
    const hasEmail = (await addressOf(ctx, offer.personId)).email !== undefined
    const verdict = mayAnswerOffer(ctx.actor, offer, project, { answer, hasEmail, now: ctx.now })
    if (!verdict.ok) return verdict
    if (!(await moveOffer(ctx, id, offering.steps[answer].to))) return no('wrong-state')
    if (answer === 'accept' && !(await changeLead(ctx, projectId, offer.offeredBy, offer.personId))) return no('lead-changed')
    await record(ctx, answer === 'accept' ? 'author.leads' : 'lead.declined', projectId, titled(project))
    await tell(ctx, [offer.offeredBy], offerAnsweredNews(project, answer, await nameOf(ctx, offer.personId)))
    return yes
  })
}

/** The lead takes the offer back. */
export async function withdrawOffer(ctx: Ctx, projectId: string, id: string): Promise<Verdict<'not-yours' | 'wrong-state'>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const verdict = offering.may(ctx.actor, 'withdraw', await loadOffer(ctx, projectId, id))
    if (!verdict.ok) return verdict
    if (!(await moveOffer(ctx, id, offering.steps.withdraw.to))) return no('wrong-state')
    await record(ctx, 'lead.unoffered', projectId, titled(project))
    return yes
  })
}

/** What the rules must know before another lead is elected. */
export async function leadStanding(ctx: Ctx, project: Project): Promise<LeadStanding> {
  const [silentSince, { edition }, open] = await Promise.all([
    leadSilentSince(ctx, project),
    termsOf(ctx, project),
    findOpenElection(ctx, project.id),
  ])
  const days = edition.rules.drafting.leadAbsentDays
  return { silentSince, days, open, may: mayOpenElection(ctx.actor, project, { silentSince, days, now: ctx.now, open: open !== undefined }) }
}

/** A co-author opens the election of another lead; the silent one is told and may object until it ends. */
export async function openElection(ctx: Ctx, projectId: string): Promise<Verdict<OpenWhy>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const { may } = await leadStanding(ctx, project)
    if (!may.ok) return may.why === 'open-already' ? yes : may
    const election = { id: newId('election'), projectId, absentId: project.leadId, endsAt: until(ctx, electionDays) }
    if (!(await insertElection(ctx, election))) return yes
    await record(ctx, 'election.opened', projectId, titled(project))
    await tell(ctx, [project.leadId], electionNews(project, election.endsAt, 'absent'))
    await tell(
      ctx,
      electors(project, election).filter(id => id !== ctx.actor.id),
      electionNews(project, election.endsAt, 'elector'),
    )
    return yes
  })
}

/** One vote each; voting again changes it. */
export async function voteForLead(ctx: Ctx, projectId: string, id: string, candidateId: string): Promise<Verdict<VoteWhy>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const election = await loadElection(ctx, projectId, id)
    const verdict = mayVote(ctx.actor, project, election, candidateId, ctx.now)
    if (!verdict.ok) return verdict
    if (election.votes.some(vote => vote.personId === ctx.actor.id && vote.candidateId === candidateId)) return yes
    await putVote(ctx, id, candidateId)
    await record(ctx, 'election.voted', projectId, titled(project))
    return yes
  })
}

/** The lead says that they are here: the election ends, and they lead on. */
export async function objectToElection(ctx: Ctx, projectId: string, id: string): Promise<Verdict<'not-yours' | 'wrong-state'>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const election = await loadElection(ctx, projectId, id)
    if (election.state === 'stopped' && election.absentId === ctx.actor.id) return yes
    const verdict = electing.may(ctx.actor, 'object', election)
    if (!verdict.ok) return verdict
    await end(ctx, project, election, 'object')
    return yes
  })
}

const facts = { decide: 'election.decided', object: 'election.stopped', lapse: 'election.lapsed' } as const

async function end(ctx: Ctx, project: Project, election: Election, step: keyof typeof facts, electedId?: string): Promise<void> {
  if (!(await endElection(ctx, election.id, electing.steps[step].to, electedId))) return
  await record(ctx, facts[step], project.id, titled(project))
  const elected = electedId === undefined ? '' : await nameOf(ctx, electedId)
  await tell(ctx, new Set([...project.authorIds, election.absentId]), electionEndedNews(project, step, elected))
}

/** Elections whose time is over are decided, and offers that nobody answered end. */
export async function settleLeads(ctx: Ctx): Promise<void> {
  for (const { projectId, id } of await dueElections(ctx))
    await inTransaction({ ...ctx, actor: house }, async ctx =>
      settleElection(ctx, await holdProject(ctx, projectId), await loadElection(ctx, projectId, id)),
    )
  for (const { projectId, id } of await expiredOffers(ctx))
    await inTransaction({ ...ctx, actor: house }, async ctx => {
      const project = await holdProject(ctx, projectId)
      if (!offering.may(house, 'expire', await loadOffer(ctx, projectId, id)).ok) return
      if (await moveOffer(ctx, id, offering.steps.expire.to)) await record(ctx, 'lead.unanswered', projectId, titled(project))
    })
}

async function settleElection(ctx: Ctx, project: Project, election: Election): Promise<void> {
  if (!electing.may(house, 'decide', election).ok) return
  const isBack = (await leadSilentSince(ctx, project)) > election.openedAt
  if (isBack || closedAs(project) || project.leadId !== election.absentId) return end(ctx, project, election, 'object')
  const winner = winnerOf(project, election)
  if (winner === undefined) return end(ctx, project, election, 'lapse')
  const offer = await findOffer(ctx, project.id)
  if (offer) await moveOffer(ctx, offer.id, offering.steps.expire.to)
  if (!(await changeLead(ctx, project.id, election.absentId, winner))) return
  await end(ctx, project, election, 'decide', winner)
  await record(ctx, 'author.leads', project.id, titled(project))
}
