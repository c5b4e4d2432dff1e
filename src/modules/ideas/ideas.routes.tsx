import { z } from 'zod'
import { emptyForm, type FormState, filled, typedOne } from '#kit/form.ts'
import { commentSchema } from '#modules/discussions/comment-form.actions.ts'
import { discussionsWords } from '#modules/discussions/comments.parts.tsx'
import { spokenOn } from '#modules/ideas/agenda.routes.tsx'
import { back, withdrawBacking } from '#modules/ideas/backings.actions.ts'
import { dropIdea, joinNeeds, proposeIdea } from '#modules/ideas/ideas.actions.ts'
import { IdeaNewPage, IdeaPage, type NewIdeaView } from '#modules/ideas/ideas.pages.tsx'
import { isLiveIdea, mayTie, shaping } from '#modules/ideas/ideas.rules.ts'
import { loadIdea } from '#modules/ideas/ideas.store.ts'
import { listNeeds, listNeedsById } from '#modules/ideas/needs.store.ts'
import { openFor, placeByWhere, readSeason } from '#modules/ideas/season.actions.ts'
import { similarTyped } from '#modules/ideas/similar.routes.tsx'
import { listSimilarThings } from '#modules/ideas/similar.store.ts'
import { citedForm, citedIn, sourcesOf } from '#modules/ideas/sources.routes.tsx'
import { ideasWords } from '#modules/ideas/space.parts.tsx'
import { limits, mayJoinIn, openIn } from '#modules/ideas/space.rules.ts'
import { addressFields, withError } from '#modules/ideas/space-form.parts.tsx'
import { speakAbout } from '#modules/ideas/spoken.actions.ts'
import { behalfSchema, opennessIn, pointOf, reasonSchema, saidFields, saidView, showHidden } from '#modules/ideas/view.routes.tsx'
import { askKindly } from '#modules/moderation/harshness.rules.ts'
import type { PostVerdict } from '#modules/moderation/limits.rules.ts'
import { postWhyWords } from '#modules/moderation/moderation.parts.tsx'
import { assistedFor, behalfOf } from '#modules/people/behalf.actions.ts'
import { isBehalfWhy, withVoiceError } from '#modules/people/behalf.parts.tsx'
import { addressesFor, addressStep } from '#modules/programme/addresses.store.ts'
import { listCityPlans } from '#modules/programme/city-plans.store.ts'
import { paths, url } from '#paths'
import { ancestorsOf, descendantsOf } from '#platform/origins.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Visit } from '#web/http.ts'
import { besideThing } from '#web/module.ts'

const idOf = (c: Visit) => c.req.param('id') ?? ''
type Forms = { commentForm?: FormState; behalfForm?: FormState; endForm?: FormState; joinForm?: FormState }

async function showIdea(c: Visit, forms: Forms = {}, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const idea = await loadIdea(ctx, idOf(c))
  if (idea.hidden) return showHidden(c, idea, ideasWords(frame).idea.kicker)
  const { edition, ...common } = await saidView(ctx, 'idea', { ...idea, live: isLiveIdea(idea), mayEnd: shaping.may(ctx.actor, 'drop', idea).ok })
  const [[needs, sources], grown, similar, place] = await Promise.all([
    ancestorsOf(ctx, idea.id).then(async ids => [(await listNeedsById(ctx, ids)).filter(need => !need.hidden), await sourcesOf(c, ids)] as const),
    descendantsOf(ctx, idea.id),
    listSimilarThings(ctx, c.var.things, { words: idea.title, territoryId: idea.territoryId, point: idea.point ?? undefined, not: [idea.id] }),
    listNeeds(ctx, { editionId: idea.editionId, territoryId: idea.territoryId, limit: limits.needs, sort: 'backed' }),
  ])
  const joining = mayJoinIn(ctx.actor, await openFor(ctx, idea, 'ideas'))
  const joinable = place.filter(need => joining.ok && mayTie(ctx.actor, idea, need).ok && !needs.some(one => one.id === need.id))
  const live = isLiveIdea(idea) && edition?.id === idea.editionId
  const view = {
    ...common,
    ...forms,
    idea,
    needs,
    sources,
    spoken: await spokenOn(c, [idea.id]),
    beside: await besideThing(c, idea.id),
    similar,
    joinable,
    mayDraft: live && idea.state === 'proposed' && openIn(edition, 'drafts', ctx.now).ok,
    mayAsk: live && openIn(edition, 'advice', ctx.now).ok,
    projectId: idea.state === 'drafting' ? grown.find(id => id.startsWith('project_')) : undefined,
  }
  return page(c, <IdeaPage frame={frame} view={view} />, status)
}

