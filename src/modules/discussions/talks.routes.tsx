import { notFound } from '#kit/refusal.ts'
import { commentSchema } from '#modules/discussions/comments/comment-form.actions.ts'
import { discussionsWords } from '#modules/discussions/comments/comments.parts.tsx'
import { type TalkForms, talkView } from '#modules/discussions/talk-view.routes.tsx'
import { findTalkingEdition, speakInTalk } from '#modules/discussions/talks.actions.ts'
import { TalkPage, TalksPage } from '#modules/discussions/talks.pages.tsx'
import { talksWords } from '#modules/discussions/talks.parts.tsx'
import { orders, roundsOf, standingOf, type Talk } from '#modules/discussions/talks.rules.ts'
import { listOpenTalks, loadTalk } from '#modules/discussions/talks.store.ts'
import { askKindly } from '#modules/moderation/harshness.rules.ts'
import { postWhyWords } from '#modules/moderation/moderation.parts.tsx'
import { behalfOf } from '#modules/people/office/behalf.actions.ts'
import { isBehalfWhy, withVoiceError } from '#modules/people/office/behalf.parts.tsx'
import { loadEdition } from '#modules/programme/editions/editions.store.ts'
import { hasPart } from '#modules/programme/programme.rules.ts'
import { paths, url } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

/** The talk of this address; an edition without discussions has none. */
export async function talkHere(c: Visit): Promise<Talk> {
  const talk = await loadTalk(c.var.ctx, c.req.param('id') ?? '')
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

export async function showTalk(c: Visit, forms: TalkForms = {}, status: 200 | 409 | 422 = 200) {
  const talk = await talkHere(c)
  const edition = await loadEdition(c.var.ctx, talk.editionId)
  const by = orders.find(order => order === c.req.query('kolejnosc')) ?? 'losowo'
  return page(c, <TalkPage frame={c.var.frame} view={await talkView(c, talk, edition, by, forms)} />, status)
}

async function speak(c: Visit) {
  const { ctx, frame } = c.var
  const t = talksWords(frame)
  const talk = await talkHere(c)
  const read = await readForm(c, commentSchema, discussionsWords(frame).errors)
  if (!read.ok) return showTalk(c, { form: read.form }, 422)
  const kindly = askKindly(read.form, read.value.text)
  if (kindly) return showTalk(c, { form: kindly }, 422)
  const added = await speakInTalk(ctx, talk.id, { ...read.value, behalf: behalfOf(read.value) })
  if (added.ok) return done(c, `${url(paths.talk, { id: talk.id })}#${added.id}`, t.page.spoken)
  if (added.why === 'limited') return showTalk(c, { form: { ...read.form, errors: { '': postWhyWords(added.limit, frame) } } }, 409)
  if (isBehalfWhy(added.why)) return showTalk(c, { form: withVoiceError(read.form, added.why, frame) }, 422)
  const field = added.why === 'not-this-kind' ? 'kind' : ''
  return showTalk(c, { form: { ...read.form, errors: { [field]: t.why[added.why] } } }, 409)
}

export const talksRoutes: readonly Route[] = [
  get(paths.talks, 'everyone', showList),
  get(paths.talk, 'everyone', c => showTalk(c)),
  post(paths.talkComments, 'signed-in', 'comment.added', speak),
]
