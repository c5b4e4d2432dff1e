import { z } from 'zod'
import { showAuthors } from '#modules/proposals/authors/authors.routes.tsx'
import { answerOffer, objectToElection, offerLead, openElection, voteForLead, withdrawOffer } from '#modules/proposals/authors/leading.actions.ts'
import { leadingWords } from '#modules/proposals/authors/leading.parts.tsx'
import type { leadingTexts } from '#modules/proposals/authors/leading.texts.ts'
import { projectHere } from '#modules/proposals/projects.routes.tsx'
import { paths, url } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, post, type Route, type Visit } from '#web/http.ts'

type Verdict = { readonly ok: true } | { readonly ok: false; readonly why: keyof typeof leadingTexts.why }
const finish = (c: Visit, id: string, verdict: Verdict, said: keyof typeof leadingTexts.done) => {
  const t = leadingWords(c.var.frame)
  return verdict.ok ? done(c, url(paths.projectAuthors, { id }), t.done[said]) : showAuthors(c, id, { why: t.why[verdict.why] }, 409)
}

const personForm = z.object({ osoba: z.string('choose').max(60) })

async function offer(c: Visit) {
  const { ctx, frame } = c.var
  const { id } = await projectHere(c)
  const read = await readForm(c, personForm, leadingWords(frame).errors)
  if (!read.ok) return showAuthors(c, id, { why: read.form.errors.osoba ?? '' }, 422)
  return finish(c, id, await offerLead(ctx, id, read.value.osoba), 'offered')
}

async function answer(c: Visit) {
  const { ctx, frame } = c.var
  const { id } = await projectHere(c)
  const read = await readForm(c, z.object({ odpowiedz: z.enum(['tak', 'nie'], 'choose') }), leadingWords(frame).errors)
  const yes = read.ok && read.value.odpowiedz === 'tak'
  return finish(c, id, await answerOffer(ctx, id, c.req.param('offer') ?? '', yes ? 'accept' : 'decline'), yes ? 'accepted' : 'declined')
}

async function vote(c: Visit) {
  const { ctx, frame } = c.var
  const { id } = await projectHere(c)
  const read = await readForm(c, personForm, leadingWords(frame).errors)
  if (!read.ok) return showAuthors(c, id, { why: read.form.errors.osoba ?? '' }, 422)
  return finish(c, id, await voteForLead(ctx, id, c.req.param('election') ?? '', read.value.osoba), 'voted')
}

export const leadingRoutes: readonly Route[] = [
  post(paths.projectLead, 'signed-in', 'lead.offered', offer),
  post(paths.projectLeadAnswer, 'signed-in', 'author.leads', answer),
  post(paths.projectLeadOfferEnd, 'signed-in', 'lead.unoffered', async c => {
    const { id } = await projectHere(c)
    return finish(c, id, await withdrawOffer(c.var.ctx, id, c.req.param('offer') ?? ''), 'takenBack')
  }),
  post(paths.projectElection, 'signed-in', 'election.opened', async c => {
    const { id } = await projectHere(c)
    return finish(c, id, await openElection(c.var.ctx, id), 'opened')
  }),
  post(paths.projectElectionVote, 'signed-in', 'election.voted', vote),
  post(paths.projectElectionObjection, 'signed-in', 'election.stopped', async c => {
    const { id } = await projectHere(c)
    return finish(c, id, await objectToElection(c.var.ctx, id, c.req.param('election') ?? ''), 'objected')
  }),
]