/** The form with the needs it may grow from: those asked for, and those of the place that stand highest. */
async function newView(c: Visit, form: FormState): Promise<NewIdeaView> {
  const { ctx } = c.var
  const cited = await citedIn(c, typedOne(form, 'z') || c.req.query('z'))
  const season = await readSeason(ctx)
  const wanted = [form.typed.needs ?? c.req.queries('potrzeba') ?? []].flat().slice(0, limits.needs)
  const chosen = await listNeedsById(ctx, wanted)
  const first = season.places.find(place => place.id === chosen[0]?.territoryId)
  const here = placeByWhere(season, typedOne(form, 'where') || c.req.query('gdzie')) ?? first
  const editionId = season.edition?.id ?? ''
  const others = here ? await listNeeds(ctx, { editionId, territoryId: here.id, limit: 8, sort: 'backed' }) : []
  const needs = [...chosen, ...others.filter(other => !chosen.some(need => need.id === other.id))]
  return {
    form,
    addresses: await addressesFor(ctx, form, here?.id),
    places: season.places,
    here,
    plans: here ? await listCityPlans(ctx, here.id) : [],
    open: opennessIn(season.edition, 'ideas', ctx.now),
    joining: mayJoinIn(ctx.actor, season.open('ideas')),
    assisted: await assistedFor(ctx),
    needs,
    chosen: chosen.map(need => need.id),
    cited,
    similar: await similarTyped(c, form, here?.id),
  }
}

async function refuseNew(c: Visit, form: FormState, why: string, limit?: PostVerdict) {
  const t = ideasWords(c.var.frame)
  const sentence = limit ? postWhyWords(limit, c.var.frame) : t.why[why as keyof typeof t.why]
  const view = await newView(c, isBehalfWhy(why) ? withVoiceError(form, why, c.var.frame) : withError(form, why, sentence))
  return page(c, <IdeaNewPage frame={c.var.frame} view={view} />, view.joining.ok ? 422 : 409)
}

const ideaSchema = z.object({ ...saidFields, needs: z.array(z.string().max(60)).max(limits.needs).optional() })

