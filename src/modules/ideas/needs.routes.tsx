import { z } from 'zod'
import { emptyForm, type FormState, filled, typedOne } from '#kit/form.ts'
import { commentSchema } from '#modules/discussions/comment-form.actions.ts'
import { discussionsWords } from '#modules/discussions/comments.parts.tsx'
import { back, withdrawBacking } from '#modules/ideas/backings.actions.ts'
import { mayTie } from '#modules/ideas/ideas.rules.ts'
import { listIdeasById } from '#modules/ideas/ideas.store.ts'
import { addNeed, closeNeed } from '#modules/ideas/needs.actions.ts'
import { NeedNewPage, NeedPage, type NewView } from '#modules/ideas/needs.pages.tsx'
import { isLiveNeed, needing } from '#modules/ideas/needs.rules.ts'
import { loadNeed } from '#modules/ideas/needs.store.ts'
import { openFor, placeByWhere, readSeason } from '#modules/ideas/season.actions.ts'
import { similarTyped } from '#modules/ideas/similar.routes.tsx'
import { listSimilarOf } from '#modules/ideas/similar.store.ts'
import { citedForm, citedIn, sourcesOf } from '#modules/ideas/sources.routes.tsx'
import { ideasWords } from '#modules/ideas/space.parts.tsx'
import { mayJoinIn } from '#modules/ideas/space.rules.ts'
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
import { filesOf } from '#platform/files.ts'
import { ancestorsOf, descendantsOf } from '#platform/origins.ts'
import { filesTextsEn } from '#ui/files.texts.en.ts'
import { filesTexts } from '#ui/files.texts.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Visit } from '#web/http.ts'
import { uploadOf } from '#web/uploads.ts'

const files = { pl: filesTexts, en: filesTextsEn }
const idOf = (c: Visit) => c.req.param('id') ?? ''
type Forms = { commentForm?: FormState; behalfForm?: FormState; endForm?: FormState }

async function showNeed(c: Visit, forms: Forms = {}, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const need = await loadNeed(ctx, idOf(c))
  if (need.hidden) return showHidden(c, need, ideasWords(frame).need.kicker)
  const common = await saidView(ctx, 'need', { ...need, live: isLiveNeed(need), mayEnd: needing.may(ctx.actor, 'close', need).ok })
  const [photos, ideas, plans, sources] = await Promise.all([
    filesOf(ctx, need.id),
    descendantsOf(ctx, need.id).then(async ids => (await listIdeasById(ctx, ids)).filter(idea => !idea.hidden)),
    listCityPlans(ctx, need.territoryId),
    ancestorsOf(ctx, need.id).then(ids => sourcesOf(c, ids)),
  ])
  const alike =
    need.state === 'open'
      ? await listSimilarOf(ctx, c.var.things, 'idea', { words: need.title, territoryId: need.territoryId, point: need.point ?? undefined })
      : []
  const found = await listIdeasById(
    ctx,
    alike.map(one => one.id),
  )
  const open = await openFor(ctx, need, 'ideas')
  const joining = mayJoinIn(ctx.actor, open)
  const similar = found.map(idea => ({ id: idea.id, title: idea.title, mayJoin: joining.ok && mayTie(ctx.actor, idea, need).ok }))
  return page(c, <NeedPage frame={frame} view={{ ...common, ...forms, need, photos, ideas, sources, similar, plans, mayPropose: open.ok }} />, status)
}

async function newView(c: Visit, form: FormState): Promise<NewView> {
  const { ctx } = c.var
  const cited = await citedIn(c, typedOne(form, 'z') || c.req.query('z'))
  const season = await readSeason(ctx)
  const here = placeByWhere(season, typedOne(form, 'where') || c.req.query('gdzie'))
  const open = opennessIn(season.edition, 'needs', ctx.now)
  const joining = mayJoinIn(ctx.actor, season.open('needs'))
  const plans = here ? await listCityPlans(ctx, here.id) : []
  const similar = await similarTyped(c, form, here?.id)
  return {
    form,
    addresses: await addressesFor(ctx, form, here?.id),
    places: season.places,
    here,
    plans,
    open,
    joining,
    assisted: await assistedFor(ctx),
    cited,
    similar,
  }
}

/** A refusal that no phase explains goes beside its field; what was typed stays. */
async function refuseNew(c: Visit, form: FormState, why: string, limit?: PostVerdict) {
  const t = ideasWords(c.var.frame)
  const sentence = limit ? postWhyWords(limit, c.var.frame) : { ...files[c.var.frame.locale].why, ...t.why }[why as keyof typeof t.why]
  const view = await newView(c, isBehalfWhy(why) ? withVoiceError(form, why, c.var.frame) : withError(form, why, sentence))
  return page(c, <NeedNewPage frame={c.var.frame} view={view} />, view.joining.ok ? 422 : 409)
}

