import type { FormState } from '#kit/form.ts'
import { notFound } from '#kit/refusal.ts'
import { discussionsWords } from '#modules/discussions/comments.parts.tsx'
import { commentActs, commentSchema, seedOf } from '#modules/discussions/comments.routes.tsx'
import { listComments } from '#modules/discussions/discussions.store.ts'
import { findTalkingEdition, readStanding, speakInTalk } from '#modules/discussions/talks.actions.ts'
import { TalkPage, TalksPage } from '#modules/discussions/talks.pages.tsx'
import { talksWords } from '#modules/discussions/talks.parts.tsx'
import { mayTalk, orders, placesOfTalk, roundsOf, standingOf, type Talk } from '#modules/discussions/talks.rules.ts'
import { findTalkOfPlace, type ListedTalk, listOpenTalks, loadTalk } from '#modules/discussions/talks.store.ts'
import { ofThing } from '#modules/following/follows.rules.ts'
import { findOwnFollow } from '#modules/following/follows.store.ts'
import { askKindly } from '#modules/moderation/harshness.rules.ts'
import { postWhyWords } from '#modules/moderation/moderation.parts.tsx'
import { mayPostNow } from '#modules/moderation/posts.actions.ts'
import { namesOf } from '#modules/people/people.store.ts'
import { loadEdition } from '#modules/programme/editions.store.ts'
import { hasPart } from '#modules/programme/programme.rules.ts'
import { paths, url } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const idOf = (c: Visit) => c.req.param('id') ?? ''
const phasesOf = async (c: Visit, talk: Talk) => (await loadEdition(c.var.ctx, talk.editionId)).phases

/** The talk of this address; an edition without discussions has none. */
export async function talkHere(c: Visit): Promise<Talk> {
  const talk = await loadTalk(c.var.ctx, idOf(c))
  const edition = await loadEdition(c.var.ctx, talk.editionId)
  return hasPart(edition, 'discussions') ? talk : notFound('no talks in this edition')
}

async function showList(c: Visit) {
  const { ctx, frame } = c.var
  const edition = (await findTalkingEdition(ctx)) ?? notFound('no talks now')
  const talks = await listOpenTalks(ctx, { editionId: edition.id })
  const lines = talks.map(talk => ({ ...talk, standing: standingOf(roundsOf(talk, edition.phases), ctx.now) }))
  return page(c, <TalksPage frame={frame} talks={lines} />)
}

export async function showTalk(c: Visit, form?: FormState, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const talk = await talkHere(c)
  const [phases, comments, near, posting] = await Promise.all([
    phasesOf(c, talk),
    listComments(ctx, talk.id),
    neighbours(c, talk),
    mayPostNow(ctx, talk.id),
  ])
  const { rounds, standing } = await readStanding(ctx, talk)
  const names = await namesOf(
    ctx,
    comments.flatMap(comment => [comment.authorId, ...(comment.settlement ? [comment.settlement.byId] : [])]),
  )
  const by = orders.find(order => order === c.req.query('kolejnosc')) ?? 'losowo'
  const below = near.below.map(one => ({ ...one, standing: standingOf(roundsOf(one, phases), ctx.now) }))
  const view = {
    followId: await findOwnFollow(ctx, ofThing(talk.id)),
    talk,
    rounds,
    standing,
    talking: mayTalk(ctx.actor, talk, standing),
    posting,
    comments,
    names,
    things: [],
    acts: commentActs(ctx, placesOfTalk(talk), []),
    order: { by, seed: seedOf(ctx) },
    above: near.above,
    below,
    extensions: [],
    form,
  }
  return page(c, <TalkPage frame={frame} view={view} />, status)
}

async function neighbours(c: Visit, talk: Talk): Promise<{ above: Talk | undefined; below: ListedTalk[] }> {
  const { ctx } = c.var
  if (talk.territoryKind === 'city') return { above: undefined, below: [] }
  const { editionId, territoryId, parentId } = talk
  if (talk.territoryKind === 'district')
    return { above: undefined, below: (await listOpenTalks(ctx, { editionId, territoryId })).filter(one => one.id !== talk.id) }
  return { above: parentId === null ? undefined : await findTalkOfPlace(ctx, editionId, parentId), below: [] }
}

async function speak(c: Visit) {
  const { ctx, frame } = c.var
  const t = talksWords(frame)
  const talk = await talkHere(c)
  const read = await readForm(c, commentSchema, discussionsWords(frame).errors)
  if (!read.ok) return showTalk(c, read.form, 422)
  const kindly = askKindly(read.form, read.value.text)
  if (kindly) return showTalk(c, kindly, 422)
  const added = await speakInTalk(ctx, talk.id, read.value)
  if (added.ok) return done(c, `${url(paths.talk, { id: talk.id })}#${added.id}`, t.page.spoken)
  if (added.why === 'limited') return showTalk(c, { ...read.form, errors: { '': postWhyWords(added.limit, frame) } }, 409)
  const field = added.why === 'not-this-kind' ? 'kind' : ''
  return showTalk(c, { ...read.form, errors: { [field]: t.why[added.why] } }, 409)
}

export const talksRoutes: readonly Route[] = [
  get(paths.talks, 'everyone', showList),
  get(paths.talk, 'everyone', c => showTalk(c)),
  post(paths.talkComments, 'signed-in', 'comment.added', speak),
]