export const ideasRoutes = [
  get(paths.ideaNew, 'signed-in', async c => {
    const cited = await citedIn(c, c.req.query('z'))
    return page(c, <IdeaNewPage frame={c.var.frame} view={await newView(c, cited ? await citedForm(c, cited) : emptyForm)} />)
  }),
  post(paths.ideas, 'signed-in', 'idea.proposed', async c => {
    const { ctx, frame } = c.var
    const t = ideasWords(frame)
    const body = await c.req.parseBody({ all: true })
    const read = await readForm(c, ideaSchema, t.errors)
    const address = await addressStep(ctx, read.form, addressFields)
    if (address) return page(c, <IdeaNewPage frame={frame} view={await newView(c, address)} />)
    if (body.step === 'check') return page(c, <IdeaNewPage frame={frame} view={await newView(c, filled(read.form.typed))} />)
    if (!read.ok) return page(c, <IdeaNewPage frame={frame} view={await newView(c, read.form)} />, 422)
    const { value } = read
    const kindly = askKindly(read.form, value.title, value.text)
    if (kindly) return page(c, <IdeaNewPage frame={frame} view={await newView(c, kindly)} />, 422)
    const where = value.where && placeByWhere(await readSeason(ctx), value.where)
    if (value.where && !where) return refuseNew(c, read.form, 'no-space')
    const added = await proposeIdea(ctx, {
      key: value.key,
      title: value.title,
      text: value.text,
      territoryId: where ? where.id : undefined,
      placeWords: value.place,
      point: pointOf(value),
      behalf: behalfOf(value),
      origin: (await citedIn(c, value.z))?.id,
      ...(value.needs ? { needs: value.needs } : {}),
    })
    if (added.ok) return done(c, url(paths.idea, { id: added.id }), t.ideaForm.done)
    return refuseNew(c, read.form, added.why, added.why === 'limited' ? added.limit : undefined)
  }),
  get(paths.idea, 'everyone', c => showIdea(c)),
  post(paths.ideaNeeds, 'signed-in', 'idea.needs-joined', async c => {
    const t = ideasWords(c.var.frame)
    const read = await readForm(c, z.object({ needs: z.array(z.string().max(60)).min(1, 'needs-missing').max(limits.needs) }), t.errors)
    if (!read.ok) return showIdea(c, { joinForm: read.form }, 422)
    const verdict = await joinNeeds(c.var.ctx, idOf(c), read.value.needs)
    if (verdict.ok) return done(c, url(paths.idea, { id: idOf(c) }), t.idea.joined)
    return showIdea(c, { joinForm: withError(read.form, verdict.why, t.why[verdict.why]) }, 409)
  }),
  post(paths.ideaBacking, 'signed-in', 'idea.backed', async c => {
    const t = ideasWords(c.var.frame)
    const read = await readForm(c, behalfSchema, t.errors)
    if (!read.ok) return showIdea(c, { behalfForm: read.form }, 422)
    const behalf = behalfOf(read.value)
    const verdict = await back(c.var.ctx, 'idea', idOf(c), behalf && { ...behalf, key: read.value.key ?? '' })
    if (verdict.ok) return done(c, url(paths.idea, { id: idOf(c) }), t.flash.backed)
    if (isBehalfWhy(verdict.why)) return showIdea(c, { behalfForm: withVoiceError(read.form, verdict.why, c.var.frame) }, 422)
    return behalf ? showIdea(c, { behalfForm: withError(read.form, verdict.why, t.why[verdict.why]) }, 422) : showIdea(c, {}, 409)
  }),
  post(paths.ideaBackingEnd, 'signed-in', 'idea.backing-withdrawn', async c => {
    const verdict = await withdrawBacking(c.var.ctx, 'idea', idOf(c))
    return verdict.ok ? done(c, url(paths.idea, { id: idOf(c) }), ideasWords(c.var.frame).flash.withdrawn) : showIdea(c, {}, 409)
  }),
  post(paths.ideaComments, 'signed-in', 'comment.added', async c => {
    const { ctx, frame } = c.var
    const read = await readForm(c, commentSchema, discussionsWords(frame).errors)
    if (!read.ok) return showIdea(c, { commentForm: read.form }, 422)
    const kindly = askKindly(read.form, read.value.text)
    if (kindly) return showIdea(c, { commentForm: kindly }, 422)
    const idea = await loadIdea(ctx, idOf(c))
    const open = isLiveIdea(idea) ? await openFor(ctx, idea, 'ideas') : ({ ok: false, why: 'ended' } as const)
    const added = await speakAbout(ctx, idea, { ...read.value, behalf: behalfOf(read.value) }, open)
    if ('limit' in added) return showIdea(c, { commentForm: withError(read.form, '', postWhyWords(added.limit, frame)) }, 409)
    if (!added.ok) return showIdea(c, { commentForm: withVoiceError(read.form, added.why, frame) }, 409)
    return done(c, `${url(paths.idea, { id: idea.id })}#${added.id}`, ideasWords(frame).flash.commented)
  }),
  post(paths.ideaDropping, 'signed-in', 'idea.dropped', async c => {
    const t = ideasWords(c.var.frame)
    const read = await readForm(c, reasonSchema, t.errors)
    if (!read.ok) return showIdea(c, { endForm: read.form }, 422)
    const verdict = await dropIdea(c.var.ctx, idOf(c), read.value.reason)
    return verdict.ok ? done(c, url(paths.idea, { id: idOf(c) }), t.flash.dropped) : showIdea(c, {}, 409)
  }),
]