export const needsRoutes = [
  get(paths.needNew, 'signed-in', async c => {
    const cited = await citedIn(c, c.req.query('z'))
    return page(c, <NeedNewPage frame={c.var.frame} view={await newView(c, cited ? await citedForm(c, cited) : emptyForm)} />)
  }),
  post(paths.needs, 'signed-in', 'need.added', async c => {
    const { ctx, frame } = c.var
    const t = ideasWords(frame)
    const body = await c.req.parseBody()
    const read = await readForm(c, z.object({ ...saidFields, alt: z.string().max(200).optional() }), t.errors)
    const address = await addressStep(ctx, read.form, addressFields)
    if (address) return page(c, <NeedNewPage frame={frame} view={await newView(c, address)} />)
    if (body.step === 'check') return page(c, <NeedNewPage frame={frame} view={await newView(c, filled(read.form.typed))} />)
    if (!read.ok) return page(c, <NeedNewPage frame={frame} view={await newView(c, read.form)} />, 422)
    const { value } = read
    const kindly = askKindly(read.form, value.title, value.text)
    if (kindly) return page(c, <NeedNewPage frame={frame} view={await newView(c, kindly)} />, 422)
    const where = value.where && placeByWhere(await readSeason(ctx), value.where)
    if (value.where && !where) return refuseNew(c, read.form, 'no-space')
    const file = await uploadOf(c, 'photo')
    const added = await addNeed(ctx, {
      key: value.key,
      title: value.title,
      text: value.text,
      territoryId: where ? where.id : undefined,
      placeWords: value.place,
      point: pointOf(value),
      photo: file && { file, alt: value.alt ?? '' },
      behalf: behalfOf(value),
      origin: (await citedIn(c, value.z))?.id,
    })
    if (added.ok) return done(c, url(paths.need, { id: added.id }), t.needForm.done)
    return refuseNew(c, read.form, added.why, added.why === 'limited' ? added.limit : undefined)
  }),
  get(paths.need, 'everyone', c => showNeed(c)),
  post(paths.needBacking, 'signed-in', 'need.backed', async c => {
    const t = ideasWords(c.var.frame)
    const read = await readForm(c, behalfSchema, t.errors)
    if (!read.ok) return showNeed(c, { behalfForm: read.form }, 422)
    const behalf = behalfOf(read.value)
    const verdict = await back(c.var.ctx, 'need', idOf(c), behalf && { ...behalf, key: read.value.key ?? '' })
    if (verdict.ok) return done(c, url(paths.need, { id: idOf(c) }), t.flash.backed)
    if (isBehalfWhy(verdict.why)) return showNeed(c, { behalfForm: withVoiceError(read.form, verdict.why, c.var.frame) }, 422)
    return behalf ? showNeed(c, { behalfForm: withError(read.form, verdict.why, t.why[verdict.why]) }, 422) : showNeed(c, {}, 409)
  }),
  post(paths.needBackingEnd, 'signed-in', 'need.backing-withdrawn', async c => {
    const verdict = await withdrawBacking(c.var.ctx, 'need', idOf(c))
    return verdict.ok ? done(c, url(paths.need, { id: idOf(c) }), ideasWords(c.var.frame).flash.withdrawn) : showNeed(c, {}, 409)
  }),
  post(paths.needComments, 'signed-in', 'comment.added', async c => {
    const { ctx, frame } = c.var
    const read = await readForm(c, commentSchema, discussionsWords(frame).errors)
    if (!read.ok) return showNeed(c, { commentForm: read.form }, 422)
    const kindly = askKindly(read.form, read.value.text)
    if (kindly) return showNeed(c, { commentForm: kindly }, 422)
    const need = await loadNeed(ctx, idOf(c))
    const open = isLiveNeed(need) ? await openFor(ctx, need, 'needs') : ({ ok: false, why: 'ended' } as const)
    const added = await speakAbout(ctx, need, { ...read.value, behalf: behalfOf(read.value) }, open)
    if ('limit' in added) return showNeed(c, { commentForm: withError(read.form, '', postWhyWords(added.limit, frame)) }, 409)
    if (!added.ok) return showNeed(c, { commentForm: withVoiceError(read.form, added.why, frame) }, 409)
    return done(c, `${url(paths.need, { id: need.id })}#${added.id}`, ideasWords(frame).flash.commented)
  }),
  post(paths.needClosing, 'signed-in', 'need.closed', async c => {
    const t = ideasWords(c.var.frame)
    const read = await readForm(c, reasonSchema, t.errors)
    if (!read.ok) return showNeed(c, { endForm: read.form }, 422)
    const verdict = await closeNeed(c.var.ctx, idOf(c), read.value.reason)
    return verdict.ok ? done(c, url(paths.need, { id: idOf(c) }), t.flash.closed) : showNeed(c, {}, 409)
  }),
]
